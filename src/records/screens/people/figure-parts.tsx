import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { number, round } from '#/kernel/format.ts';
import { type Column, DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { Cell, FigureView, Scope, ShownPlace } from './contract.ts';
import { figureLabels } from './figure-labels.ts';
import { FigureRows } from './figure-rows.tsx';

type Parts = NonNullable<FigureView['parts']>;
/** The way from a cell to its records, where there is one for whoever looks. */
type Open = (cell: Cell, shown: string) => ReactNode;

/** 分地分月: a row for each township of the scope and a column for each month; what is not known is no nought. */
export function FigureParts({ view, scope }: { readonly view: FigureView; readonly scope: Scope | null }) {
  const words = useLabels(figureLabels);
  const [cell, setCell] = useState<Cell | null>(null);
  const [purpose, setPurpose] = useState('');
  const { open, all } = useOpen(view, setCell);
  const { parts, counted, promise, versions } = view;
  if (parts === null || counted === null) return null;
  // Kilometres added up in binary are not told to the last digit.
  const sum = round(
    parts.byPlace.reduce((total, it) => total + (it.numerator ?? 0), 0),
    6,
  );
  const isUnknown = parts.byPlace.some(({ numerator }) => numerator === null) || parts.byMonth.some(({ numerator }) => numerator === null);
  return (
    <>
      <Section title={words.byPlaceAndMonth}>
        <PlaceTable parts={parts} counted={counted} open={open} scope={scope} isInPublic={versions.at(-1)?.spec.kind !== 'money'} />
        {parts.byPlace.length === 0 && <p className="notice">{words.noTownships}</p>}
        {isUnknown && <p className="soft">{words.unknownSaid}</p>}
        <p>{words.sum(sum, counted.numerator)}</p>
        {parts.over.map((it) => (
          <p key={it.month}>{words.sumOfMonth(it.month, it.parts, it.whole)}</p>
        ))}
      </Section>
      {all !== null && (
        <p className="no-print">
          <Link to={all}>{words.openEntries}</Link>
        </p>
      )}
      {cell !== null && (
        <FigureRows key={`${cell.areaId} ${cell.month}`} promiseId={promise.id} cell={cell} lastPurpose={purpose} onPurpose={setPurpose} />
      )}
    </>
  );
}

type Opening = {
  readonly open: Open;
  /** The page of all lines, where the promise counts lines. */
  readonly all: string | null;
};

/** Persons are opened here, by whoever keeps them; entries and visits have a page of their own. */
function useOpen({ promise, versions }: FigureView, setCell: (it: Cell) => void): Opening {
  const mayReadPersons = useMay('records.read-persons');
  const mayVisit = useMay('records.visit');
  const { district } = useWorkplace();
  const kind = versions.at(-1)?.spec.kind;
  const asText: Open = (_, shown) => shown;
  if (kind === 'people') {
    const open: Open = (cell, shown) => (
      <Button size="small" type="link" className="records-cell" aria-label={`${cell.name} ${shown}`} onClick={() => setCell(cell)}>
        {shown}
      </Button>
    );
    return { open: mayReadPersons ? open : asText, all: null };
  }
  const page = `/${district}/records/${kind === 'visits' ? 'visits' : 'entries'}`;
  const open: Open = ({ areaId, month, name }, shown) => {
    const asked = new URLSearchParams({ promise: promise.id, ...(areaId && { area: areaId }), ...(month && { month }) });
    return (
      <Link className="records-cell" aria-label={`${name} ${shown}`} to={`${page}?${asked}`}>
        {shown}
      </Link>
    );
  };
  return { open: kind === 'visits' && !mayVisit ? asText : open, all: `${page}?promise=${promise.id}` };
}

type TableProps = {
  readonly parts: Parts;
  readonly counted: NonNullable<FigureView['counted']>;
  readonly open: Open;
  readonly scope: Scope | null;
  /** Of money no edition tells the places. */
  readonly isInPublic: boolean;
};

function PlaceTable({ parts, counted, open, scope, isInPublic }: TableProps) {
  const words = useLabels(figureLabels);
  const locale = useLocale();
  const whole: ShownPlace = {
    ...{ areaId: WHOLE, name: words.whole, numerator: counted.numerator, records: counted.records },
    ...{ months: parts.byMonth, shown: counted.numerator },
  };
  const nameOf = ({ name }: ShownPlace) => name ?? words.noPlace;
  const said = (it: number | null) => (it === null ? words.unknown : number(it));
  const cellOf = (row: ShownPlace, month?: string): Cell => ({
    ...(row.areaId !== WHOLE && { areaId: row.areaId ?? 'none' }),
    ...(month !== undefined && { month }),
    name: [nameOf(row), month === undefined ? '' : words.monthOf(month)].filter(Boolean).join(' · '),
  });
  const months = parts.months.map((month, i): Column<ShownPlace> => {
    const of = (row: ShownPlace) => row.months[i]!;
    return {
      title: shortMonth(month, parts.months, locale),
      text: (row) => of(row).numerator ?? words.unknown,
      show: (row) => (of(row).records === 0 ? <Plain known={of(row).numerator} /> : open(cellOf(row, month), said(of(row).numerator))),
      align: 'right',
    };
  });
  // What the public sees of one place hangs on all the others.
  const publicCell: Column<ShownPlace> = {
    title: words.publicCell,
    text: (it) => (it.numerator === null ? words.unknown : (it.shown ?? words.heldBack)),
    show: (it) => (it.numerator !== null && it.shown === null ? <small>{words.heldBack}</small> : <Plain known={it.shown} />),
    align: 'right',
    onlyWide: true,
  };
  return (
    <div className="records-months">
      <DataTable
        rows={parts.byPlace}
        {...(scope === null && { foot: whole })}
        keyOf={(it) => it.areaId ?? ''}
        fileName={words.byPlaceAndMonth}
        columns={[
          { title: words.place, text: nameOf },
          ...months,
          {
            title: words.total,
            text: (it) => it.numerator ?? words.unknown,
            show: (it) => {
              if (it.numerator === null) return <Plain known={null} />;
              return <b>{it.records === 0 || it.areaId === WHOLE ? number(it.numerator) : open(cellOf(it), said(it.numerator))}</b>;
            },
            align: 'right',
          },
          ...(scope === null && isInPublic ? [publicCell] : []),
          { title: words.records, text: (it) => it.records, show: (it) => number(it.records), align: 'right', onlyWide: true },
        ]}
      />
    </div>
  );
}

const WHOLE = 'whole';

function Plain({ known }: { readonly known: number | null }) {
  const words = useLabels(figureLabels);
  return known === null ? <span className="soft">{words.unknown}</span> : number(known);
}

/** `2026-03` → `3月`; over two years with the year. */
function shortMonth(month: string, all: readonly string[], locale: 'zh-CN' | 'en'): string {
  const isOneYear = all[0]!.slice(0, 4) === all.at(-1)!.slice(0, 4);
  return locale === 'zh-CN' && isOneYear ? `${Number(month.slice(5))}月` : month;
}
