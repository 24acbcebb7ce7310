import type { CivilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { addUnread } from '#/platform/add-unread.ts';
import { addMany, type Reader, save, type Writer } from '#/platform/db.ts';
import type { Report, ReportFacts } from '../rules/report.ts';

export { checkFilesKnown } from '#/platform/files.ts';

/** 报送及其清单: a report as it is stored, with the list it belongs to. */
export type StoredReport = Report & { readonly programmeId: string };

const COLUMNS = `id, programme_id as "programmeId", promise_id as "promiseId", as_of as "asOf", value_kind as "valueKind", value, denominator,
  measure_unit as "measureUnit", in_measure as "inMeasure", stage, before_output as "beforeOutput", steps_done as "stepsDone", body as text, evidence,
  overrides, state, supersedes, correction_reason as "correctionReason", unit_id as "unitId", submitted_by as "submittedBy", submitted_at as "submittedAt", on_behalf as "onBehalf",
  submitter_id as "submitterId", source, coalesce(unchanged, false) as unchanged, behind_reason as "behindReason", behind_until as "behindUntil",
  unit_reviewed_by as "unitReviewedBy", unit_reviewed_at as "unitReviewedAt",
  decided_by as "decidedBy", decided_at as "decidedAt", sent_back_reason as "sentBackReason", version`;

const FACTS = `id, promise_id as "promiseId", as_of as "asOf", value_kind as "valueKind", value, denominator, measure_unit as "measureUnit",
  in_measure as "inMeasure", stage, before_output as "beforeOutput", steps_done as "stepsDone", evidence <> '{}' as "hasEvidence", body as text, state,
  submitted_at as "submittedAt", unit_id as "unitId"`;

/** The adopted reports of a list, in the order in which they are added up. */
export async function listAdoptedFacts({ client, district }: Reader, programmeId: string): Promise<readonly ReportFacts[]> {
  const found = await client.query<ReportFacts>({
    name: 'delivery-facts',
    text: `select ${FACTS}
             from delivery.report where district = $1 and programme_id = $2 and state = 'adopted'
            order by promise_id, as_of, submitted_at, id`,
    values: [district, programmeId],
  });
  return found.rows;
}

/** Every report of one promise, newest first; the corrected ones too. */
export async function listReportsOf({ client, district }: Reader, promiseId: string): Promise<readonly StoredReport[]> {
  const found = await client.query<StoredReport>({
    name: 'delivery-reports-of',
    text: `select ${COLUMNS} from delivery.report where district = $1 and promise_id = $2 order by as_of desc, submitted_at desc, id desc`,
    values: [district, promiseId],
  });
  return found.rows;
}

export async function getReport({ client, district }: Reader, id: string): Promise<StoredReport> {
  const found = await client.query<StoredReport>({
    name: 'delivery-report',
    text: `select ${COLUMNS} from delivery.report where district = $1 and id = $2`,
    values: [district, id],
  });
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-report', { reportId: id });
  return found.rows[0];
}

/** What is not decided yet, oldest first: at the units and at the supervision office. */
export async function listWaiting({ client, district }: Reader, programmeId: string): Promise<readonly StoredReport[]> {
  const found = await client.query<StoredReport>({
    name: 'delivery-waiting',
    text: `select ${COLUMNS} from delivery.report where district = $1 and programme_id = $2 and state in ('proposed', 'unit-review', 'submitted') order by submitted_at, id`,
    values: [district, programmeId],
  });
  return found.rows;
}

/** What is neither adopted nor replaced: it waits, or it was sent back. */
export async function listOpen({ client, district }: Reader, programmeId: string): Promise<readonly StoredReport[]> {
  const found = await client.query<StoredReport>({
    name: 'delivery-open',
    text: `select ${COLUMNS} from delivery.report
            where district = $1 and programme_id = $2 and state in ('proposed', 'unit-review', 'submitted', 'sent-back') order by submitted_at, id`,
    values: [district, programmeId],
  });
  return found.rows;
}

type Within = { readonly programmeId: string; readonly from: CivilDate; readonly to: CivilDate };

/** The adopted reports that speak of these days: what is verified. */
export async function listAdoptedWithin({ client, district }: Reader, { programmeId, from, to }: Within): Promise<readonly StoredReport[]> {
  const found = await client.query<StoredReport>({
    name: 'delivery-adopted-within',
    text: `select ${COLUMNS} from delivery.report
            where district = $1 and programme_id = $2 and state = 'adopted' and as_of between $3 and $4 order by promise_id, as_of, id`,
    values: [district, programmeId, from, to],
  });
  return found.rows;
}

/** Holds the report until the transaction ends, so that two people cannot decide it at once. */
export async function getReportForUpdate({ client, district }: Writer, id: string): Promise<StoredReport> {
  const found = await client.query<StoredReport>({
    name: 'delivery-report-for-update',
    text: `select ${COLUMNS} from delivery.report where district = $1 and id = $2 for update`,
    values: [district, id],
  });
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-report', { reportId: id });
  return found.rows[0];
}

/** Promise and day of every report of a list that still stands: `<promise> <day>`. */
export async function listKnownDays({ client, district }: Reader, programmeId: string): Promise<ReadonlySet<string>> {
  const found = await client.query<{ key: string }>(
    `select promise_id || ' ' || as_of as key from delivery.report where district = $1 and programme_id = $2 and state in ('proposed', 'unit-review', 'submitted', 'adopted')`,
    [district, programmeId],
  );
  return new Set(found.rows.map((it) => it.key));
}

/** The report that waits to take the place of another, if one does. */
export async function findPendingCorrection({ client, district }: Reader, reportId: string): Promise<StoredReport | undefined> {
  const found = await client.query<StoredReport>({
    name: 'delivery-pending-correction',
    text: `select ${COLUMNS} from delivery.report where district = $1 and supersedes = $2 and state in ('proposed', 'unit-review', 'submitted')`,
    values: [district, reportId],
  });
  return found.rows[0];
}

/** Which of these files came with another report that stands; what was sent back or corrected may be sent again. */
export async function findUsedEvidence(
  { client, district }: Reader,
  digests: readonly string[],
  exceptId: string | null,
): Promise<ReadonlySet<string>> {
  if (digests.length === 0) return new Set();
  const found = await client.query<{ digest: string }>({
    name: 'delivery-used-evidence',
    text: `select distinct digest from delivery.report r, unnest(r.evidence) digest
            where r.district = $1 and r.evidence && $2::text[] and digest = any($2) and r.state in ('proposed', 'unit-review', 'submitted', 'adopted') and ($3::uuid is null or r.id <> $3)`,
    values: [district, digests, exceptId],
  });
  return new Set(found.rows.map((it) => it.digest));
}

/** Makes reports on one promise (or what is done to one list) wait for each other: what is checked against the adopted ones stays true until it is stored. */
export async function holdPromise({ client, district }: Writer, promiseId: string): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`delivery.report ${district} ${promiseId}`]);
}

