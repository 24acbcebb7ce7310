import { accept, type Result, refuse } from '#/kernel/result.ts';
import { listUnits } from '#/organisation/door.ts';
import { command } from '#/platform/command.ts';
import type { Actor, Writer } from '#/platform/db.ts';
import { lacksConsent, openAge, swappedAges } from '../../rules/people/eligibility.ts';
import {
  type Asked,
  askedOfKind,
  askedOfRoster,
  type Guarded,
  type ListChangeRefusal,
  only,
  settleListChange,
} from '../../rules/people/list-change.ts';
import {
  intervalFault,
  KeepRoster,
  KeepServiceKind,
  type RosterRefusal,
  SetEligibility,
  settleRule,
  slotTwice,
} from '../../rules/people/roster.ts';
import { holdImports } from '../../store/people/imports.ts';
import { addListChange, listUses, UNUSED } from '../../store/people/list-changes.ts';
import {
  addRule,
  getServiceKind,
  listPastRules,
  listRosters,
  listRules,
  listServiceKinds,
  saveRoster,
  saveServiceKind,
} from '../../store/people/rosters.ts';
import { mayKeepList } from './of-unit.ts';

type Kept = Result<{ readonly id: string }, RosterRefusal | ListChangeRefusal>;

/** 立名册: a denominator with its day and its source. */
export const keepRoster = command({
  name: 'records.keep-roster',
  version: 1,
  input: KeepRoster,
  permission: 'records.keep-lists',
  subject: (input) => input.rosterId,
  async run(writer, { rosterId, reason, ...rest }): Promise<Kept> {
    await holdImports(writer);
    const all = await listRosters(writer);
    if (all.some((it) => it.name === rest.name && it.id !== rosterId)) return refuse({ kind: 'name-taken', name: rest.name });
    const before = all.find((it) => it.id === rosterId);
    if (!mayKeepList(writer.actor, before?.unitId ?? rest.unitId)) return refuse({ kind: 'not-of-unit' });
    if (!(await isUnit(writer, rest.unitId, before?.unitId))) return refuse({ kind: 'unit-unknown' });
    if (before !== undefined) {
      const asked = askedOfRoster(before, rest, (await listUses(writer)).get(rosterId) ?? UNUSED);
      const may = await settleChange(writer, { listId: rosterId, asked, before, after: rest, reason });
      if (!may.ok) return may;
    }
    await saveRoster(writer, { id: rosterId, ...rest });
    return accept({ id: rosterId });
  },
});

/** 立服务项目: what persons get, in which slots or doses, and what proves it. */
export const keepServiceKind = command({
  name: 'records.keep-service-kind',
  version: 1,
  input: KeepServiceKind,
  permission: 'records.keep-lists',
  subject: (input) => input.serviceKindId,
  async run(writer, { serviceKindId, reason, ...rest }): Promise<Kept> {
    await holdImports(writer);
    const all = await listServiceKinds(writer);
    if (all.some((it) => it.name === rest.name && it.id !== serviceKindId)) return refuse({ kind: 'name-taken', name: rest.name });
    const before = all.find((it) => it.id === serviceKindId);
    if (!mayKeepList(writer.actor, before?.unitId ?? rest.unitId)) return refuse({ kind: 'not-of-unit' });
    if (!(await isUnit(writer, rest.unitId, before?.unitId))) return refuse({ kind: 'unit-unknown' });
    const slot = slotTwice(rest.slots);
    if (slot !== null) return refuse({ kind: 'slot-twice', slot });
    const swapped = intervalFault(rest);
    if (swapped !== null) return refuse(swapped);
    const rule = (await listRules(writer, serviceKindId)).at(-1)?.rule;
    if (rest.isSensitive && rule !== undefined && lacksConsent(rule)) return refuse({ kind: 'children-without-consent', name: rest.name });
    if (before !== undefined) {
      const asked = askedOfKind(before, rest, (await listUses(writer)).get(serviceKindId) ?? UNUSED);
      const may = await settleChange(writer, { listId: serviceKindId, asked, before, after: rest, reason });
      if (!may.ok) return may;
    }
    // Once set up, the share moves only by the office's own command, with its reason.
    const duplicatesMost = before?.duplicatesMost ?? rest.duplicatesMost;
    await saveServiceKind(writer, { id: serviceKindId, ...rest, duplicatesMost });
    return accept({ id: serviceKindId });
  },
});

/** 定资格: a version holds for services from its day on; the first holds for all before it too. */
export const setEligibility = command({
  name: 'records.set-eligibility',
  version: 1,
  input: SetEligibility,
  permission: 'records.define',
  subject: (input) => input.serviceKindId,
  async run(writer, { serviceKindId, rule, from, replaces, reason }): Promise<Result<{ readonly versionNo: number }, RosterRefusal>> {
    await holdImports(writer);
    const { isSensitive, name } = await getServiceKind(writer, serviceKindId);
    const group = openAge(rule);
    if (group !== null) return refuse({ kind: 'age-open', group });
    const [swapped] = swappedAges(rule);
    if (swapped !== undefined) return refuse({ kind: 'ages-swapped', ...swapped });
    if (isSensitive && lacksConsent(rule)) return refuse({ kind: 'children-without-consent', name });
    const past = await listPastRules(writer, serviceKindId);
    const known = { versions: past.filter((it) => it.replacedBy === null), lastNo: past.at(-1)?.versionNo ?? 0, today: writer.today };
    const settled = settleRule({ rule, from, replaces }, known);
    if (!settled.ok) return settled;
    const said = { serviceKindId, rule, reason, ...settled.value, setBy: writer.actor.name, setOn: writer.today };
    await addRule(writer, said, replaces);
    return accept({ versionNo: settled.value.versionNo });
  },
});

const isOffice = ({ roles }: Actor): boolean => roles.includes('office') || roles.includes('setup');

/** A unit that was given up keeps what it has until another takes it over. */
async function isUnit(writer: Writer, unitId: string, before: string | undefined): Promise<boolean> {
  return unitId === before || (await listUnits(writer)).some((it) => it.isActive && it.id === unitId);
}

type Changing = {
  readonly listId: string;
  readonly asked: Asked;
  readonly before: Guarded;
  readonly after: Guarded;
  readonly reason: string | null;
};

/** What is in use changes with its reason, and what it was is kept. */
async function settleChange(writer: Writer, { listId, asked, before, after, reason }: Changing): Promise<Result<null, ListChangeRefusal>> {
  const { fields } = asked;
  const may = settleListChange(asked, { isOffice: isOffice(writer.actor), reason });
  if (!may.ok || fields.length === 0 || reason === null) return may;
  const said = { before: only(before, fields), after: only(after, fields) };
  await addListChange(writer, { listId, ...said, reason, changedBy: writer.actor.name, changedOn: writer.today });
  return may;
}
