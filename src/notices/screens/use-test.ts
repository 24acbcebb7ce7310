import { App } from 'antd';
import { useState } from 'react';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import type { MessageState } from '../rules/message.ts';
import type { NoticeReason } from '../rules/send-reason.ts';
import { reasonWords } from '../words/sending.ts';
import { channelLabels } from './channel-labels.ts';

type Told = { readonly state: MessageState; readonly reason: NoticeReason | null };
const ASK_EVERY_MS = 1_500;
const PATIENCE_MS = 60_000;

/** Sends a test and waits for what comes of it, in words. */
export function useTest(command: string) {
  const words = useLabels(channelLabels);
  const locale = useLocale();
  const { api } = useWorkplace();
  const { message } = App.useApp();
  const run = useCommand<unknown, { readonly messageId: string }>(command, { keepReads: true });
  const [busy, setBusy] = useState(false);
  const send = async (input: unknown) => {
    setBusy(true);
    try {
      const { messageId } = await run.mutateAsync({ input });
      const { state, reason } = await outcomeOf(() => api.get<Told>(`/notices/test?messageId=${messageId}`));
      if (state === 'sent') message.success(words.testSent);
      else message.error(reason === null ? words.testing : reasonWords[locale][reason], 10);
    } catch (problem) {
      message.error(sentenceOf(problem, locale), 8);
    }
    setBusy(false);
  };
  return { send, busy };
}

/** Until it has ended, or failed once: whoever tests wants to know now. */
async function outcomeOf(ask: () => Promise<Told>): Promise<Told> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const told = await ask();
    const isOver = (told.state !== 'waiting' && told.state !== 'claimed') || told.reason !== null;
    if (isOver || Date.now() > until) return told;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}
