import { newId } from '#/kernel/id.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { checkFilesKnown } from '#/platform/files.ts';
import { digestOf } from '#/platform/secrets.ts';
import { type DoerRefusal, isAnotherUnit } from '../rules/doer.ts';
import { DrawRevisits, drawnOf, mayRecord, RecordRevisit, type RevisitRefusal, sampleSize } from '../rules/revisit.ts';
import { addEvents } from '../store/events.ts';
import { getOrderForUpdate, saveOrder } from '../store/orders.ts';
import { getProfile } from '../store/profile.ts';
import { addRevisitSample, getRevisit, listClosed, saveRevisit } from '../store/revisits.ts';
import { doerOf } from './doer.ts';
import { beginAnew } from './timers.ts';

/** 抽取回头看: by lot from what was closed. Seed and population are recorded, so that anybody draws the same again. */
export const drawRevisits = command({
  name: 'orders.draw-revisits',
  version: 1,
  input: DrawRevisits,
  permission: 'orders.revisit',
  subject: (input) => `revisits:${input.from}`,
  async run(writer, { from, to, size, dueOn }): Promise<Result<{ sampleId: string; orderIds: readonly string[] }, RevisitRefusal>> {
    const { today } = writer;
    if (dueOn < today) return refuse({ kind: 'sample-day-past', dueOn, today });
    const population = await listClosed(writer, from, to);
    if (population.length === 0) return refuse({ kind: 'nothing-closed', from, to });
    const { profile } = await getProfile(writer);
    const seed = digestOf(`${writer.now.toISOString()} ${writer.commandId}`).slice(0, 16);
    const wanted = size ?? sampleSize(population.length, profile.revisitPercent);
    const drawn = drawnOf({ population, seed, size: wanted });
    const sample = { id: newId(), from, to, seed, size: wanted, population, dueOn, drawnBy: writer.actor.name, drawnOn: today };
    await addRevisitSample(writer, sample, drawn);
    await addEvents(
      writer,
      drawn.map((orderId) => ({ orderId, kind: 'drawn', facts: { dueOn } })),
    );
    return accept({ sampleId: sample.id, orderIds: drawn });
  },
});

/** 回头看结果: what holds stays closed; what relapsed is open again and no longer counts as finished. */
export const recordRevisit = command({
  name: 'orders.record-revisit',
  version: 1,
  input: RecordRevisit,
  permission: 'orders.revisit',
  subject: (input) => input.orderId,
  async run(writer, input): Promise<Result<{ orderId: string; result: 'held' | 'relapsed' }, RevisitRefusal | DoerRefusal>> {
    const { sampleId, orderId, result, note, files, newDueOn } = input;
    const order = await getOrderForUpdate(writer, orderId);
    const another = isAnotherUnit(order, await doerOf(writer));
    if (!another.ok) return another;
    const may = mayRecord(await getRevisit(writer, sampleId, orderId), input);
    if (!may.ok) return may;
    if (newDueOn !== null && newDueOn < writer.today) return refuse({ kind: 'sample-day-past', dueOn: newDueOn, today: writer.today });
    await checkFilesKnown(
      writer,
      files.map(({ digest }) => digest),
    );
    await saveRevisit(writer, { sampleId, orderId, result, note, files });
    await addEvents(writer, [{ orderId, kind: 'revisited', body: note, facts: { result }, files }]);
    if (result === 'held' || order.state !== 'closed') return accept({ orderId, result });
    const reopened = { ...order, state: 'signed', closedOn: null, appliedOn: null, dueOn: newDueOn! } as const;
    await saveOrder(writer, orderId, { state: 'signed', closedOn: null, appliedOn: null, dueOn: newDueOn! });
    await addEvents(writer, [{ orderId, kind: 'reopened', facts: { newDueOn } }]);
    await beginAnew(writer, reopened);
    return accept({ orderId, result });
  },
});
