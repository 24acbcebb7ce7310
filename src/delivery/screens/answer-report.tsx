import { App } from 'antd';
import type { AnswerProps } from '#/ui/answers.ts';
import { useLabels } from '#/ui/locale.tsx';
import { labels } from './labels.ts';
import { ReportPanel } from './report-form.tsx';

export default function AnswerReport({ facts, onAnswered }: AnswerProps) {
  const words = useLabels(labels);
  const { message } = App.useApp();
  const corrects = typeof facts.reportId === 'string' ? facts.reportId : null;
  const sent = () => {
    message.success(words.sent);
    onAnswered();
  };
  return <ReportPanel promiseId={String(facts.promiseId)} corrects={corrects} onSent={sent} />;
}
