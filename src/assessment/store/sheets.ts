import { add, type Reader, type Writer } from '#/platform/db.ts';
import type { Difficulty } from '../rules/difficulty.ts';
import { NO_PRIORITIES, type Priorities } from '../rules/priorities.ts';
import { DEFAULT_SHEET, type ScoreSheet, type SheetVersion } from '../rules/sheet.ts';

/** Every sheet of a year that the district set, newest first. */
export async function listSheets({ client, district }: Reader, year: number): Promise<readonly SheetVersion[]> {
  const found = await client.query<SheetVersion>({
    name: 'assessment-sheets',
    text: `select year, sheet_version as version, content as sheet, reason, set_by as "setBy", set_on as "setOn"
             from assessment.sheet where district = $1 and year = $2 order by sheet_version desc`,
    values: [district, year],
  });
  return found.rows;
}

/** The sheet in force for a year; the default one, as version 0, where nobody set another. */
export async function getSheet(reader: Reader, year: number): Promise<{ readonly version: number; readonly sheet: ScoreSheet }> {
  return (await listSheets(reader, year))[0] ?? { version: 0, sheet: DEFAULT_SHEET };
}

/** Two who set things at once are heard one after the other, so that each version has its number. */
export async function holdSettings({ client, district }: Writer, what: string): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`assessment.${what} ${district}`]);
}

type NewSheet = Pick<SheetVersion, 'year' | 'version' | 'sheet' | 'reason'>;

export async function addSheet(writer: Writer, { year, version, sheet, reason }: NewSheet): Promise<void> {
  const set = { reason, set_by: writer.actor.name, set_on: writer.today };
  await add(writer, 'assessment.sheet', { year, sheet_version: version, content: sheet, ...set });
}

/** What every project of a list was set to, the newest of each. */
export async function listDifficulties(
  { client, district }: Reader,
  programmeId: string,
): Promise<readonly (Difficulty & { readonly no: number })[]> {
  const found = await client.query<Difficulty & { readonly no: number }>({
    name: 'assessment-difficulties',
    text: `select distinct on (d.project_id) d.project_id as "projectId", d.set_no as no, d.coefficient::float8 as coefficient, d.reason,
                  d.set_by as "setBy", d.set_on as "setOn"
             from assessment.difficulty d join programme.project j on j.district = d.district and j.id = d.project_id
            where d.district = $1 and j.programme_id = $2 order by d.project_id, d.set_no desc`,
    values: [district, programmeId],
  });
  return found.rows;
}

type NewDifficulty = Pick<Difficulty, 'projectId' | 'coefficient' | 'reason'> & { readonly no: number };

export async function addDifficulty(writer: Writer, { projectId, no, coefficient, reason }: NewDifficulty): Promise<void> {
  const set = { reason, set_by: writer.actor.name, set_on: writer.today };
  await add(writer, 'assessment.difficulty', { project_id: projectId, set_no: no, coefficient, ...set });
}

export async function getPriorities({ client, district }: Reader, programmeId: string): Promise<Priorities> {
  const found = await client.query<{ version: number; content: Omit<Priorities, 'version'> }>({
    name: 'assessment-priorities',
    text: `select setting_version as version, content from assessment.priorities where district = $1 and programme_id = $2
            order by setting_version desc limit 1`,
    values: [district, programmeId],
  });
  const row = found.rows[0];
  return row === undefined ? NO_PRIORITIES : { ...row.content, version: row.version };
}

export async function addPriorities(writer: Writer, programmeId: string, it: Priorities, reason: string): Promise<void> {
  const { version, ...content } = it;
  const set = { reason, set_by: writer.actor.name, set_on: writer.today };
  await add(writer, 'assessment.priorities', { programme_id: programmeId, setting_version: version, content, ...set });
}
