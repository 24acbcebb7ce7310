import { useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { type Area, fullName } from '../rules/area.ts';
import type { SiteChange, SiteFieldChange } from '../rules/site.ts';
import { type PlanningLabels, planningLabels } from '../words/labels.ts';
import type { ShownProject } from './contract.ts';
import { labels } from './labels.ts';

type ChangesProps = { readonly areas: readonly Area[]; readonly projects: readonly ShownProject[] };

/** 变动记录: who did what to which site, removed ones too. */
export function SiteChanges({ areas, projects }: ChangesProps) {
  const words = useLabels(labels);
  const common = planningLabels[useLocale()];
  const changes = useRead<readonly SiteChange[]>('/planning/site-changes').data ?? [];
  const said = (value: SiteFieldChange['from'], field: SiteFieldChange['field']): string => {
    if (field === 'stage') return common.stages[value as keyof PlanningLabels['stages']];
    if (field === 'kind') return common.siteKinds[value as keyof PlanningLabels['siteKinds']];
    if (field === 'areaId') return fullName(areas, value as string | null) || '—';
    if (field === 'projectId') return projects.find((it) => it.id === value)?.name ?? '—';
    return typeof value === 'boolean' ? (value ? words.yes : words.no) : (value ?? '—');
  };
  const line = ({ field, from, to }: SiteFieldChange) =>
    field === 'geometry' || field === 'promiseId'
      ? common.siteFields[field]
      : `${common.siteFields[field]} ${said(from, field)} → ${said(to, field)}`;
  return (
    <Section title={words.history}>
      <DataTable
        rows={changes}
        keyOf={(it) => `${it.siteId} ${it.changeNo}`}
        fileName={words.history}
        columns={[
          { title: words.on, text: ({ onDay }) => onDay, width: 110 },
          { title: words.name, text: ({ name }) => name },
          { title: words.act, text: ({ act }) => common.acts[act] },
          { title: words.changed, text: (it) => it.changes.map(line).join('；'), onlyWide: true },
          { title: words.reason, text: ({ reason }) => reason, onlyWide: true },
          { title: words.by, text: ({ byName, byPost }) => (byName === byPost ? byName : `${byPost} ${byName}`) },
        ]}
      />
    </Section>
  );
}