function rowOf(report: StoredReport): Record<string, unknown> {
  return {
    id: report.id,
    programme_id: report.programmeId,
    promise_id: report.promiseId,
    as_of: report.asOf,
    value_kind: report.valueKind,
    value: report.value,
    denominator: report.denominator,
    measure_unit: report.measureUnit,
    in_measure: report.inMeasure,
    stage: report.stage,
    before_output: report.beforeOutput,
    steps_done: report.stepsDone,
    body: report.text,
    evidence: report.evidence,
    overrides: report.overrides,
    state: report.state,
    supersedes: report.supersedes,
    correction_reason: report.correctionReason,
    unit_id: report.unitId,
    submitted_by: report.submittedBy,
    submitted_at: report.submittedAt,
    submitter_id: report.submitterId,
    on_behalf: report.onBehalf,
    source: report.source,
    unchanged: report.unchanged || null,
    behind_reason: report.behindReason,
    behind_until: report.behindUntil,
    unit_reviewed_by: report.unitReviewedBy,
    unit_reviewed_at: report.unitReviewedAt,
    decided_by: report.decidedBy,
    decided_at: report.decidedAt,
    sent_back_reason: report.sentBackReason,
    version: 1,
  };
}

export async function addReport(writer: Writer, report: StoredReport): Promise<void> {
  await addUnread(writer, 'delivery.report', rowOf(report));
}

export async function addReports(writer: Writer, reports: readonly StoredReport[]): Promise<void> {
  await addMany(writer, 'delivery.report', reports.map(rowOf));
}

export async function saveDecision(writer: Writer, report: Report): Promise<void> {
  const { state, decidedBy, decidedAt, sentBackReason, overrides, inMeasure, unitReviewedBy, unitReviewedAt } = report;
  await save(
    writer,
    'delivery.report',
    { id: report.id },
    {
      state,
      decided_by: decidedBy,
      decided_at: decidedAt,
      sent_back_reason: sentBackReason,
      overrides,
      in_measure: inMeasure,
      unit_reviewed_by: unitReviewedBy,
      unit_reviewed_at: unitReviewedAt,
    },
  );
}
