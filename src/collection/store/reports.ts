import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Reader, Writer } from '#/platform/db.ts';
import type { FirstReport } from '../rules/rates.ts';
import type { EarlierReport } from '../rules/staging.ts';

type Span = { readonly programmeId: string; readonly from: CivilDate; readonly to: CivilDate };

/** What stands for each promise in a period: the newest report that was not replaced, one that was sent back only where nothing else stands. */
export async function listEarlier(
  { client, district }: Reader,
  { programmeId, from, to }: Span,
): Promise<ReadonlyMap<string, EarlierReport>> {
  const found = await client.query<EarlierReport>({
    name: 'collection-earlier',
    text: `select distinct on (r.promise_id) r.id as "reportId", r.version, r.promise_id as "promiseId", r.state, r.as_of as "asOf",
             r.value_kind as "valueKind", r.value, r.denominator, r.measure_unit as "measureUnit", r.stage, r.steps_done as "stepsDone", r.body as text, r.behind_reason as "behindReason",
             exists (select 1 from delivery.report c where c.district = r.district and c.supersedes = r.id and c.state in ('proposed', 'unit-review', 'submitted'))
               as "isPendingCorrection",
             exists (select 1 from collection.taken_row t where t.district = r.district and t.report_id = r.id) as "fromForm"
             from delivery.report r
            where r.district = $1 and r.programme_id = $2 and r.as_of between $3 and $4 and r.state not in ('superseded')
              and not exists (select 1 from delivery.report a where a.district = r.district and r.supersedes = a.id and a.state = 'adopted')
            order by r.promise_id, (r.state = 'sent-back'), r.as_of desc, r.submitted_at desc, r.id desc`,
    values: [district, programmeId, from, to],
  });
  return new Map(found.rows.map((it) => [it.promiseId, it]));
}

/** The first day on which something came for each promise of a period: when the form was received, else when the report was sent; never a day to come. */
export async function listFirstReports(
  { client, district, today }: Reader,
  { programmeId, from, to }: Span,
): Promise<readonly FirstReport[]> {
  const found = await client.query<FirstReport>({
    name: 'collection-first-reports',
    text: `select r.promise_id as "promiseId",
             least(min(coalesce(t.received_on, (r.submitted_at at time zone 'Asia/Shanghai')::date)), $5::date) as "receivedOn"
             from delivery.report r left join collection.taken_row t on t.district = r.district and t.report_id = r.id
            where r.district = $1 and r.programme_id = $2 and r.as_of between $3 and $4 and r.state not in ('proposed', 'unit-review', 'sent-back')
            group by r.promise_id`,
    values: [district, programmeId, from, to, today],
  });
  return found.rows;
}

/** Rows that became reports, as `<digest> <promise>`. */
export async function listTakenKeys({ client, district }: Reader, digests: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await client.query<{ key: string }>({
    name: 'collection-taken-keys',
    text: `select digest || ' ' || promise_id as key from collection.taken_row where district = $1 and digest = any($2)`,
    values: [district, digests],
  });
  return new Set(found.rows.map((it) => it.key));
}

export type TakenNote = {
  readonly reportId: string;
  readonly promiseId: string;
  readonly fileName: string;
  readonly digest: string;
  readonly sheet: string;
  readonly rowNumber: number;
  readonly takenBy: string;
  readonly signs: Readonly<Record<string, string>>;
};

/** Where the reports of a period came from, and the reasons that were given with them. */
export async function listTakenNotes({ client, district }: Reader, programmeId: string, period: string): Promise<readonly TakenNote[]> {
  const found = await client.query<TakenNote>({
    name: 'collection-taken-notes',
    text: `select t.report_id as "reportId", t.promise_id as "promiseId", f.name as "fileName", t.digest, t.sheet, t.row_number as "rowNumber",
             t.taken_by as "takenBy", t.signs
             from collection.taken_row t
             join collection.returned_file f on f.district = t.district and f.batch_id = t.batch_id and f.digest = t.digest
             join collection.batch b on b.district = t.district and b.id = t.batch_id
            where t.district = $1 and b.programme_id = $2 and t.period = $3 order by t.taken_at, t.report_id`,
    values: [district, programmeId, period],
  });
  return found.rows;
}

/** Two batches of one period are confirmed one after the other, so that the second sees what the first made. */
export async function holdCollecting(
  { client, district }: Writer,
  of: { readonly programmeId: string; readonly period: string },
): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `collection.confirm ${district} ${of.programmeId} ${of.period}`,
  ]);
}

/** 滞后原因与补救措施 that came with the adopted reports of a list, by report. */
export async function listReasons({ client, district }: Reader, programmeId: string): Promise<ReadonlyMap<string, string>> {
  const found = await client.query<{ id: string; reason: string }>({
    name: 'collection-reasons',
    text: `select id, behind_reason as reason from delivery.report
            where district = $1 and programme_id = $2 and state = 'adopted' and behind_reason is not null`,
    values: [district, programmeId],
  });
  return new Map(found.rows.map((it) => [it.id, it.reason]));
}
