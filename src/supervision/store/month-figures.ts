import type { CivilDate } from '#/kernel/civil-date.ts';
import { add, type Reader, type Writer } from '#/platform/db.ts';
import type { MonthFigures } from '../rules/month-figures.ts';

type Which = { readonly programmeId: string; readonly year: number; readonly month: number };

export type StoredFigures = {
  readonly asOf: CivilDate;
  readonly cause: 'entry-close' | 'submission';
  readonly figures: MonthFigures;
  readonly digest: string;
  readonly frozenOn: CivilDate;
};

export async function findMonthFigures({ client, district }: Reader, { programmeId, year, month }: Which): Promise<StoredFigures | null> {
  const found = await client.query<StoredFigures>({
    name: 'supervision-month-figures',
    text: `select as_of as "asOf", cause, content as figures, digest, frozen_on as "frozenOn" from supervision.month_figures
            where district = $1 and programme_id = $2 and year = $3 and month = $4`,
    values: [district, programmeId, year, month],
  });
  return found.rows[0] ?? null;
}

type NewFigures = Which & Pick<StoredFigures, 'asOf' | 'cause' | 'figures' | 'digest'>;

export async function addMonthFigures(writer: Writer, { programmeId, asOf, figures, ...rest }: NewFigures): Promise<void> {
  await add(writer, 'supervision.month_figures', {
    ...{ programme_id: programmeId, as_of: asOf, content: figures, frozen_on: writer.today },
    ...rest,
  });
}

export async function holdMonth({ client, district }: Writer, { programmeId, year, month }: Which): Promise<void> {
  const name = `supervision.month_figures ${district} ${programmeId} ${year}-${month}`;
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
}
