import { accept, type Result, refuse } from '#/kernel/result.ts';
import { loadOfficeDays } from '#/planning/door.ts';
import { command } from '#/platform/command.ts';
import type { DoerRefusal } from '../rules/doer.ts';
import { numberText } from '../rules/order.ts';
import { ProvinceNumber, type ProvinceRefusal } from '../rules/province.ts';
import { mayUrge, type SlipRefusal, UrgeOrder } from '../rules/slip.ts';
import { slipNow } from '../rules/timer-outcome.ts';
import { addEvents } from '../store/events.ts';
import { findByProvinceNumber, getOrderForUpdate, saveOrder } from '../store/orders.ts';
import { loadProfiles } from '../store/profile.ts';
import { addSlips, listSlips } from '../store/slips.ts';
import { replaceTimers } from '../store/timers.ts';
import { officeTurn } from './doer.ts';
import { slipEvent } from './timers.ts';

/** 催办: the office sends the next slip by hand, also before the day; what the calendar would have sent falls away. */
export const urgeOrder = command({
  name: 'orders.urge',
  version: 1,
  input: UrgeOrder,
  permission: 'orders.decide',
  subject: (input) => input.orderId,
  async run(
    writer,
    { orderId, reason },
  ): Promise<Result<{ readonly orderId: string; readonly number: string }, DoerRefusal | SlipRefusal>> {
    const turn = await officeTurn(writer, 'urge', orderId);
    if (!turn.ok) return turn;
    const { order } = turn.value;
    const slips = await listSlips(writer, [orderId]);
    const allowed = mayUrge(slips, writer.today);
    if (!allowed.ok) return allowed;
    const profile = (await loadProfiles(writer)).get(order.profileVersion)!;
    const kind = slips.some((it) => it.kind === 'urge' && it.forDueOn === order.dueOn) ? 'demand' : 'urge';
    const { slip, next } = slipNow(kind, order, { today: writer.today, profile, office: await loadOfficeDays(writer) });
    const [issued] = await addSlips(writer, [{ ...slip, orderId, reason }]);
    await addEvents(writer, [slipEvent(issued!)]);
    await replaceTimers(writer, orderId, { without: ['urge', 'demand', 'circular'], starts: [next] });
    return accept({ orderId, number: numberText(issued!) });
  },
});

/** 省13710编号: what the order is called in the province's system; empty takes it away again. */
export const setProvinceNumber = command({
  name: 'orders.set-province-number',
  version: 1,
  input: ProvinceNumber,
  permission: 'orders.decide',
  subject: (input) => input.orderId,
  async run(writer, { orderId, provinceNumber }): Promise<Result<{ readonly orderId: string }, ProvinceRefusal>> {
    const order = await getOrderForUpdate(writer, orderId);
    const wanted = provinceNumber || null;
    const taken = wanted === null ? null : await findByProvinceNumber(writer, wanted, orderId);
    if (taken !== null) return refuse({ kind: 'province-number-taken', number: provinceNumber, by: numberText(taken) });
    if (wanted === order.provinceNumber) return accept({ orderId });
    await saveOrder(writer, orderId, { provinceNumber: wanted });
    await addEvents(writer, [{ orderId, kind: 'province-number', facts: { number: wanted } }]);
    return accept({ orderId });
  },
});
