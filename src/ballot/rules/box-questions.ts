import type { Question } from './belenios/structures.ts';
import type { Box } from './box.ts';
import type { CountSheet } from './sheet.ts';

type Candidate = { readonly id: string; readonly name: string };

/** What stands beside each project when they are voted on one by one, in this order. */
export const APPROVE_ANSWERS = ['赞成', '反对', '弃权'] as const;

/** Ticking is one question with a mark for each project, or none at all (弃权); one by one, each project is a question of three answers. */
export function questionsOf(
  form: Box['form'],
  candidates: readonly Candidate[],
  { maxMarks, title }: { maxMarks: number; title: string },
): Question[] {
  if (form === 'approve') return candidates.map(({ name }) => ({ answers: [...APPROVE_ANSWERS], min: 1, max: 1, question: name }));
  return [{ answers: candidates.map((it) => it.name), blank: true, min: 1, max: maxMarks, question: title }];
}

/** 电子票数: what the opened tally says, in the terms of the count sheet. */
export type ElectronicPart = Pick<CountSheet, 'issued' | 'collected' | 'blank' | 'votes'>;

/** A paper ticked for nothing counts as blank; one by one, a paper is blank only on paper. */
export function electronicPart(box: Pick<Box, 'form' | 'candidateIds' | 'result' | 'admitted'>, ballots: number): ElectronicPart {
  const result = box.result ?? [];
  const none = { against: 0, abstain: 0, points: 0 };
  if (box.form === 'tick') {
    const [blank = 0, ...marks] = result[0] ?? [];
    const votes = Object.fromEntries(box.candidateIds.map((id, i) => [id, { ...none, for: marks[i] ?? 0 }]));
    return { issued: box.admitted ?? 0, collected: ballots, blank, votes };
  }
  const votes = Object.fromEntries(
    box.candidateIds.map((id, i) => [
      id,
      { for: result[i]?.[0] ?? 0, against: result[i]?.[1] ?? 0, abstain: result[i]?.[2] ?? 0, points: 0 },
    ]),
  );
  return { issued: box.admitted ?? 0, collected: ballots, blank: 0, votes };
}

/** One record of both: papers and electronic ballots issued, collected and counted together. */
export function reconciled(paper: CountSheet, electronic: ElectronicPart | null): CountSheet {
  if (electronic === null) return paper;
  const none = { for: 0, against: 0, abstain: 0, points: 0 };
  const ids = [...new Set([...Object.keys(paper.votes), ...Object.keys(electronic.votes)])];
  const votes = Object.fromEntries(
    ids.map((id) => {
      const [a, b] = [paper.votes[id] ?? none, electronic.votes[id] ?? none];
      return [id, { for: a.for + b.for, against: a.against + b.against, abstain: a.abstain + b.abstain, points: a.points + b.points }];
    }),
  );
  return {
    ...paper,
    issued: paper.issued + electronic.issued,
    collected: paper.collected + electronic.collected,
    blank: paper.blank + electronic.blank,
    votes,
  };
}
