import { newWorkbook } from './workbook.ts';

/** 导入模板: the columns to fill in, what goes into each, and invented lines. */
export type ImportTemplate = {
  /** The file's name; the first sheet is called by it, without 导入模板. */
  readonly name: string;
  readonly heads: readonly string[];
  readonly notes: readonly (readonly [string, string])[];
  readonly examples: readonly (readonly string[])[];
};

/** The workbook to fill in: the columns, an explanation of them, and an invented example whose heads no import takes for its own. */
export async function writeImportTemplate({ name, heads, notes, examples }: ImportTemplate): Promise<Buffer> {
  const book = await newWorkbook();
  const sheet = book.addWorksheet(name.replace('导入模板', ''), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = heads.map((header) => ({ header, width: 18, style: { numFmt: '@' } }));
  sheet.getRow(1).font = { bold: true };
  const told = book.addWorksheet('填写说明');
  told.columns = [{ width: 18 }, { width: 80 }];
  for (const note of notes) told.addRow([...note]);
  const example = book.addWorksheet('填写示例（虚构）', { state: 'visible' });
  example.columns = heads.map((it) => ({ header: `示例·${it}`, width: 18 }));
  for (const row of examples) example.addRow([...row]);
  return Buffer.from(await book.xlsx.writeBuffer());
}
