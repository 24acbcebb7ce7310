import { App, Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { csvOf } from '#/ui/csv.ts';
import { useRead } from '#/ui/data.ts';
import { type Column, DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section, Whole } from '#/ui/page.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import type { Cell, Rows, SeenPerson } from './contract.ts';
import { type FigureWords, figureLabels } from './figure-labels.ts';

const A_PAGE = 50;
type Row = Rows['rows'][number];

type RowsProps = {
  readonly promiseId: string;
  readonly cell: Cell;
  /** What the cell before was opened for: most often this one is too. */
  readonly lastPurpose: string;
  readonly onPurpose: (purpose: string) => void;
};

/** Records are opened for a purpose, which the audit trail keeps; names and numbers stay covered until one is asked for. */
export function FigureRows({ promiseId, cell, lastPurpose, onPurpose }: RowsProps) {
  const words = useLabels(figureLabels);
  const [typed, setTyped] = useState(lastPurpose);
  const [purpose, setPurpose] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: 'start', behavior: 'smooth' }), []);
  return (
    <Section title={`${words.rows} · ${cell.name}`}>
      <div ref={place} className="records-rows-place" />
      {purpose === null ? (
        <form
          className="actions"
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim().length < 4) return;
            setPurpose(typed.trim());
            onPurpose(typed.trim());
          }}
        >
          <Input
            aria-label={words.purpose}
            placeholder={`${words.purpose}：${words.purposeHint}`}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <Button type="primary" htmlType="submit" disabled={typed.trim().length < 4}>
            {words.see}
          </Button>
        </form>
      ) : (
        <Opened promiseId={promiseId} cell={cell} purpose={purpose} />
      )}
    </Section>
  );
}

function Opened({ promiseId, cell, purpose }: { readonly promiseId: string; readonly cell: Cell; readonly purpose: string }) {
  const words = useLabels(figureLabels);
  const locale = useLocale();
  const { api } = useWorkplace();
  const { message } = App.useApp();
  const [offset, setOffset] = useState(0);
  const asked = { promiseId, purpose, ...(cell.areaId && { areaId: cell.areaId }), ...(cell.month && { month: cell.month }) };
  const rows = useRead<Rows>(`/records/rows?${new URLSearchParams({ ...asked, offset: String(offset) })}`);
  const columns: readonly Column<Row>[] = [
    { title: words.who, text: (row) => `${row.name} ${row.identity ?? ''}` },
    { title: words.day, text: (row) => `${row.onDay} ${row.slot}` },
    { title: words.evidence, text: (row) => row.evidence ?? (row.hasEvidence ? words.signedIn : words.noEvidence), onlyWide: true },
    { title: words.file, text: (row) => fileOf(row, words) },
  ];
  const save = async () => {
    const whole = await api.get<Rows>(`/records/rows-table?${new URLSearchParams(asked)}`);
    const lines = [columns.map(({ title }) => title), ...whole.rows.map((row) => columns.map(({ text }) => text(row)))];
    saveFile(`${words.rows} ${cell.name}.csv`, new Blob([csvOf(lines)], { type: 'text/csv' }));
  };
  return (
    <Whole of={rows}>
      {({ count, numerator, rows: page }) => (
        <>
          {count !== numerator && <p>{words.countsAs(count, numerator)}</p>}
          <p className="soft">{words.savedWhole}</p>
          <DataTable
            rows={page}
            keyOf={(row) => `${row.importNo} ${row.rowNo} ${row.personNo} ${row.onDay} ${row.slot}`}
            fileName={words.rows}
            paged={{
              ...{ count, offset, size: A_PAGE, onOffset: setOffset },
              onSave: () => void save().catch((problem: unknown) => message.error(sentenceOf(problem, locale))),
            }}
            columns={[...columns, { title: '', text: () => null, show: (row) => <RowActs row={row} purpose={purpose} /> }]}
          />
        </>
      )}
    </Whole>
  );
}

/** Where a record stands: the row of the file, or the sign-in. */
function fileOf({ fileName, sheet, rowNo }: Row, words: FigureWords): string {
  if (fileName === null) return words.signedIn;
  return [fileName, sheet ?? '', `${words.row} ${rowNo}`].filter(Boolean).join(' · ');
}

function RowActs({ row, purpose }: { readonly row: Row; readonly purpose: string }) {
  const words = useLabels(figureLabels);
  const locale = useLocale();
  const { api } = useWorkplace();
  const { message, modal } = App.useApp();
  const fail = (problem: unknown) => message.error(sentenceOf(problem, locale));
  const full = (no: number) =>
    api
      .get<SeenPerson>(`/records/person/${no}?${new URLSearchParams({ purpose })}`)
      .then((it) => void modal.info({ title: it.name, content: `${it.identity ?? ''} ${it.birthOn ?? ''}` }))
      .catch(fail);
  const file = (importNo: number) =>
    api
      .download(`/records/import-file?${new URLSearchParams({ importNo: String(importNo), purpose })}`)
      .then(({ blob, name }) => saveFile(name, blob))
      .catch(fail);
  return (
    <span className="nowrap">
      <Button size="small" onClick={() => full(row.personNo)}>
        {words.full}
      </Button>{' '}
      {row.importNo !== null && (
        <Button size="small" onClick={() => file(row.importNo!)}>
          {words.download}
        </Button>
      )}
    </span>
  );
}
