import type { AnswerProps } from '#/ui/answers.ts';
import { useLabels } from '#/ui/locale.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { answerLabels } from './answer-labels.ts';
import { OneTap } from './one-tap.tsx';

export default function AnswerStart({ facts, onAnswered }: AnswerProps) {
  const words = useLabels(answerLabels);
  const { today } = useWorkplace();
  const input = { activityId: facts.activityId, on: today };
  return <OneTap command="planning.start-activity" input={input} act={words.start} done={words.started} onDone={onAnswered} />;
}
