import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { newId } from '#/kernel/id.ts';
import { useLabels } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { projectFromItem } from '../rules/draft.ts';
import type { DraftProblem } from '../rules/draft-check.ts';
import { labels } from './labels.ts';
import { ProjectBlock } from './project-block.tsx';
import { optionsOf } from './promise-card.tsx';
import type { StepProps } from './step.ts';

/** Step 2: the list as it was read, sentence by sentence. */
export function CheckStep({ draft, change, problems }: StepProps & { readonly problems: readonly DraftProblem[] }) {
  const words = useLabels(labels);
  const [query] = useSearchParams();
  const wanted = query.get('at');
  const [openId, setOpenId] = useState<string | null>(null);
  useEffect(() => {
    if (wanted) document.getElementById(`project-${wanted}`)?.scrollIntoView({ block: 'start' });
  }, [wanted]);
  const undecided = draft.projects.filter((project) => project.promises.length === 0 && project.withoutNumber === 'undecided');
  const promiseCount = draft.projects.reduce((sum, { promises }) => sum + promises.length, 0);
  const allLater = () =>
    change((before) => ({
      ...before,
      projects: before.projects.map((project) =>
        project.promises.length === 0 ? { ...project, withoutNumber: 'later' as const } : project,
      ),
    }));
  const addProject = () => {
    const fresh = projectFromItem({
      n: String(draft.projects.length + 1),
      text: '',
      promises: [],
      commitments: [],
      progressText: null,
      progress: null,
    });
    change((before) => ({ ...before, projects: [...before.projects, { ...fresh, id: newId() }] }));
  };
  return (
    <div>
      <p className="soft">{words.checkLead}</p>
      <ListInfo draft={draft} change={change} />
      <p className="counted" role="status">
        <b>{words.counted(draft.projects.length, promiseCount, undecided.length)}</b>
        {undecided.length > 1 && (
          <Button size="small" onClick={allLater}>
            {words.allLater}
          </Button>
        )}
      </p>
      {draft.projects.map((project) => (
        <ProjectBlock
          key={project.id}
          project={project}
          change={change}
          openId={openId}
          onOpen={setOpenId}
          problems={problems.filter(({ projectId, blocks }) => blocks && projectId === project.id)}
        />
      ))}
      <p>
        <Button onClick={addProject}>{words.addProject}</Button>
      </p>
    </div>
  );
}

function ListInfo({ draft, change }: Pick<StepProps, 'draft' | 'change'>) {
  const words = useLabels(labels);
  return (
    <details className="list-info" open>
      <summary>
        {words.listInfo}：{draft.year} · {words.kinds[draft.kind]} · {words.origins[draft.origin]} · {draft.from} – {draft.to}
      </summary>
      <div className="list-form">
        <Field name={words.title}>
          <Input value={draft.title} onChange={({ target }) => change((it) => ({ ...it, title: target.value }))} />
        </Field>
        <Field name={words.kind}>
          <Select value={draft.kind} options={optionsOf(words.kinds)} onChange={(kind) => change((it) => ({ ...it, kind }))} />
        </Field>
        <Field name={words.origin}>
          <Select value={draft.origin} options={optionsOf(words.origins)} onChange={(origin) => change((it) => ({ ...it, origin }))} />
        </Field>
        <Field name={words.period} hint={words.periodHint}>
          <span className="period">
            <DayField value={draft.from} label={words.period} onChange={(from) => from && change((it) => ({ ...it, from }))} />
            <span>–</span>
            <DayField value={draft.to} label={words.period} onChange={(to) => to && change((it) => ({ ...it, to }))} />
          </span>
        </Field>
      </div>
    </details>
  );
}
