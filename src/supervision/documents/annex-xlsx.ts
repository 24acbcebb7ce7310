import { newWorkbook } from '#/platform/documents/workbook.ts';
import type { BulletinContent } from '../rules/bulletin.ts';
import { bulletinWords } from '../words/bulletin.ts';

const WIDTHS = [7, 26, 34, 14, 14, 14, 14, 9, 20, 13];

/** 附表的 Excel: the annex as it prints, every cell filled so that it can be sorted and filtered; landscape, its head on every page. */
export async function annexXlsx(content: BulletinContent): Promise<Buffer> {
  const { annex, annexTitle } = bulletinWords['zh-CN'];
  const book = await newWorkbook();
  const sheet = book.addWorksheet('进展情况表', {
    views: [{ state: 'frozen', ySplit: 3 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:3' },
    headerFooter: { oddFooter: '&C— &P —' },
  });
  sheet.columns = WIDTHS.map((width) => ({ width, style: { alignment: { wrapText: true, vertical: 'top' } } }));
  sheet.addRow([annexTitle(content).join('')]).font = { bold: true, size: 14 };
  sheet.addRow([annex.asOf(content)]);
  sheet.addRow(annex.columns.map((it) => it.replace('\n', ''))).font = { bold: true };
  for (const row of filled(annex.rows(content))) sheet.addRow([...row]);
  sheet.mergeCells(1, 1, 1, WIDTHS.length);
  sheet.mergeCells(2, 1, 2, WIDTHS.length);
  for (const note of annex.notes(content)) sheet.addRow([note]).alignment = { wrapText: false };
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** A cell that continues the one above repeats it. */
function filled(rows: readonly (readonly (string | null)[])[]): readonly (readonly string[])[] {
  const above: string[] = [];
  return rows.map((row) =>
    row.map((cell, i) => {
      above[i] = cell ?? above[i] ?? '';
      return above[i]!;
    }),
  );
}
