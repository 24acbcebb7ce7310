import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { number } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Page, Section, Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { entriesIn } from '../../rules/cell.ts';
import { ENTRY_KINDS, type EntryKind, isCurrent } from '../../rules/entries/entry.ts';
import { entryLabels } from '../../words/entry-labels.ts';
import { CellNotice, useCell } from '../cell-filter.tsx';
import { CadenceSection } from './cadence.tsx';
import type { EntryChoices, EntryView } from './contract.ts';
import { EntryForm } from './entry-form.tsx';
import { EntryImport } from './entry-import.tsx';
import { EntryTable } from './entry-table.tsx';
import { labels } from './labels.ts';
import { MoneyRatioSection } from './money-ratio.tsx';
import { WorksSums } from './works-sums.tsx';
import './entries.css';

/** 场次、工程量、资金: the lines that a promise counts, and what they add up to. */
export default function EntriesHome() {
  const words = useLabels(labels);
  const choices = useRead<EntryChoices>('/records/entry-choices');
  const [query, setQuery] = useSearchParams();
  return (
    <Page title={words.title} lead={words.lead}>
      <Whole of={choices}>
        {(it) => {
          const promises = it.projects.flatMap((project) => project.promises.map((promise) => ({ ...promise, project })));
          const promiseId = query.get('promise') ?? promises[0]?.id;
          if (promiseId === undefined) return <EmptyState title={words.none} text={words.noLists} />;
          return (
            <>
              <Field name={words.promise}>
                <Select
                  className="full"
                  showSearch={{ optionFilterProp: 'label' }}
                  value={promiseId}
                  onChange={(promise) => setQuery({ promise })}
                  options={promises.map(({ id, label, project }) => ({ value: id, label: `${project.year} · ${project.no} ${label}` }))}
                />
              </Field>
              <OfPromise key={promiseId} promiseId={promiseId} choices={it} />
            </>
          );
        }}
      </Whole>
    </Page>
  );
}

function OfPromise({ promiseId, choices }: { readonly promiseId: string; readonly choices: EntryChoices }) {
  const view = useRead<EntryView>(`/records/entries?promiseId=${promiseId}`);
  return <Whole of={view}>{(it) => <Entries view={it} choices={choices} />}</Whole>;
}

function Entries({ view, choices }: { readonly view: EntryView; readonly choices: EntryChoices }) {
  const words = useLabels(labels);
  const common = entryLabels[useLocale()];
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const mayVisit = useMay('records.visit');
  const [adding, setAdding] = useState<EntryKind | null>(null);
  const [isPast, setPast] = useState(false);
  const { cell, said, topOf } = useCell();
  const current = view.entries.filter(isCurrent);
  const shown = entriesIn(isPast ? view.entries : current, cell, { spec: view.spec, topOf });
  const kinds = kindsFor(view);
  const paid = [...new Set(current.flatMap((it) => (it.kind === 'money' ? [it.moneyKind] : [])))];
  const past = view.entries.length - current.length;
  return (
    <>
      <Counted view={view} />
      {view.mayEnter && (
        <p className="entry-acts no-print">
          {kinds.map((kind, i) => (
            <Button key={kind} type={i === 0 ? 'primary' : 'default'} onClick={() => setAdding(kind)}>
              {words.addKind(common.kinds[kind])}
            </Button>
          ))}
          {mayVisit && <Button onClick={() => navigate(`/${district}/records/visits?promise=${view.promise.id}`)}>{words.visits}</Button>}
        </p>
      )}
      <CadenceSection cadences={view.cadences} />
      {view.entries.length === 0 ? (
        <EmptyState title={words.none} text={words.noneText} />
      ) : (
        <Section title={words.all}>
          {past > 0 && (
            <Checkbox checked={isPast} onChange={({ target }) => setPast(target.checked)}>
              {words.showPast(past)}
            </Checkbox>
          )}
          <CellNotice said={said} count={shown.length} all={isPast ? view.entries.length : current.length} />
          <EntryTable view={view} entries={shown} areas={choices.areas} />
        </Section>
      )}
      <WorksSums entries={current} />
      {paid.length > 1 && <MoneyRatioSection promiseId={view.promise.id} kinds={paid} />}
      {view.mayEnter && <EntryImport promiseId={view.promise.id} kinds={kinds} />}
      {adding !== null && (
        <EntryForm kind={adding} promiseId={view.promise.id} entry={null} areas={choices.areas} onClose={() => setAdding(null)} />
      )}
    </>
  );
}

const KIND_OF = { events: 'event', works: 'work', money: 'money' } as const;

/** What the promise counts comes first. */
function kindsFor({ spec }: EntryView): readonly EntryKind[] {
  const first = spec === null ? undefined : KIND_OF[spec.kind];
  return [...ENTRY_KINDS].sort((a, b) => Number(b === first) - Number(a === first));
}

function Counted({ view: { promise, counted } }: { readonly view: EntryView }) {
  const words = useLabels(labels);
  if (counted === null) return <p className="notice">{words.noSpec}</p>;
  return (
    <p className="entry-figure">
      <b>{words.counted(number(counted.value), promise.measureUnit, counted.records)}</b>
      {promise.target !== null && <span className="soft"> · {words.ofTarget(number(promise.target), promise.measureUnit)}</span>}
    </p>
  );
}
