import { yearOf } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { getPost, listHoldersOn } from '#/organisation/door.ts';
import { command } from '#/platform/command.ts';
import { openFile } from '#/platform/files.ts';
import { getProject } from '../content/blockers.ts';
import type { BlockerRefusal } from '../rules/move-blocker.ts';
import { checkOnSite, type OnSiteRefusal, RecordOnSite, StrikeOnSite } from '../rules/on-site.ts';
import { getBlockerForUpdate } from '../store/blockers.ts';
import { addOnSite, getOnSiteForUpdate, nextOnSiteNo, saveStruck } from '../store/on-site.ts';
import { settleOne } from './blockers.ts';

type Kept = Result<{ readonly caseId: string }, OnSiteRefusal | BlockerRefusal>;

/** 记现场办公: a case that was solved on the spot settles its blocker in the leader's name. */
export const recordOnSite = command({
  name: 'rhythm.record-on-site',
  version: 1,
  input: RecordOnSite,
  permission: 'rhythm.on-site',
  subject: (input) => `on-site:${input.id}`,
  async run(writer, input): Promise<Kept> {
    await getProject(writer, input.projectId);
    const post = await getPost(writer, input.leaderPostId);
    const holder = (await listHoldersOn(writer, [post.id], input.heldOn)).get(post.id)?.personName ?? null;
    const blocker = input.blockerId === null ? null : await getBlockerForUpdate(writer, input.blockerId);
    const checked = checkOnSite(input, { today: writer.today, post, holder, blocker });
    if (!checked.ok) return checked;
    for (const digest of input.evidence) await openFile(writer, digest);
    const { leaderName } = checked.value;
    if (blocker !== null && input.isSolved) {
      const said = { as: 'solved', on: input.heldOn, how: input.decision } as const;
      const settled = await settleOne(writer, blocker, { said, by: `${post.title} ${leaderName}`, postId: post.id, isOnSite: true });
      if (!settled.ok) return settled;
    }
    const year = yearOf(input.heldOn);
    const no = await nextOnSiteNo(writer, year);
    const recorded = { recordedBy: writer.actor.name, recordedOn: writer.today, struckBecause: null };
    await addOnSite(writer, { ...input, year, no, leaderName, ...recorded });
    return accept({ caseId: input.id });
  },
});

/** Strikes a wrong entry; it keeps its number and stays readable. */
export const strikeOnSite = command({
  name: 'rhythm.strike-on-site',
  version: 1,
  input: StrikeOnSite,
  permission: 'rhythm.on-site',
  subject: (input) => `on-site:${input.caseId}`,
  async run(writer, { caseId, reason }): Promise<Kept> {
    const known = await getOnSiteForUpdate(writer, caseId);
    if (known.struckBecause !== null) return refuse({ kind: 'on-site-struck' });
    await saveStruck(writer, caseId, reason);
    return accept({ caseId });
  },
});
