import { App, Button } from 'antd';
import type { AnswerProps } from '#/ui/answers.ts';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { labels } from '../words/labels.ts';

export default function AnswerSign({ facts, onAnswered }: AnswerProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const sign = useCommand<unknown, unknown>('orders.sign', { keepReads: true });
  const send = () =>
    sign
      .mutateAsync({ input: { orderId: facts.orderId } })
      .then(onAnswered, (problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <Button type="primary" loading={sign.isPending} onClick={send}>
      {words.acts.sign}
    </Button>
  );
}
