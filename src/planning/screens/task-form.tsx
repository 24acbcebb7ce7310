import { Input, Select } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { number } from '#/kernel/format.ts';
import type { UnitView } from '#/organisation/rules/views.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { FUND_SOURCES, type FundSource } from '../rules/task.ts';
import { taskLabels } from '../words/tasks.ts';
import { labels } from './breakdown-labels.ts';
import type { Breakdown, BreakdownProject, ShownTask } from './contract.ts';
import { PostChoice, postOptions } from './posts-form.tsx';

type FormProps = {
  readonly task: ShownTask | null;
  readonly project: BreakdownProject;
  readonly of: Breakdown;
  readonly onClose: () => void;
};
type Typed = ReturnType<typeof begin>;
type PartProps = { readonly typed: Typed; readonly set: (change: Partial<Typed>) => void; readonly units: readonly UnitView[] };

function begin(task: ShownTask | null, project: BreakdownProject, of: Breakdown) {
  const funds = Object.fromEntries((task?.funds ?? []).map((it) => [it.source, String(it.yuan / 10_000)]));
  return {
    name: task?.name ?? '',
    content: task?.content ?? '',
    promiseId: task?.promiseId ?? null,
    leadUnitId: task?.leadUnitId ?? project.leadUnitId,
    supportingUnitIds: task?.supportingUnitIds ?? [],
    overseeingPostId: task?.overseeingPostId ?? null,
    postId: task?.postId ?? null,
    contactPostId: task?.contactPostId ?? null,
    funds: funds as Partial<Record<FundSource, string>>,
    quarterGoals: task?.quarterGoals ?? [null, null, null, null],
    startOn: task?.startOn ?? null,
    dueOn: task?.dueOn ?? of.programme.to,
    siteIds: task?.siteIds ?? [],
  };
}

/** What a task is and how it is done; the unit that bears it alone fills in the second part. */
export function TaskForm({ task, project, of, onClose }: FormProps) {
  const words = useLabels(labels);
  const units = useRead<readonly UnitView[]>('/organisation/units').data ?? [];
  const save = useCommand<unknown, unknown>(task === null ? 'planning.set-up-task' : 'planning.change-task');
  const [typed, setTyped] = useState(() => begin(task, project, of));
  const set = (change: Partial<Typed>) => setTyped((before) => ({ ...before, ...change }));
  const send = () => {
    const funds = FUND_SOURCES.flatMap((source) => {
      const yuan = Math.round(Number(typed.funds[source] ?? '') * 1_000_000) / 100;
      return yuan > 0 ? [{ source, yuan }] : [];
    });
    const own = task === null ? { programmeId: of.programme.id, projectId: project.id } : { taskId: task.id };
    return save.mutateAsync({ input: { ...own, ...typed, funds }, ...(task !== null && { base: { [`task:${task.id}`]: task.version } }) });
  };
  const promises = of.promises.filter((it) => it.projectId === project.id);
  return (
    <FormDialog
      act={words.save}
      title={task === null ? `${words.add} · ${project.no} ${project.name}` : task.name}
      onClose={onClose}
      onSend={send}
    >
      {project.mayEdit ? <What typed={typed} set={set} units={units} promises={promises} /> : <p className="notice">{words.keptFields}</p>}
      <How typed={typed} set={set} units={units} projectId={project.id} />
    </FormDialog>
  );
}

