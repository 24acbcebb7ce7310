import { Problem } from '#/kernel/problem.ts';
import type { ActingReader, Reader } from '#/platform/db.ts';
import { getProgrammeOf, type StoredProgramme } from '#/programme/door.ts';
import type { ProgrammeKind } from '#/programme/rules/programme.ts';
import { isOffice } from '../rules/batch.ts';
import { type CollectionPeriod, currentPeriodId, periodIdsBetween, spanOf } from '../rules/calendar.ts';
import type { ReportingForm } from '../rules/form.ts';
import { type PeriodRates, ratesOf } from '../rules/rates.ts';
import { getCalendar, getPeriod } from '../store/calendar.ts';
import { listFirstReports } from '../store/reports.ts';
import { loadAsked } from './forms.ts';

export type PeriodQuery = { readonly year: number; readonly kind: ProgrammeKind; readonly period?: string | undefined };
export type PeriodOfList = {
  readonly list: StoredProgramme;
  readonly period: CollectionPeriod;
  readonly forms: readonly ReportingForm[];
  readonly unled: readonly string[];
};

/** The period asked for, else the one to collect now within the time of the list. */
export async function periodOfList(reader: Reader, query: PeriodQuery): Promise<PeriodOfList> {
  const list = await getProgrammeOf(reader, query);
  const { rhythm } = await getCalendar(reader);
  const ids = periodIdsBetween(list, rhythm);
  const current = currentPeriodId(reader.today, rhythm);
  const id = query.period ?? (ids.includes(current) ? current : current < ids[0]! ? ids[0]! : ids.at(-1)!);
  const period = await getPeriod(reader, id);
  if (period.to < list.from || period.from > list.to) throw new Problem(404, 'unknown-period', { period: id });
  const asked = list.state === 'frozen' ? await loadAsked(reader, list, period) : { forms: [], unled: [] };
  return { list, period, ...asked };
}

/** The forms that a person may see: all, or that of the own unit. */
export function formsSeenBy({ actor }: ActingReader, forms: readonly ReportingForm[]): readonly ReportingForm[] {
  const seesAll = isOffice(actor) || actor.roles.includes('leader');
  return seesAll ? forms : forms.filter((it) => it.unitId === actor.unitId);
}

/** 报送率 of a list for a period; null where nobody owes anything. Later stages print it with its numerators. */
export async function reportingRates(reader: Reader, list: StoredProgramme, periodId: string): Promise<PeriodRates | null> {
  const period = await getPeriod(reader, periodId);
  return ratesFor(reader, { list, period, ...(await loadAsked(reader, list, period)) });
}

export async function ratesFor(reader: Reader, { list, period, forms }: PeriodOfList): Promise<PeriodRates | null> {
  const { from, to } = spanOf(period.id)!;
  return ratesOf(forms, await listFirstReports(reader, { programmeId: list.id, from, to }), reader.today);
}
