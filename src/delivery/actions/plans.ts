import { z } from 'zod';
import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { checkBase, command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { digestOf } from '#/platform/secrets.ts';
import { checkShape, finishOf, lockPlan, type PlanRefusal, ProposeTrajectory } from '../rules/planning.ts';
import type { OtherRefusal } from '../rules/refusals.ts';
import { mayReportFor } from '../rules/review.ts';
import { seriesAt, wholeOf } from '../rules/series.ts';
import { canonicalTrajectory, flagsOf, type PlanFlag, type Shape } from '../rules/trajectory.ts';
import { getPlace, getPlaceWithFacts, type Place } from '../store/place.ts';
import { addPlan, getPlanForUpdate, holdPlansOf, listPlansOf, type StoredTrajectory, savePlan } from '../store/plans.ts';
import { holdPromise } from '../store/reports.ts';

type Proposed = { readonly trajectoryId: string; readonly version: number; readonly flags: readonly PlanFlag[] };

/** 报计划: a unit proposes the curve that its promise is to be measured by. A newer proposal takes the place of one that still waits. */
export const proposeTrajectory = command({
  name: 'delivery.propose-trajectory',
  version: 1,
  input: ProposeTrajectory,
  permission: 'delivery.plan',
  subject: (input) => input.promiseId,
  async run(writer, { promiseId, shape, reason }): Promise<Result<Proposed, PlanRefusal | OtherRefusal>> {
    const place = await getPlace(writer, promiseId);
    if (!mayReportFor(place.project, writer.actor)) throw new Problem(403, 'not-your-project', { promiseId });
    if (place.programme.state !== 'frozen') return refuse({ kind: 'list-not-frozen' });
    const checked = checkShape(shape, place.promise, place.programme);
    if (!checked.ok) return checked;
    await holdPromise(writer, promiseId);
    await holdPlansOf(writer, promiseId);
    const earlier = await listPlansOf(writer, promiseId);
    if (reason === null && earlier.some((it) => it.state === 'approved')) return refuse({ kind: 'reason-missing' });
    const plan = proposal(writer, place, shape, reason, earlier.length + 1);
    if (plan.finishOn <= plan.startsOn) return refuse({ kind: 'plan-over', finishOn: plan.finishOn });
    for (const it of earlier) if (it.state === 'proposed') await savePlan(writer, { ...it, state: 'withdrawn' });
    await addPlan(writer, plan);
    return accept({ trajectoryId: plan.id, version: plan.version, flags: flagsOf(plan, place.programme) });
  },
});

function proposal(writer: Writer, { promise, programme }: Place, shape: Shape, reason: string | null, version: number): StoredTrajectory {
  return {
    id: newId(),
    programmeId: programme.id,
    promiseId: promise.id,
    version,
    shape,
    target: wholeOf(promise),
    base: 0,
    startsOn: writer.today <= programme.from ? programme.from : writer.today,
    finishOn: finishOf(shape, promise, programme),
    state: 'proposed',
    reason,
    unitId: writer.actor.unitId,
    proposedBy: writer.actor.name,
    proposedOn: writer.today,
    approvedBy: null,
    approvedOn: null,
    digest: null,
    rowVersion: 1,
  };
}

/** 批准并锁定: from here on the curve is what the light is computed by; its digest shows any later change. */
export const approveTrajectory = command({
  name: 'delivery.approve-trajectory',
  version: 1,
  input: z.object({ trajectoryId: z.uuid() }),
  permission: 'delivery.approve-plan',
  subject: (input) => input.trajectoryId,
  async run(writer, { trajectoryId }): Promise<Result<{ digest: string; startsOn: string; flags: readonly PlanFlag[] }, PlanRefusal>> {
    const proposed = await getPlanForUpdate(writer, trajectoryId);
    checkBase(writer, trajectoryId, proposed.rowVersion);
    const isOwn = proposed.unitId !== null && proposed.unitId === writer.actor.unitId;
    if (isOwn && !writer.actor.roles.includes('setup')) return refuse({ kind: 'own-plan' });
    const { promise, programme, facts } = await getPlaceWithFacts(writer, proposed.promiseId);
    const { done } = seriesAt(promise, facts, writer.today);
    const locked = lockPlan(proposed, { promise, period: programme, today: writer.today, done });
    if (!locked.ok) return locked;
    const digest = digestOf(canonicalTrajectory(locked.value));
    await savePlan(writer, { ...locked.value, state: 'approved', approvedBy: writer.actor.name, approvedOn: writer.today, digest });
    return accept({ digest, startsOn: locked.value.startsOn, flags: flagsOf(locked.value, programme) });
  },
});

/** 退回计划: a proposal that is not approved; the unit may propose another. */
export const withdrawTrajectory = command({
  name: 'delivery.withdraw-trajectory',
  version: 1,
  input: z.object({ trajectoryId: z.uuid() }),
  permission: 'delivery.approve-plan',
  subject: (input) => input.trajectoryId,
  async run(writer, { trajectoryId }): Promise<Result<{ trajectoryId: string }, PlanRefusal>> {
    const proposed = await getPlanForUpdate(writer, trajectoryId);
    checkBase(writer, trajectoryId, proposed.rowVersion);
    if (proposed.state !== 'proposed') return refuse({ kind: 'plan-not-proposed', state: proposed.state });
    await savePlan(writer, { ...proposed, state: 'withdrawn' });
    return accept({ trajectoryId });
  },
});
