import type ExcelJS from 'exceljs';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { newWorkbook } from '#/platform/documents/workbook.ts';
import { STAGES_OF_WORK } from '#/programme/rules/parse/stage-words.ts';
import {
  FORM_FIELDS,
  FORM_HEADS,
  FORM_VERSION,
  type FormField,
  type FormRow,
  LOCKED_FIELDS,
  type OpenField,
  type ReportingForm,
  SIGN_FIELDS,
  SIGN_HEADS,
  VALUE_KIND_WORDS,
} from '../rules/form.ts';
import { FORM_SHEET, ID_SHEET, IDENTITY_KEYS, KEY_HEAD } from '../rules/form-layout.ts';
import { FORM_NOTES, formSubtitle, formTitle } from '../words/form.ts';

const WIDTHS: Readonly<Record<FormField, number>> = {
  no: 6,
  project: 14,
  promise: 24,
  target: 10,
  measureUnit: 9,
  countingRule: 20,
  last: 15,
  value: 10,
  denominator: 8,
  valueKind: 9,
  stage: 11,
  reason: 22,
  evidence: 16,
  remark: 16,
};
const HEAD_ROW = 4;
const GREY = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } } as const;
const LINE = { style: 'thin', color: { argb: 'FF808080' } } as const;
const BOX = { top: LINE, left: LINE, bottom: LINE, right: LINE } as const;

/** Where the identifying sheet's digest comes from: made by the caller, who has the keys. */
export type Seal = { readonly issuedOn: CivilDate; readonly district: string; readonly keyId: string; readonly digest: string };

/** The workbook that goes to one unit: locked cells protected, choices where there are some, A4 landscape, and a hidden sheet that says what it is. */
export async function makeFormXlsx(form: ReportingForm, seal: Seal): Promise<Buffer> {
  const book = await newWorkbook();
  // Without these the library writes the moment of making into the file.
  book.created = new Date(`${seal.issuedOn}T00:00:00Z`);
  book.modified = book.created;
  const sheet = book.addWorksheet(FORM_SHEET, {
    views: [{ state: 'frozen', ySplit: HEAD_ROW, xSplit: 4 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.2, footer: 0.3 },
      printTitlesRow: `${HEAD_ROW}:${HEAD_ROW}`,
    },
    headerFooter: { oddFooter: '&C&P / &N' },
  });
  sheet.columns = [{ width: 3, hidden: true }, ...FORM_FIELDS.map((field) => ({ width: WIDTHS[field] }))];
  writeHead(sheet, form);
  for (const [i, row] of form.rows.entries()) writeRow(sheet, HEAD_ROW + 1 + i, row);
  writeSigns(sheet, HEAD_ROW + form.rows.length + 2);
  addChoices(sheet, HEAD_ROW + 1, HEAD_ROW + form.rows.length);
  await sheet.protect('', { selectLockedCells: true, selectUnlockedCells: true, formatRows: true, formatColumns: true, formatCells: true });
  writeIdentity(book, form, seal);
  return Buffer.from(await book.xlsx.writeBuffer());
}

function writeHead(sheet: ExcelJS.Worksheet, form: ReportingForm): void {
  const last = FORM_FIELDS.length + 1;
  for (const [row, text] of [formTitle(form), formSubtitle(form), FORM_NOTES].entries()) {
    sheet.mergeCells(row + 1, 2, row + 1, last);
    const cell = sheet.getCell(row + 1, 2);
    cell.value = text;
    cell.font = row === 0 ? { name: '宋体', size: 16, bold: true } : { name: '宋体', size: row === 1 ? 11 : 9 };
    cell.alignment = { horizontal: row === 0 ? 'center' : 'left', vertical: 'middle', wrapText: true };
  }
  sheet.getRow(1).height = 26;
  sheet.getRow(3).height = 42;
  sheet.getCell(HEAD_ROW, 1).value = KEY_HEAD;
  for (const [i, field] of FORM_FIELDS.entries()) {
    const cell = sheet.getCell(HEAD_ROW, i + 2);
    cell.value = FORM_HEADS[field];
    cell.font = { name: '宋体', size: 10, bold: true };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.border = BOX;
    cell.fill = GREY;
  }
  sheet.getRow(HEAD_ROW).height = 32;
}

function isOpen(field: OpenField, { takes }: FormRow): boolean {
  if (field === 'value') return takes !== 'words';
  if (field === 'denominator') return takes === 'ratio';
  return field !== 'valueKind' || takes === 'value';
}

