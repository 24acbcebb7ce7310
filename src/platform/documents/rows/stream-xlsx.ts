import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import type { RawRow } from '#/kernel/raw-row.ts';
import { stop } from '../refusal.ts';
import { showNumber } from '../xlsx-format.ts';
import { type OpenWorkbook, openWorkbook, type SheetRef } from './open-workbook.ts';
import type { RowSink } from './row-sink.ts';
import { makeStringTable, type StringTable } from './string-table.ts';

/** More than this a row of a roll does not have. */
const MOST_COLUMNS = 80;

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

const local = (name: string) => name.slice(name.indexOf(':') + 1);

type Handlers = {
  readonly open: (name: string, attributes: Record<string, string>) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
};

async function walk(stream: Readable, { open, text, close }: Handlers, each: (bytes: number) => Promise<void> | void): Promise<void> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  const decoder = new StringDecoder('utf8');
  parser.on('error', () => stop({ kind: 'damaged', part: null }));
  parser.on('doctype', () => stop({ kind: 'external-entities', part: '' }));
  parser.on('opentag', (tag) => open(local(tag.name), tag.attributes as Record<string, string>));
  parser.on('text', text);
  parser.on('closetag', (tag) => close(local(tag.name)));
  for await (const chunk of stream) {
    parser.write(decoder.write(chunk as Buffer));
    await each((chunk as Buffer).length);
  }
  parser.close();
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
  const handlers: Handlers = {
    open: (name, attributes) => {
      if (name === 'row') {
        rowNo = Number(attributes.r) || rowNo + 1;
        cells = [];
        numbers = undefined;
        column = -1;
      } else if (name === 'c') {
        column = columnOf(attributes.r) ?? column + 1;
        cell = { column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '' };
      } else isValue = name === 'v' || name === 't';
    },
    text: (text) => {
      if (cell !== null && isValue) cell.value += text;
    },
    close: (name) => {
      isValue = false;
      if (name === 'c' && cell !== null) {
        if (cell.column < MOST_COLUMNS && cell.value !== '') {
          while (cells.length < cell.column) cells.push('');
          cells[cell.column] = shown(cell, workbook, strings);
          if (cell.type === 'n') numbers = (numbers ?? new Set()).add(cell.column);
        }
        cell = null;
      } else if (name === 'row' && cells.some((it) => it !== '')) {
        sink.row({ sheet: sheet.name, rowNo, cells, ...(numbers && { numbers }) } satisfies RawRow);
      }
    },
  };
  const part = workbook.sizeOf(sheet.part);
  let read = 0;
  await walk(await workbook.stream(sheet.part), handlers, (bytes) => {
    read += bytes;
    return sink.breathe(part === 0 ? 1 : read / part);
  });
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
