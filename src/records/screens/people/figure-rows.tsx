import { App, Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useRead } from '#/ui/data.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section, Whole } from '#/ui/page.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import type { Cell, Rows, SeenPerson } from './contract.ts';
import { figureLabels } from './figure-labels.ts';

const A_PAGE = 50;

/** Records are opened for a purpose, which the audit trail keeps; names and numbers stay covered until one is asked for. */
export function FigureRows({ promiseId, cell }: { readonly promiseId: string; readonly cell: Cell }) {
  const words = useLabels(figureLabels);
  const [typed, setTyped] = useState('');
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
            if (typed.trim().length >= 4) setPurpose(typed.trim());
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
  const [offset, setOffset] = useState(0);
  const asked = new URLSearchParams({
    promiseId,
    purpose,
    offset: String(offset),
    ...(cell.areaId && { areaId: cell.areaId }),
    ...(cell.month && { month: cell.month }),
  });
  const rows = useRead<Rows>(`/records/rows?${asked}`);
  return (
    <Whole of={rows}>
      {(it) => (
        <>
          <p>{words.total(it.count, it.numerator)}</p>
          <DataTable
            rows={it.rows}
            keyOf={(row) => `${row.importNo} ${row.rowNo} ${row.personNo} ${row.onDay} ${row.slot}`}
            fileName={words.rows}
            columns={[
              { title: words.who, text: (row) => `${row.name} ${row.identity ?? ''}` },
              { title: words.day, text: (row) => `${row.onDay} ${row.slot}` },
              {
                title: words.evidence,
                text: (row) => row.evidence ?? (row.hasEvidence ? words.signedIn : words.noEvidence),
                onlyWide: true,
              },
              {
                title: words.file,
                text: (row) =>
                  row.fileName === null
                    ? words.signedIn
                    : `${row.fileName}${row.sheet === null ? '' : ` · ${row.sheet}`} · ${words.row} ${row.rowNo}`,
              },
              {
                title: '',
                text: () => null,
                show: (row) => <RowActs row={row} purpose={purpose} />,
              },
            ]}
          />
          {it.count > A_PAGE && (
            <p className="actions">
              <Button disabled={offset === 0} onClick={() => setOffset(offset - A_PAGE)}>
                {words.back}
              </Button>
              <Button disabled={offset + A_PAGE >= it.count} onClick={() => setOffset(offset + A_PAGE)}>
                {words.more}
              </Button>
              {words.page(offset + 1, Math.min(offset + A_PAGE, it.count))}
            </p>
          )}
        </>
      )}
    </Whole>
  );
}

function RowActs({ row, purpose }: { readonly row: Rows['rows'][number]; readonly purpose: string }) {
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
