import type { CivilDate } from '#/kernel/civil-date.ts';
import { type Reader, save, type Writer } from '#/platform/db.ts';
import type { WeeklyCheck } from '../rules/check.ts';
import type { IsoWeek } from '../rules/iso-week.ts';

const COLUMNS = `unit_id as "unitId", iso_year as year, iso_week as week, lines, is_unchanged as "isUnchanged", filed_on as "filedOn", filed_at as "filedAt",
  filed_by as "filedBy", filed_post as "filedPost", on_behalf as "onBehalf", due_on as "dueOn", changed_at as "changedAt", changed_by as "changedBy", version`;

export async function listChecks({ client, district }: Reader, { year, week }: IsoWeek): Promise<readonly WeeklyCheck[]> {
  const found = await client.query<WeeklyCheck>({
    name: 'rhythm-checks',
    text: `select ${COLUMNS} from rhythm.weekly_check where district = $1 and iso_year = $2 and iso_week = $3 order by filed_at`,
    values: [district, year, week],
  });
  return found.rows;
}

/** What a unit said in the weeks up to one, newest first. */
export async function listChecksOfUnit({ client, district }: Reader, unitId: string, limit: number): Promise<readonly WeeklyCheck[]> {
  const found = await client.query<WeeklyCheck>({
    name: 'rhythm-checks-of-unit',
    text: `select ${COLUMNS} from rhythm.weekly_check where district = $1 and unit_id = $2 order by iso_year desc, iso_week desc limit $3`,
    values: [district, unitId, limit],
  });
  return found.rows;
}

export async function holdCheck({ client, district }: Writer, unitId: string, { year, week }: IsoWeek): Promise<WeeklyCheck | null> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`rhythm.check ${district} ${unitId} ${year}-${week}`]);
  const found = await client.query<WeeklyCheck>(
    `select ${COLUMNS} from rhythm.weekly_check where district = $1 and unit_id = $2 and iso_year = $3 and iso_week = $4`,
    [district, unitId, year, week],
  );
  return found.rows[0] ?? null;
}

export async function saveCheck(writer: Writer, it: WeeklyCheck): Promise<void> {
  await save(
    writer,
    'rhythm.weekly_check',
    { unit_id: it.unitId, iso_year: it.year, iso_week: it.week },
    {
      lines: it.lines,
      is_unchanged: it.isUnchanged,
      filed_on: it.filedOn,
      filed_at: it.filedAt,
      filed_by: it.filedBy,
      filed_post: it.filedPost,
      on_behalf: it.onBehalf,
      due_on: it.dueOn,
      changed_at: it.changedAt,
      changed_by: it.changedBy,
    },
  );
}

/** Whether weeks are counted in this district yet. */
export async function hasClosedWeeks({ client, district }: Reader): Promise<boolean> {
  const found = await client.query('select 1 from rhythm.closed_week where district = $1 limit 1', [district]);
  return found.rowCount === 1;
}

/** Who was asked in a week that is over, as it stood then; null while the week is not closed. */
export async function findClosedWeek({ client, district }: Reader, { year, week }: IsoWeek) {
  const closed = await client.query({
    name: 'rhythm-closed-week',
    text: 'select 1 from rhythm.closed_week where district = $1 and iso_year = $2 and iso_week = $3',
    values: [district, year, week],
  });
  if (closed.rowCount === 0) return null;
  const found = await client.query<{ unitId: string; projects: number; dueOn: CivilDate }>({
    name: 'rhythm-week-asked',
    text: `select unit_id as "unitId", projects, due_on as "dueOn" from rhythm.week_asked
            where district = $1 and iso_year = $2 and iso_week = $3 order by unit_id`,
    values: [district, year, week],
  });
  return found.rows;
}
