import type { AnswerProps } from '#/ui/answers.ts';
import { useRead } from '#/ui/data.ts';
import { Whole } from '#/ui/page.tsx';
import { useListQuery } from '#/ui/year-list.tsx';
import type { Waiting } from './contract.ts';
import './delivery.css';
import './inbox.css';
import { WaitingPlan } from './waiting-plan.tsx';

/** 批计划: those of one unit; the line goes with the last of them. */
export default function AnswerPlans({ facts }: AnswerProps) {
  const query = useListQuery(facts.programmeId);
  const read = useRead<Waiting>(query && `/delivery/waiting?${query}`);
  return (
    <Whole of={read}>
      {(waiting) =>
        waiting.plans
          .filter(({ plan }) => plan.unitId === facts.unitId)
          .map((it) => <WaitingPlan key={it.plan.id} item={it} waiting={waiting} />)
      }
    </Whole>
  );
}
