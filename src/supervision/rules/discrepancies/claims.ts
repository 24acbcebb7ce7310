import type { Board, PromiseStanding } from '#/delivery/rules/standing.ts';
import { yearOf } from '#/kernel/civil-date.ts';
import { type Claim, claimOf } from '../claim.ts';
import { claimedComparison } from '../claimed-comparison.ts';
import type { Discrepancy, Statement } from './discrepancy.ts';

type Said = {
  readonly statementId: string;
  readonly quote: string;
  readonly source: string;
  readonly publishedOn: Statement['publishedOn'];
};

/** What a published sentence claims, held against the board. */
export function claimsAgainst(board: Board, statements: readonly Statement[]): readonly Discrepancy[] {
  return statements.flatMap((statement) => {
    const claim = claimOf(statement.text);
    return claim === null ? [] : againstClaim(board, claim, saidBy(statement, claim));
  });
}

function saidBy({ id, text, source, publishedOn }: Statement, { start, end }: Claim): Said {
  return { statementId: id, quote: text.slice(start, end), source, publishedOn };
}

function againstClaim(board: Board, claim: Claim, said: Said): readonly Discrepancy[] {
  switch (claim.kind) {
    case 'all-on-plan':
      return [...onPlanButBehind(board, said), ...onPlanWithoutPlan(board, said)];
    case 'all-finished':
      return finishedUnproven(board, said);
    case 'comparison':
      return unlike('unequal-periods', claim, said);
    case 'shares':
      return unlike('share-without-base', claim, said);
  }
}

function promisesOf(board: Board): readonly PromiseStanding[] {
  return board.projects.flatMap((it) => it.promises);
}

function onPlanButBehind(board: Board, said: Said): readonly Discrepancy[] {
  const promises = promisesOf(board);
  const red = promises.filter((it) => it.light === 'red').length;
  const yellow = promises.filter((it) => it.light === 'yellow').length;
  if (red + yellow === 0) return [];
  const rows = board.projects.filter(({ promises }) => promises.some((it) => it.light === (red > 0 ? 'red' : 'yellow')));
  const counts = { redPromises: red, redRows: red > 0 ? rows.length : 0, yellowPromises: yellow };
  const rowNos = rows.map(({ project }) => project.no);
  return [{ severity: 'high', place: null, facts: { code: 'all-on-plan-but-behind', ...said, ...counts, rowNos } }];
}

/** Without a plan that was approved beforehand a sentence about the plan is neither true nor false. */
function onPlanWithoutPlan(board: Board, said: Said): readonly Discrepancy[] {
  const withTarget = promisesOf(board).filter((it) => it.promise.target !== null);
  const withoutPlan = withTarget.filter((it) => it.plan?.kind !== 'approved').length;
  if (withoutPlan === 0) return [];
  const facts = { code: 'on-plan-without-plan', ...said, withoutPlan, withTarget: withTarget.length } as const;
  return [{ severity: 'medium', place: null, facts }];
}

function finishedUnproven(board: Board, said: Said): readonly Discrepancy[] {
  const promises = promisesOf(board);
  const finished = promises.filter((it) => it.light === 'closed').length;
  if (finished === promises.length) return [];
  const grey = promises.filter((it) => it.light === 'grey').length;
  const facts = { code: 'all-finished-unproven', ...said, finished, promises: promises.length, grey } as const;
  return [{ severity: 'high', place: null, facts }];
}

/** 不可比 (delivery rules 3.4): 5 months against 12 fall by 58.3 % with nothing changed; per month is the most that can be said. */
function unlike(code: 'unequal-periods' | 'share-without-base', claim: Claim, said: Said): readonly Discrepancy[] {
  const comparison = claimedComparison(claim, yearOf(said.publishedOn));
  if (comparison?.verdict !== 'refused') return [];
  return [{ severity: 'medium', place: null, facts: { code, ...said, comparison } }];
}
