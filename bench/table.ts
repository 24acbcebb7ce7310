/** One line of the table. `isMet` is null where nothing is wanted. */
export type Row = {
  readonly name: string;
  readonly measured: string;
  readonly wanted?: string;
  readonly reference?: string;
  readonly ratio?: string;
  readonly isMet: boolean | null;
  /** Printed below the table. */
  readonly note?: string;
};

const HEAD = ['', 'measured', 'wanted', 'reference', 'ratio', ''];
const NONE = '—';

export function tableOf(rows: readonly Row[]): string {
  const cells = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => widthOf(row[column]!))));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column]!, column))
      .join('  ')
      .trimEnd(),
  );
  const notes = rows.flatMap(({ name, note }) => (note === undefined || note === '' ? [] : [`${name}: ${note}`]));
  return [lines[0], widths.map((width) => '─'.repeat(width)).join('  '), ...lines.slice(1), '', ...notes].join('\n');
}

function cellsOf({ name, measured, wanted = NONE, reference = NONE, ratio = NONE, isMet }: Row): string[] {
  return [name, measured, wanted, reference, ratio, isMet === null ? NONE : isMet ? 'ok' : 'MISSED'];
}

function pad(cell: string, width: number, column: number): string {
  const spaces = ' '.repeat(width - widthOf(cell));
  return column === 0 ? cell + spaces : spaces + cell;
}

/** Chinese characters take two columns of a terminal. */
function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u2e80-\u9fff\uff00-\uff60]/.test(char) ? 2 : 1), 0);
}
