import { addDays, type CivilDate } from '#/kernel/civil-date.ts';

/** 剂次状态: where one person stands in a series; unclear where a dose is told that it does not have, and may have been another one. */
export type DoseState = 'none' | 'partial' | 'complete' | 'overdue' | 'unclear';

export type Series = { readonly doses: number; readonly leastDays: number; readonly mostDays: number };

/** 接种情况: doses that count, the next one and when; doses that came too early, before the first, or that the series does not have, are told apart, never counted. */
export type DoseStanding = {
  readonly state: DoseState;
  readonly given: number;
  readonly nextFrom: CivilDate | null;
  readonly nextBy: CivilDate | null;
  readonly faults: readonly {
    readonly doseNo: number;
    readonly on: CivilDate;
    readonly kind: 'before-first' | 'too-early' | 'no-such-dose';
  }[];
};

/** Doses in order of their numbers: each counts once, after the one before it and no sooner than the interval. */
export function dosesOf(
  given: readonly { readonly doseNo: number; readonly on: CivilDate }[],
  series: Series,
  today: CivilDate,
): DoseStanding {
  const faults: DoseStanding['faults'][number][] = [];
  let last: CivilDate | null = null;
  let count = 0;
  for (let doseNo = 1; doseNo <= series.doses; doseNo++) {
    const before: CivilDate | null = last;
    const days = given
      .filter((it) => it.doseNo === doseNo)
      .map((it) => it.on)
      .sort();
    const isAfter = count === doseNo - 1;
    const early: readonly CivilDate[] = isAfter ? days.filter((on) => before !== null && on < addDays(before, series.leastDays)) : days;
    for (const on of early) faults.push({ doseNo, on, kind: isAfter && before !== null && on >= before ? 'too-early' : 'before-first' });
    const counted: CivilDate | undefined = days.find((on) => !early.includes(on));
    if (counted === undefined) continue;
    last = counted;
    count += 1;
  }
  for (const { doseNo, on } of given) if (doseNo > series.doses) faults.push({ doseNo, on, kind: 'no-such-dose' });
  const isUnclear = count < series.doses && faults.some(({ kind }) => kind === 'no-such-dose');
  if (isUnclear) return { state: 'unclear', given: count, nextFrom: null, nextBy: null, faults };
  if (count === 0 || last === null) return { state: 'none', given: 0, nextFrom: null, nextBy: null, faults };
  if (count === series.doses) return { state: 'complete', given: count, nextFrom: null, nextBy: null, faults };
  const nextBy = addDays(last, series.mostDays);
  return { state: today > nextBy ? 'overdue' : 'partial', given: count, nextFrom: addDays(last, series.leastDays), nextBy, faults };
}
