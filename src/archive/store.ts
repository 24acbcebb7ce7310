import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, type Writer } from '#/platform/db.ts';
import type { Bundle } from './rules/archive.ts';
import type { CheckedFigure, EditionFigure, EvidenceFile, IncomingPaper, JournalLine } from './rules/facts.ts';

const BUNDLE = `id, programme_id as "programmeId", project_id as "projectId", name, with_originals as "withOriginals", purpose, entries, gaps,
  size::float8 as size, made, made_at as "madeAt"`;

export async function listBundles({ client, district }: Reader, programmeId: string): Promise<readonly Bundle[]> {
  const found = await client.query<Bundle>(
    `select ${BUNDLE} from archive.bundle where district = $1 and programme_id = $2 order by made_at desc, id desc`,
    [district, programmeId],
  );
  return found.rows;
}

export async function getBundle({ client, district }: Reader, id: string): Promise<Bundle> {
  const found = await client.query<Bundle>(`select ${BUNDLE} from archive.bundle where district = $1 and id = $2`, [district, id]);
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-bundle', { id });
  return found.rows[0];
}

export async function addBundle(writer: Writer, it: Bundle): Promise<void> {
  await add(writer, 'archive.bundle', {
    id: it.id,
    programme_id: it.programmeId,
    project_id: it.projectId,
    name: it.name,
    with_originals: it.withOriginals,
    purpose: it.purpose,
    entries: it.entries,
    gaps: it.gaps,
    size: it.size,
    made: it.made,
    made_at: it.madeAt,
  });
}

/** Files that came with adopted reports and acceptances, by project, each once. */
export async function listEvidence(
  { client, district }: Reader,
  programmeId: string,
): Promise<ReadonlyMap<string, readonly Omit<EvidenceFile, 'isThere'>[]>> {
  const found = await client.query<Omit<EvidenceFile, 'isThere'> & { projectId: string }>(
    `with proven as (
       select promise_id, as_of, unnest(evidence) as digest from delivery.report where district = $1 and programme_id = $2 and state = 'adopted'
       union all
       select promise_id, accepted_on, unnest(evidence) from delivery.acceptance where district = $1 and programme_id = $2)
     select p.project_id as "projectId", f.digest, f.size::float8 as size, f.media_type as "mediaType", lower(substring(f.name from '\\.([A-Za-z0-9]{1,5})$')) as extension, min(proven.as_of) as on
       from proven join programme.promise p on p.district = $1 and p.id = proven.promise_id
       join platform.file f on f.district = $1 and f.digest = proven.digest
      group by p.project_id, f.digest, f.size, f.media_type, f.name order by min(proven.as_of), f.digest`,
    [district, programmeId],
  );
  return Map.groupBy(found.rows, (it) => it.projectId);
}

/** What the journal says about these subjects, in its own order. */
export async function listJournal({ client, district }: Reader, subjects: readonly string[]): Promise<readonly JournalLine[]> {
  const found = await client.query<JournalLine>(
    `select seq::text as seq, at::text as at, post, command, subject, digest from platform.journal_entry
      where district = $1 and subject = any($2) order by platform.journal_entry.seq`,
    [district, subjects],
  );
  return found.rows;
}

/** The figures of every published edition of a list. */
export async function listFigures({ client, district }: Reader, programmeId: string): Promise<readonly EditionFigure[]> {
  const found = await client.query<EditionFigure>(
    `select e.number, e.as_of as "asOf", f.promise_id as "promiseId", f.numerator as done, f.denominator as target, f.evidence_digest as "evidenceDigest"
       from publication.figure f join publication.edition e on e.district = f.district and e.id = f.edition_id
      where f.district = $1 and e.programme_id = $2 and e.state = 'published' order by e.number, f.project_position, f.position`,
    [district, programmeId],
  );
  return found.rows;
}

/** What checking found in a list, in the order of the checking. */
export async function listChecked({ client, district }: Reader, programmeId: string): Promise<readonly CheckedFigure[]> {
  const found = await client.query<CheckedFigure>(
    `select v.promise_id as "promiseId", r.as_of as "asOf", v.way, v.sample_id is not null as "isSampled", v.result, v.note, v.due_on as "dueOn",
            v.given_by as by, v.given_on as "on"
       from delivery.verdict v join delivery.report r on r.district = v.district and r.id = v.report_id
      where v.district = $1 and v.programme_id = $2 order by v.given_on, v.given_at, v.id`,
    [district, programmeId],
  );
  return found.rows;
}

/** `number` is 第几稿 of a document, 第几期 of an edition. */
export type SignedPaper = {
  readonly kind: 'bulletin' | 'one-pager' | 'edition';
  readonly year: number;
  readonly month: number | null;
  readonly number: number;
  readonly digest: string | null;
  readonly on: IncomingPaper['on'];
};

/** What was signed of a list (通报, 一页纸, 公开版), with the scan of the paper where one is attached. */
export async function listSigned({ client, district }: Reader, programmeId: string): Promise<readonly SignedPaper[]> {
  const found = await client.query<SignedPaper>(
    `select d.kind, d.year, d.month, d.edition as number,
            d.scan_digest as digest, s.on_day as "on"
       from supervision.document d
       left join supervision.document_step s on s.district = d.district and s.document_id = d.id and s.step = 'signed'
      where d.district = $1 and d.programme_id = $2 and d.state = 'signed'
      union all
     select 'edition', e.year, null, e.number, e.scan_digest, (e.signed ->> 'on')::date
       from publication.edition e where e.district = $1 and e.programme_id = $2 and e.state = 'published'
      order by "on", kind, number`,
    [district, programmeId],
  );
  return found.rows;
}

type ReturnedForm = { readonly digest: string; readonly period: string; readonly unit: string | null; readonly on: IncomingPaper['on'] };

/** 报送表 that figures were taken from, each file once; of one unit, or of all where `unitIds` is null. */
export async function listReturnedForms(
  { client, district }: Reader,
  programmeId: string,
  unitIds: readonly string[] | null,
): Promise<readonly ReturnedForm[]> {
  const found = await client.query<ReturnedForm>(
    `select distinct on (f.digest) f.digest, b.period, u.name as unit, b.received_on as "on"
       from collection.returned_file f
       join collection.batch b on b.district = f.district and b.id = f.batch_id and b.state = 'confirmed'
       left join organisation.unit u on u.district = f.district and u.id = f.unit_id
      where f.district = $1 and b.programme_id = $2 and f.kind = 'form' and ($3::uuid[] is null or f.unit_id = any($3))
      order by f.digest, b.received_on`,
    [district, programmeId, unitIds],
  );
  return found.rows.toSorted((a, b) => a.period.localeCompare(b.period) || (a.unit ?? '').localeCompare(b.unit ?? '', 'zh-CN'));
}
