import { newWorkbook } from '#/platform/documents/workbook.ts';
import { SITE_HEAD } from '../rules/step-import.ts';
import type { LoadedSteps } from '../store/steps.ts';

type Named = { readonly id: string; readonly name: string };

/** 点位步骤表: a row for each site, a column for each step, the day in the cell; filled in, it is read back. */
export async function makeStepSheet(
  title: string,
  { steps, done }: Pick<LoadedSteps, 'steps' | 'done'>,
  sites: readonly Named[],
): Promise<Buffer> {
  const book = await newWorkbook();
  const sheet = book.addWorksheet('点位步骤', { views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }] });
  sheet.columns = [SITE_HEAD, ...steps.map((it) => it.name)].map((header, i) => ({
    header,
    width: i === 0 ? 28 : 16,
    style: { numFmt: '@' },
  }));
  sheet.getRow(1).font = { bold: true };
  for (const site of sites) {
    sheet.addRow([site.name, ...steps.map((step) => done.find((it) => it.siteId === site.id && it.stepId === step.id)?.doneOn ?? '')]);
  }
  const told = book.addWorksheet('填写说明');
  told.columns = [{ width: 90 }];
  for (const line of [
    `${title}：每个点位一行，每个步骤一列。`,
    '步骤在该点位完成的，在格子里写完成日期，如 2026-06-18；没有完成的留空。',
    '表头是步骤名称，请不要改；再次导入同一份表不会产生任何变化。',
  ])
    told.addRow([line]);
  return Buffer.from(await book.xlsx.writeBuffer());
}
