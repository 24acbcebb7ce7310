import { App, Button } from 'antd';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { flagSentence } from '../words/refusals.ts';
import type { PlanWithFlags, Waiting } from './contract.ts';
import { labels } from './labels.ts';
import { PromiseHead } from './promise-head.tsx';
import { targetText } from './standing.tsx';

/** 待批的计划: approved, or sent back. */
export function WaitingPlan({ item: { plan, flags }, waiting }: { readonly item: PlanWithFlags; readonly waiting: Waiting }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const approve = useCommand<unknown, unknown>('delivery.approve-trajectory');
  const withdraw = useCommand<unknown, unknown>('delivery.withdraw-trajectory');
  const promise = waiting.promises.find(({ id }) => id === plan.promiseId)!;
  const act = (command: typeof approve, text: string) =>
    command
      .mutateAsync({ input: { trajectoryId: plan.id }, base: { [plan.id]: plan.rowVersion } })
      .then(() => message.success(text))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <article className="waiting">
      <PromiseHead promise={promise} projects={waiting.projects}>
        {targetText(promise, locale)}
      </PromiseHead>
      <p>
        {words.planVersion(plan.version)} · {words.shapes[plan.shape.kind]} · {plan.startsOn} – {plan.finishOn} · {plan.proposedBy}
      </p>
      {plan.reason && <p>{plan.reason}</p>}
      {flags.map((flag) => (
        <p key={flag.kind} className="notice warn">
          {flagSentence(flag, locale)}
        </p>
      ))}
      <p className="acts">
        <Button type="primary" loading={approve.isPending} onClick={() => act(approve, words.approved)}>
          {words.approvePlan}
        </Button>
        <Button loading={withdraw.isPending} onClick={() => act(withdraw, words.sentBack)}>
          {words.withdrawPlan}
        </Button>
      </p>
    </article>
  );
}
