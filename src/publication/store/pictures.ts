import type { CivilDate } from '#/kernel/civil-date.ts';

import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, type Writer } from '#/platform/db.ts';
import { PICTURE_PHASES, type PictureDecision, type PublicPicture } from '../rules/pictures.ts';

const DECISION = `k.id, k.project_id as "projectId", k.source_digest as "sourceDigest", k.decision, k.redacted_digest as "redactedDigest", k.width, k.height,
  k.boxes, k.checks, k.phase, k.caption, k.alt, k.reason, k.at_once as "atOnce", k.decided, k.supersedes`;

/** What nobody decided anew since. */
const LATEST = 'not exists (select from publication.picture s where s.district = k.district and s.supersedes = k.id)';

/** 佐证照片: a picture that proves an adopted report, or an acceptance, of one project of a list. Who took or sent it is not asked. */
export type EvidencePicture = {
  readonly projectId: string;
  readonly projectNo: string;
  readonly projectName: string;
  readonly sourceDigest: string;
  readonly asOf: CivilDate;
  readonly promise: string;
  readonly size: number;
};

const EVIDENCE = `
  with proven as (
    select promise_id, as_of, unnest(evidence) as digest from delivery.report where district = $1 and programme_id = $2 and state = 'adopted'
    union all
    select promise_id, accepted_on, unnest(evidence) from delivery.acceptance where district = $1 and programme_id = $2
    union all
    select e.promise_id, e.on_day, unnest(e.before_pictures || e.evidence) from records.entry e
      join programme.promise q on q.district = e.district and q.id = e.promise_id
      join programme.project j on j.district = q.district and j.id = q.project_id and j.programme_id = $2
     where e.district = $1 and e.state in ('held', 'recorded'))
  select distinct on (j.position, e.as_of, e.digest) j.id as "projectId", j.no as "projectNo", j.name as "projectName", e.digest as "sourceDigest",
         e.as_of as "asOf", p.verb || p.object as promise, f.size::int as size
    from (select distinct on (q.project_id, digest) q.project_id, q.id as promise_id, proven.as_of, proven.digest
            from proven join programme.promise q on q.district = $1 and q.id = proven.promise_id
           where proven.as_of <= $3 order by q.project_id, digest, proven.as_of) e
    join programme.promise p on p.district = $1 and p.id = e.promise_id
    join programme.project j on j.district = $1 and j.id = e.project_id
    join platform.file f on f.district = $1 and f.digest = e.digest and f.media_type like 'image/%'
   order by j.position, e.as_of, e.digest`;

export async function listEvidencePictures(
  { client, district }: Reader,
  programmeId: string,
  until: CivilDate,
): Promise<readonly EvidencePicture[]> {
  const found = await client.query<EvidencePicture>({
    name: 'publication-evidence-pictures',
    text: EVIDENCE,
    values: [district, programmeId, until],
  });
  return found.rows;
}

export async function listDecisions({ client, district }: Reader, programmeId: string): Promise<readonly PictureDecision[]> {
  const found = await client.query<PictureDecision>(
    `select ${DECISION} from publication.picture k where k.district = $1 and k.programme_id = $2 and ${LATEST} order by k.id`,
    [district, programmeId],
  );
  return found.rows;
}

/** Every decision about one picture of a project, newest first. */
export async function listDecisionsOf(
  { client, district }: Reader,
  projectId: string,
  sourceDigest: string,
): Promise<readonly PictureDecision[]> {
  const found = await client.query<PictureDecision>(
    `select ${DECISION} from publication.picture k where k.district = $1 and k.project_id = $2 and k.source_digest = $3 order by k.id desc`,
    [district, projectId, sourceDigest],
  );
  return found.rows;
}

/** Two people who decide about pictures of one project wait for each other. */
export async function holdPictures({ client, district }: Writer, projectId: string): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`publication.picture ${district} ${projectId}`]);
}

export async function getProgrammeOfProject({ client, district }: Reader, projectId: string): Promise<string> {
  const found = await client.query<{ id: string }>('select programme_id as id from programme.project where district = $1 and id = $2', [
    district,
    projectId,
  ]);
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-project', { projectId });
  return found.rows[0].id;
}

export async function addDecision(writer: Writer, programmeId: string, it: PictureDecision): Promise<void> {
  await add(writer, 'publication.picture', {
    id: it.id,
    programme_id: programmeId,
    project_id: it.projectId,
    source_digest: it.sourceDigest,
    decision: it.decision,
    redacted_digest: it.redactedDigest,
    width: it.width,
    height: it.height,
    boxes: it.boxes,
    checks: it.checks,
    phase: it.phase,
    caption: it.caption,
    alt: it.alt,
    reason: it.reason,
    at_once: it.atOnce,
    decided: it.decided,
    decided_by: writer.actor.accountId,
    supersedes: it.supersedes,
  });
}

/** A picture that may stand in an edition, with the decision it rests on. */
export type ChosenPicture = { readonly pictureId: string; readonly projectId: string; readonly picture: PublicPicture };

/** What an edition of a day shows: pictures made public that still prove something of that day, by project, phase and age. */
export async function choosePictures(reader: Reader, programmeId: string, asOf: CivilDate): Promise<readonly ChosenPicture[]> {
  const evidence = await listEvidencePictures(reader, programmeId, asOf);
  const proving = new Map(evidence.map((it, i) => [`${it.projectId} ${it.sourceDigest}`, i]));
  const place = (it: PictureDecision) => proving.get(`${it.projectId} ${it.sourceDigest}`) ?? 0;
  const decisions = await listDecisions(reader, programmeId);
  return decisions
    .filter((it) => it.decision === 'public' && proving.has(`${it.projectId} ${it.sourceDigest}`))
    .toSorted((a, b) => PICTURE_PHASES.indexOf(a.phase!) - PICTURE_PHASES.indexOf(b.phase!) || place(a) - place(b))
    .map(({ id, projectId, redactedDigest, phase, caption, alt, width, height }) => ({
      pictureId: id,
      projectId,
      picture: { digest: redactedDigest!, phase: phase!, caption: caption!, alt: alt!, width: width!, height: height! },
    }));
}
