import type { Reader } from '#/platform/db.ts';
import type { PublishedParts } from '#/records/door.ts';

/** What the editions that are out tell of each counted promise, oldest first: they stay public, so the next one must give none of them away. */
export async function publishedParts(
  { client, district }: Reader,
  programmeId: string,
): Promise<ReadonlyMap<string, readonly PublishedParts[]>> {
  const found = await client.query<PublishedParts & { readonly promiseId: string }>({
    name: 'publication-published-parts',
    text: `select f.promise_id as "promiseId", f.content->'parts' as parts,
                  case when f.content->>'measure' <> 'ratio' then (f.content->>'done')::float8 end as total
             from publication.figure f join publication.edition e on e.district = f.district and e.id = f.edition_id
            where f.district = $1 and e.programme_id = $2 and e.state = 'published' and f.content->'parts' is not null order by e.number`,
    values: [district, programmeId],
  });
  return Map.groupBy(found.rows, (it) => it.promiseId);
}
