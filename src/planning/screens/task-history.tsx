import { useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Whole } from '#/ui/page.tsx';
import type { TaskFieldChange } from '../rules/task.ts';
import { claimActs, taskLabels } from '../words/tasks.ts';
import { labels } from './breakdown-labels.ts';
import type { Breakdown, TaskHistory } from './contract.ts';

type Line = {
  readonly key: string;
  readonly day: string;
  readonly who: string;
  readonly task: string;
  readonly act: string;
  readonly said: string;
};

/** 变动记录 of a project: tasks and claims, removed ones too. */
export function TaskHistoryBox({ projectId, of }: { readonly projectId: string; readonly of: Breakdown }) {
  const words = useLabels(labels);
  const history = useRead<TaskHistory>(`/planning/task-changes?projectId=${projectId}`);
  const locale = useLocale();
  return (
    <Whole of={history}>
      {(it) => {
        const lines = linesOf(it, of, locale);
        return lines.length === 0 ? (
          <p className="soft">{words.noHistory}</p>
        ) : (
          <DataTable
            rows={lines}
            keyOf={({ key }) => key}
            fileName={words.history}
            columns={[
              { title: historyHeads[locale].day, text: ({ day }) => day, width: 110 },
              { title: historyHeads[locale].who, text: ({ who }) => who },
              { title: words.name, text: ({ task }) => task },
              { title: historyHeads[locale].act, text: ({ act }) => act, width: 110 },
              { title: words.said, text: ({ said }) => said, onlyWide: true },
            ]}
          />
        );
      }}
    </Whole>
  );
}

const historyHeads = { 'zh-CN': { day: '日期', who: '经办', act: '事项' }, en: { day: 'Day', who: 'By', act: 'What' } };

function linesOf({ changes, claims }: TaskHistory, of: Breakdown, locale: 'zh-CN' | 'en'): readonly Line[] {
  const { taskActs, taskFields } = taskLabels[locale];
  const nameOf = (taskId: string) => changes.find((it) => it.taskId === taskId)?.name ?? '';
  const lines = [
    ...changes.map((it) => ({
      key: `c ${it.taskId} ${it.changeNo}`,
      day: it.onDay,
      who: `${it.byPost} ${it.byName}`,
      task: it.name,
      act: taskActs[it.act],
      said: [
        it.reason ?? '',
        ...it.changes.map((one) => `${taskFields[one.field]}：${shown(one.from, one, of)} → ${shown(one.to, one, of)}`),
      ]
        .filter((one) => one !== '')
        .join('；'),
    })),
    ...claims.map((it) => ({
      key: `k ${it.taskId} ${it.claimNo}`,
      day: it.onDay,
      who: `${it.byPost} ${it.byName}`,
      task: nameOf(it.taskId),
      act: claimActs[locale][it.act],
      said: it.reason ?? '',
    })),
  ];
  return lines.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

/** A value of the history in words: ids become names where they are still known. */
function shown(value: unknown, { field }: TaskFieldChange, of: Breakdown): string {
  if (value === null || value === '' || (Array.isArray(value) && value.every((it) => it === null))) return '—';
  const name = (id: unknown) =>
    of.units.find((it) => it.id === id)?.name ??
    of.posts.find((it) => it.id === id)?.title ??
    of.promises.find((it) => it.id === id)?.label ??
    '…';
  if (field === 'funds') return (value as { yuan: number }[]).map((it) => `${it.yuan / 10_000}`).join(' + ');
  if (field === 'siteIds') return String((value as unknown[]).length);
  if (field === 'quarterGoals') return (value as (string | null)[]).map((it) => it ?? '—').join(' / ');
  if (Array.isArray(value)) return value.map(name).join('、');
  return field.endsWith('Id') ? name(value) : String(value);
}
