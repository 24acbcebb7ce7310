import { Problem } from '#/kernel/problem.ts';
import { type Reader, remove, save, type Writer } from '#/platform/db.ts';
import { seal, unseal } from '#/platform/secrets.ts';
import { OFFICES, type Officer } from '../rules/officers.ts';

const PLACE = 'ballot.officer.name';

export async function listOfficers({ client, district, keys }: Reader, sessionId: string): Promise<readonly Officer[]> {
  const found = await client.query<Officer>(
    'select id, office, name, unit, delegation from ballot.officer where district = $1 and session_id = $2 order by id',
    [district, sessionId],
  );
  return found.rows
    .map((it) => ({ ...it, name: unseal(keys, PLACE, it.name) }))
    .toSorted((a, b) => OFFICES.indexOf(a.office) - OFFICES.indexOf(b.office));
}

export async function saveOfficer(writer: Writer, sessionId: string, { id, office, name, unit, delegation }: Officer): Promise<void> {
  await save(writer, 'ballot.officer', { id }, { session_id: sessionId, office, name: seal(writer.keys, PLACE, name), unit, delegation });
}

export async function removeOfficer(writer: Writer, sessionId: string, id: string): Promise<void> {
  if (!(await listOfficers(writer, sessionId)).some((it) => it.id === id)) throw new Problem(404, 'unknown-officer', { id });
  await remove(writer, 'ballot.officer', { id });
}
