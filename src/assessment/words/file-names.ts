import type { Quarter } from '../rules/quarter.ts';

/** What the files of this stage are called when they are saved. */
export function roundFileName(district: string, { year, quarter }: Quarter, isPublished: boolean): string {
  return `${district}${year}年第${quarter}季度考评结果${isPublished ? '' : '（核对稿）'}.docx`;
}

export function scoresFileName(district: string, { year, quarter }: Quarter): string {
  return `${district}${year}年第${quarter}季度得分表.xlsx`;
}

export function settlementFileName(district: string, year: number, isSettled: boolean): string {
  return `${district}${year}年度民生实事结账报告${isSettled ? '' : '（预览）'}.docx`;
}
