import type { AnswerProps } from '#/ui/answers.ts';
import { useRead } from '#/ui/data.ts';
import { Whole } from '#/ui/page.tsx';
import { CheckForm } from './check-form.tsx';
import type { CheckAnswer } from './contract.ts';
import './rhythm.css';

/** The week's form below its line in My week. */
export default function AnswerCheck({ facts }: AnswerProps) {
  const unitId = String(facts.unitId);
  const check = useRead<CheckAnswer>(`/rhythm/check?year=${facts.year}&week=${facts.week}&unitId=${unitId}`);
  return <Whole of={check}>{(it) => <CheckForm of={it} unitId={unitId} />}</Whole>;
}
