import ExcelJS from 'exceljs';
import { openZip } from '../../src/platform/documents/zip.ts';
import { photoWithPlace, type SentFile } from './files.ts';

const MEDIA = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The forms of a downloaded bundle, by the name of the unit that stands in the file name. */
export async function formsIn(bundle: Buffer, units: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await openZip(bundle);
  const found = new Map<string, Buffer>();
  for (const name of zip.writtenNames) {
    const unit = units.find((it) => name.includes(it));
    if (unit !== undefined) found.set(unit, (await zip.read(name))!);
  }
  return found;
}

export async function sheetOf(bytes: Buffer): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  return book.worksheets[0]!;
}

/** What a unit types into its form; `target` is a locked cell, which some programs let one change all the same. */
type Typed = { readonly value: string | number; readonly remark?: string; readonly reason?: string; readonly target?: string };

const PLACES = { value: 'I5', remark: 'O5', reason: 'M5', target: 'E5' } as const;

/** As a unit sends it back: filled in, signed, and saved under a name of its own. */
async function returned(form: Buffer, typed: Typed, name: string): Promise<SentFile> {
  const sheet = await sheetOf(form);
  for (const [place, value] of Object.entries(typed)) sheet.getCell(PLACES[place as keyof Typed]).value = value;
  const signs = sheet.getRow(7);
  signs.getCell(3).value = '演示甲';
  signs.getCell(6).value = '演示乙';
  return { name, mimeType: MEDIA, buffer: Buffer.from(await sheet.workbook.xlsx.writeBuffer()) };
}

/** A blank form as a higher level sends it. */
export async function superiorsForm(): Promise<SentFile> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('附件');
  sheet.addRows([['市民生实事进展统计表'], ['填报单位：', ''], ['序号', '项目名称', '年度目标', '已完成', '完成率'], [], []]);
  for (let column = 1; column <= 5; column++) sheet.getCell(4, column).border = { top: { style: 'thin' } };
  return { name: '市表.xlsx', mimeType: MEDIA, buffer: Buffer.from(await book.xlsx.writeBuffer()) };
}

/** Two as they should be, one with a locked cell changed, one with words for a figure, and a photo beside them. */
export async function fourReturned(forms: ReadonlyMap<string, Buffer>): Promise<SentFile[]> {
  const { buffer, mimeType } = await photoWithPlace();
  return [
    await returned(forms.get('区民政局')!, { value: 9, remark: '九个助餐点开门' }, '新建 XLSX 工作表.xlsx'),
    await returned(forms.get('区水务局')!, { value: 7, remark: '七个村通水', target: '7' }, '副本(2).xlsx'),
    await returned(forms.get('区住建局')!, { value: '大约三百来个' }, '最终版最终.xlsx'),
    await returned(forms.get('区交通局')!, { value: 13, remark: '路面铺到东泉村' }, 'a.xlsx'),
    { name: '区民政局 1 助餐点.jpg', mimeType, buffer },
  ];
}

/** What the first unit sends after its figure was found wrong on site, with another photo. */
export async function correctedReturn(forms: ReadonlyMap<string, Buffer>): Promise<SentFile[]> {
  const { buffer, mimeType } = await photoWithPlace('#5f7f9f');
  const typed = { value: 6, remark: '实有六个助餐点开门', reason: '三处未装修完，七月底开门' };
  return [await returned(forms.get('区民政局')!, typed, '更正.xlsx'), { name: '区民政局 1 助餐点.jpg', mimeType, buffer }];
}

/** What the wrong one and the two silent ones send in the end. */
export async function lateReturns(forms: ReadonlyMap<string, Buffer>): Promise<SentFile[]> {
  const late = { 区住建局: 330, 区教体局: 44, 区商务局: 2 };
  return Promise.all(
    Object.entries(late).map(([unit, value]) =>
      returned(forms.get(unit)!, { value, remark: '补报六月', reason: '经办人换岗，已明确专人' }, `${unit}补.xlsx`),
    ),
  );
}
