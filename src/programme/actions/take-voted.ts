import { z } from 'zod';
import { listVotedProjects } from '#/ballot/door.ts';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { listUnits } from '#/organisation/door.ts';
import { command } from '#/platform/command.ts';
import { findProgrammeOf } from '../content.ts';
import { draftOfVoted } from '../rules/voted.ts';
import { holdLists, saveDraft } from '../store.ts';

type Refusal = { readonly kind: 'year-taken'; readonly year: number; readonly title: string } | { readonly kind: 'vote-not-announced' };

/** 承接票决结果: what the deputies chose stands in next year's list, as a draft, with the ids that the projects had on the ballot. */
export const takeVoted = command({
  name: 'programme.take-voted',
  version: 1,
  input: z.object({ programmeId: z.uuid(), sessionId: z.uuid(), title: z.string().trim().max(200).default('') }),
  permission: 'programme.prepare',
  subject: (input) => input.programmeId,
  async run(writer, { programmeId, sessionId, title }): Promise<Result<{ programmeId: string; projects: number }, Refusal>> {
    const voted = (await listVotedProjects(writer)).find((it) => it.sessionId === sessionId);
    if (voted === undefined) return refuse({ kind: 'vote-not-announced' });
    await holdLists(writer);
    const taken = await findProgrammeOf(writer, { year: voted.forYear });
    if (taken?.id === programmeId) throw new Problem(409, 'changed-since', { subject: programmeId });
    if (taken !== undefined) return refuse({ kind: 'year-taken', year: voted.forYear, title: taken.title });
    const units = (await listUnits(writer)).map(({ id, name, aliases }) => ({ id, name, aliases }));
    await saveDraft(writer, programmeId, draftOfVoted(voted, title, units));
    return accept({ programmeId, projects: voted.projects.length });
  },
});