function What({ typed, set, units, promises }: PartProps & { readonly promises: Breakdown['promises'] }) {
  const words = useLabels(labels);
  const choices = units.filter((it) => it.isActive).map((it) => ({ value: it.id, label: it.name }));
  const leaders = units
    .flatMap((it) => it.posts)
    .filter((it) => it.kind === 'leader' && it.isActive)
    .map((it) => ({ value: it.id, label: `${it.title}（${it.holder?.personName ?? words.nobody}）` }));
  const choose = { className: 'full', showSearch: { optionFilterProp: 'label' } } as const;
  return (
    <>
      <Field name={words.name}>
        <Input value={typed.name} onChange={({ target }) => set({ name: target.value })} minLength={2} maxLength={80} required />
      </Field>
      <Field name={words.leadUnit}>
        <Select
          {...choose}
          value={typed.leadUnitId}
          options={choices}
          onChange={(leadUnitId) => set({ leadUnitId, postId: null, contactPostId: null })}
        />
      </Field>
      <Field name={words.supporting}>
        <Select
          {...choose}
          mode="multiple"
          value={[...typed.supportingUnitIds]}
          options={choices}
          onChange={(it) => set({ supportingUnitIds: it })}
        />
      </Field>
      <PostChoice
        name={words.overseeing}
        value={typed.overseeingPostId}
        options={leaders}
        onChange={(it) => set({ overseeingPostId: it })}
      />
      <Field name={words.due}>
        <DayField value={typed.dueOn} onChange={(it) => it && set({ dueOn: it as CivilDate })} />
      </Field>
      {promises.length > 0 && (
        <Field name={words.promise}>
          <Select
            {...choose}
            allowClear
            value={typed.promiseId}
            onChange={(it) => set({ promiseId: it ?? null })}
            options={promises.map((it) => ({ value: it.id, label: it.label }))}
          />
        </Field>
      )}
    </>
  );
}

function How({ typed, set, units, projectId }: PartProps & { readonly projectId: string }) {
  const words = useLabels(labels);
  const sites = useRead<readonly { id: string; name: string }[]>(`/planning/project-sites?projectId=${projectId}`).data ?? [];
  const posts = postOptions(units, typed.leadUnitId, words.nobody);
  return (
    <>
      <Field name={words.content}>
        <Input.TextArea value={typed.content} rows={3} maxLength={1000} onChange={({ target }) => set({ content: target.value })} />
      </Field>
      <Field name={words.start}>
        <DayField value={typed.startOn} onChange={(startOn) => set({ startOn })} />
      </Field>
      <PostChoice name={words.post} value={typed.postId} options={posts} onChange={(postId) => set({ postId })} />
      <PostChoice name={words.contact} value={typed.contactPostId} options={posts} onChange={(contactPostId) => set({ contactPostId })} />
      <Funds typed={typed} set={set} />
      {words.goals.map((name, i) => (
        <Field key={name} name={name}>
          <Input
            value={typed.quarterGoals[i] ?? ''}
            maxLength={300}
            onChange={({ target }) => set({ quarterGoals: typed.quarterGoals.map((it, at) => (at === i ? target.value : it)) })}
          />
        </Field>
      ))}
      {sites.length > 0 && (
        <Field name={words.sites}>
          <Select
            className="full"
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            value={[...typed.siteIds]}
            onChange={(siteIds) => set({ siteIds })}
            options={sites.map((it) => ({ value: it.id, label: it.name }))}
          />
        </Field>
      )}
    </>
  );
}

/** The sum is counted from its parts, never typed. */
function Funds({ typed, set }: Pick<PartProps, 'typed' | 'set'>) {
  const words = useLabels(labels);
  const { funds: names } = taskLabels[useLocale()];
  const total = FUND_SOURCES.reduce((sum, it) => sum + (Number(typed.funds[it] ?? '') || 0), 0);
  return (
    <fieldset className="funds">
      <legend>{words.funds}</legend>
      {FUND_SOURCES.map((source) => (
        <Field key={source} name={names[source]}>
          <Input
            value={typed.funds[source] ?? ''}
            inputMode="decimal"
            pattern="\d{0,9}(\.\d{0,6})?"
            onChange={({ target }) => set({ funds: { ...typed.funds, [source]: target.value.trim() } })}
          />
        </Field>
      ))}
      <p className="soft">{words.fundTotal(number(total, 2))}</p>
    </fieldset>
  );
}
