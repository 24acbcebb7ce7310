import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Actor } from '#/platform/roles.ts';
import { type FrozenSeed, reportSeed } from '../list.ts';
import type { Must } from '../people.ts';

/** What the units had said by the end of earlier months, by the number of their project: never more than they say today. */
const MONTH_ENDS: readonly (readonly [asOf: CivilDate, saidOn: CivilDate, done: Readonly<Record<string, number>>])[] = [
  ['2026-03-31', '2026-04-02', { 1: 2, 4: 34, 5: 4, 6: 3, 7: 1, 9: 4, 10: 6 }],
  ['2026-05-31', '2026-06-02', { 1: 4, 4: 68, 5: 8, 6: 6, 7: 2, 9: 7, 10: 12 }],
];

/** 前几个月的进展: so that the months before the day of the demo have figures, lights and scores of their own. */
export async function reportMonths(on: (day: CivilDate) => Must, { programmeId, placed }: FrozenSeed, office: Actor): Promise<void> {
  for (const [asOf, saidOn, done] of MONTH_ENDS) {
    const known = placed.flatMap(({ no, promise, report }) =>
      done[no] === undefined || report === undefined
        ? []
        : [{ no, promise, report: { value: done[no], measureUnit: promise.measureUnit, text: '' } }],
    );
    await reportSeed(on(saidOn), { programmeId, placed: known }, asOf, office);
  }
}
