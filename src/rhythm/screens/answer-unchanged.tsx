import { App, Button } from 'antd';
import type { AnswerProps } from '#/ui/answers.ts';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { checkLabels } from './check-labels.ts';

/** 本周无变化, from My week. */
export default function AnswerUnchanged({ facts, onAnswered }: AnswerProps) {
  const words = useLabels(checkLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const file = useCommand<unknown, { readonly isLate: boolean }>('rhythm.file-check');
  const { year, week, unitId } = facts;
  const tap = () =>
    file
      .mutateAsync({ input: { year, week, unitId, isUnchanged: true } })
      .then(({ isLate }) => {
        message.success(isLate ? words.sentLate : words.sent);
        onAnswered();
      })
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <Button loading={file.isPending} onClick={tap}>
      {words.unchangedAll}
    </Button>
  );
}
