import type { AnswerProps } from '#/ui/answers.ts';
import type { DeliveryDuty } from '../rules/duties.ts';
import { Unchanged } from './due-lines.tsx';

type ReportFacts = Extract<DeliveryDuty, { readonly kind: 'delivery.report' }>['facts'];

export default function AnswerUnchanged(props: AnswerProps) {
  const facts = props.facts as ReportFacts;
  return facts.mayStateUnchanged ? <Unchanged of={{ ...facts, name: facts.promise }} /> : null;
}
