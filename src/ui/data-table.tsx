import { Button, Input, Table, type TableColumnType } from 'antd';
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

type DataTableProps<Row> = {
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly fileName: string;
  readonly tools?: ReactNode;
  readonly empty?: ReactNode;
  /** Where the rows are a page of more, or show what may not go out: saves the whole in their stead. */
  readonly onSave?: () => void;
};

export function DataTable<Row extends object>({ rows, keyOf, columns, fileName, tools, empty, onSave }: DataTableProps<Row>) {
  const words = useLabels(uiWords);
  const [wanted, setWanted] = useState('');
  const found = useMemo(() => {
    const plain = wanted.trim().toLowerCase();
    return plain
      ? rows.filter((row) =>
          columns.some(({ text }) =>
            String(text(row) ?? '')
              .toLowerCase()
              .includes(plain),
          ),
        )
      : rows;
  }, [rows, columns, wanted]);
  const shown = columns.map(
    (column): TableColumnType<Row> => ({
      title: column.title,
      width: column.width,
      align: column.align,
      responsive: column.onlyWide ? ['md'] : undefined,
      render: (_, row) => column.show?.(row) ?? (column.title ? column.text(row) : null) ?? <span className="soft">—</span>,
      ...(column.title && { sorter: (a: Row, b: Row) => compare(column.text(a), column.text(b)) }),
      showSorterTooltip: false,
    }),
  );
  const save = () =>
    saveFile(
      `${fileName}.csv`,
      new Blob([csvOf([columns.map(({ title }) => title), ...found.map((row) => columns.map(({ text }) => text(row)))])], {
        type: 'text/csv',
      }),
    );
  return (
    <div>
      <div className="table-tools no-print">
        <Input.Search
          allowClear
          placeholder={words.search}
          aria-label={words.search}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
        {tools}
        <Button onClick={onSave ?? save}>{words.exportCsv}</Button>
        <span className="count">{words.rows(found.length)}</span>
      </div>
      <SecrecyBand inline />
      <Table<Row>
        className="data-table"
        rowKey={keyOf}
        dataSource={found as Row[]}
        columns={shown}
        size="middle"
        scroll={{ x: 'max-content' }}
        pagination={found.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        locale={{ emptyText: empty ?? words.nothingFound }}
      />
    </div>
  );
}

function compare(a: string | number | null, b: string | number | null): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a ?? '').localeCompare(String(b ?? ''), 'zh-Hans-CN', { numeric: true });
}
