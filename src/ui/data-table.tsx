import { Button, Input, Table, type TableColumnType, type TablePaginationConfig } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { csvOf } from './csv.ts';
import { useLabels } from './locale.tsx';
import { SecrecyBand } from './parts.tsx';
import { saveFile } from './save-file.ts';
import { uiWords } from './words.ts';

/** 栏: `text` is what is searched, sorted and exported; `show` what is seen where that differs. */
export type Column<Row> = {
  readonly title: string;
  readonly text: (row: Row) => string | number | null;
  readonly show?: (row: Row) => ReactNode;
  readonly width?: number;
  readonly align?: 'right';
  readonly onlyWide?: boolean;
};

/** 分页: the rows are a page of more, which the server has. They are neither searched nor sorted here, and saved whole from there. */
export type Paged = {
  readonly count: number;
  readonly offset: number;
  readonly size: number;
  readonly onOffset: (offset: number) => void;
  readonly onSave: () => void;
};

type DataTableProps<Row> = {
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly fileName: string;
  readonly tools?: ReactNode;
  readonly empty?: ReactNode;
  /** 合计: stands last, however the others are searched or sorted. */
  readonly foot?: Row;
  readonly paged?: Paged;
};

const A_PAGE = 50;

export function DataTable<Row extends object>({ rows, keyOf, columns, fileName, tools, empty, foot, paged }: DataTableProps<Row>) {
  const words = useLabels(uiWords);
  const [wanted, setWanted] = useState('');
  const found = useMemo(() => rowsWith(wanted, rows, columns), [rows, columns, wanted]);
  const all = foot === undefined ? found : [...found, foot];
  const lines = () => [columns.map(({ title }) => title), ...all.map((row) => columns.map(({ text }) => text(row)))];
  const save = () => saveFile(`${fileName}.csv`, new Blob([csvOf(lines())], { type: 'text/csv' }));
  return (
    <div>
      <div className="table-tools no-print">
        {paged === undefined && (
          <Input.Search
            allowClear
            placeholder={words.search}
            aria-label={words.search}
            value={wanted}
            onChange={({ target }) => setWanted(target.value)}
          />
        )}
        {tools}
        <Button onClick={paged?.onSave ?? save}>{words.exportCsv}</Button>
        <span className="count">{words.rows(paged?.count ?? found.length)}</span>
      </div>
      <SecrecyBand inline />
      <Table<Row>
        className={isWide(columns) ? 'data-table as-cards' : 'data-table'}
        rowKey={keyOf}
        rowClassName={(row) => (row === foot ? 'whole' : '')}
        dataSource={all as Row[]}
        columns={columns.map((it, i) => columnOf(it, { isFirst: i === 0, isSorted: paged === undefined, foot }))}
        size="middle"
        scroll={{ x: 'max-content' }}
        pagination={pagesOf(found.length, paged)}
        locale={{ emptyText: empty ?? (rows.length === 0 ? words.noRows : words.nothingFound) }}
      />
    </div>
  );
}

/** Row acts, or a fourth column, do not fit on a telephone: there each row stands as a card. */
function isWide<Row>(columns: readonly Column<Row>[]): boolean {
  const narrow = columns.filter(({ onlyWide }) => !onlyWide);
  return narrow.length > 3 || narrow.some(({ title }) => title === '');
}

function rowsWith<Row>(wanted: string, rows: readonly Row[], columns: readonly Column<Row>[]): readonly Row[] {
  const plain = wanted.trim().toLowerCase();
  if (plain === '') return rows;
  const has = (row: Row, { text }: Column<Row>) =>
    String(text(row) ?? '')
      .toLowerCase()
      .includes(plain);
  return rows.filter((row) => columns.some((column) => has(row, column)));
}

type Standing<Row> = { readonly isFirst: boolean; readonly isSorted: boolean; readonly foot: Row | undefined };

function columnOf<Row extends object>(column: Column<Row>, { isFirst, isSorted, foot }: Standing<Row>): TableColumnType<Row> {
  return {
    title: column.title,
    width: column.width,
    align: column.align,
    responsive: column.onlyWide ? ['md'] : undefined,
    render: (_, row) => column.show?.(row) ?? (column.title ? column.text(row) : null) ?? <span className="soft">—</span>,
    ...(column.title && !isFirst && { onCell: () => ({ 'data-name': column.title }) as object }),
    ...(column.title &&
      isSorted && {
        sorter: (a: Row, b: Row, order) => {
          if (a === foot || b === foot) return (a === foot) === (order !== 'descend') ? 1 : -1;
          return compare(column.text(a), column.text(b));
        },
      }),
    showSorterTooltip: false,
  };
}

function pagesOf(count: number, paged: Paged | undefined): TablePaginationConfig | false {
  if (paged === undefined) return count > A_PAGE ? { pageSize: A_PAGE, showSizeChanger: false } : false;
  const { count: total, offset, size, onOffset } = paged;
  if (total <= size) return false;
  return {
    ...{ total, pageSize: size, current: offset / size + 1, showSizeChanger: false },
    onChange: (page) => onOffset((page - 1) * size),
  };
}

function compare(a: string | number | null, b: string | number | null): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a ?? '').localeCompare(String(b ?? ''), 'zh-Hans-CN', { numeric: true });
}
