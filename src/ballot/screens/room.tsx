import { App } from 'antd';
import type { ReactNode } from 'react';
import { NavLink, useParams } from 'react-router';
import type { RunOptions } from '#/ui/api.ts';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page } from '#/ui/page.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import { labels } from './labels.ts';
import './ballot.css';

const TABS = [
  { path: '', name: 'sheet', permission: 'ballot.read' },
  { path: '/roll', name: 'roll', permission: 'ballot.manage-roll' },
  { path: '/desk', name: 'desk', permission: 'ballot.manage-roll' },
  { path: '/candidates', name: 'candidates', permission: 'ballot.read' },
  { path: '/count', name: 'count', permission: 'ballot.count-room' },
  { path: '/result', name: 'result', permission: 'ballot.count-room' },
] as const;

type RoomProps = { readonly title: string; readonly lead?: ReactNode; readonly actions?: ReactNode; readonly children: ReactNode };

/** A page of one session, with the way to its others. */
export function Room({ title, lead, actions, children }: RoomProps) {
  const words = useLabels(labels);
  const { district, post } = useWorkplace();
  const { sessionId } = useParams();
  const tabs = TABS.filter(({ permission }) => post?.permissions.includes(permission));
  return (
    <Page title={title} lead={lead} actions={actions}>
      <nav className="ballot-tabs no-print" aria-label={words.sessions}>
        {tabs.map(({ path, name }) => (
          <NavLink key={name} to={`/${district}/ballot/${sessionId}${path}`} end>
            {words.tabs[name]}
          </NavLink>
        ))}
      </nav>
      {children}
    </Page>
  );
}

/** A command with its answer, or the sentence of what is wrong over the page. */
export function useAct<Value = unknown>(name: string) {
  const locale = useLocale();
  const { message } = App.useApp();
  const command = useCommand<unknown, Value>(name);
  const run = (input: unknown, options: RunOptions = {}): Promise<Value | null> =>
    command.mutateAsync({ input, ...options }).catch((problem: unknown) => {
      message.error(sentenceOf(problem, locale), 10);
      return null;
    });
  return { run, send: (input: unknown, options: RunOptions = {}) => command.mutateAsync({ input, ...options }), busy: command.isPending };
}

/** Saves a document, or opens one that is to be printed. */
export function useDocument() {
  const { api } = useWorkplace();
  const locale = useLocale();
  const { message } = App.useApp();
  return (path: string) =>
    api
      .download(path)
      .then(({ blob, name }) => saveFile(name, blob))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
}
