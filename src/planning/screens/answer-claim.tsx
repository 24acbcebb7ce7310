import type { AnswerProps } from '#/ui/answers.ts';
import { useLabels } from '#/ui/locale.tsx';
import { answerLabels } from './answer-labels.ts';
import { OneTap } from './one-tap.tsx';

export default function AnswerClaim({ facts, onAnswered }: AnswerProps) {
  const words = useLabels(answerLabels);
  const input = { taskId: facts.taskId };
  return <OneTap command="planning.claim-task" input={input} act={words.claim} done={words.claimed} onDone={onAnswered} />;
}
