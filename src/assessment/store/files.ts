import type { Reader } from '#/platform/db.ts';

/** What the files of appeals and of points by hand are called. */
export async function loadFileNames({ client, district }: Reader, digests: readonly string[]): Promise<Readonly<Record<string, string>>> {
  if (digests.length === 0) return {};
  const found = await client.query<{ digest: string; name: string }>({
    name: 'assessment-file-names',
    text: 'select digest, name from platform.file where district = $1 and digest = any($2)',
    values: [district, [...new Set(digests)]],
  });
  return Object.fromEntries(found.rows.map(({ digest, name }) => [digest, name]));
}
