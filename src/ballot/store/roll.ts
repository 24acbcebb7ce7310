import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { addMany, erase, type Reader, save, saveMany, type Writer } from '#/platform/db.ts';
import { lookupDigest, seal, unseal } from '#/platform/secrets.ts';
import { type Deputy, maskedName, type Presence, type RollRow } from '../rules/roll.ts';

const PLACES = { name: 'ballot.roll.name', unit: 'ballot.roll.unit', note: 'ballot.roll.leave_note' } as const;

type Row = {
  readonly id: string;
  readonly position: number;
  readonly delegation: string;
  readonly name: string;
  readonly unit: string | null;
  readonly attendance: Deputy['attendance'];
  readonly leaveNote: string | null;
  readonly slipRound: number | null;
};

/** The roll with its names: for whoever may read it. */
export async function listRoll({ client, district, keys }: Reader, sessionId: string): Promise<readonly Deputy[]> {
  const found = await client.query<Row>(
    `select id, position, delegation, name, unit, attendance, leave_note as "leaveNote",
        slip_round as "slipRound" from ballot.roll
      where district = $1 and session_id = $2 order by position, id`,
    [district, sessionId],
  );
  return found.rows.map((it) => ({
    ...it,
    name: unseal(keys, PLACES.name, it.name),
    unit: it.unit === null ? '' : unseal(keys, PLACES.unit, it.unit),
    leaveNote: it.leaveNote === null ? '' : unseal(keys, PLACES.note, it.leaveNote),
  }));
}

/** The roll for screens on which nobody need be recognised. */
export async function listMaskedRoll(reader: Reader, sessionId: string): Promise<readonly Deputy[]> {
  return (await listRoll(reader, sessionId)).map((it) => ({ ...it, name: maskedName(it.name), unit: '', leaveNote: '' }));
}

export async function getDeputy({ client, district }: Reader, sessionId: string, id: string): Promise<Presence> {
  const found = await client.query<Presence>(
    'select delegation, attendance, slip_round as "slipRound" from ballot.roll where district = $1 and session_id = $2 and id = $3',
    [district, sessionId, id],
  );
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-deputy', { id });
  return found.rows[0];
}

/** The roll without persons: enough to count who is there. */
export async function listPresence({ client, district }: Reader, sessionId: string): Promise<readonly Presence[]> {
  const found = await client.query<Presence>(
    'select delegation, attendance, slip_round as "slipRound" from ballot.roll where district = $1 and session_id = $2 order by position, id',
    [district, sessionId],
  );
  return found.rows;
}

/** The whole roll anew: a new file replaces the one before, whose persons are gone. */
export async function replaceRoll(writer: Writer, sessionId: string, rows: readonly RollRow[]): Promise<void> {
  const { keys } = writer;
  await erase(writer, 'ballot.roll', { session_id: sessionId });
  await addMany(
    writer,
    'ballot.roll',
    rows.map(({ name, unit, delegation }, i) => ({
      id: newId(),
      session_id: sessionId,
      position: i + 1,
      delegation,
      name: seal(keys, PLACES.name, name),
      name_digest: lookupDigest(keys, PLACES.name, name),
      unit: unit === '' ? null : seal(keys, PLACES.unit, unit),
      unit_digest: unit === '' ? null : lookupDigest(keys, PLACES.unit, unit),
      attendance: 'unknown',
    })),
  );
}

export type AtTheDesk = Pick<Deputy, 'attendance' | 'leaveNote' | 'slipRound'>;

export async function saveAttendance(writer: Writer, id: string, { attendance, leaveNote, slipRound }: AtTheDesk): Promise<void> {
  const note = attendance === 'leave' && leaveNote !== '' ? seal(writer.keys, PLACES.note, leaveNote) : null;
  await save(writer, 'ballot.roll', { id }, { attendance, leave_note: note, slip_round: slipRound });
}

/** Every deputy of the roll, and the vote whose slip he took last. */
export async function listSlipRounds({ client, district }: Reader, sessionId: string): Promise<ReadonlyMap<string, number | null>> {
  const found = await client.query<{ id: string; slipRound: number | null }>(
    'select id, slip_round as "slipRound" from ballot.roll where district = $1 and session_id = $2',
    [district, sessionId],
  );
  return new Map(found.rows.map((it) => [it.id, it.slipRound]));
}

/** 凭证条作废: nobody holds a slip of this vote any more. */
export async function takeBackSlips(writer: Writer, sessionId: string, round: number): Promise<void> {
  const held = [...(await listSlipRounds(writer, sessionId))].filter(([, slipRound]) => slipRound === round);
  await saveMany(
    writer,
    'ballot.roll',
    held.map(([id]) => ({ id, slip_round: null })),
  );
}
