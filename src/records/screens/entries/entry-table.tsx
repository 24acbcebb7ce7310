import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { number } from '#/kernel/format.ts';
import { useCommand } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { type EntrySource, isCurrent } from '../../rules/entries/entry.ts';
import { entryLabels } from '../../words/entry-labels.ts';
import type { ChoiceArea, EntryView, ShownEntry } from './contract.ts';
import { EntryForm } from './entry-form.tsx';
import { EntryPictures } from './entry-pictures.tsx';
import { type EntryScreenLabels, labels } from './labels.ts';
import { ResultForm } from './result-form.tsx';

type TableProps = { readonly view: EntryView; readonly entries: readonly ShownEntry[]; readonly areas: readonly ChoiceArea[] };
type Act = 'sign' | 'pictures' | 'correct' | 'cancel' | 'result' | 'different';

export function EntryTable({ view, entries, areas }: TableProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const common = entryLabels[locale];
  const { district } = useWorkplace();
  const actsOf = useActs(view);
  const navigate = useNavigate();
  const [open, setOpen] = useState<{ readonly entry: ShownEntry; readonly act: Act } | null>(null);
  const lacksOf = (it: ShownEntry) => it.lacks.map((lack) => common.lacks[lack]).join('、');
  return (
    <>
      <DataTable
        rows={entries}
        keyOf={({ id }) => id}
        fileName={words.title}
        empty={words.noneShown}
        columns={[
          { title: words.when, text: ({ on }) => on, width: 110 },
          { title: words.what, text: ({ title }) => title, show: (it) => <WhatCell entry={it} lacks={lacksOf(it)} /> },
          { title: words.amount, text: (it) => quantityText(it, locale), show: (it) => <QuantityCell entry={it} />, onlyWide: true },
          { title: words.state, text: ({ state }) => common.states[state], width: 90, onlyWide: true },
          { title: words.lacks, text: (it) => lacksOf(it) || null, onlyWide: true },
          {
            title: words.where,
            text: ({ place, areaId }) => place || (areas.find((it) => it.id === areaId)?.name ?? null),
            onlyWide: true,
          },
          { title: words.by, text: ({ enteredBy }) => enteredBy, onlyWide: true },
          {
            title: words.source,
            text: ({ source, state, reason }) =>
              [source === null ? '' : sourceText(source, words), reasonText(state, reason, locale)].filter(Boolean).join('；') || null,
            show: ({ source, state, reason }) => {
              const said = reasonText(state, reason, locale);
              return source === null ? said || null : <SourceCell source={source} reason={said} />;
            },
          },
          {
            title: '',
            text: () => null,
            show: (it) => (
              <span className="row-acts">
                {actsOf(it).map((act) => (
                  <Button
                    key={act}
                    size="small"
                    type={act === 'result' ? 'primary' : 'default'}
                    onClick={() => (act === 'sign' ? navigate(`/${district}/records/sign-in-event/${it.id}`) : setOpen({ entry: it, act }))}
                  >
                    {words[act]}
                  </Button>
                ))}
              </span>
            ),
          },
        ]}
      />
      {open?.act === 'pictures' && <EntryPictures entry={open.entry} onClose={() => setOpen(null)} />}
      {open?.act === 'correct' && (
        <EntryForm kind={open.entry.kind} promiseId={view.promise.id} entry={open.entry} areas={areas} onClose={() => setOpen(null)} />
      )}
      {open?.act === 'result' && open.entry.kind === 'event' && <ResultForm entry={open.entry} onClose={() => setOpen(null)} />}
      {(open?.act === 'cancel' || open?.act === 'different') && <WithReason of={open.entry} act={open.act} onClose={() => setOpen(null)} />}
    </>
  );
}

/** What may be done with each line. */
function useActs(view: EntryView): (it: ShownEntry) => readonly Act[] {
  const maySettle = useMay('records.settle');
  const maySign = useMay('records.sign-in');
  const { today } = useWorkplace();
  const takesSignIns = (it: ShownEntry) => it.kind === 'event' && isCurrent(it) && it.on <= today;
  return (it) => [
    ...(maySign && view.mayEnter && takesSignIns(it) ? (['sign'] as const) : []),
    ...(it.evidence.length > 0 || (it.kind === 'work' && it.before.length > 0) ? (['pictures'] as const) : []),
    ...(view.mayEnter && it.state === 'planned' ? (['result'] as const) : []),
    ...(maySettle && it.looksLike !== null ? (['different'] as const) : []),
    ...(view.mayEnter && isCurrent(it) ? (['correct', 'cancel'] as const) : []),
  ];
}

