/** What the files of this stage are called when they are saved. */
export function bulletinFileName(districtName: string, year: number, month: number): string {
  return `${districtName}${year}年${month}月份进展情况通报.docx`;
}

export function onePageFileName(districtName: string, year: number, month: number, post: string): string {
  return `${districtName}${year}年${month}月一页纸（${post}）.docx`;
}

export function unitPageFileName(unit: string, year: number, month: number): string {
  return `${unit}${year}年${month}月进展.docx`;
}

export function correctionFileName(districtName: string, year: number, month: number, no: number): string {
  return `${districtName}${year}年${month}月份通报更正（${no}）.docx`;
}

export function annexFileName(districtName: string, year: number, month: number): string {
  return `${districtName}${year}年${month}月份进展情况表.xlsx`;
}
