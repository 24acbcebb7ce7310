import type ExcelJS from 'exceljs';
import { newWorkbook } from '#/platform/documents/workbook.ts';
import { POST_KIND_WORDS, UNIT_KIND_WORDS } from './rules/import.ts';
import { FIELD_HEADS, IMPORT_FIELDS, type ImportField } from './rules/import-table.ts';

const WIDTHS: Readonly<Record<ImportField, number>> = {
  unit: 26,
  unitKind: 12,
  creditCode: 22,
  aliases: 22,
  order: 8,
  postKind: 14,
  title: 18,
  person: 12,
  phone: 16,
  fromOn: 14,
  account: 10,
  username: 16,
};

const REQUIRED: readonly ImportField[] = ['unit'];
const LAST_ROW = 500;

const EXAMPLES: readonly Partial<Record<ImportField, string>>[] = [
  {
    unit: '示例区民政局',
    unitKind: '政府部门',
    aliases: '民政局、区民政',
    order: '10',
    postKind: '主要负责人',
    title: '局长',
    person: '张示例',
    fromOn: '2026-01-01',
    account: '是',
  },
  { unit: '示例区民政局', postKind: '分管负责人', title: '副局长', person: '李示例', fromOn: '2026-01-01', account: '是' },
  { unit: '示例区民政局', postKind: '联络员', person: '王示例', fromOn: '2026-01-01', account: '是' },
];

const NOTES: readonly (readonly [string, string])[] = [
  ['一行一个岗位', '同一单位有几个岗位就写几行，单位名称写法要一致；只登记单位时，后面各栏留空。'],
  ['单位名称', '必填。已有单位按名称或别名识别，全角、半角和空格不影响识别。'],
  [
    '单位类别',
    `可填：${Object.values(UNIT_KIND_WORDS)
      .map((words) => words[0])
      .join('、')}；留空按政府部门。`,
  ],
  ['统一社会信用代码', '选填。校验位不符只提示，不影响导入（早年发放的少数代码校验位不符但有效）。'],
  ['别名', '选填。文件里出现过的其他写法，用顿号分开。'],
  [
    '岗位类别',
    `可填：${Object.values(POST_KIND_WORDS)
      .map((words) => words[0])
      .join('、')}。管理员岗位不能导入，请由安全管理员设置。`,
  ],
  ['任职日期', '选填，留空为导入当天。岗位已有人时，原任职到前一天为止。'],
  ['开通账号', '填“是”即开通，导入后可打印账号条；登录名留空时自动编号。'],
  ['再次导入', '同一份表再导一次不会产生任何变化；有一处错误则整份不导入。'],
];

/** The workbook to fill in: one sheet with the columns, choices where there are some, and one that explains them. */
export async function makeImportTemplate(): Promise<Buffer> {
  const book = await newWorkbook();
  const sheet = book.addWorksheet('单位岗位人员', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns();
  sheet.getRow(1).font = { bold: true };
  choices(
    sheet,
    'unitKind',
    Object.values(UNIT_KIND_WORDS).map((words) => words[0]),
  );
  choices(
    sheet,
    'postKind',
    Object.values(POST_KIND_WORDS).map((words) => words[0]),
  );
  choices(sheet, 'account', ['是', '否']);
  const notes = book.addWorksheet('填写说明');
  notes.columns = [{ width: 20 }, { width: 90 }];
  for (const line of NOTES) notes.addRow([...line]);
  const example = book.addWorksheet('填写示例（虚构）');
  example.columns = columns();
  for (const row of EXAMPLES) example.addRow(row);
  return Buffer.from(await book.xlsx.writeBuffer());
}

function columns(): Partial<ExcelJS.Column>[] {
  return IMPORT_FIELDS.map((field) => ({
    header: FIELD_HEADS[field][0] + (REQUIRED.includes(field) ? '*' : ''),
    key: field,
    width: WIDTHS[field],
    style: { numFmt: '@', alignment: { vertical: 'middle', wrapText: true } },
  }));
}

type WithRanges = { readonly dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } };

/** By range, which the library can do and its types leave out: a rule for each cell would fill the sheet with empty rows. */
function choices(sheet: ExcelJS.Worksheet, field: ImportField, words: readonly string[]): void {
  const { letter } = sheet.getColumn(field);
  const rule: ExcelJS.DataValidation = { type: 'list', allowBlank: true, formulae: [`"${words.join(',')}"`] };
  (sheet as unknown as WithRanges).dataValidations.add(`${letter}2:${letter}${LAST_ROW}`, rule);
}
