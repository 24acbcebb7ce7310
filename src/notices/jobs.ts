import { loadOfficeDays } from '#/planning/door.ts';
import type { DutySource, Job, JobDeps, Loop } from '#/platform/module.ts';
import { reading } from '#/platform/transaction.ts';
import { forgottenBefore, tidyNotices } from './actions/inbox.ts';
import { claimMessages, noteSent } from './actions/messages.ts';
import { type remindOf, type tellAtOnceOf, untoldAtOnce } from './actions/remind.ts';
import { readMessage, send } from './channels/outgoing.ts';
import { isWorkingDay } from './rules/calendar.ts';
import { isAnyDue } from './store/messages.ts';
import { hasOlder, isEveningMade } from './store/notices.ts';
import { getSettings } from './store/settings.ts';

type Remind = ReturnType<typeof remindOf>;

/**
 * 当晚提醒, at 18:00 and again until 21:00, so that a machine that was off at six still reminds that evening; an evening that was made is
 * made. Whole evenings that were missed are not made up for: the next one tells what is overdue by then.
 */
export function eveningJob(remind: Remind): Job {
  return {
    name: 'notices.remind',
    cron: '*/10 18-20 * * *',
    async run(district, { world, run }) {
      const isDue = await reading(
        world,
        district,
        async (reader) =>
          isWorkingDay(reader.today, await loadOfficeDays(reader)) &&
          (await getSettings(reader)).reminds &&
          !(await isEveningMade(reader, reader.today)),
      );
      if (isDue) await run(remind, district, {});
    },
  };
}

/** 即时提醒: every ten minutes of the day, working day or not, for what a leader marked as urgent. */
export function atOnceJob(tellAtOnce: ReturnType<typeof tellAtOnceOf>, sources: readonly DutySource[]): Job {
  return {
    name: 'notices.tell-at-once',
    cron: '5-55/10 7-21 * * *',
    async run(district, { world, run }) {
      const isAny = await reading(world, district, async (reader) => (await untoldAtOnce(sources, reader)).length > 0);
      if (isAny) await run(tellAtOnce, district, {});
    },
  };
}

/** 清理, each night. */
export const tidy: Job = {
  name: 'notices.tidy',
  cron: '50 3 * * *',
  async run(district, { world, run }) {
    const isAny = await reading(world, district, async (reader) =>
      hasOlder(reader, forgottenBefore(reader.today, (await getSettings(reader)).keepMonths)),
    );
    if (isAny) await run(tidyNotices, district, {});
  },
};

/** 发出: what waits is taken by one process, sent outside any transaction, and its outcome noted at once. */
export function sendingLoop(sources: readonly DutySource[]): Loop {
  return {
    name: 'notices.send',
    everySeconds: 3,
    async run(district, deps) {
      if (!(await reading(deps.world, district, isAnyDue))) return;
      const claimed = (await deps.run(claimMessages, district, {})) as {
        readonly ok: boolean;
        readonly value?: { readonly ids: readonly string[] };
      };
      for (const id of claimed.value?.ids ?? []) await sendOne(id, district, deps, sources);
    },
  };
}

async function sendOne(id: string, district: string, { world, run, outside }: JobDeps, sources: readonly DutySource[]): Promise<void> {
  const ready = await reading(world, district, (reader) => readMessage(reader, id, sources, outside));
  const sent = await send(ready, outside, world.now());
  await run(noteSent, district, { messageId: id, result: sent.result, reason: 'reason' in sent ? sent.reason : null });
}