function writeRow(sheet: ExcelJS.Worksheet, at: number, row: FormRow): void {
  sheet.getCell(at, 1).value = row.promiseId;
  for (const [i, field] of FORM_FIELDS.entries()) {
    const cell = sheet.getCell(at, i + 2);
    cell.font = { name: '宋体', size: 10 };
    cell.border = BOX;
    cell.alignment = { vertical: 'middle', wrapText: true, horizontal: field === 'no' ? 'center' : 'left' };
    cell.numFmt = '@';
    if ((LOCKED_FIELDS as readonly string[]).includes(field)) {
      cell.value = row.locked[field as (typeof LOCKED_FIELDS)[number]];
      cell.fill = GREY;
    } else writeOpen(cell, field as OpenField, row);
  }
  // Rows do not grow by themselves in a file that no program has opened yet.
  const longest = Math.max(...(['promise', 'countingRule'] as const).map((it) => Math.ceil((row.locked[it].length * 2.1) / WIDTHS[it])));
  sheet.getRow(at).height = Math.min(15 * Math.max(3, longest), 200);
}

function writeOpen(cell: ExcelJS.Cell, field: OpenField, row: FormRow): void {
  if (isOpen(field, row)) cell.protection = { locked: false };
  else {
    cell.value = '—';
    cell.fill = GREY;
  }
  if (field === 'valueKind') cell.value = row.takes === 'value' || row.takes === 'ratio' ? VALUE_KIND_WORDS.cumulative : '—';
  if (field === 'value' && row.takes !== 'steps') cell.numFmt = 'General';
  if (field === 'denominator') cell.numFmt = 'General';
}

function writeSigns(sheet: ExcelJS.Worksheet, at: number): void {
  const places = [2, 5, 8, 12];
  for (const [i, field] of SIGN_FIELDS.entries()) {
    const column = places[i]!;
    const label = sheet.getCell(at, column);
    label.value = `${SIGN_HEADS[field]}：`;
    label.font = { name: '宋体', size: 11 };
    label.alignment = { horizontal: 'right', vertical: 'middle', wrapText: false };
    const blank = sheet.getCell(at, column + 1);
    blank.protection = { locked: false };
    blank.numFmt = '@';
    blank.border = { bottom: LINE };
    blank.font = { name: '宋体', size: 11 };
  }
  sheet.getRow(at).height = 28;
}

type WithRanges = { readonly dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } };

/** By range, which the library can do and its types leave out. A stage of one's own stays possible: the list only offers. */
function addChoices(sheet: ExcelJS.Worksheet, from: number, to: number): void {
  const letter = (field: FormField) => sheet.getColumn(FORM_FIELDS.indexOf(field) + 2).letter;
  const { dataValidations } = sheet as unknown as WithRanges;
  const kinds = Object.values(VALUE_KIND_WORDS).join(',');
  const range = (field: FormField) => `${letter(field)}${from}:${letter(field)}${to}`;
  dataValidations.add(range('valueKind'), { type: 'list', allowBlank: true, formulae: [`"${kinds}"`] });
  const stages = `${ID_SHEET}!$M$1:$M$${STAGES_OF_WORK.length}`;
  dataValidations.add(range('stage'), { type: 'list', allowBlank: true, showErrorMessage: false, formulae: [stages] });
}

function writeIdentity(book: ExcelJS.Workbook, form: ReportingForm, seal: Seal): void {
  const sheet = book.addWorksheet(ID_SHEET, { state: 'veryHidden' });
  const facts: Readonly<Record<(typeof IDENTITY_KEYS)[number], string>> = {
    form: String(FORM_VERSION),
    district: seal.district,
    programme: form.programmeId,
    period: form.period.id,
    'as-of': form.period.asOf,
    unit: form.unitId,
    'unit-name': form.unitName,
    issued: seal.issuedOn,
    key: seal.keyId,
    digest: seal.digest,
  };
  for (const key of IDENTITY_KEYS) sheet.addRow([`luoshi-${key}`, facts[key]]);
  for (const row of form.rows)
    sheet.addRow(['row', row.promiseId, row.takes, row.measureUnit || '—', ...LOCKED_FIELDS.map((field) => row.locked[field])]);
  for (const [i, { name }] of STAGES_OF_WORK.entries()) sheet.getCell(i + 1, 13).value = name;
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      cell.numFmt = '@';
    }),
  );
}
