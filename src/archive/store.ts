import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, type Writer } from '#/platform/db.ts';
import type { Bundle } from './rules/archive.ts';
import type { EditionFigure, EvidenceFile, JournalLine } from './rules/facts.ts';

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
