import type { Reader } from '#/platform/db.ts';

/** The names of all persons that the district knows: none of them is named in what the public reads. */
export async function listPersonNames({ client, district }: Reader): Promise<readonly string[]> {
  const found = await client.query<{ name: string }>({
    name: 'publication-person-names',
    text: 'select distinct name from organisation.person where district = $1 and char_length(name) > 1 order by name',
    values: [district],
  });
  return found.rows.map(({ name }) => name);
}
