import { add, type Reader, type Writer } from '#/platform/db.ts';
import type { EntryException } from '../rules/late-entry.ts';
import { type KeyAct, keysOf, type Period } from '../rules/period.ts';
import type { ReviewSteps } from '../rules/settings.ts';

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

/** The same hold as of an entry, found by the promise: it can be asked for before the list is known. */
export async function holdKeysOf({ client, district }: Reader, promiseIds: readonly string[]): Promise<void> {
  await client.query({
    name: 'delivery-hold-keys-of',
    text: `select pg_advisory_xact_lock_shared(hashtextextended('delivery.key_act ' || $1 || ' ' || j.programme_id, 0))
             from programme.promise p join programme.project j on j.district = p.district and j.id = p.project_id
            where p.district = $1 and p.id = any($2)`,
    values: [district, promiseIds],
  });
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

/** What decides whether a figure may enter. The steps are by unit; where none are set, the product's. */
export type Gate = {
  readonly stepsOf: ReadonlyMap<string, ReviewSteps>;
  readonly acts: readonly StoredKeyAct[];
  readonly exceptions: readonly EntryException[];
};
type Asked = { readonly programmeId: string; readonly periods: readonly Period[]; readonly unitId: string | null };

export async function readGate({ client, district }: Reader, { programmeId, periods, unitId }: Asked): Promise<Gate> {
  const found = await client.query<{ gate: GateRow }>({
    name: 'delivery-gate',
    text: `select ${gateSql({ district: '$1', programme: '$2', periods: '$3', units: 'array[$4::text]' })}`,
    values: [district, programmeId, [...periods], unitId ?? ''],
  });
  return gateOf(found.rows[0]!.gate);
}

export type GateRow = {
  readonly steps: readonly { readonly unitId: string; readonly version: number; readonly steps: ReviewSteps }[] | null;
  readonly acts: readonly StoredKeyAct[] | null;
  readonly exceptions: readonly EntryException[] | null;
};

export function gateOf({ steps, acts, exceptions }: GateRow): Gate {
  const inOrder = (steps ?? []).toSorted((a, b) => a.version - b.version);
  return { stepsOf: new Map(inOrder.map((it) => [it.unitId, it.steps])), acts: acts ?? [], exceptions: exceptions ?? [] };
}

type Named = { readonly district: string; readonly programme: string; readonly periods: string; readonly units: string };

function gateSql({ district, programme, periods, units }: Named): string {
  return `json_build_object(
    'steps', (select json_agg(json_build_object('unitId', subject, 'version', setting_version, 'steps', value -> 'steps')) from delivery.setting
      where district = ${district} and name = 'review-steps' and subject = any(${units})),
    'acts', (select json_agg(a) from (select ${ACT} from delivery.key_act
      where district = ${district} and programme_id = ${programme} and period = any(${periods})) a),
    'exceptions', (select json_agg(e) from (select ${EXCEPTION} from delivery.entry_exception
      where district = ${district} and programme_id = ${programme} and period = any(${periods})) e)) as gate`;
}

/** The gate of the period that is `asked` for beside a promise (`p`), its project (`j`) and its list (`l`), for every unit that may report on it. */
export const GATE = gateSql({
  district: 'p.district',
  programme: 'l.id',
  periods: 'array[asked.period]',
  units: '(j.supporting_unit_ids || j.lead_unit_id)::text[]',
});

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
