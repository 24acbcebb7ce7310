import type { Workbook } from 'exceljs';

/** An empty workbook. What writes it is loaded when it is first asked for: a server that only counts does without its ten megabytes. */
export async function newWorkbook(): Promise<Workbook> {
  const { default: library } = await import('exceljs');
  return new library.Workbook();
}
