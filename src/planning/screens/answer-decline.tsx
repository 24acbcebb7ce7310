import { App } from 'antd';
import { type FormEvent, useState } from 'react';
import type { AnswerProps } from '#/ui/answers.ts';
import { useCommand } from '#/ui/data.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Field, WhyButton } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { answerLabels } from './answer-labels.ts';

/** A task that is not the unit's own goes back, with the reason. */
export default function AnswerDecline({ facts, onAnswered }: AnswerProps) {
  const words = useLabels(answerLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const decline = useCommand<unknown, unknown>('planning.decline-task');
  const [reason, setReason] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim().length < 2) return;
    decline
      .mutateAsync({ input: { taskId: facts.taskId, reason: reason.trim() } })
      .then(() => {
        message.success(words.declined);
        onAnswered();
      })
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  };
  return (
    <form onSubmit={send}>
      <Field name={words.declineReason}>
        <GrowText value={reason} onText={setReason} />
      </Field>
      <WhyButton htmlType="submit" loading={decline.isPending} why={reason.trim().length < 2 ? words.declineReason : null}>
        {words.decline}
      </WhyButton>
    </form>
  );
}
