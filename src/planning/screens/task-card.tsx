import { App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { number } from '#/kernel/format.ts';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay } from '#/ui/session.ts';
import { taskLabels } from '../words/tasks.ts';
import { labels } from './breakdown-labels.ts';
import type { Breakdown, BreakdownProject, ShownTask } from './contract.ts';
import { PostsForm } from './posts-form.tsx';
import { TaskForm } from './task-form.tsx';

type CardProps = { readonly task: ShownTask; readonly project: BreakdownProject; readonly of: Breakdown };
type Open = 'edit' | 'posts' | 'decline' | 'withdraw' | 'remove' | null;

/** One task: what, who, with what money, until when; claimed in one tap. */
export function TaskCard({ task, project, of }: CardProps) {
  const words = useLabels(labels);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <li className={`task ${task.claim.state}`}>
      <h3>
        {task.name} <span className={`claim ${task.claim.state}`}>{words.states[task.claim.state]}</span>
      </h3>
      {task.content && <p>{task.content}</p>}
      <Facts task={task} of={of} />
      <ClaimSaid task={task} />
      <Acts task={task} project={project} of={of} onOpen={setOpen} />
      {open === 'edit' && <TaskForm task={task} project={project} of={of} onClose={close} />}
      {open === 'posts' && <PostsForm task={task} onClose={close} />}
      {(open === 'decline' || open === 'withdraw' || open === 'remove') && <WithReason task={task} act={open} onClose={close} />}
    </li>
  );
}

function Facts({ task, of }: { readonly task: ShownTask; readonly of: Breakdown }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const unit = (id: string) => of.units.find((it) => it.id === id)?.name ?? '';
  const post = (id: string | null) => {
    const found = of.posts.find((it) => it.id === id);
    return found === undefined ? words.notSet : `${found.title}（${found.holder ?? words.nobody}）`;
  };
  const total = task.funds.reduce((sum, it) => sum + Math.round(it.yuan * 100), 0) / 1_000_000;
  const funds = task.funds.map((it) => `${taskLabels[locale].funds[it.source]} ${number(it.yuan / 10_000, 2)}`).join('，');
  const rows: readonly (readonly [string, ReactNode])[] = [
    [words.due, task.startOn === null ? task.dueOn : `${task.startOn} → ${task.dueOn}`],
    [words.leadUnit, unit(task.leadUnitId)],
    ...(task.supportingUnitIds.length > 0 ? [[words.supporting, task.supportingUnitIds.map(unit).join('、')] as const] : []),
    ...(task.overseeingPostId === null ? [] : [[words.overseeing, post(task.overseeingPostId)] as const]),
    [words.post, post(task.postId)],
    ...(task.contactPostId === null ? [] : [[words.contact, post(task.contactPostId)] as const]),
    ...(funds === '' ? [] : [[words.money, `${words.fundTotal(number(total, 2))}（${funds}）`] as const]),
    ...task.quarterGoals.flatMap((goal, i) => (goal === null ? [] : [[words.goals[i]!, goal] as const])),
    ...(task.siteIds.length > 0 ? [[words.sites, words.siteCount(task.siteIds.length)] as const] : []),
  ];
  return (
    <dl className="task-facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function ClaimSaid({ task: { claim } }: { readonly task: ShownTask }) {
  const words = useLabels(labels);
  if (claim.state === 'open') return null;
  const by = `${claim.byPost} ${claim.byName}`;
  return (
    <p className="soft">
      {claim.state === 'claimed' ? words.claimedSaid(by, claim.onDay) : words.declinedSaid(by, claim.onDay, claim.reason)}
    </p>
  );
}

type ActsProps = CardProps & { readonly onOpen: (open: Open) => void };

function Acts({ task, project, of, onOpen }: ActsProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const mayClaim = useMay('planning.claim') && task.isOwn;
  const mayEdit = project.mayEdit || task.isOwn;
  const claim = useCommand<unknown, unknown>('planning.claim-task');
  const reorder = useCommand<unknown, unknown>('planning.reorder-tasks');
  const tell = (problem: unknown) => message.error(sentenceOf(problem, locale));
  const take = () =>
    claim
      .mutateAsync({ input: { taskId: task.id } })
      .then(() => message.success(words.claimed))
      .catch(tell);
  const ids = of.tasks.filter((it) => it.projectId === project.id).map((it) => it.id);
  const move = (by: -1 | 1) => {
    const [at, moved] = [ids.indexOf(task.id), [...ids]];
    moved.splice(at, 1);
    moved.splice(at + by, 0, task.id);
    return reorder.mutateAsync({ input: { programmeId: of.programme.id, projectId: project.id, taskIds: moved } }).catch(tell);
  };
  if (!mayClaim && !mayEdit) return null;
  return (
    <p className="task-acts no-print">
      {mayClaim && task.claim.state === 'open' && (
        <>
          <Button type="primary" loading={claim.isPending} onClick={take}>
            {words.claim}
          </Button>
          <Button onClick={() => onOpen('decline')}>{words.decline}</Button>
        </>
      )}
      {mayClaim && task.claim.state !== 'open' && <Button onClick={() => onOpen('withdraw')}>{words.withdraw}</Button>}
      {task.isOwn && <Button onClick={() => onOpen('posts')}>{words.posts}</Button>}
      {mayEdit && <Button onClick={() => onOpen('edit')}>{words.edit}</Button>}
      {project.mayEdit && (
        <>
          <Button disabled={ids[0] === task.id} onClick={() => move(-1)} aria-label={`${words.up} ${task.name}`}>
            ↑
          </Button>
          <Button disabled={ids.at(-1) === task.id} onClick={() => move(1)} aria-label={`${words.down} ${task.name}`}>
            ↓
          </Button>
          <Button onClick={() => onOpen('remove')}>{words.remove}</Button>
        </>
      )}
    </p>
  );
}

const COMMANDS = { decline: 'planning.decline-task', withdraw: 'planning.withdraw-claim', remove: 'planning.remove-task' } as const;

type WithReasonProps = { readonly task: ShownTask; readonly act: keyof typeof COMMANDS; readonly onClose: () => void };

function WithReason({ task, act, onClose }: WithReasonProps) {
  const words = useLabels(labels);
  const { message } = App.useApp();
  const run = useCommand<unknown, unknown>(COMMANDS[act]);
  const send = (reason: string) =>
    run
      .mutateAsync({ input: { taskId: task.id, reason }, ...(act === 'remove' && { base: { [`task:${task.id}`]: task.version } }) })
      .then(() => message.success(words.saved))
      .then(onClose);
  const hint = { decline: words.declineHint, withdraw: words.withdrawHint, remove: words.removeLead }[act];
  return (
    <ReasonDialog
      open
      title={`${words[act]} ${task.name}`}
      act={words[act]}
      danger={act === 'remove'}
      hint={hint}
      onCancel={onClose}
      onConfirm={send}
    />
  );
}
