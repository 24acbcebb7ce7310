import { z } from 'zod';
import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result } from '#/kernel/result.ts';
import { findUnits, getUnit } from '#/organisation/door.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { findProgramme, loadProgramme, type StoredProgramme } from '#/programme/door.ts';
import { answersOf, leadUnitsOf } from '../rules/answers.ts';
import { GrantLateEntry, mayGrant } from '../rules/late-entry.ts';
import { type KeyRefusal, type KeyState, keysOf, lockOf, mayAct, mayClose, mayReopen, Period, type UnitAct } from '../rules/period.ts';
import { loadAnswering } from '../store/answers.ts';
import { addException, addKeyAct, holdKeys, listKeyActs } from '../store/periods.ts';

const reason = z.string().trim().min(2).max(500);
const OfUnit = z.object({ programmeId: z.uuid(), period: Period, unitId: z.uuid() });
const OfUnitWhy = OfUnit.extend({ reason });
type Acting = z.output<typeof OfUnit> & { readonly reason?: string };
type Acted = Promise<Result<{ state: KeyState }, KeyRefusal>>;

const subject = ({ period, unitId }: { readonly period: string; readonly unitId?: string }) =>
  `period:${period}${unitId ? `:${unitId}` : ''}`;

/** 审定: somebody in charge says that the unit's month is complete and right; the office may say so for a unit whose signed form it holds. */
export const approvePeriod = command({
  name: 'delivery.approve-period',
  version: 1,
  input: OfUnit,
  permission: 'delivery.approve-period',
  subject,
  run: (writer, input) => act(writer, 'approve', input),
});

/** 撤回审定: as long as the office has not received it. */
export const withdrawPeriod = command({
  name: 'delivery.withdraw-period',
  version: 1,
  input: OfUnitWhy,
  permission: 'delivery.approve-period',
  subject,
  run: (writer, input) => act(writer, 'withdraw', input),
});

/** 接收: the office takes the unit's month over; only the office can give it back. */
export const receivePeriod = command({
  name: 'delivery.receive-period',
  version: 1,
  input: OfUnit,
  permission: 'delivery.receive-period',
  subject,
  run: (writer, input) => act(writer, 'receive', input),
});

export const unreceivePeriod = command({
  name: 'delivery.unreceive-period',
  version: 1,
  input: OfUnitWhy,
  permission: 'delivery.receive-period',
  subject,
  run: (writer, input) => act(writer, 'unreceive', input),
});

async function act(writer: Writer, kind: UnitAct, { programmeId, period, unitId, reason: why }: Acting): Acted {
  const { roles, unitId: own, name } = writer.actor;
  const isOffice = roles.includes('office') || roles.includes('setup');
  if (own !== unitId && !isOffice) throw new Problem(403, 'not-your-unit', { unitId });
  await getUnit(writer, unitId);
  const stored = await frozenList(writer, programmeId);
  await holdKeys(writer, programmeId, 'act');
  const acts = await listKeyActs(writer, programmeId, period);
  const answers = answersOf(unitId, period, await loadAnswering(writer, stored, period));
  const decided = mayAct(kind, unitId, { period, today: writer.today, keys: keysOf(acts), ...answers });
  if (!decided.ok) return decided;
  const onBehalf = own !== unitId && (kind === 'approve' || kind === 'withdraw');
  const by = { by: name, on: writer.today, at: writer.now.toISOString(), reason: why ?? null };
  await addKeyAct(writer, { programmeId, period, version: acts.length + 1, act: kind, unitId, onBehalf, ...by });
  return accept({ state: decided.value });
}

/** Months are approved of frozen lists only. */
export async function frozenList(writer: Writer, programmeId: string): Promise<StoredProgramme> {
  const stored = await findProgramme(writer, programmeId);
  if (stored === undefined || stored.state !== 'frozen') throw new Problem(404, 'unknown-programme', { programmeId });
  return stored;
}

/** 锁定全区当月: after all units have been received. */
export const closePeriod = command({
  name: 'delivery.close-period',
  version: 1,
  input: z.object({ programmeId: z.uuid(), period: Period }),
  permission: 'delivery.receive-period',
  subject,
  async run(writer, { programmeId, period }): Promise<Result<{ period: string }, KeyRefusal>> {
    const stored = await frozenList(writer, programmeId);
    await holdKeys(writer, programmeId, 'act');
    const acts = await listKeyActs(writer, programmeId, period);
    const { projects, promises } = await loadProgramme(writer, stored);
    const units = await findUnits(writer, leadUnitsOf(projects, promises));
    const decided = mayClose(period, keysOf(acts), [...units.values()]);
    if (!decided.ok) return decided;
    await addDistrictAct(writer, { programmeId, period, version: acts.length + 1, act: 'close', reason: null });
    return accept({ period });
  },
});

/** 解锁全区当月: the first step of any un-approval, before single units can be given back. */
export const reopenPeriod = command({
  name: 'delivery.reopen-period',
  version: 1,
  input: z.object({ programmeId: z.uuid(), period: Period, reason }),
  permission: 'delivery.receive-period',
  subject,
  async run(writer, { programmeId, period, reason: why }): Promise<Result<{ period: string }, KeyRefusal>> {
    await frozenList(writer, programmeId);
    await holdKeys(writer, programmeId, 'act');
    const acts = await listKeyActs(writer, programmeId, period);
    const decided = mayReopen(period, keysOf(acts));
    if (!decided.ok) return decided;
    await addDistrictAct(writer, { programmeId, period, version: acts.length + 1, act: 'reopen', reason: why });
    return accept({ period });
  },
});

type DistrictAct = {
  readonly programmeId: string;
  readonly period: Period;
  readonly version: number;
  readonly act: 'close' | 'reopen';
  readonly reason: string | null;
};

async function addDistrictAct(writer: Writer, it: DistrictAct): Promise<void> {
  await addKeyAct(writer, { ...it, unitId: null, onBehalf: false, by: writer.actor.name, on: writer.today, at: writer.now.toISOString() });
}

/** 补报许可: lets one unit enter figures of a locked period until a day; it lapses by itself. */
export const grantLateEntry = command({
  name: 'delivery.grant-late-entry',
  version: 1,
  input: GrantLateEntry,
  permission: 'delivery.receive-period',
  subject,
  async run(writer, { programmeId, period, unitId, until, reason: why }): Promise<Result<{ exceptionId: string }, KeyRefusal>> {
    await getUnit(writer, unitId);
    await frozenList(writer, programmeId);
    await holdKeys(writer, programmeId, 'act');
    const keys = keysOf(await listKeyActs(writer, programmeId, period));
    const decided = mayGrant({ period, until }, lockOf(keys, unitId) !== null, writer.today);
    if (!decided.ok) return decided;
    const granted = { grantedBy: writer.actor.name, grantedOn: writer.today };
    const exception = { id: newId(), period, unitId, until, reason: why, ...granted };
    await addException(writer, programmeId, exception);
    return accept({ exceptionId: exception.id });
  },
});
