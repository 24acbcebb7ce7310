import { Button, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { newId } from '#/kernel/id.ts';
import { useRead } from '#/ui/data.ts';
import { FileDrop } from '#/ui/file-drop.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { Loading, Page, Section, Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { ListChoice, NoList, useYearList } from '#/ui/year-list.tsx';
import { nameOfPeriod } from '../rules/form.ts';
import './collection.css';
import type { CalendarView, FormTemplate } from './contract.ts';
import { useDownload } from './forms-out.tsx';
import { useBlankForm } from './template.tsx';
import { templateLabels } from './template-labels.ts';

/** 套表: the blank forms of higher levels that are kept, each filled with one click a period. */
export default function TemplatesScreen() {
  const words = useLabels(templateLabels);
  const list = useYearList();
  const calendar = useRead<CalendarView>(list.query && `/collection/calendar?${list.query}`);
  const templates = useRead<readonly FormTemplate[]>('/collection/templates');
  const upload = useBlankForm((digest, file) => `templates/${newId()}?digest=${digest}&file=${encodeURIComponent(file)}`);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  if (!list.list) return <NoList />;
  return (
    <Page title={words.title} lead={words.lead} actions={<ListChoice of={list} />}>
      <Whole of={templates}>
        {(all) => (calendar.data ? <Kept all={all} calendar={calendar.data} query={list.query!} /> : <Loading />)}
      </Whole>
      <Section title={words.newTemplate}>
        <FileDrop accept=".xlsx,.docx" title={words.add} hint={words.addHint} onFile={upload.take} busy={upload.busy} />
        {upload.fault && (
          <p className="notice bad" role="alert">
            {upload.fault}
          </p>
        )}
      </Section>
    </Page>
  );
}

type KeptProps = { readonly all: readonly FormTemplate[]; readonly calendar: CalendarView; readonly query: string };

function Kept({ all, calendar, query }: KeptProps) {
  const words = useLabels(templateLabels);
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const download = useDownload();
  const start = calendar.periods.includes(calendar.current) ? calendar.current : (calendar.periods.at(-1) ?? '');
  const [period, setPeriod] = useState(start);
  const newest = [...Map.groupBy(all, ({ templateId }) => templateId).values()];
  if (newest.length === 0) return <p className="soft">{words.none}</p>;
  return (
    <>
      <Field name={words.period}>
        <Select value={period} onChange={setPeriod} options={calendar.periods.map((id) => ({ value: id, label: nameOfPeriod(id) }))} />
      </Field>
      <ul className="form-list">
        {newest.map(([it, ...older]) => (
          <li key={it!.templateId}>
            <span>
              <b>{it!.name}</b>{' '}
              <small className="soft">
                {it!.fileName} · {words.version(it!.version)} · {words.saved(it!.savedBy, it!.savedAt.slice(0, 10))}
              </small>
              {older.length > 0 && (
                <details>
                  <summary>{words.versions}</summary>
                  {older.map((old) => (
                    <p key={old.version} className="soft">
                      {words.version(old.version)} · {old.fileName} · {words.saved(old.savedBy, old.savedAt.slice(0, 10))}
                    </p>
                  ))}
                </details>
              )}
            </span>
            <span className="placing">
              <Button onClick={() => navigate(`/${district}/collection/templates/${it!.templateId}`)}>{words.change}</Button>
              <Button
                type="primary"
                onClick={() => download(`/collection/filled-template?templateId=${it!.templateId}&${query}&period=${period}`)}
              >
                {words.fill}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
