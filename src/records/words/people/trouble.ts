import type { Locale } from '#/kernel/format.ts';
import { unreadSentence } from '#/planning/words/unread.ts';
import type { Trouble } from '../../rules/people/importing.ts';
import { wordsOf } from '../refusals.ts';

const SENTENCES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'no-heading': ['没有找到表头：须有“姓名”或“证件号码”，以及至少两个其他栏目', 'No heading row was found'],
  'not-a-workbook': [
    '文件名写的是表格（.xlsx、.xls），里面却不是工作簿，是改了名的文本或网页，也没有找到表头；请用 WPS 或 Excel 打开原表，另存为 .xlsx 再导入',
    'The name says workbook (.xlsx, .xls), and it is none but a renamed text or web page, without a heading; open the table in WPS or Excel and save it as .xlsx',
  ],
  'file-gone': ['文件已不在文件库里，请重新导入', 'The file is not in the store any more'],
  'reading-failed': [
    '读了三次都没有读完，已放弃，一行也没有计入；请用 WPS 或 Excel 另存为新文件后再导入，仍不行请找系统管理员查看日志',
    'Reading failed three times and was given up; no row counts. Save the file anew with Excel or WPS and import it again; if that fails too, the system administrator finds the reason in the log',
  ],
};

/** What is said of a file as a whole: why nothing of it was taken, and which sheets were not read. */
export function troubleSentences(trouble: Trouble, locale: Locale): readonly string[] {
  const { sheets } = trouble;
  const hidden = locale === 'en' ? `Hidden sheets were not read: ${sheets}` : `隐藏的工作表没有读：${sheets}`;
  const reason = trouble.kind === 'hidden-sheets' ? [] : [reasonOf(trouble, locale)];
  return sheets === undefined ? reason : [...reason, hidden];
}

function reasonOf({ kind, which, refused }: Trouble, locale: Locale): string {
  if (kind === 'import-empty') return wordsOf({ kind }, locale);
  if (kind === 'import-without-rows') return wordsOf({ kind, refused: Number(refused) }, locale);
  const [zh, en] = SENTENCES[kind] ?? [];
  return (locale === 'en' ? en : zh) ?? unreadSentence({ why: kind, which }, locale);
}
