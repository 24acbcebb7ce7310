import type { CivilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, save, type Writer } from '#/platform/db.ts';
import type { EntryFact, MismatchFact } from '../rules/facts.ts';
import type { Quarter } from '../rules/quarter.ts';

export type StoredEntry = EntryFact & {
  readonly programmeId: string;
  readonly year: number;
  readonly quarter: Quarter['quarter'];
  readonly unitId: string;
  readonly withdrawnBy: string | null;
  readonly withdrawnReason: string | null;
};

const ENTRY = `id as "entryId", programme_id as "programmeId", year, quarter, unit_id as "unitId", line_key as "lineKey", points::float8 as points, body as text,
  evidence, entered_by as "enteredBy", entered_on as "enteredOn", withdrawn_by as "withdrawnBy", withdrawn_reason as "withdrawnReason"`;

type Which = Quarter & { readonly programmeId: string };

/** Every entry of a quarter, those taken back among them. */
export async function listEntries({ client, district }: Reader, { programmeId, year, quarter }: Which): Promise<readonly StoredEntry[]> {
  const found = await client.query<StoredEntry>({
    name: 'assessment-entries',
    text: `select ${ENTRY} from assessment.entry where district = $1 and programme_id = $2 and year = $3 and quarter = $4 order by entered_on, id`,
    values: [district, programmeId, year, quarter],
  });
  return found.rows;
}

export async function getEntry({ client, district }: Reader, id: string): Promise<StoredEntry> {
  const found = await client.query<StoredEntry>(`select ${ENTRY} from assessment.entry where district = $1 and id = $2`, [district, id]);
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-entry', { id });
  return found.rows[0];
}

type NewEntry = Which & Pick<StoredEntry, 'entryId' | 'unitId' | 'lineKey' | 'points' | 'text' | 'evidence'>;

export async function addEntry(writer: Writer, it: NewEntry): Promise<void> {
  const { entryId, programmeId, year, quarter, unitId, lineKey, points, text, evidence } = it;
  const entered = { entered_by: writer.actor.name, entered_on: writer.today };
  const of = { programme_id: programmeId, year, quarter, unit_id: unitId, line_key: lineKey };
  await add(writer, 'assessment.entry', { id: entryId, ...of, points, body: text, evidence, ...entered });
}

export async function saveWithdrawn(writer: Writer, id: string, reason: string): Promise<void> {
  await save(writer, 'assessment.entry', { id }, { withdrawn_by: writer.actor.name, withdrawn_reason: reason });
}

/** 核查不符 that had to be corrected in a time, with the day on which a correction was adopted. */
export async function listMismatches(
  { client, district }: Reader,
  { programmeId, from, to }: { readonly programmeId: string; readonly from: CivilDate; readonly to: CivilDate },
): Promise<readonly (Omit<MismatchFact, 'title'> & { readonly unitId: string | null })[]> {
  const found = await client.query<Omit<MismatchFact, 'title'> & { readonly unitId: string | null }>({
    name: 'assessment-mismatches',
    text: `select v.id as "verdictId", v.promise_id as "promiseId", v.due_on as "dueOn", j.lead_unit_id as "unitId",
                  (select min((c.decided_at at time zone 'Asia/Shanghai')::date) from delivery.report c
                    where c.district = v.district and c.supersedes = v.report_id and c.state in ('adopted', 'superseded')) as "correctedOn"
             from delivery.verdict v
             join programme.promise p on p.district = v.district and p.id = v.promise_id
             join programme.project j on j.district = p.district and j.id = p.project_id
            where v.district = $1 and v.programme_id = $2 and v.result = 'mismatch' and v.due_on between $3 and $4
              and not exists (select 1 from delivery.verdict n where n.district = v.district and n.report_id = v.report_id and n.given_at > v.given_at)
            order by v.due_on, v.id`,
    values: [district, programmeId, from, to],
  });
  return found.rows;
}
