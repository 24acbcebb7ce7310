import { accept, type Result, refuse } from '#/kernel/result.ts';

/** 期号: our own series of a year, every bulletin one further, whatever list it is of. */
export type SeriesRefusal = { readonly kind: 'issue-not-next'; readonly next: number; readonly year: number };

/** The highest number of the year; 0 before the first. */
type Series = { readonly last: number };

/** 下一期. A district that began on paper says with its first bulletin where its series stands. */
export function nextIssue({ last }: Series, proposed: number | null): number {
  return last === 0 ? (proposed ?? 1) : last + 1;
}

/** A typed number begins the series; afterwards it is given and not typed. */
export function mayNumber({ last }: Series, typed: number | null, year: number): Result<null, SeriesRefusal> {
  return last === 0 || typed === null || typed === last + 1 ? accept(null) : refuse({ kind: 'issue-not-next', next: last + 1, year });
}
