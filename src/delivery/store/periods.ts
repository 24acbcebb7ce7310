import { add, type Reader, type Writer } from '#/platform/db.ts';
import type { EntryException } from '../rules/late-entry.ts';
import { type KeyAct, keysOf, type Period } from '../rules/period.ts';
import type { ReviewSteps } from '../rules/settings.ts';
import { DEFAULT_STEPS } from '../rules/settings.ts';

/** 审定动作 as stored: with its period. */
export type StoredKeyAct = KeyAct & { readonly period: Period };

/** Keeps reports on their way and acts on their period apart: reports share the hold, an act waits for all of them and they for it. */
export async function holdKeys({ client, district }: Writer, programmeId: string, as: 'entry' | 'act'): Promise<void> {
  const text =
    as === 'entry'
      ? 'select pg_advisory_xact_lock_shared(hashtextextended($1, 0))'
      : 'select pg_advisory_xact_lock(hashtextextended($1, 0))';
  await client.query({ name: `delivery-hold-keys-${as}`, text, values: [`delivery.key_act ${district} ${programmeId}`] });
}

const ACT = `period, act_version as version, act, unit_id as "unitId", on_behalf as "onBehalf", reason, acted_by as by,
  coalesce(acted_on, (acted_at at time zone 'Asia/Shanghai')::date) as "on", acted_at as at`;
const EXCEPTION = `id, period, unit_id as "unitId", until_on as until, reason, granted_by as "grantedBy", granted_on as "grantedOn"`;

export async function listKeyActs({ client, district }: Reader, programmeId: string, period: Period): Promise<readonly StoredKeyAct[]> {
  const found = await client.query<StoredKeyAct>({
    name: 'delivery-key-acts',
    text: `select ${ACT} from delivery.key_act where district = $1 and programme_id = $2 and period = $3 order by act_version`,
    values: [district, programmeId, period],
  });
  return found.rows;
}

export async function listExceptions(
  { client, district }: Reader,
  programmeId: string,
  period: Period,
): Promise<readonly EntryException[]> {
  const found = await client.query<EntryException>({
    name: 'delivery-exceptions',
    text: `select ${EXCEPTION} from delivery.entry_exception where district = $1 and programme_id = $2 and period = $3 order by granted_on desc, id`,
    values: [district, programmeId, period],
  });
  return found.rows;
}

export type Gate = { readonly steps: ReviewSteps; readonly acts: readonly StoredKeyAct[]; readonly exceptions: readonly EntryException[] };
type Asked = { readonly programmeId: string; readonly periods: readonly Period[]; readonly unitId: string | null };

/** Read for every report that comes in, hence in one statement. */
export async function readGate({ client, district }: Reader, { programmeId, periods, unitId }: Asked): Promise<Gate> {
  const found = await client.query<Partial<Gate>>({
    name: 'delivery-gate',
    text: `select
      (select value -> 'steps' from delivery.setting
        where district = $1 and name = 'review-steps' and subject = $4 order by setting_version desc limit 1) as steps,
      (select json_agg(a) from (select ${ACT} from delivery.key_act where district = $1 and programme_id = $2 and period = any($3)) a) as acts,
      (select json_agg(e) from (select ${EXCEPTION} from delivery.entry_exception
        where district = $1 and programme_id = $2 and period = any($3)) e) as exceptions`,
    values: [district, programmeId, [...periods], unitId ?? ''],
  });
  const { steps, acts, exceptions } = found.rows[0]!;
  return { steps: steps ?? DEFAULT_STEPS, acts: acts ?? [], exceptions: exceptions ?? [] };
}

type NewAct = Omit<KeyAct, 'version'> & { readonly programmeId: string; readonly period: Period; readonly version: number };

export async function addKeyAct(writer: Writer, it: NewAct): Promise<void> {
  await add(writer, 'delivery.key_act', {
    programme_id: it.programmeId,
    period: it.period,
    act_version: it.version,
    act: it.act,
    unit_id: it.unitId,
    on_behalf: it.onBehalf,
    reason: it.reason,
    acted_by: it.by,
    acted_on: it.on,
    acted_at: it.at,
  });
}

export async function addException(writer: Writer, programmeId: string, it: EntryException): Promise<void> {
  await add(writer, 'delivery.entry_exception', {
    id: it.id,
    programme_id: programmeId,
    period: it.period,
    unit_id: it.unitId,
    until_on: it.until,
    reason: it.reason,
    granted_by: it.grantedBy,
    granted_on: it.grantedOn,
  });
}

/** 填报已经截止: no figure of the month enters any more, but by a named exception. */
export async function hasEntryEnded(reader: Reader, programmeId: string, period: Period): Promise<boolean> {
  const { isClosed, isEntryEnded } = keysOf(await listKeyActs(reader, programmeId, period));
  return isClosed || isEntryEnded;
}
