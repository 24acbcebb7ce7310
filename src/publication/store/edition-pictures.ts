import { addMany, type Reader, type Writer } from '#/platform/db.ts';
import { isShown, type PublicPicture, type ShownState } from '../rules/pictures.ts';
import { type ChosenPicture, holdPictures } from './pictures.ts';

export async function addEditionPictures(writer: Writer, editionId: string, chosen: readonly ChosenPicture[]): Promise<void> {
  const places = Map.groupBy(chosen, (it) => it.projectId);
  await addMany(
    writer,
    'publication.edition_picture',
    [...places.values()].flatMap((ofProject) =>
      ofProject.map(({ pictureId, projectId, picture }, position) => ({
        edition_id: editionId,
        project_id: projectId,
        position,
        picture_id: pictureId,
        digest: picture.digest,
        content: picture,
      })),
    ),
  );
}

/** The pictures of an edition, by project. */
export async function picturesOfEdition(
  { client, district }: Reader,
  editionId: string,
): Promise<ReadonlyMap<string, readonly PublicPicture[]>> {
  const found = await client.query<{ projectId: string; content: PublicPicture }>(
    `select project_id as "projectId", content from publication.edition_picture where district = $1 and edition_id = $2 order by project_id, position`,
    [district, editionId],
  );
  const byProject = Map.groupBy(found.rows, (it) => it.projectId);
  return new Map([...byProject].map(([id, rows]) => [id, rows.map((it) => it.content)]));
}

const STATE = `
  select k.digest,
    e.id = (select c.id from publication.edition c
             where c.district = e.district and c.year = e.year and c.kind = e.kind and c.state = 'published'
             order by c.as_of desc, c.number desc limit 1) as "isCurrentEdition",
    not exists (select from publication.picture s where s.district = p.district and s.supersedes = p.id) as "isLatestDecision",
    exists (select from publication.picture s where s.district = p.district and s.project_id = p.project_id
             and s.source_digest = p.source_digest and s.at_once and s.id > p.id) as "isStopped"
    from publication.edition_picture k
    join publication.edition e on e.district = k.district and e.id = k.edition_id
    join publication.picture p on p.district = k.district and p.id = k.picture_id
   where k.district = $1 and e.state = 'published'`;

/** Of the pictures of a published edition, those that are no longer shown. */
export async function hiddenPictures({ client, district }: Reader, editionId: string): Promise<ReadonlySet<string>> {
  const found = await client.query<ShownState & { digest: string }>(`${STATE} and k.edition_id = $2`, [district, editionId]);
  return new Set(found.rows.filter((it) => !isShown(it)).map((it) => it.digest));
}

/** Whether a copy stands in some published edition of this district and is still shown there. */
export async function isPublicPicture({ client, district }: Reader, digest: string): Promise<boolean> {
  const found = await client.query<ShownState>(`${STATE} and k.digest = $2`, [district, digest]);
  return found.rows.some(isShown);
}

/** Every copy that some published edition of this district still shows. */
export async function shownPictures({ client, district }: Reader): Promise<readonly string[]> {
  const found = await client.query<ShownState & { digest: string }>(`${STATE} order by k.digest`, [district]);
  return [...new Set(found.rows.filter(isShown).map((it) => it.digest))];
}

/** Whether one person alone decided about a picture of this edition. */
export async function decidedPictures({ client, district }: Reader, editionId: string, accountId: string): Promise<number> {
  const found = await client.query<{ count: number }>(
    `select count(*)::int as count from publication.edition_picture k
       join publication.picture p on p.district = k.district and p.id = k.picture_id
      where k.district = $1 and k.edition_id = $2 and p.decided_by = $3`,
    [district, editionId, accountId],
  );
  return found.rows[0]!.count;
}

/** Accounts besides this one that may review today, by the posts they hold. */
export async function otherReviewers({ client, district, today }: Reader, accountId: string): Promise<number> {
  const found = await client.query<{ count: number }>(
    `select count(distinct r.account_id)::int as count from organisation.person r
       join organisation.holding h on h.district = r.district and h.person_id = r.id and h.from_on <= $2 and (h.to_on is null or h.to_on >= $2)
       join organisation.post q on q.district = h.district and q.id = h.post_id and q.is_active
      where r.district = $1 and 'office' = any(q.roles) and r.account_id is not null and r.account_id::text <> $3`,
    [district, today, accountId],
  );
  return found.rows[0]!.count;
}

/** How many pictures of a draft were decided about anew since it was prepared. Whoever decides about one of them now waits until this transaction ends. */
export async function overtakenPictures(writer: Writer, editionId: string): Promise<number> {
  const { client, district } = writer;
  const held = await client.query<{ projectId: string }>(
    `select distinct project_id as "projectId" from publication.edition_picture where district = $1 and edition_id = $2 order by project_id`,
    [district, editionId],
  );
  for (const { projectId } of held.rows) await holdPictures(writer, projectId);
  const found = await client.query<{ count: number }>(
    `select count(*)::int as count from publication.edition_picture k
      where k.district = $1 and k.edition_id = $2
        and exists (select from publication.picture s where s.district = k.district and s.supersedes = k.picture_id)`,
    [district, editionId],
  );
  return found.rows[0]!.count;
}
