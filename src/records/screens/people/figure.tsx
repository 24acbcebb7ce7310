import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { number, round } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { EmptyState, Page, Section, Whole } from '#/ui/page.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { Cell, FigureView } from './contract.ts';
import { figureLabels } from './figure-labels.ts';
import { FigureRows } from './figure-rows.tsx';
import './people.css';

/** 一个数打开到底: figure, parts by place and month, records, the row of the file. */
export default function FigureScreen() {
  const words = useLabels(figureLabels);
  const { promiseId } = useParams();
  const { district } = useWorkplace();
  const navigate = useNavigate();
  const view = useRead<FigureView>(`/records/figure?promiseId=${promiseId}`);
  const promise = view.data?.promise;
  return (
    <Page
      title={promise === undefined ? words.title : `${promise.verb}${promise.object}`}
      lead={words.title}
      actions={<Button onClick={() => navigate(`/${district}/promises/${promiseId}`)}>{words.openPromise}</Button>}
    >
      <Whole of={view}>{(it) => <Shown view={it} />}</Whole>
    </Page>
  );
}

function Shown({ view }: { readonly view: FigureView }) {
  const words = useLabels(figureLabels);
  const { promise, standing, counted, coverage, four, series, versions } = view;
  const isCounted = standing.doneFrom === 'records';
  return (
    <>
      <dl className="records-numbers">
        <div className={isCounted ? '' : 'counts'}>
          <dt>{words.reported}</dt>
          <dd>{standing.done === null ? words.none : `${number(standing.done)} ${promise.measureUnit}`}</dd>
        </div>
        <div className={isCounted ? 'counts' : ''}>
          <dt>{words.counted}</dt>
          <dd data-testid="counted">{counted === null ? words.none : number(counted.numerator)}</dd>
          {counted !== null && coverage !== null && <small>{words.coverage(counted.numerator, coverage)}</small>}
        </div>
      </dl>
      {counted === null ? (
        <EmptyState title={words.none} text={words.notDefined} />
      ) : (
        <p className="notice">{isCounted ? words.isCounted : words.isReported}</p>
      )}
      {four && series && <Four four={four} series={series} />}
      <Parts view={view} />
      {versions.length > 0 && (
        <Section title={words.versions}>
          {versions.map((it) => (
            <p key={it.versionNo}>{words.version(it.versionNo, it.from, it.reason)}</p>
          ))}
        </Section>
      )}
    </>
  );
}

type FourProps = { readonly four: NonNullable<FigureView['four']>; readonly series: NonNullable<FigureView['series']> };

function Four({ four, series }: FourProps) {
  const words = useLabels(figureLabels);
  return (
    <Section title={words.four}>
      <dl className="records-numbers">
        {(['services', 'doses', 'persons', 'eligible'] as const).map((it) => (
          <div key={it}>
            <dt>{words.numbers[it]}</dt>
            <dd>{it === 'doses' && series.doses === 1 ? <small>{words.noDoses}</small> : number(four[it])}</dd>
          </div>
        ))}
        {four.couples > 0 && (
          <div>
            <dt>{words.couples}</dt>
            <dd>{number(four.couples)}</dd>
          </div>
        )}
      </dl>
      {series.doses > 1 && <p data-testid="series">{words.series(series.doses, series.complete)}</p>}
      <p>{words.gapSaid(four.persons, four.eligible, four.ineligible, four.undecided, four.withoutEvidence)}</p>
      <p>
        {words.repeats(four.services, four.persons)} · {words.duplicates(four.openDuplicates)}
      </p>
    </Section>
  );
}

function Parts({ view }: { readonly view: FigureView }) {
  const words = useLabels(figureLabels);
  const mayRead = useMay('records.read-persons');
  const { district } = useWorkplace();
  const [cell, setCell] = useState<Cell | null>(null);
  const { parts, counted, promise } = view;
  if (parts === null || counted === null) return null;
  // Kilometres added up in binary are not told to the last digit.
  const sum = round(
    parts.byPlace.reduce((total, it) => total + it.numerator, 0),
    6,
  );
  const kind = view.versions.at(-1)?.spec.kind;
  const open = (it: Cell) =>
    kind === 'people' &&
    mayRead && (
      <Button size="small" onClick={() => setCell(it)}>
        {words.open}
      </Button>
    );
  return (
    <>
      <Section title={words.byPlace}>
        <DataTable
          rows={parts.byPlace}
          keyOf={(it) => it.areaId ?? ''}
          fileName={words.byPlace}
          columns={[
            { title: words.place, text: (it) => it.name ?? words.noPlace },
            { title: words.number, text: (it) => it.numerator, show: (it) => number(it.numerator), align: 'right' },
            {
              title: words.publicCell,
              text: (it) => it.shown ?? words.heldBack,
              show: (it) => (it.shown === null ? words.heldBack : number(it.shown)),
              align: 'right',
              onlyWide: true,
            },
            { title: words.records, text: (it) => it.records, show: (it) => number(it.records), align: 'right', onlyWide: true },
            { title: '', text: () => null, show: (it) => open({ areaId: it.areaId ?? 'none', name: it.name ?? words.noPlace }) },
          ]}
        />
        <p>{words.sum(sum, counted.numerator)}</p>
      </Section>
      <Section title={words.byMonth}>
        <DataTable
          rows={parts.byMonth}
          keyOf={(it) => it.month}
          fileName={words.byMonth}
          columns={[
            { title: words.month, text: (it) => it.month },
            { title: words.number, text: (it) => it.numerator, show: (it) => number(it.numerator), align: 'right' },
            { title: words.records, text: (it) => it.records, show: (it) => number(it.records), align: 'right', onlyWide: true },
            { title: '', text: () => null, show: (it) => open({ month: it.month, name: it.month }) },
          ]}
        />
      </Section>
      {kind !== 'people' && (
        <p>
          <Link to={`/${district}/records/${kind === 'visits' ? 'visits' : 'entries'}?promise=${promise.id}`}>{words.openEntries}</Link>
        </p>
      )}
      {cell !== null && <FigureRows key={cell.name} promiseId={promise.id} cell={cell} />}
    </>
  );
}
