import { getPlace } from '#/delivery/door.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { checkBase, command } from '#/platform/command.ts';
import type { Actor } from '#/platform/db.ts';
import { AddVisit, CancelVisit, SettleNeed, settleNeed as settled, settleVisit, type VisitRefusal } from '../rules/visits/visit.ts';
import { holdEntries } from '../store/entries.ts';
import { addVisit as addRow, cancelVisitRow, getVisit, getVisitOfNeed, knownVisit, settleNeedRow } from '../store/visits/visits.ts';

const permission = 'records.visit';
type Kept = Result<{ readonly id: string }, VisitRefusal>;

/** Only the unit that keeps the promise: not the office, not another unit. */
export function mayVisitFor({ roles, unitId }: Actor, { project }: Awaited<ReturnType<typeof getPlace>>): boolean {
  return roles.includes('setup') || (unitId !== null && project.leadUnitId === unitId);
}

export const addVisit = command({
  name: 'records.add-visit',
  version: 1,
  input: AddVisit,
  permission,
  subject: ({ promiseId }) => promiseId,
  async run(writer, input): Promise<Kept> {
    await holdEntries(writer, input.promiseId);
    const place = await getPlace(writer, input.promiseId);
    if (!mayVisitFor(writer.actor, place)) return refuse({ kind: 'visit-not-of-unit' });
    const known = await knownVisit(writer, input);
    if (known.isSent) return accept({ id: input.id });
    const may = settleVisit(input, known.isVisited, writer.today);
    if (!may.ok) return may;
    await addRow(writer, input, writer.actor.unitId ?? place.project.leadUnitId);
    return accept({ id: input.id });
  },
});

export const settleNeed = command({
  name: 'records.settle-need',
  version: 1,
  input: SettleNeed,
  permission,
  subject: ({ needId }) => needId,
  async run(writer, { needId, on, answer }): Promise<Kept> {
    const visit = await getVisitOfNeed(writer, needId);
    if (!mayVisitFor(writer.actor, await getPlace(writer, visit.promiseId))) return refuse({ kind: 'visit-not-of-unit' });
    const may = settled({ need: visit.needs.find((it) => it.id === needId)!, visit }, on, writer.today);
    if (!may.ok) return may;
    await settleNeedRow(writer, needId, on, answer);
    return accept({ id: needId });
  },
});

export const cancelVisit = command({
  name: 'records.cancel-visit',
  version: 1,
  input: CancelVisit,
  permission,
  subject: ({ visitId }) => visitId,
  async run(writer, { visitId, reason }): Promise<Kept> {
    const visit = await getVisit(writer, visitId);
    checkBase(writer, `visit:${visitId}`, visit.version);
    if (!mayVisitFor(writer.actor, await getPlace(writer, visit.promiseId))) return refuse({ kind: 'visit-not-of-unit' });
    if (visit.state === 'cancelled') return refuse({ kind: 'visit-cancelled' });
    await cancelVisitRow(writer, visitId, reason);
    return accept({ id: visitId });
  },
});
