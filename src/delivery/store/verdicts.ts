import type { CivilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, type Writer } from '#/platform/db.ts';
import type { OpenSample } from '../rules/duties.ts';
import type { Period } from '../rules/period.ts';
import type { Drawable } from '../rules/sample.ts';
import type { Verdict } from '../rules/verdict.ts';

/** 核查记录: a verdict with who gave it and what it rests on. */
export type StoredVerdict = Verdict & {
  readonly id: string;
  readonly sampleId: string | null;
  readonly way: 'evidence' | 'on-site';
  readonly note: string;
  readonly evidence: readonly string[];
  readonly givenBy: string;
  readonly givenAt: string;
};

const VERDICT = `id, report_id as "reportId", promise_id as "promiseId", result, given_on as "on", due_on as "dueOn", sample_id as "sampleId", way, note,
  evidence, given_by as "givenBy", given_at as "givenAt"`;

/** All verdicts on reports of a list, oldest first, so that the newest on a report comes last. */
export async function listVerdicts({ client, district }: Reader, programmeId: string): Promise<readonly StoredVerdict[]> {
  const found = await client.query<StoredVerdict>({
    name: 'delivery-verdicts',
    text: `select ${VERDICT} from delivery.verdict where district = $1 and programme_id = $2 order by given_at, id`,
    values: [district, programmeId],
  });
  return found.rows;
}

/** The newest verdict on a report, if there is one. */
export async function findVerdict({ client, district }: Reader, programmeId: string, reportId: string): Promise<StoredVerdict | undefined> {
  const found = await client.query<StoredVerdict>({
    name: 'delivery-verdict-on',
    text: `select ${VERDICT} from delivery.verdict where district = $1 and programme_id = $2 and report_id = $3 order by given_at desc, id desc limit 1`,
    values: [district, programmeId, reportId],
  });
  return found.rows[0];
}

export async function addVerdict(writer: Writer, programmeId: string, it: StoredVerdict): Promise<void> {
  await add(writer, 'delivery.verdict', {
    id: it.id,
    programme_id: programmeId,
    promise_id: it.promiseId,
    report_id: it.reportId,
    sample_id: it.sampleId,
    way: it.way,
    result: it.result,
    note: it.note,
    evidence: it.evidence,
    due_on: it.dueOn,
    given_by: it.givenBy,
    given_on: it.on,
    given_at: it.givenAt,
  });
}

/** 抽查样本: with all that it was drawn from, so that anybody can draw it again. */
export type StoredSample = {
  readonly id: string;
  readonly programmeId: string;
  readonly period: Period;
  readonly seed: string;
  readonly size: number;
  readonly byUnit: boolean;
  readonly population: readonly Drawable[];
  readonly reportIds: readonly string[];
  readonly drawnBy: string;
  readonly drawnAt: string;
  readonly drawnOn: CivilDate;
};

const SAMPLE = `id, programme_id as "programmeId", period, seed, size, by_unit as "byUnit", population, report_ids as "reportIds", drawn_by as "drawnBy",
  drawn_at as "drawnAt", coalesce(drawn_on, (drawn_at at time zone 'Asia/Shanghai')::date) as "drawnOn"`;

export async function listSamples({ client, district }: Reader, programmeId: string, period: Period): Promise<readonly StoredSample[]> {
  const found = await client.query<StoredSample>({
    name: 'delivery-samples',
    text: `select ${SAMPLE} from delivery.sample where district = $1 and programme_id = $2 and period = $3 order by drawn_at desc, id desc`,
    values: [district, programmeId, period],
  });
  return found.rows;
}

export async function getSample({ client, district }: Reader, id: string): Promise<StoredSample> {
  const found = await client.query<StoredSample>({
    name: 'delivery-sample',
    text: `select ${SAMPLE} from delivery.sample where district = $1 and id = $2`,
    values: [district, id],
  });
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-sample', { sampleId: id });
  return found.rows[0];
}

export async function addSample(writer: Writer, it: StoredSample): Promise<void> {
  await add(writer, 'delivery.sample', {
    id: it.id,
    programme_id: it.programmeId,
    period: it.period,
    seed: it.seed,
    size: it.size,
    by_unit: it.byUnit,
    population: it.population,
    report_ids: it.reportIds,
    drawn_by: it.drawnBy,
    drawn_at: it.drawnAt,
    drawn_on: it.drawnOn,
  });
}

/** The adopted reports that speak of a day of the period, with the unit each is of: what a sample is drawn from. */
export async function listDrawable(
  { client, district }: Reader,
  { programmeId, from, to }: { readonly programmeId: string; readonly from: CivilDate; readonly to: CivilDate },
): Promise<readonly Drawable[]> {
  const found = await client.query<Drawable>({
    name: 'delivery-drawable',
    text: `select id, unit_id as "unitId" from delivery.report
            where district = $1 and programme_id = $2 and state = 'adopted' and as_of between $3 and $4 order by id`,
    values: [district, programmeId, from, to],
  });
  return found.rows;
}

/** Samples of which something drawn still counts and has no verdict that was given for the sample. */
export async function listOpenSamples({ client, district, today }: Reader, programmeId: string): Promise<readonly OpenSample[]> {
  const found = await client.query<OpenSample>({
    name: 'delivery-open-samples',
    text: `select s.id, s.programme_id as "programmeId", s.period, coalesce(s.drawn_on, least((s.drawn_at at time zone 'Asia/Shanghai')::date, $3::date)) as "drawnOn", cardinality(s.report_ids) as drawn, count(*)::int as left
             from delivery.sample s join delivery.report r on r.district = s.district and r.id = any(s.report_ids) and r.state = 'adopted'
            where s.district = $1 and s.programme_id = $2
              and not exists (select 1 from delivery.verdict v where v.district = s.district and v.sample_id = s.id and v.report_id = r.id)
            group by s.id, s.programme_id, s.period, s.drawn_on, s.drawn_at, s.report_ids order by s.drawn_at, s.id`,
    values: [district, programmeId, today],
  });
  return found.rows;
}
