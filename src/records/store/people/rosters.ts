import type pg from 'pg';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, save, type Writer } from '#/platform/db.ts';
import type { PastRule, RuleVersion } from '../../rules/people/eligibility.ts';
import type { Roster, ServiceKind } from '../../rules/people/roster.ts';

const ROSTER = `id, name, unit_id as "unitId", as_of as "asOf", source, stated_count as "statedCount", is_estimate as "isEstimate", is_sensitive as "isSensitive"`;
const KIND = `id, name, unit_id as "unitId", is_sensitive as "isSensitive", needs_evidence as "needsEvidence", slots, doses,
  dose_days_least as "doseDaysLeast", dose_days_most as "doseDaysMost", duplicates_most::float8 as "duplicatesMost"`;
const RULE = `service_kind_id as "serviceKindId", version_no as "versionNo", rule, from_on as "from", reason, set_by as "setBy", set_on as "setOn", replaced_by as "replacedBy"`;

export async function listRosters({ client, district }: Reader): Promise<readonly Roster[]> {
  const found = await client.query<Roster>({
    name: 'records-rosters',
    text: `select ${ROSTER} from records.roster where district = $1 order by name`,
    values: [district],
  });
  return found.rows;
}

export async function listServiceKinds({ client, district }: Reader): Promise<readonly ServiceKind[]> {
  const found = await client.query<ServiceKind>({
    name: 'records-kinds',
    text: `select ${KIND} from records.service_kind where district = $1 order by name`,
    values: [district],
  });
  return found.rows;
}

export async function getServiceKind(reader: Reader, id: string): Promise<ServiceKind> {
  const it = (await listServiceKinds(reader)).find((one) => one.id === id);
  if (it === undefined) throw new Problem(404, 'unknown-service-kind', { id });
  return it;
}

export async function findRoster(reader: Reader, id: string): Promise<Roster | undefined> {
  return (await listRosters(reader)).find((one) => one.id === id);
}

/** What a file is taken in for: whose it is, the day it speaks of, and the slots and doses that it may name. */
export type Target = {
  readonly name: string;
  readonly unitId: string;
  readonly isSensitive: boolean;
  readonly asOf: CivilDate | null;
  readonly slots: readonly string[];
  readonly doses: number | null;
};

export async function getTarget(reader: Reader, target: 'roster' | 'service', id: string): Promise<Target> {
  if (target === 'service') return { ...(await getServiceKind(reader, id)), asOf: null };
  const roster = await findRoster(reader, id);
  if (roster === undefined) throw new Problem(404, 'unknown-roster', { id });
  return { ...roster, slots: [], doses: null };
}

export async function saveRoster(writer: Writer, it: Roster): Promise<void> {
  const { id, name, unitId, asOf, source, statedCount, isEstimate, isSensitive } = it;
  await save(
    writer,
    'records.roster',
    { id },
    { name, unit_id: unitId, as_of: asOf, source, stated_count: statedCount, is_estimate: isEstimate, is_sensitive: isSensitive },
  );
}

export async function saveServiceKind(writer: Writer, it: ServiceKind): Promise<void> {
  const { id, name, unitId, isSensitive, needsEvidence, slots, doses, doseDaysLeast, doseDaysMost, duplicatesMost } = it;
  const series = { doses, dose_days_least: doseDaysLeast, dose_days_most: doseDaysMost };
  const values = {
    name,
    unit_id: unitId,
    is_sensitive: isSensitive,
    needs_evidence: needsEvidence,
    slots,
    ...series,
    duplicates_most: duplicatesMost,
  };
  await save(writer, 'records.service_kind', { id }, values);
}

/** Every version that is or was in force, oldest first. */
export async function listRules(reader: Reader, serviceKindId: string): Promise<readonly RuleVersion[]> {
  const all = await listPastRules(reader, serviceKindId);
  return all.flatMap(({ replacedBy, ...it }) => (replacedBy === null ? [it] : []));
}

/** The same with those that were put right on the day on which they were set. */
export async function listPastRules({ client, district }: Reader, serviceKindId: string): Promise<readonly PastRule[]> {
  const found = await client.query<PastRule>({
    name: 'records-rules',
    text: `select ${RULE} from records.eligibility_rule where district = $1 and service_kind_id = $2 order by version_no`,
    values: [district, serviceKindId],
  });
  return found.rows;
}

export async function addRule(writer: Writer, it: RuleVersion, replaces: number | null): Promise<void> {
  const { serviceKindId, versionNo, rule, from, reason, setBy, setOn } = it;
  if (replaces !== null)
    await save(writer, 'records.eligibility_rule', { service_kind_id: serviceKindId, version_no: replaces }, { replaced_by: versionNo });
  await add(writer, 'records.eligibility_rule', {
    service_kind_id: serviceKindId,
    version_no: versionNo,
    rule,
    from_on: from,
    reason,
    set_by: setBy,
    set_on: setOn,
  });
}

/** Held by the connection, so that a process that dies lets go of it. */
export async function tryHoldRun(pool: pg.Pool, district: string): Promise<(() => Promise<void>) | null> {
  const client = await pool.connect();
  const name = [`records.read-imports ${district}`];
  const held = await client.query<{ held: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as held', name);
  if (!held.rows[0]!.held) {
    client.release();
    return null;
  }
  return async () => {
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', name);
    client.release();
  };
}
