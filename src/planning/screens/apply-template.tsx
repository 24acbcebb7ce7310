import { App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { TemplateStep } from '../rules/template.ts';
import type { Breakdown, BreakdownProject } from './contract.ts';
import { labels } from './template-labels.ts';

type ApplyProps = {
  readonly project: BreakdownProject;
  readonly of: Breakdown;
  readonly chain: readonly TemplateStep[];
  readonly title: string;
};

/** 套用模板: the chain that was looked at becomes the activities of a task. */
export function ApplyTemplate({ project, of, chain, title }: ApplyProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const may = useMay('planning.edit-network');
  const apply = useCommand<unknown, unknown>('planning.apply-template');
  const tasks = of.tasks.filter((it) => it.projectId === project.id && (project.mayEdit || it.isOwn));
  const [taskId, setTask] = useState<string | null>(tasks[0]?.id ?? null);
  const [why, setWhy] = useState('');
  const [isDone, setDone] = useState(false);
  const isShort = chain.some((it) => it.legalMinimum !== null && it.days < it.legalMinimum.days);
  if (!may) return null;
  const send = () =>
    apply
      .mutateAsync({ input: { taskId, steps: chain, shorterBecause: why.trim() || null, reason: `套用“${title}”` } })
      .then(() => {
        setDone(true);
        message.success(words.applied);
      })
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale)));
  return (
    <Section title={words.apply}>
      {tasks.length === 0 ? (
        <p>
          {words.noTasks} <Button onClick={() => navigate(`/${district}/breakdown?list=${of.programme.id}`)}>{words.toBreakdown}</Button>
        </p>
      ) : (
        <>
          <p>{words.applyLead}</p>
          <Field name={words.task}>
            <Select className="full" value={taskId} onChange={setTask} options={tasks.map((it) => ({ value: it.id, label: it.name }))} />
          </Field>
          {isShort && (
            <Field name={words.shorterBecause}>
              <Input value={why} onChange={({ target }) => setWhy(target.value)} maxLength={300} />
            </Field>
          )}
          <p className="task-acts">
            <Button type="primary" loading={apply.isPending} disabled={taskId === null || isDone} onClick={send}>
              {words.apply}
            </Button>
            {isDone && <Button onClick={() => navigate(`/${district}/schedule/${project.id}`)}>{words.toPlan}</Button>}
          </p>
        </>
      )}
    </Section>
  );
}
