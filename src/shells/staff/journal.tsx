import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { clock } from '#/ui/clock.ts';
import { useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Page, Section, Whole } from '#/ui/page.tsx';
import { useMay } from '#/ui/session.ts';
import { actOf } from './act-words.ts';
import { labels } from './labels.ts';

type Entry = {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly post: string | null;
  readonly command: string;
  readonly subject: string;
  readonly digest: string;
  readonly changes: number;
};
type Line = {
  readonly at: string;
  readonly actor: string | null;
  readonly command: string;
  readonly result: 'accepted' | 'refused' | 'denied';
  readonly code: string | null;
  readonly source: string | null;
};

const PAGE = 100;

/** For the audit administrator: who did what, when, chained; and what was refused or denied. Contents of rows are not in it. */
export default function JournalScreen() {
  const words = useLabels(labels);
  return (
    <Page title={words.journal} lead={words.journalLead}>
      <Entries />
      <Section title={words.audit}>
        <AuditLines />
      </Section>
    </Page>
  );
}

function Entries() {
  const words = useLabels(labels);
  const locale = useLocale();
  const names = useNames();
  const posts = usePosts();
  const [before, setBefore] = useState<number | null>(null);
  const entries = useRead<{ readonly entries: readonly Entry[] }>(`/platform/journal?limit=${PAGE}${before ? `&before=${before}` : ''}`);
  return (
    <Whole of={entries}>
      {({ entries: rows }) => (
        <>
          <DataTable
            rows={rows}
            keyOf={({ seq }) => String(seq)}
            fileName={words.journal}
            empty={<EmptyState title={words.noJournal} text={words.noJournalText} />}
            columns={[
              { title: '#', text: ({ seq }) => Number(seq), width: 64 },
              { title: words.at, text: ({ at }) => clock(at), show: ({ at }) => <span className="nowrap">{clock(at)}</span> },
              {
                title: words.actor,
                text: ({ actor }) => nameOf(names, actor, words.installation),
                show: ({ actor, post }) => <Who name={nameOf(names, actor, words.installation)} post={posts.get(post ?? '')} />,
              },
              { title: words.command, text: ({ command }) => actOf(command, locale), show: ({ command }) => <Act command={command} /> },
              { title: words.subject, text: ({ subject }) => subject, show: ({ subject }) => <Subject of={subject} />, onlyWide: true },
              { title: words.changes, text: ({ changes }) => Number(changes), align: 'right', onlyWide: true },
              { title: words.digest, text: ({ digest }) => digest, show: ({ digest }) => <Subject of={digest} />, onlyWide: true },
            ]}
          />
          <Pager
            isFirst={before === null}
            onNewest={() => setBefore(null)}
            onOlder={rows.length === PAGE ? () => setBefore(Number(rows.at(-1)!.seq)) : null}
          />
        </>
      )}
    </Whole>
  );
}

function AuditLines() {
  const words = useLabels(labels);
  const locale = useLocale();
  const names = useNames();
  const [before, setBefore] = useState<string | null>(null);
  const audit = useRead<{ readonly lines: readonly Line[] }>(
    `/platform/audit?limit=${PAGE}${before ? `&before=${encodeURIComponent(before)}` : ''}`,
  );
  return (
    <Whole of={audit}>
      {({ lines }) => (
        <>
          <DataTable
            rows={lines}
            keyOf={({ at, command, actor }) => `${at}${command}${actor}`}
            fileName={words.audit}
            columns={[
              { title: words.at, text: ({ at }) => clock(at), show: ({ at }) => <span className="nowrap">{clock(at)}</span> },
              { title: words.actor, text: ({ actor }) => nameOf(names, actor, words.installation) },
              { title: words.command, text: ({ command }) => actOf(command, locale), show: ({ command }) => <Act command={command} /> },
              {
                title: words.result,
                text: ({ result, code }) => [words.results[result], code].filter(Boolean).join(' · '),
                show: (line) => <Outcome of={line} />,
              },
              { title: words.source, text: ({ source }) => source, onlyWide: true },
            ]}
          />
          <Pager
            isFirst={before === null}
            onNewest={() => setBefore(null)}
            onOlder={lines.length === PAGE ? () => setBefore(lines.at(-1)!.at) : null}
          />
        </>
      )}
    </Whole>
  );
}

type PagerProps = { readonly isFirst: boolean; readonly onNewest: () => void; readonly onOlder: (() => void) | null };

function Pager({ isFirst, onNewest, onOlder }: PagerProps) {
  const words = useLabels(labels);
  if (isFirst && !onOlder) return null;
  return (
    <p className="pager no-print">
      <Button disabled={isFirst} onClick={onNewest}>
        {words.newest}
      </Button>
      <Button disabled={!onOlder} onClick={onOlder ?? undefined}>
        {words.older}
      </Button>
    </p>
  );
}

function Who({ name, post }: { readonly name: string; readonly post: string | undefined }): ReactNode {
  return (
    <>
      <span className="nowrap">{name}</span>
      {post && post !== name && (
        <>
          <br />
          <small className="soft">{post}</small>
        </>
      )}
    </>
  );
}

function Act({ command }: { readonly command: string }) {
  return <span title={command}>{actOf(command, useLocale())}</span>;
}

/** Ids and digests are shown by their first signs; the export has them whole. */
function Subject({ of }: { readonly of: string }) {
  if (!/^[0-9a-f-]{20,}$/.test(of)) return <span className="subject">{of}</span>;
  return <code title={of}>{of.slice(0, 12)}…</code>;
}

function Outcome({ of: { result, code } }: { readonly of: Line }) {
  const words = useLabels(labels);
  return (
    <span className={`outcome ${result}`}>
      {words.results[result]} {code && <code>{code}</code>}
    </span>
  );
}

type Names = ReadonlyMap<string, string>;

function useNames(): Names {
  const may = useMay('organisation.read-accounts');
  const accounts = useRead<readonly { readonly id: string; readonly name: string }[]>(may ? '/organisation/accounts' : null).data;
  return new Map(accounts?.map(({ id, name }) => [id, name]));
}

/** Those whose work has no account: the command line, the calendar, the first start. */
function nameOf(names: Names, actor: string | null, installation: string): string {
  if (actor === null) return '—';
  return names.get(actor) ?? (actor === 'operator' ? installation : actor);
}

function usePosts(): Names {
  const may = useMay('organisation.read');
  type Post = { readonly id: string; readonly title: string; readonly unitName: string };
  const posts = useRead<readonly Post[]>(may ? '/organisation/posts' : null).data;
  return new Map(posts?.map(({ id, title, unitName }) => [id, `${unitName} ${title}`.trim()]));
}
