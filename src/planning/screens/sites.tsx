import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCommand, useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Page, Section, Whole } from '#/ui/page.tsx';
import { Markup } from '#/ui/parts.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { type Area, fullName } from '../rules/area.ts';
import { siteMap } from '../rules/map.ts';
import { planningLabels } from '../words/labels.ts';
import type { OutlineAnswer, ShownProject, ShownSite, SiteList } from './contract.ts';
import { labels } from './labels.ts';
import { SiteChanges } from './site-changes.tsx';
import { SiteForm } from './site-form.tsx';
import { SiteImport } from './site-import.tsx';
import './planning.css';

/** 点位: the list with its map, by hand or by table. */
export default function Sites() {
  const words = useLabels(labels);
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const mayRecord = useMay('planning.record-sites');
  const list = useRead<SiteList>('/planning/sites');
  const areas = useRead<readonly Area[]>('/planning/areas');
  const [open, setOpen] = useState<ShownSite | 'new' | null>(null);
  const own = (list.data?.projects ?? []).filter((it) => it.isOwn);
  const actions = (
    <>
      <Button onClick={() => navigate(`/${district}/sites/steps`)}>{words.steps}</Button>
      <Button onClick={() => navigate(`/${district}/sites/areas`)}>{words.areas}</Button>
      {mayRecord && own.length > 0 && (
        <Button type="primary" onClick={() => setOpen('new')}>
          {words.add}
        </Button>
      )}
    </>
  );
  return (
    <Page title={words.sites} lead={words.sitesLead} actions={actions}>
      <Whole of={list}>
        {({ sites, projects }) => (
          <>
            {sites.length === 0 ? (
              <EmptyState title={words.noSites} text={projects.length === 0 ? words.noLists : words.noSitesText} />
            ) : (
              <Listed sites={sites} projects={projects} areas={areas.data ?? []} onOpen={setOpen} />
            )}
            {mayRecord && own.length > 0 && <SiteImport projects={own} />}
            {sites.length > 0 && <SiteChanges areas={areas.data ?? []} projects={projects} />}
            {open !== null && (
              <SiteForm site={open === 'new' ? null : open} projects={own} areas={areas.data ?? []} onClose={() => setOpen(null)} />
            )}
          </>
        )}
      </Whole>
    </Page>
  );
}

type ListedProps = {
  readonly sites: readonly ShownSite[];
  readonly projects: readonly ShownProject[];
  readonly areas: readonly Area[];
  readonly onOpen: (site: ShownSite) => void;
};

const SIGNS = { 'not-begun': 'empty', 'under-way': 'half', done: 'full' } as const;

function Listed({ sites, projects, areas, onOpen }: ListedProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const common = planningLabels[locale];
  const outline = useRead<OutlineAnswer>('/planning/outline').data?.outline ?? null;
  const [leaving, setLeaving] = useState<ShownSite | null>(null);
  const numbered = sites.map((site, i) => ({ ...site, number: i + 1 }));
  const projectOf = (id: string) => projects.find((it) => it.id === id);
  const drawn = siteMap({
    outline: outline?.geometry ?? null,
    features: numbered.flatMap(({ number, geometry, stage, name }) =>
      geometry === null ? [] : [{ number, geometry, sign: SIGNS[stage], label: name }],
    ),
    words: common.map,
    note: outline?.reviewNo ?? null,
  });
  return (
    <>
      <Section title={words.map}>
        {drawn === null ? <p className="soft">{words.noMap}</p> : <Markup of={drawn} className="site-map-box" />}
      </Section>
      <Section title={words.list}>
        <DataTable
          rows={numbered}
          keyOf={({ id }) => id}
          fileName={words.sites}
          columns={[
            { title: words.number, text: ({ number }) => number, width: 64, align: 'right' },
            { title: words.name, text: ({ name }) => name },
            {
              title: words.project,
              text: ({ projectId }) => `${projectOf(projectId)?.no ?? ''} ${projectOf(projectId)?.name ?? ''}`,
              onlyWide: true,
            },
            { title: words.kind, text: ({ kind }) => common.siteKinds[kind], onlyWide: true },
            { title: words.area, text: ({ areaId }) => fullName(areas, areaId), onlyWide: true },
            { title: words.stage, text: ({ stage }) => common.stages[stage] },
            {
              title: words.isPublic,
              text: ({ isPublic, isSealed }) => `${isPublic ? words.yes : words.no}${isSealed ? `（${words.sealed}）` : ''}`,
              onlyWide: true,
            },
            {
              title: '',
              text: () => null,
              show: (site) =>
                projectOf(site.projectId)?.isOwn && (
                  <span className="nowrap">
                    <Button size="small" onClick={() => onOpen(site)}>
                      {words.edit}
                    </Button>{' '}
                    <Button size="small" onClick={() => setLeaving(site)}>
                      {words.remove}
                    </Button>
                  </span>
                ),
            },
          ]}
        />
      </Section>
      {leaving && <Leaving site={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

function Leaving({ site, onClose }: { readonly site: ShownSite; readonly onClose: () => void }) {
  const words = useLabels(labels);
  const { message } = App.useApp();
  const remove = useCommand<unknown, unknown>('planning.remove-site');
  const send = (reason: string) =>
    remove
      .mutateAsync({ input: { siteId: site.id, reason }, base: { [`site:${site.id}`]: site.version } })
      .then(() => message.success(words.saved))
      .then(onClose);
  return (
    <ReasonDialog open title={`${words.remove} ${site.name}`} act={words.remove} danger onCancel={onClose} onConfirm={send}>
      <p>{words.removeLead}</p>
    </ReasonDialog>
  );
}
