import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import ExcelJS from 'exceljs';
import { openZip } from '#/platform/documents/zip.ts';
import type { Base } from './test-mutate.ts';

const ROWS = [
  ['序号', '项目内容', '项目进展情况', '牵头单位'],
  ['1', '新建社区养老服务中心3处，新增护理型床位120张，力争于6月底前建成。', '已完成选址，床位已招标。', '区民政局'],
  ['2', '为约1.6万名低保对象购买意外保险；举办应急救护培训不少于15场。', '已培训6场，420人取得证书。', '区应急局'],
  ['3', '送戏下乡70场，惠及群众3.5万人次。', '完成60%。', '区文旅局'],
];

export async function aWordList(): Promise<Buffer> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const table = new Table({ rows: ROWS.map((row) => new TableRow({ children: row.map(cell) })) });
  return Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('清泉区2026年民生实事'), table] }] }));
}

export async function aBase(name: string, bytes: Buffer): Promise<Base> {
  const zip = await openZip(bytes);
  const parts: Record<string, Buffer> = {};
  for (const part of zip.names) parts[part] = (await zip.read(part))!;
  return { name, bytes, parts };
}

/** A workbook of one sheet, as somebody filled it in. */
export async function aSheet(name: string, rows: readonly (readonly string[])[]): Promise<Base> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(name.replace('.xlsx', ''));
  for (const row of rows) sheet.addRow([...row]);
  return aBase(name, Buffer.from(await book.xlsx.writeBuffer()));
}

const asText = (separator: string) =>
  ROWS.map((row) => row.map((cell) => (separator === ',' ? `"${cell}"` : cell)).join(separator)).join('\r\n');

export const LIST_AS_CSV = Buffer.from(asText(','));
export const LIST_AS_TABS = Buffer.from(asText('\t'), 'utf16le');
