import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { yearOf } from '#/kernel/civil-date.ts';
import { type Locale, number } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Page, Section, Whole } from '#/ui/page.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { countWords } from '../../words/count-words.ts';
import type { Lists, Promises } from './contract.ts';
import { DefineDialog } from './define-dialog.tsx';
import { labels } from './labels.ts';
import { KindCard, RosterCard } from './list-cards.tsx';
import { KindDialog, RosterDialog } from './list-dialogs.tsx';
import './people.css';

/** 实绩: what promises count. */
export default function RecordsHome() {
  const words = useLabels(labels);
  const may = useMay('records.keep-lists');
  const lists = useRead<Lists>('/records/lists');
  const [adding, setAdding] = useState<'kind' | 'roster' | null>(null);
  const actions = may && (
    <>
      <Button onClick={() => setAdding('roster')}>{words.addRoster}</Button>
      <Button type="primary" onClick={() => setAdding('kind')}>
        {words.addKind}
      </Button>
    </>
  );
  return (
    <Page title={words.title} lead={words.lead} actions={actions}>
      <Whole of={lists}>
        {(it) => (
          <>
            <PromiseTable lists={it} />
            <Section title={words.kinds}>
              {it.kinds.length === 0 && <EmptyState title={words.noKinds} text={words.noKindsText} />}
              <div className="records-cards">
                {it.kinds.map((kind) => (
                  <KindCard key={kind.id} kind={kind} lists={it} />
                ))}
              </div>
            </Section>
            <Section title={words.rosters}>
              {it.rosters.length === 0 && <EmptyState title={words.noRosters} text={words.noRostersText} />}
              <div className="records-cards">
                {it.rosters.map((roster) => (
                  <RosterCard key={roster.id} roster={roster} lists={it} />
                ))}
              </div>
            </Section>
            {adding === 'kind' && <KindDialog lists={it} onClose={() => setAdding(null)} />}
            {adding === 'roster' && <RosterDialog lists={it} onClose={() => setAdding(null)} />}
          </>
        )}
      </Whole>
    </Page>
  );
}

function PromiseTable({ lists }: { readonly lists: Lists }) {
  const words = useLabels(labels);
  const { today, district } = useWorkplace();
  const navigate = useNavigate();
  const locale = useLocale();
  const mayDefine = useMay('records.define');
  const [defining, setDefining] = useState<Promises['promises'][number] | null>(null);
  const promises = useRead<Promises>(`/records/promises?year=${yearOf(today)}`);
  return (
    <Section title={words.promises}>
      <Whole of={promises}>
        {(it) => (
          <DataTable
            rows={it.promises}
            keyOf={(row) => row.promise.id}
            fileName={words.promises}
            columns={[
              {
                title: words.promise,
                text: (row) => `${row.project.no} ${row.promise.verb}${row.promise.object}`,
                show: (row) => (
                  <Link
                    to={`/${district}/records/figure/${row.promise.id}`}
                  >{`${row.project.no} ${row.promise.verb}${row.promise.object}`}</Link>
                ),
              },
              {
                title: words.figure,
                text: (row) => row.done,
                show: (row) => (row.done === null ? null : `${number(row.done)} ${row.promise.measureUnit}`),
                align: 'right',
              },
              { title: words.source, text: (row) => words.sources[row.doneFrom ?? 'none'] ?? null, onlyWide: true },
              { title: words.definition, text: (row) => definitionText(row, lists, locale), onlyWide: true },
              {
                title: '',
                text: () => null,
                show: (row) =>
                  mayDefine && (
                    <Button size="small" onClick={() => setDefining(row)}>
                      {words.define}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Whole>
      {defining && (
        <DefineDialog
          of={defining}
          lists={lists}
          onClose={() => setDefining(null)}
          onDone={() => navigate(`/${district}/records/figure/${defining.promise.id}`)}
        />
      )}
    </Section>
  );
}

function definitionText({ definition }: Promises['promises'][number], { kinds }: Lists, locale: Locale): string {
  const words = labels[locale];
  if (definition === null) return words.noDefinition;
  const { kind: which, counts: what } = definition.spec;
  if (definition.spec.kind !== 'people') return `${countWords[locale].kinds[which]} · ${countWords[locale].counts[`${which}:${what}`]}`;
  const { serviceKindId, counts, doseNo } = definition.spec;
  const kind = kinds.find((it) => it.id === serviceKindId)?.name ?? '';
  return `${kind} · ${words.counts[counts]}${doseNo === null ? '' : ` · ${words.doseNo(doseNo)}`}`;
}
