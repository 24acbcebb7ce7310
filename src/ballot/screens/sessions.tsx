import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { type CivilDate, yearOf } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Page, Whole } from '#/ui/page.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { Session } from '../rules/session.ts';
import { sessionStateWords } from '../words/labels.ts';
import { sheetStateWords } from '../words/sheet.ts';
import { labels } from './labels.ts';
import { useAct } from './room.tsx';

/** 大会: every session of the district that votes on projects. */
export default function SessionsScreen() {
  const words = useLabels(labels);
  const sessions = useRead<readonly Session[]>('/ballot/sessions');
  const may = useMay('ballot.prepare');
  const [isAsking, setAsking] = useState(false);
  const start = may && (
    <Button type="primary" onClick={() => setAsking(true)}>
      {words.newSession}
    </Button>
  );
  return (
    <Page title={words.sessions} lead={words.sessionsLead} actions={start}>
      <Whole of={sessions}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={words.noSessions} text={may ? words.noSessionsText : words.noSessionsAsk}>
              {start}
            </EmptyState>
          ) : (
            <Lines rows={rows} />
          )
        }
      </Whole>
      {isAsking && <NewSession onClose={() => setAsking(false)} />}
    </Page>
  );
}

function Lines({ rows }: { readonly rows: readonly Session[] }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { district } = useWorkplace();
  return (
    <DataTable
      rows={rows}
      keyOf={({ id }) => id}
      fileName={words.sessions}
      columns={[
        {
          title: words.title,
          text: ({ title }) => title,
          show: ({ id, title }) => (
            <Link className="plain-link" to={`/${district}/ballot/${id}`}>
              {title}
            </Link>
          ),
        },
        { title: words.opensOn, text: ({ opensOn }) => opensOn, width: 120 },
        { title: words.forYear, text: ({ forYear }) => forYear, width: 100, onlyWide: true },
        { title: words.sheetState, text: ({ sheetState }) => sheetStateWords[locale][sheetState], onlyWide: true },
        { title: words.state, text: ({ state }) => sessionStateWords[locale][state], width: 110 },
      ]}
    />
  );
}

function NewSession({ onClose }: { readonly onClose: () => void }) {
  const words = useLabels(labels);
  const { today, district } = useWorkplace();
  const navigate = useNavigate();
  const { send } = useAct('ballot.set-up-session');
  const [title, setTitle] = useState('');
  const [forYear, setForYear] = useState<number | null>(yearOf(today) + 1);
  const [opensOn, setOpensOn] = useState<CivilDate | null>(today);
  const create = async () => {
    const id = newId();
    await send({ id, title, forYear, opensOn });
    navigate(`/${district}/ballot/${id}`);
  };
  return (
    <FormDialog title={words.newSession} act={words.newSession} onClose={onClose} onSend={create}>
      <Field name={words.title} hint={words.titleHint}>
        <Input value={title} minLength={4} maxLength={100} required autoFocus onChange={({ target }) => setTitle(target.value)} />
      </Field>
      <Field name={words.opensOn}>
        <DayField value={opensOn} onChange={setOpensOn} />
      </Field>
      <Field name={words.forYear}>
        <InputNumber value={forYear} min={2000} max={2100} precision={0} onChange={setForYear} />
      </Field>
    </FormDialog>
  );
}
