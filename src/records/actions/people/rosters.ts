import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { lacksConsent, openAge, swappedAges } from '../../rules/people/eligibility.ts';
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

type Kept = Result<{ readonly id: string }, RosterRefusal>;

/** 立名册: a denominator with its day and its source. */
export const keepRoster = command({
  name: 'records.keep-roster',
  version: 1,
  input: KeepRoster,
  permission: 'records.keep-lists',
  subject: (input) => input.rosterId,
  async run(writer, { rosterId, ...rest }): Promise<Kept> {
    await holdImports(writer);
    const all = await listRosters(writer);
    if (all.some((it) => it.name === rest.name && it.id !== rosterId)) return refuse({ kind: 'name-taken', name: rest.name });
    const before = all.find((it) => it.id === rosterId);
    if (!mayKeepList(writer.actor, before?.unitId ?? rest.unitId)) return refuse({ kind: 'not-of-unit' });
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
  async run(writer, { serviceKindId, ...rest }): Promise<Kept> {
    await holdImports(writer);
    const all = await listServiceKinds(writer);
    if (all.some((it) => it.name === rest.name && it.id !== serviceKindId)) return refuse({ kind: 'name-taken', name: rest.name });
    const before = all.find((it) => it.id === serviceKindId);
    if (!mayKeepList(writer.actor, before?.unitId ?? rest.unitId)) return refuse({ kind: 'not-of-unit' });
    const slot = slotTwice(rest.slots);
    if (slot !== null) return refuse({ kind: 'slot-twice', slot });
    const swapped = intervalFault(rest);
    if (swapped !== null) return refuse(swapped);
    const rule = (await listRules(writer, serviceKindId)).at(-1)?.rule;
    if (rest.isSensitive && rule !== undefined && lacksConsent(rule)) return refuse({ kind: 'children-without-consent', name: rest.name });
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