/** 来源行: the file opens as it was taken in; the row is said. */
function SourceCell({ source, reason }: { readonly source: EntrySource; readonly reason: string }) {
  const words = useLabels(labels);
  const { district } = useWorkplace();
  return (
    <>
      <a href={`/api/${district}/files/${source.fileDigest}`} download={source.fileName}>
        {sourceText(source, words)}
      </a>
      {reason !== '' && <small className="entry-by soft">{reason}</small>}
    </>
  );
}

const sourceText = ({ fileName, sheet, row }: EntrySource, words: EntryScreenLabels) =>
  [fileName, sheet ?? '', words.sourceRow(row)].filter(Boolean).join(' · ');

/** On a telephone the state, the quantity and what lacks stand under the name. */
function WhatCell({ entry, lacks }: { readonly entry: ShownEntry; readonly lacks: string }) {
  const locale = useLocale();
  const parts = [entryLabels[locale].states[entry.state], quantityText(entry, locale), lacks].filter(Boolean);
  return (
    <>
      {entry.title}
      <small className="entry-note soft">{parts.join(' · ')}</small>
    </>
  );
}

/** Why a line was corrected or cancelled is no source: it says which of the two it is. */
function reasonText(state: ShownEntry['state'], reason: string | null, locale: 'zh-CN' | 'en'): string {
  if (reason === null) return '';
  return state === 'cancelled' ? labels[locale].whyCancelled(reason) : labels[locale].whyCorrected(reason);
}

/** Who did the works and who accepted them stand under how much was done. */
function QuantityCell({ entry }: { readonly entry: ShownEntry }) {
  const [what, ...by] = quantityText(entry, useLocale())?.split(BETWEEN) ?? [];
  return (
    <>
      {what ?? '—'}
      {by.map((it) => (
        <small key={it} className="entry-by soft">
          {it}
        </small>
      ))}
    </>
  );
}

const BETWEEN = ' · ';

function quantityText(it: ShownEntry, locale: 'zh-CN' | 'en'): string | null {
  const words = labels[locale];
  switch (it.kind) {
    case 'event': {
      const came = it.signedIn === null ? it.attended : it.signedIn;
      const attended = came === null ? '' : it.signedIn === null ? words.people(came) : words.signedIn(came);
      const parts = [attended, it.certified === null ? '' : words.passed(it.certified)];
      return parts.filter(Boolean).join('，') || null;
    }
    case 'work':
      return [
        `${it.workKind} ${number(it.quantity, 3)} ${it.measureUnit}`,
        it.team,
        it.acceptedBy === null ? null : words.acceptedBy(it.acceptedBy, it.acceptedOn ?? ''),
      ]
        .filter((part) => part !== null)
        .join(BETWEEN);
    case 'money':
      return `${entryLabels[locale].moneyKinds[it.moneyKind]} ${words.yuan(number(it.amountFen / 100))}`;
  }
}

type ReasonProps = { readonly of: ShownEntry; readonly act: 'cancel' | 'different'; readonly onClose: () => void };

function WithReason({ of, act, onClose }: ReasonProps) {
  const words = useLabels(labels);
  const { message } = App.useApp();
  const send = useCommand<unknown, unknown>(act === 'cancel' ? 'records.cancel-entry' : 'records.settle-duplicate');
  const confirm = (reason: string) =>
    send
      .mutateAsync({ input: { entryId: of.id, reason }, base: { [`entry:${of.id}`]: of.version } })
      .then(() => message.success(words.saved))
      .then(onClose);
  return (
    <ReasonDialog
      open
      title={`${words[act]}：${of.title}`}
      act={words[act]}
      danger={act === 'cancel'}
      onCancel={onClose}
      onConfirm={confirm}
    >
      <p>{act === 'cancel' ? words.cancelHint : words.differentHint}</p>
    </ReasonDialog>
  );
}
