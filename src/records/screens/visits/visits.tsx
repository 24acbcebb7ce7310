import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useRead } from '#/ui/data.ts';
import { useLabels } from '#/ui/locale.tsx';
import { EmptyState, Page, Section, Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { useMay } from '#/ui/session.ts';
import { visitsIn } from '../../rules/cell.ts';
import type { VisitsSpec } from '../../rules/visits/spec.ts';
import type { Visit } from '../../rules/visits/visit.ts';
import { CellNotice, useCell } from '../cell-filter.tsx';
import type { EntryChoices } from '../entries/contract.ts';
import { labels } from './labels.ts';
import { SettleForm, VisitForm, WithdrawVisit } from './visit-forms.tsx';

type Counts = { readonly visits: number; readonly families: number; readonly settled: number };

/** 走访: what is counted is open to the house, who was visited only to the leading unit, for a purpose that is kept. */
export default function VisitsScreen() {
  const words = useLabels(labels);
  const choices = useRead<EntryChoices>('/records/entry-choices');
  const [query, setQuery] = useSearchParams();
  return (
    <Page title={words.title} lead={words.lead}>
      <Whole of={choices}>
        {({ projects, areas }) => {
          const options = projects.flatMap((it) =>
            it.promises.map(({ id, label }) => ({ value: id, label: `${it.year} · ${it.no} ${label}` })),
          );
          const promiseId = query.get('promise') ?? options[0]?.value;
          if (promiseId === undefined) return <EmptyState title={words.none} text={words.noneText} />;
          return (
            <>
              <Field name={words.promise}>
                <Select
                  className="full"
                  value={promiseId}
                  onChange={(promise) => setQuery({ promise })}
                  options={options}
                  showSearch={{ optionFilterProp: 'label' }}
                />
              </Field>
              <OfPromise key={promiseId} promiseId={promiseId} areas={areas} />
            </>
          );
        }}
      </Whole>
    </Page>
  );
}

type OfPromiseProps = { readonly promiseId: string; readonly areas: EntryChoices['areas'] };

function OfPromise({ promiseId, areas }: OfPromiseProps) {
  const words = useLabels(labels);
  const mayVisit = useMay('records.visit');
  const counts = useRead<Counts>(`/records/visit-counts?promiseId=${promiseId}`);
  const [purpose, setPurpose] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <Whole of={counts}>
        {({ visits, families, settled }) => (
          <p>
            <b>{words.counts(visits, families, settled)}</b>
          </p>
        )}
      </Whole>
      {!mayVisit && <p className="notice">{words.notYours}</p>}
      {mayVisit && (
        <p>
          <Button type="primary" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        </p>
      )}
      {mayVisit && opened === null && (
        <Field name={words.purpose} hint={words.purposeHint}>
          <Input.Search
            value={purpose}
            maxLength={100}
            enterButton={words.open}
            onChange={({ target }) => setPurpose(target.value)}
            onSearch={(text) => text.trim().length >= 2 && setOpened(text.trim())}
          />
        </Field>
      )}
      {opened !== null && <Opened promiseId={promiseId} areas={areas} purpose={opened} />}
      {isAdding && <VisitForm promiseId={promiseId} areas={areas} onClose={() => setAdding(false)} />}
    </>
  );
}

function Opened({ promiseId, areas, purpose }: OfPromiseProps & { readonly purpose: string }) {
  const words = useLabels(labels);
  const list = useRead<{ readonly visits: readonly Visit[]; readonly counts: VisitsSpec['counts'] }>(
    `/records/visits?promiseId=${promiseId}&purpose=${encodeURIComponent(purpose)}`,
  );
  return (
    <Section title={words.open}>
      <Whole of={list}>
        {({ visits, counts }) =>
          visits.length === 0 ? (
            <EmptyState title={words.none} text={words.noneText} />
          ) : (
            <VisitLines visits={visits} counts={counts} areas={areas} />
          )
        }
      </Whole>
    </Section>
  );
}

type LinesProps = { readonly visits: readonly Visit[]; readonly counts: VisitsSpec['counts']; readonly areas: EntryChoices['areas'] };

/** Opened from a cell of the figure, only the visits of it. */
function VisitLines({ visits, counts, areas }: LinesProps) {
  const { cell, said, topOf } = useCell();
  const shown = visitsIn(visits, cell, { counts, topOf });
  return (
    <>
      <CellNotice said={said} count={shown.length} all={visits.length} />
      <ul className="plain">
        {shown.map((it) => (
          <VisitLine key={it.id} visit={it} place={areas.find(({ id }) => id === it.areaId)?.name ?? null} />
        ))}
      </ul>
    </>
  );
}

function VisitLine({ visit, place }: { readonly visit: Visit; readonly place: string | null }) {
  const words = useLabels(labels);
  const [settling, setSettling] = useState<string | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const isOff = visit.state === 'cancelled';
  return (
    <li>
      <p>
        <b>{visit.on}</b> {place !== null && `${place} · `}
        {visit.family} {isOff && <span className="soft">{words.cancelled}</span>}
        {!isOff && (
          <Button size="small" type="link" onClick={() => setLeaving(true)}>
            {words.cancel}
          </Button>
        )}
      </p>
      {visit.situation !== '' && <p className="soft">{visit.situation}</p>}
      {visit.needs.map((need) => (
        <p key={need.id}>
          {need.text} · {need.settledOn === null ? words.due(need.dueOn) : words.settled(need.settledOn)}
          {need.answer !== null && `：${need.answer}`}{' '}
          {need.settledOn === null && !isOff && (
            <Button size="small" onClick={() => setSettling(need.id)}>
              {words.settle}
            </Button>
          )}
        </p>
      ))}
      {settling !== null && <SettleForm needId={settling} onClose={() => setSettling(null)} />}
      {isLeaving && <WithdrawVisit visit={visit} onClose={() => setLeaving(false)} />}
    </li>
  );
}
