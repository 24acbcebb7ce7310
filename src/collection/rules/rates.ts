import type { CivilDate } from '#/kernel/civil-date.ts';
import type { ReportingForm } from './form.ts';

/** The first day on which something stood for a promise in a period. */
export type FirstReport = { readonly promiseId: string; readonly receivedOn: CivilDate };

/** 报送率: of what a unit owed for a period, what came, and what came in time. Numerators with their denominators; silence is a fact. */
export type ReportingRate = {
  readonly unitId: string;
  readonly unitName: string;
  readonly due: number;
  readonly reported: number;
  readonly onTime: number;
  /** The last day on which something of this unit came first; null where nothing came. */
  readonly lastOn: CivilDate | null;
};

export type PeriodRates = {
  readonly period: string;
  readonly asOf: CivilDate;
  readonly dueOn: CivilDate;
  /** The due day has passed, so that what is missing is late. */
  readonly isOver: boolean;
  readonly units: readonly ReportingRate[];
  readonly due: number;
  readonly reported: number;
  readonly onTime: number;
};

export function ratesOf(forms: readonly ReportingForm[], first: readonly FirstReport[], today: CivilDate): PeriodRates | null {
  const period = forms[0]?.period;
  if (period === undefined) return null;
  const days = new Map(first.map((it) => [it.promiseId, it.receivedOn]));
  const units = forms.map(({ unitId, unitName, rows }): ReportingRate => {
    const came = rows.flatMap(({ promiseId }) => days.get(promiseId) ?? []);
    const onTime = came.filter((day) => day <= period.dueOn).length;
    return { unitId, unitName, due: rows.length, reported: came.length, onTime, lastOn: came.toSorted().at(-1) ?? null };
  });
  const sum = (field: 'due' | 'reported' | 'onTime') => units.reduce((all, it) => all + it[field], 0);
  const { id, asOf, dueOn } = period;
  return { period: id, asOf, dueOn, isOver: today > dueOn, units, due: sum('due'), reported: sum('reported'), onTime: sum('onTime') };
}
