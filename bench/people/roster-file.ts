import fs from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import { fictionalIdentity } from '#/records/rules/people/fictional.ts';

export const TOWNSHIPS = Array.from({ length: 10 }, (_, i) => `样本${i + 1}乡`);
const HEADS = ['姓名', '证件号码', '性别', '乡镇', '检测日期', '报告编号', '联系电话', '备注'];

type Sex = 'f' | 'm';
export type Made = {
  readonly birthOn: CivilDate;
  readonly sex: Sex;
  readonly on: CivilDate;
  readonly township: number;
  readonly cells: readonly string[];
};

/** Somebody who is nobody, by his number: a sound identity number of the reserved area, one test on a day of the half-year. */
export function aPersonOfSeed(serial: number): Made {
  const sex: Sex = serial % 2 === 0 ? 'f' : 'm';
  const birthOn = addDays('2019-06-01', -(serial % 21_000));
  const on = addDays('2026-01-05', (serial * 7) % 160);
  const township = (serial * 13) % TOWNSHIPS.length;
  const identity = fictionalIdentity(Math.floor(serial / 21_000), birthOn, sex);
  const cells = [
    ...[`样本${serial}`, identity, sex === 'f' ? '女' : '男', TOWNSHIPS[township]!, on, `Y${String(serial).padStart(8, '0')}`],
    ...[`139${String(serial).padStart(8, '0')}`, ''],
  ];
  return { birthOn, sex, on, township, cells };
}

/** A workbook as Excel saves it: eight columns of texts, every text in the shared table, nearly all of them different. */
export async function writeWorkbook(file: string, rows: number): Promise<void> {
  const zip = new yazl.ZipFile();
  const known = new Map<string, number>();
  const part = (name: string, lines: () => Iterable<string>) => zip.addReadStream(Readable.from(inPieces(lines())), name);
  const index = (text: string) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    known.set(text, known.size);
    return known.size - 1;
  };
  const cell = (text: string, column: number, row: number) =>
    text === '' ? '' : `<c r="${String.fromCharCode(65 + column)}${row}" t="s"><v>${index(text)}</v></c>`;
  const row = (cells: readonly string[], no: number) => `<row r="${no}">${cells.map((it, i) => cell(it, i, no)).join('')}</row>`;
  part('[Content_Types].xml', () => [TYPES]);
  part('xl/workbook.xml', () => [WORKBOOK]);
  part('xl/_rels/workbook.xml.rels', () => [RELATIONS]);
  part('xl/worksheets/sheet1.xml', function* () {
    yield `${XML}<worksheet ${MAIN}><sheetData>${row(HEADS, 1)}`;
    for (let i = 0; i < rows; i++) yield row(aPersonOfSeed(i).cells, i + 2);
    yield '</sheetData></worksheet>';
  });
  part('xl/sharedStrings.xml', function* () {
    yield `${XML}<sst ${MAIN} uniqueCount="${known.size}">`;
    for (const text of known.keys()) yield `<si><t>${text}</t></si>`;
    yield '</sst>';
  });
  zip.end();
  await pipeline(zip.outputStream, fs.createWriteStream(file));
}

/** The same rows as plain text, for a bare COPY. */
export async function writeText(file: string, rows: number): Promise<void> {
  const lines = function* () {
    for (let i = 0; i < rows; i++) yield `${aPersonOfSeed(i).cells.join('\t')}\n`;
  };
  await pipeline(Readable.from(inPieces(lines())), fs.createWriteStream(file));
}

function* inPieces(lines: Iterable<string>): Iterable<Buffer> {
  let piece: string[] = [];
  for (const line of lines) {
    piece.push(line);
    if (piece.length < 2_000) continue;
    yield Buffer.from(piece.join(''));
    piece = [];
  }
  yield Buffer.from(piece.join(''));
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`;
const WORKBOOK = `${XML}<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`;
