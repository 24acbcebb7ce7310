import { number } from '#/kernel/format.ts';
import { newWorkbook } from '#/platform/documents/workbook.ts';
import type { ScoreSheet } from '../rules/sheet.ts';
import type { UnitScore } from '../rules/unit-score.ts';
import { partText, pointsText } from '../words/score-words.ts';

/** 得分表: the ranking on one sheet, and every fact under it on another, so that each point can be looked up. */
export async function scoresXlsx(sheet: ScoreSheet, scores: readonly UnitScore[]): Promise<Buffer> {
  const book = await newWorkbook();
  const all = [...sheet.lines, ...sheet.bonuses, ...sheet.deductions];
  const ranking = book.addWorksheet('名次', {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  });
  ranking.columns = ['名次', '单位', ...all.map(({ title }) => title), '折算', '加分', '扣分', '合计', '等次'].map((header, i) => ({
    header,
    width: i === 1 ? 24 : 12,
  }));
  ranking.getRow(1).font = { bold: true };
  for (const it of scores) {
    const points = it.lines.map((line) => (line.points === null ? null : Number(number(line.points).replaceAll(',', ''))));
    ranking.addRow([it.rank, it.unit, ...points, it.base, it.bonus, it.deduction, it.total, it.grade]);
  }
  const facts = book.addWorksheet('依据', { views: [{ state: 'frozen', ySplit: 1 }] });
  facts.columns = ['单位', '行', '得分', '依据', '说明'].map((header, i) => ({ header, width: [24, 16, 10, 36, 70][i]! }));
  facts.getRow(1).font = { bold: true };
  for (const { unit, lines } of scores)
    for (const line of lines)
      for (const part of line.parts) facts.addRow([unit, line.title, pointsText(line), part.title, partText(part, 'zh-CN')]);
  return Buffer.from(await book.xlsx.writeBuffer());
}
