import type { VotedProjects } from '#/ballot/rules/voted.ts';
import { type Draft, type KnownUnit, newDraftHead, projectFromItem } from './draft.ts';
import { parseItem } from './parse/item.ts';

/** 承接票决结果: the chosen projects as next year's list, under their own ids: names only, to be given numbers. */
export function draftOfVoted(voted: VotedProjects, title: string, units: readonly KnownUnit[]): Draft {
  const { forYear, projects, noticeDigest } = voted;
  const head = newDraftHead(forYear, title, { name: voted.title, digest: noticeDigest });
  return {
    ...head,
    origin: 'voted',
    projects: projects.map(({ id, name, leadUnit }, i) => {
      const { promises, commitments } = parseItem(name, { year: forYear });
      const beside = { progressText: null, progress: null, name, leadUnit: leadUnit === '' ? null : leadUnit };
      return { ...projectFromItem({ n: String(i + 1), text: name, promises, commitments, ...beside }, units), id };
    }),
  };
}
