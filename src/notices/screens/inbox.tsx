import { App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { longDate } from '#/kernel/format.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Page, Whole } from '#/ui/page.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import type { Notice } from '../rules/notice.ts';
import type { ShownLine } from '../rules/views.ts';
import { whenWord } from './duty-line.tsx';
import { labels } from './labels.ts';
import './notices.css';

type ShownNotice = Omit<Notice, 'lines'> & { readonly lines: readonly ShownLine[] };
type Inbox = { readonly notices: readonly ShownNotice[]; readonly hasMore: boolean };

/** 收件箱: what I was reminded of, newest first. */
export default function InboxScreen() {
  const words = useLabels(labels);
  const [before, setBefore] = useState<string | null>(null);
  const inbox = useRead<Inbox>(`/notices/inbox${before === null ? '' : `?before=${before}`}`);
  return (
    <Page
      title={words.inbox}
      lead={words.inboxLead}
      actions={<ReadAll isAny={inbox.data?.notices.some((it) => it.readAt === null) ?? false} />}
    >
      <Whole of={inbox}>
        {({ notices, hasMore }) => (
          <>
            {notices.length === 0 && <EmptyState title={words.noInbox} text={words.noInboxText} />}
            <ul className="inbox-list">
              {notices.map((it) => (
                <NoticeBlock key={it.id} notice={it} />
              ))}
            </ul>
            {before !== null && <Button onClick={() => setBefore(null)}>{words.newest}</Button>}{' '}
            {hasMore && <Button onClick={() => setBefore(notices.at(-1)!.id)}>{words.older}</Button>}
          </>
        )}
      </Whole>
    </Page>
  );
}

function ReadAll({ isAny }: { readonly isAny: boolean }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const read = useCommand<unknown, unknown>('notices.read-notices');
  if (!isAny) return null;
  const run = () => read.mutateAsync({ input: {} }).catch((problem: unknown) => message.error(sentenceOf(problem, locale)));
  return (
    <Button loading={read.isPending} onClick={run}>
      {words.readAll}
    </Button>
  );
}

function NoticeBlock({ notice: { madeOn, lines, readAt } }: { readonly notice: ShownNotice }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { district } = useWorkplace();
  return (
    <li>
      {readAt === null ? (
        <b>{words.noticeOf(longDate(madeOn, locale), lines.length)}</b>
      ) : (
        words.noticeOf(longDate(madeOn, locale), lines.length)
      )}{' '}
      {readAt === null && <span className="soft">{words.newNotice}</span>}
      <ol className="notice-lines">
        {lines.map((line) => (
          <li key={`${line.kind} ${line.key}`}>
            <Link to={`/${district}/${line.link}`}>{line.said?.[locale].what ?? words.unknownLine}</Link>{' '}
            <span className="soft">
              {line.said?.[locale].why} · {whenWord({ dueOn: line.dueOn, urgency: 'ordinary' }, madeOn, locale)}
            </span>
          </li>
        ))}
      </ol>
    </li>
  );
}
