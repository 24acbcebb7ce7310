import { z } from 'zod';
import { newId } from '#/kernel/id.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import type { ChannelRefusal } from '../rules/channels.ts';
import { after, claimed, isAbandoned } from '../rules/message.ts';
import { findPreference, getRobotForUpdate } from '../store/channels.ts';
import { addMessages, getMessageForUpdate, listDueForUpdate, saveMessage } from '../store/messages.ts';
import { findPersonOfAccount } from '../store/people.ts';

/** As many as are sent within the time that a claim lasts, however slow the other side. */
const MOST_AT_ONCE = 5;

/** 认领待发: takes what waits, for one process to send; what another had taken and never ended is closed as uncertain. */
export const claimMessages = command({
  name: 'notices.claim-messages',
  version: 1,
  input: z.object({}),
  permission: 'notices.remind',
  subject: () => 'messages',
  async run(writer) {
    const ids: string[] = [];
    for (const message of await listDueForUpdate(writer, MOST_AT_ONCE)) {
      if (isAbandoned(message, writer.now)) {
        await saveMessage(writer, after(message, { result: 'unsure', reason: 'stopped-midway' }, writer.now));
      } else {
        await saveMessage(writer, claimed(message, writer.now));
        ids.push(message.id);
      }
    }
    return accept({ ids });
  },
});

/** 记发送结果. */
export const noteSent = command({
  name: 'notices.note-sent',
  version: 1,
  input: z.object({
    messageId: z.uuid(),
    result: z.enum(['sent', 'again', 'refused', 'unsure']),
    reason: z.string().max(40).nullable(),
  }),
  permission: 'notices.remind',
  subject: (input) => input.messageId,
  async run(writer, { messageId, ...outcome }) {
    const message = await getMessageForUpdate(writer, messageId);
    if (message.state === 'claimed') await saveMessage(writer, after(message, outcome, writer.now));
    return accept({ id: messageId });
  },
});

async function addTest(writer: Writer, to: { readonly personId: string } | { readonly robotId: string }): Promise<string> {
  const id = newId();
  const one = { personId: null, robotId: null, ...to };
  const common = { id, once: `test ${id}`, purpose: 'test', noticeId: null, madeOn: writer.today, untilOn: null, lines: [] } as const;
  await addMessages(writer, [{ ...common, ...one }]);
  return id;
}

/** 发测试邮件, to oneself alone. */
export const testMail = command({
  name: 'notices.test-mail',
  version: 1,
  input: z.object({}),
  permission: 'notices.read-own',
  subject: () => 'test',
  async run(writer): Promise<Result<{ readonly messageId: string }, ChannelRefusal>> {
    const personId = await findPersonOfAccount(writer, writer.actor.accountId);
    if (personId === null) return refuse({ kind: 'no-person' });
    const preference = await findPreference(writer, personId);
    if (preference?.address === undefined || preference.address === null) return refuse({ kind: 'no-mail-address' });
    return accept({ messageId: await addTest(writer, { personId }) });
  },
});

/** 发测试消息 to a group. */
export const testRobot = command({
  name: 'notices.test-robot',
  version: 1,
  input: z.object({ robotId: z.uuid() }),
  permission: 'notices.set-channels',
  subject: (input) => input.robotId,
  async run(writer, { robotId }): Promise<Result<{ readonly messageId: string }, ChannelRefusal>> {
    const robot = await getRobotForUpdate(writer, robotId);
    if (!robot.isActive) return refuse({ kind: 'robot-off', name: robot.name });
    return accept({ messageId: await addTest(writer, { robotId }) });
  },
});
