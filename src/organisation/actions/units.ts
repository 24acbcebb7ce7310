import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result } from '#/kernel/result.ts';
import { checkBase, command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import {
  DeactivateUnit,
  setUnitAliases as decideAliases,
  deactivateUnit as decideDeactivation,
  mergeUnits as decideMerger,
  renameUnit as decideName,
  setUpUnit as decideUnit,
  MergeUnits,
  RenameUnit,
  SetUnitAliases,
  SetUnitDetails,
  SetUpUnit,
  type Unit,
  type UnitRefusal,
} from '../rules/unit.ts';
import { getPostForUpdate, listHoldings, listPosts, savePost } from '../store/posts.ts';
import { listUnitsForUpdate, saveUnit } from '../store/units.ts';

const permission = 'organisation.manage-units';

export const setUpUnit = command({
  name: 'organisation.set-up-unit',
  version: 1,
  input: SetUpUnit,
  permission,
  subject: (input) => input.name,
  async run(writer, input) {
    const decided = decideUnit(await listUnitsForUpdate(writer), newId(), input);
    return keep(writer, decided);
  },
});

export const renameUnit = command({
  name: 'organisation.rename-unit',
  version: 1,
  input: RenameUnit,
  permission,
  subject: (input) => input.unitId,
  changesPublicPages: true,
  async run(writer, { unitId, name }) {
    const { units, unit } = await load(writer, unitId);
    return keep(writer, decideName(units, unit, name));
  },
});

export const setUnitAliases = command({
  name: 'organisation.set-unit-aliases',
  version: 1,
  input: SetUnitAliases,
  permission,
  subject: (input) => input.unitId,
  async run(writer, { unitId, aliases }) {
    const { units, unit } = await load(writer, unitId);
    return keep(writer, decideAliases(units, unit, aliases));
  },
});

export const setUnitDetails = command({
  name: 'organisation.set-unit-details',
  version: 1,
  input: SetUnitDetails,
  permission,
  subject: (input) => input.unitId,
  async run(writer, { unitId, ...details }) {
    const { unit } = await load(writer, unitId);
    return keep(writer, accept({ ...unit, ...details }));
  },
});

/** The posts and their holders go over to the unit that stays. */
export const mergeUnits = command({
  name: 'organisation.merge-units',
  version: 1,
  input: MergeUnits,
  permission,
  subject: (input) => input.fromId,
  async run(writer, { fromId, intoId }) {
    const { units, unit: from } = await load(writer, fromId);
    const decided = decideMerger(from, pick(units, intoId));
    if (!decided.ok) return decided;
    await saveUnit(writer, decided.value.from);
    await saveUnit(writer, decided.value.into);
    for (const post of await listPosts(writer))
      if (post.unitId === fromId) await savePost(writer, { ...(await getPostForUpdate(writer, post.id)), unitId: intoId });
    return accept(decided.value.into);
  },
});

export const deactivateUnit = command({
  name: 'organisation.deactivate-unit',
  version: 1,
  input: DeactivateUnit,
  permission,
  subject: (input) => input.unitId,
  async run(writer, { unitId }) {
    const { unit } = await load(writer, unitId);
    const posts = (await listPosts(writer)).filter((post) => post.unitId === unitId).map((post) => post.id);
    const holdings = await listHoldings(writer, posts);
    const present = holdings.filter((it) => it.toOn === null || it.toOn >= writer.today);
    return keep(writer, decideDeactivation(unit, [...new Set(present.map((it) => it.personName))]));
  },
});

async function load(writer: Writer, unitId: string): Promise<{ units: readonly Unit[]; unit: Unit }> {
  const units = await listUnitsForUpdate(writer);
  const unit = pick(units, unitId);
  checkBase(writer, `unit:${unitId}`, unit.version);
  return { units, unit };
}

function pick(units: readonly Unit[], id: string): Unit {
  const unit = units.find((it) => it.id === id);
  if (unit === undefined) throw new Problem(404, 'unknown-unit', { id });
  return unit;
}

async function keep(writer: Writer, decided: Result<Unit, UnitRefusal>): Promise<Result<{ readonly id: string }, UnitRefusal>> {
  if (!decided.ok) return decided;
  await saveUnit(writer, decided.value);
  return accept({ id: decided.value.id });
}
