import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { checkBase, command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { askedAt, getProject } from '../content/blockers.ts';
import type { Blocker } from '../rules/blocker.ts';
import type { BlockerStep } from '../rules/blocker-step.ts';
import {
  type BlockerRefusal,
  ChangeBlocker,
  isUp,
  MoveBlocker,
  mayMove,
  mustBeOpen,
  RaiseBlocker,
  ReopenBlocker,
  reopen,
  SettleBlocker,
  settle,
} from '../rules/move-blocker.ts';
import { addBlockerStep, getBlockerForUpdate, saveBlocker } from '../store/blockers.ts';
import type { PushedProject } from '../store/projects.ts';

type Kept = Result<{ readonly blockerId: string }, BlockerRefusal>;
const permission = 'rhythm.blockers';

/** A leader may act on any blocker of the district, a unit on those of its own projects. */
export function isOfProject({ actor }: Writer, { unitIds }: Pick<PushedProject, 'unitIds'>): boolean {
  const all = actor.roles.some((it) => it === 'office' || it === 'setup' || it === 'leader');
  return all || (actor.unitId !== null && unitIds.includes(actor.unitId));
}

/** 报堵点. */
export const raiseBlocker = command({
  name: 'rhythm.raise-blocker',
  version: 1,
  input: RaiseBlocker,
  permission,
  subject: (input) => `blocker:${input.id}`,
  async run(writer, { id, projectId, level, ...said }): Promise<Kept> {
    const project = await getProject(writer, projectId);
    const { no, name } = project;
    if (!isOfProject(writer, project)) return refuse({ kind: 'unit-not-of-project', no, name });
    const unitId = writer.actor.unitId !== null && project.unitIds.includes(writer.actor.unitId) ? writer.actor.unitId : project.leadUnitId;
    if (unitId === null) throw new Problem(409, 'no-lead-unit', { id: projectId });
    const asked = await askedAt(writer, project, { to: level });
    if (!asked.ok) return asked;
    const blocker: Blocker = {
      ...{ id, programmeId: project.programmeId, projectId, unitId, ...said, level, levelSince: writer.today, ...asked.value },
      ...{ state: 'open', raisedOn: writer.today, raisedBy: writer.actor.name, settledOn: null, settledBy: null, settledPostId: null },
      ...{ settledHow: null, isOnSite: false, version: 1 },
    };
    await saveBlocker(writer, blocker);
    await step(writer, blocker, { act: 'raised', text: said.title, toLevel: level });
    return accept({ blockerId: id });
  },
});

/** Rewords a blocker or gives it another owner. */
export const changeBlocker = command({
  name: 'rhythm.change-blocker',
  version: 1,
  input: ChangeBlocker,
  permission,
  subject: (input) => `blocker:${input.blockerId}`,
  async run(writer, { blockerId, ...said }): Promise<Kept> {
    const { blocker, fault } = await held(writer, blockerId);
    if (fault !== null) return refuse(fault);
    const open = mustBeOpen(blocker);
    if (!open.ok) return open;
    await saveBlocker(writer, { ...blocker, ...said });
    await step(writer, blocker, { act: said.ownerPostId === blocker.ownerPostId ? 'changed' : 'handed', text: said.title });
    return accept({ blockerId });
  },
});

/** 上提、交回: to the overseeing leader, the review meeting, the city or a utility; and back down. */
export const moveBlocker = command({
  name: 'rhythm.move-blocker',
  version: 1,
  input: MoveBlocker,
  permission,
  subject: (input) => `blocker:${input.blockerId}`,
  async run(writer, { blockerId, to, reason, askedOf }): Promise<Kept> {
    const { blocker, project, fault } = await held(writer, blockerId);
    if (fault !== null) return refuse(fault);
    const allowed = mayMove(blocker, to, writer.actor.roles);
    if (!allowed.ok) return allowed;
    const asked = await askedAt(writer, project, { to, askedOf });
    if (!asked.ok) return asked;
    await saveBlocker(writer, { ...blocker, level: to, levelSince: writer.today, ...asked.value });
    const act = isUp(blocker.level, to) ? 'moved-up' : 'brought-back';
    await step(writer, blocker, { act, text: reason, toLevel: to });
    return accept({ blockerId });
  },
});

/** 堵点办结: solved, with who did it, when and how; or withdrawn as none. */
export const settleBlocker = command({
  name: 'rhythm.settle-blocker',
  version: 1,
  input: SettleBlocker,
  permission,
  subject: (input) => `blocker:${input.blockerId}`,
  async run(writer, { blockerId, solvedBy, solvedPostId, ...said }): Promise<Kept> {
    const { blocker, fault } = await held(writer, blockerId);
    if (fault !== null) return refuse(fault);
    const by = solvedBy ?? writer.actor.name;
    const postId = solvedPostId ?? (solvedBy === undefined ? writer.actor.postId : null);
    return settleOne(writer, blocker, { said, by, postId, isOnSite: false });
  },
});

type Settling = {
  readonly said: { readonly as: 'solved' | 'withdrawn'; readonly on: Blocker['raisedOn']; readonly how: string };
  readonly by: string;
  readonly postId: string | null;
  readonly isOnSite: boolean;
};

export async function settleOne(writer: Writer, blocker: Blocker, { said, by, postId, isOnSite }: Settling): Promise<Kept> {
  const settled = settle(blocker, said, { by, postId, isOnSite, today: writer.today });
  if (!settled.ok) return settled;
  await saveBlocker(writer, settled.value);
  await step(writer, blocker, { act: said.as, text: said.how });
  return accept({ blockerId: blocker.id });
}

/** 重新打开. */
export const reopenBlocker = command({
  name: 'rhythm.reopen-blocker',
  version: 1,
  input: ReopenBlocker,
  permission,
  subject: (input) => `blocker:${input.blockerId}`,
  async run(writer, { blockerId, reason }): Promise<Kept> {
    const { blocker, fault } = await held(writer, blockerId);
    if (fault !== null) return refuse(fault);
    const opened = reopen(blocker);
    if (!opened.ok) return opened;
    await saveBlocker(writer, opened.value);
    await step(writer, blocker, { act: 'reopened', text: reason });
    return accept({ blockerId });
  },
});

async function held(writer: Writer, blockerId: string) {
  const blocker = await getBlockerForUpdate(writer, blockerId);
  checkBase(writer, `blocker:${blockerId}`, blocker.version);
  const project = await getProject(writer, blocker.projectId);
  const { no, name } = project;
  const fault = isOfProject(writer, project) ? null : ({ kind: 'unit-not-of-project', no, name } as const);
  return { blocker, project, fault };
}

type Said = Pick<BlockerStep, 'act' | 'text'> & { readonly toLevel?: BlockerStep['toLevel'] };

async function step(writer: Writer, blocker: Blocker, { act, text, toLevel = null }: Said): Promise<void> {
  const { actor, today, now } = writer;
  const fromLevel = act === 'raised' ? null : blocker.level;
  await addBlockerStep(writer, blocker.id, {
    ...{ act, text, fromLevel, toLevel, byName: actor.name, byPost: actor.postTitle },
    ...{ onDay: today, at: now.toISOString() },
  });
}
