import type { Readable } from 'node:stream';
import type { RawRow } from '#/kernel/raw-row.ts';
import { showNumber } from '../xlsx-format.ts';
import { type OpenWorkbook, openWorkbook, type SheetRef } from './open-workbook.ts';
import type { RowSink } from './row-sink.ts';
import { makeStringTable, type StringTable } from './string-table.ts';
import { wholeCell, wholeText } from './whole-cell.ts';
import { makeXmlStream, type XmlHandlers } from './xml-stream.ts';

/** More than this a row of a roll does not have. */
const MOST_COLUMNS = 80;

const MOST_ROWS = 1_048_576;

/** Every visible sheet, row by row, as its cells show; what is hidden is told and not read. */
export async function streamXlsx(bytes: Buffer, sink: RowSink): Promise<void> {
  const workbook = await openWorkbook(bytes);
  const strings = makeStringTable();
  if (workbook.stringsPart !== null) await readStrings(await workbook.stream(workbook.stringsPart), strings);
  for (const sheet of workbook.sheets) {
    if (sheet.isHidden) sink.hiddenSheet(sheet.name);
    else await readSheet(workbook, sheet, { strings, sink });
  }
}

async function walk(stream: Readable, handlers: XmlHandlers, each: (bytes: number) => Promise<void> | void): Promise<void> {
  const xml = makeXmlStream(handlers);
  for await (const piece of stream) {
    xml.write(piece as Buffer);
    await each((piece as Buffer).length);
  }
  xml.end();
}

async function readStrings(stream: Readable, strings: StringTable): Promise<void> {
  let current = '';
  let isText = false;
  let phonetic = 0;
  await walk(
    stream,
    {
      open: (name) => {
        if (name === 'si') current = '';
        if (name === 'rPh') phonetic += 1;
        isText = name === 't' && phonetic === 0;
      },
      text: (text) => {
        if (isText) current += text;
      },
      close: (name) => {
        if (name === 'rPh') phonetic -= 1;
        if (name === 'si') strings.add(current);
        isText = false;
      },
      whole(all, at) {
        const found = wholeText(all, at);
        if (found === null) return -1;
        strings.add(found.text);
        return found.end;
      },
    },
    () => {},
  );
}

type Cell = { column: number; type: string; style: number; value: string };

async function readSheet(
  workbook: OpenWorkbook,
  sheet: SheetRef,
  { strings, sink }: { readonly strings: StringTable; readonly sink: RowSink },
) {
  let cells: string[] = [];
  let numbers: Set<number> | undefined;
  let rowNo = 0;
  let column = -1;
  let cell: Cell | null = null;
  let isValue = false;
  let phonetic = 0;
  const put = (it: Cell) => {
    if (it.column >= MOST_COLUMNS || it.value === '') return;
    while (cells.length < it.column) cells.push('');
    cells[it.column] = shown(it, workbook, strings);
    if (it.type === 'n') numbers = (numbers ?? new Set()).add(it.column);
  };
  const handlers: XmlHandlers = {
    open: (name, attribute) => {
      if (name === 'row') {
        rowNo = rowAfter(rowNo, Number(attribute('r')));
        cells = [];
        numbers = undefined;
        column = -1;
      } else if (name === 'c') {
        column = columnOf(attribute('r')) ?? column + 1;
        cell = { column, type: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0), value: '' };
      } else if (name === 'rPh') phonetic += 1;
      else isValue = phonetic === 0 && (name === 'v' || name === 't');
    },
    text: (text) => {
      if (cell !== null && isValue) cell.value += text;
    },
    close: (name) => {
      isValue = false;
      if (name === 'rPh') phonetic -= 1;
      if (name === 'c' && cell !== null) {
        put(cell);
        cell = null;
      } else if (name === 'row' && cells.some((it) => it !== '')) {
        sink.row({ sheet: sheet.name, rowNo, cells, ...(numbers && { numbers }) } satisfies RawRow);
      }
    },
    whole(all, at) {
      const found = cell === null && phonetic === 0 ? wholeCell(all, at) : null;
      if (found === null) return -1;
      column = columnOf(found.reference) ?? column + 1;
      put({ column, type: found.type, style: found.style, value: found.value });
      return found.end;
    },
  };
  const part = workbook.sizeOf(sheet.part);
  let read = 0;
  await walk(await workbook.stream(sheet.part), handlers, (bytes) => {
    read += bytes;
    return sink.breathe(part === 0 ? 1 : read / part);
  });
}

/** Rows count upwards (ECMA-376, 18.3.1.73); one that says otherwise, or lies beyond the sheet, is the next. */
function rowAfter(before: number, said: number): number {
  return said > before && said <= MOST_ROWS ? said : before + 1;
}

function shown({ type, value, style }: Cell, { formats, is1904 }: OpenWorkbook, strings: StringTable): string {
  if (type === 's') return strings.at(Number(value));
  if (type === 'b') return value === '1' ? '是' : '否';
  if (type !== 'n') return value;
  const number = Number(value);
  const format = formats[style];
  // A long number is shown digit by digit, so that whoever reads it sees what was lost.
  if (Math.abs(number) >= 1e15) return BigInt(Math.round(number)).toString();
  return Number.isFinite(number) ? showNumber(number, format ?? { kind: 'general' }, is1904) : value;
}

function columnOf(reference: string | undefined): number | null {
  if (reference === undefined) return null;
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column === 0 ? null : column - 1;
}
