import { Button } from 'antd';
import { useState } from 'react';
import { useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { SecrecyBand } from '#/ui/parts.tsx';
import { useMay } from '#/ui/session.ts';
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
  readonly result: string;
  readonly code: string | null;
  readonly source: string | null;
};

const PAGE = 100;

/** For the audit administrator: who did what, when, chained; and what was refused or denied. Contents of rows are not in it. */
export default function JournalScreen() {
  const words = useLabels(labels);
  const [before, setBefore] = useState<number | null>(null);
  const entries = useRead<{ readonly entries: readonly Entry[] }>(`/platform/journal?limit=${PAGE}${before ? `&before=${before}` : ''}`);
  const mayName = useMay('organisation.read-accounts');
  const accounts = useRead<readonly { readonly id: string; readonly name: string }[]>(mayName ? '/organisation/accounts' : null).data;
  const names = new Map(accounts?.map(({ id, name }) => [id, name]));
  const audit = useRead<{ readonly lines: readonly Line[] }>(`/platform/audit?limit=${PAGE}`);
  return (
    <Page title={words.journal} lead={words.journalLead}>
      <SecrecyBand inline />
      <Whole of={entries}>
        {({ entries: rows }) => (
          <Entries rows={rows} names={names} onOlder={rows.length === PAGE ? () => setBefore(Number(rows.at(-1)!.seq)) : null} />
        )}
      </Whole>
      <Section title={words.audit}>
        <Whole of={audit}>{({ lines }) => <AuditLines rows={lines} names={names} />}</Whole>
      </Section>
    </Page>
  );
}

function Entries({
  rows,
  names,
  onOlder,
}: {
  readonly rows: readonly Entry[];
  readonly names: Names;
  readonly onOlder: (() => void) | null;
}) {
  const words = useLabels(labels);
  const locale = useLocale();
  return (
    <>
      <DataTable
        rows={rows}
        keyOf={({ seq }) => String(seq)}
        fileName={words.journal}
        columns={[
          { title: '#', text: ({ seq }) => Number(seq), width: 70 },
          { title: words.at, text: ({ at }) => new Date(at).toLocaleString(locale) },
          { title: words.actor, text: ({ actor }) => (actor === null ? null : (names.get(actor) ?? actor)) },
          { title: words.command, text: ({ command }) => command },
          { title: words.subject, text: ({ subject }) => subject, onlyWide: true },
          { title: words.changes, text: ({ changes }) => Number(changes), align: 'right', onlyWide: true },
          {
            title: words.digest,
            text: ({ digest }) => digest,
            show: ({ digest }) => <code title={digest}>{digest.slice(0, 12)}</code>,
            onlyWide: true,
          },
        ]}
      />
      {onOlder && <Button onClick={onOlder}>{words.older}</Button>}
    </>
  );
}

type Names = ReadonlyMap<string, string>;

function AuditLines({ rows, names }: { readonly rows: readonly Line[]; readonly names: Names }) {
  const words = useLabels(labels);
  const locale = useLocale();
  return (
    <DataTable
      rows={rows}
      keyOf={({ at, command, actor }) => `${at}${command}${actor}`}
      fileName={words.audit}
      columns={[
        { title: words.at, text: ({ at }) => new Date(at).toLocaleString(locale) },
        { title: words.actor, text: ({ actor }) => (actor === null ? null : (names.get(actor) ?? actor)) },
        { title: words.command, text: ({ command }) => command },
        { title: words.result, text: ({ result, code }) => [result, code].filter(Boolean).join(' · ') },
        { title: words.source, text: ({ source }) => source, onlyWide: true },
      ]}
    />
  );
}
