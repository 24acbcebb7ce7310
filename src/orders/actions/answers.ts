import { z } from 'zod';
import { newId } from '#/kernel/id.ts';
import { accept, type Result } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { type DoerRefusal, Files, Typed } from '../rules/doer.ts';
import { AskExtension, mayAsk, mayAskExtension, ObjectTo, type RequestRefusal } from '../rules/request.ts';
import { addEvents } from '../store/events.ts';
import { saveOrder } from '../store/orders.ts';
import { loadProfiles } from '../store/profile.ts';
import { addRequest, listRequests } from '../store/requests.ts';
import { replaceTimers } from '../store/timers.ts';
import { type UnitTurn, unitTurn } from './doer.ts';

const typed = Typed.nullable().default(null);

/** 签收: the unit has it. */
export const signOrder = command({
  name: 'orders.sign',
  version: 1,
  input: z.object({ orderId: z.uuid(), typed }),
  permission: 'orders.answer',
  subject: (input) => input.orderId,
  async run(writer, input): Promise<Result<{ orderId: string }, DoerRefusal>> {
    const turn = await unitTurn(writer, 'sign', input);
    if (!turn.ok) return turn;
    const { order, typed: by } = turn.value;
    const signedOn = by?.on ?? writer.today;
    await saveOrder(writer, order.id, { state: 'signed', signedOn });
    if (signedOn <= order.signBy) await replaceTimers(writer, order.id, { without: ['sign'], starts: [] });
    await addEvents(writer, [{ orderId: order.id, kind: 'signed', typed: by }]);
    return accept({ orderId: order.id });
  },
});

/** 反馈: how it goes; the first one ends the time for feedback. */
export const replyToOrder = command({
  name: 'orders.reply',
  version: 1,
  input: z.object({ orderId: z.uuid(), text: z.string().trim().min(2).max(2000), files: Files.default([]), typed }),
  permission: 'orders.answer',
  subject: (input) => input.orderId,
  async run(writer, input): Promise<Result<{ orderId: string }, DoerRefusal>> {
    const turn = await unitTurn(writer, 'reply', input);
    if (!turn.ok) return turn;
    const { order, typed: by } = turn.value;
    const repliedOn = by?.on ?? writer.today;
    if (order.repliedOn === null) await saveOrder(writer, order.id, { repliedOn });
    if (order.feedbackBy !== null && repliedOn <= order.feedbackBy)
      await replaceTimers(writer, order.id, { without: ['feedback'], starts: [] });
    await addEvents(writer, [{ orderId: order.id, kind: 'replied', body: input.text, files: input.files, typed: by }]);
    return accept({ orderId: order.id });
  },
});

type AskDone = { readonly orderId: string; readonly requestId: string };

/** 申辩: the unit holds that the order is not right, and says why. */
export const objectToOrder = command({
  name: 'orders.object',
  version: 1,
  input: ObjectTo,
  permission: 'orders.ask',
  subject: (input) => input.orderId,
  async run(writer, input): Promise<Result<AskDone, DoerRefusal | RequestRefusal>> {
    const turn = await unitTurn(writer, 'object', input);
    if (!turn.ok) return turn;
    const { order } = turn.value;
    const allowed = mayAsk('objection', await listRequests(writer, order.id));
    if (!allowed.ok) return allowed;
    const requestId = newId();
    const { reason, files } = input;
    const asked = { askedBy: turn.value.typed?.name ?? writer.actor.name, askedOn: writer.today };
    await addRequest(writer, {
      id: requestId,
      orderId: order.id,
      ask: 'objection',
      reason,
      progress: '',
      wantedDueOn: null,
      files,
      ...asked,
    });
    await addEvents(writer, [{ orderId: order.id, kind: 'objected', body: reason, files, typed: turn.value.typed }]);
    return accept({ orderId: order.id, requestId });
  },
});

/** 申请延期: before the day has passed, with reason and progress. */
export const askExtension = command({
  name: 'orders.ask-extension',
  version: 1,
  input: AskExtension,
  permission: 'orders.ask',
  subject: (input) => input.orderId,
  async run(writer, input): Promise<Result<AskDone, DoerRefusal | RequestRefusal>> {
    const turn = await unitTurn(writer, 'extend', input);
    if (!turn.ok) return turn;
    const { order } = turn.value;
    const profile = (await loadProfiles(writer)).get(order.profileVersion)!;
    const { wantedDueOn } = input;
    const earlier = await listRequests(writer, order.id);
    const allowed = mayAskExtension(order, { wantedDueOn, earlier, profile, today: writer.today });
    if (!allowed.ok) return allowed;
    return accept(await askedFor(writer, turn.value, input));
  },
});

async function askedFor(
  writer: Parameters<typeof addRequest>[0],
  { order, typed: by }: UnitTurn,
  input: z.output<typeof AskExtension>,
): Promise<AskDone> {
  const { reason, progress, wantedDueOn, files } = input;
  const id = newId();
  const asked = { askedBy: by?.name ?? writer.actor.name, askedOn: writer.today };
  await addRequest(writer, { id, orderId: order.id, ask: 'extension', reason, progress, wantedDueOn, files, ...asked });
  const facts = { wantedDueOn, progress };
  await addEvents(writer, [{ orderId: order.id, kind: 'asked-extension', body: reason, facts, files, typed: by }]);
  return { orderId: order.id, requestId: id };
}
