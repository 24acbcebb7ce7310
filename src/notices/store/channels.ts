import { Problem } from '#/kernel/problem.ts';
import { type Reader, save, type Writer } from '#/platform/db.ts';
import { type Keys, seal, unseal } from '#/platform/secrets.ts';
import type { Robot } from '../rules/channels.ts';

/** 提醒方式 of a person; the address in the clear, for himself alone. */
export type Preference = { readonly personId: string; readonly address: string | null; readonly wantsMail: boolean };

export const sealedPlaces = {
  address: 'notices.preference.address',
  robot: 'notices.robot.address',
  secret: 'notices.robot.secret',
} as const;

export function opened(keys: Keys, place: string, sealed: string): string {
  return unseal(keys, place, sealed);
}

export async function findPreference({ client, district, keys }: Reader, personId: string): Promise<Preference | null> {
  const found = await client.query<Preference>(
    `select person_id as "personId", address, wants_mail as "wantsMail" from notices.preference where district = $1 and person_id = $2`,
    [district, personId],
  );
  const row = found.rows[0];
  if (row === undefined) return null;
  return { ...row, address: row.address === null ? null : unseal(keys, sealedPlaces.address, row.address) };
}

/** Who of these persons wants mail and has an address. */
export async function listMailReaders({ client, district }: Reader, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await client.query<{ id: string }>(
    'select person_id as id from notices.preference where district = $1 and wants_mail and person_id = any($2::uuid[])',
    [district, personIds],
  );
  return new Set(found.rows.map(({ id }) => id));
}

export async function savePreference(writer: Writer, { personId, address, wantsMail }: Preference): Promise<void> {
  const sealed = address === null ? null : seal(writer.keys, sealedPlaces.address, address);
  await save(writer, 'notices.preference', { person_id: personId }, { address: sealed, wants_mail: wantsMail });
}

const ROBOT = `id, unit_id as "unitId", kind, name, is_active as "isActive", version`;

export async function listRobots({
  client,
  district,
}: Reader): Promise<readonly (Robot & { readonly hasSecret: boolean; readonly setBy: string })[]> {
  const found = await client.query<Robot & { readonly hasSecret: boolean; readonly setBy: string }>({
    name: 'notices-robots',
    text: `select ${ROBOT}, secret is not null as "hasSecret", set_by as "setBy" from notices.robot where district = $1 order by unit_id nulls first, name, id`,
    values: [district],
  });
  return found.rows;
}

export async function getRobotForUpdate({ client, district }: Writer, id: string): Promise<Robot> {
  const found = await client.query<Robot>(`select ${ROBOT} from notices.robot where district = $1 and id = $2 for update`, [district, id]);
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-robot', { id });
  return found.rows[0];
}

type RobotSecrets = { readonly address?: string | undefined; readonly secret?: string | null | undefined };

/** What is not given of address and secret stays as it was. */
export async function saveRobot(
  writer: Writer,
  { id, unitId, kind, name, isActive }: Robot,
  { address, secret }: RobotSecrets,
): Promise<void> {
  await save(
    writer,
    'notices.robot',
    { id },
    {
      unit_id: unitId,
      kind,
      name,
      is_active: isActive,
      set_by: writer.actor.name,
      set_on: writer.today,
      ...(address !== undefined && { address: seal(writer.keys, sealedPlaces.robot, address) }),
      ...(secret !== undefined && { secret: secret === null ? null : seal(writer.keys, sealedPlaces.secret, secret) }),
    },
  );
}
