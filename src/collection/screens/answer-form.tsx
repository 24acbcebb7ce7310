import { App } from 'antd';
import type { AnswerProps } from '#/ui/answers.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels } from '#/ui/locale.tsx';
import { Whole } from '#/ui/page.tsx';
import { useListQuery } from '#/ui/year-list.tsx';
import type { PeriodView } from './contract.ts';
import { FormsOut } from './forms-out.tsx';
import { labels } from './labels.ts';
import { TakeIn } from './take-in.tsx';

/** 交表: the form is fetched and handed in where it is asked for; confirming what was read from it is owed next. */
export default function AnswerForm({ facts, onAnswered }: AnswerProps) {
  const words = useLabels(labels);
  const { message } = App.useApp();
  const query = useListQuery(facts.programmeId);
  const read = useRead<PeriodView>(query && `/collection/period?${query}&period=${facts.period}`);
  const taken = () => {
    message.success(words.handedIn);
    onAnswered();
  };
  return (
    <Whole of={read}>
      {(view) => (
        <>
          <FormsOut view={view} query={query!} />
          <TakeIn view={view} onTaken={taken} />
        </>
      )}
    </Whole>
  );
}
