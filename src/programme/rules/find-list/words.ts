import type { Locale } from '#/kernel/format.ts';
import type { RowCode, RowNote } from './found-list.ts';

type Sentence = (facts: Readonly<Record<string, string>>) => string;

const zh: Readonly<Record<RowCode, Sentence>> = {
  'no-text': () => '有序号，没有内容，未读入。请补上项目内容，或删去这一行。',
  'no-number': ({ text }) => `没有序号，也看不出属于哪一项，未读入：“${short(text)}”。`,
  'hidden-row': ({ text }) => `这一行在表中是隐藏的，未读入：“${short(text)}”。需要时请取消隐藏后再上传。`,
  'formula-error': () => '单元格公式出错，未读入。请在表格中改正后再上传。',
  'number-repeated': ({ number }) => `序号 ${number} 重复，已另编号，请核对。`,
  'too-many-rows': ({ limit }) => `表格超过 ${limit} 行，从这一行起未读入。请只保留清单所在的部分后再上传。`,
  'number-missing': ({ number }) => `缺少序号 ${number}，请核对是否漏项。`,
};

const en: Readonly<Record<RowCode, Sentence>> = {
  'no-text': () => 'This row has a number but no text and was not read. Add the text or delete the row.',
  'no-number': ({ text }) => `This row has no number and belongs to no item; it was not read: “${short(text)}”.`,
  'hidden-row': ({ text }) =>
    `This row is hidden in the sheet and was not read: “${short(text)}”. Show it and upload again if it is needed.`,
  'formula-error': () => 'A formula in this row fails; it was not read. Correct it in the sheet and upload again.',
  'number-repeated': ({ number }) => `Number ${number} stands twice; this row got a number of its own. Please check.`,
  'too-many-rows': ({ limit }) =>
    `The table has more than ${limit} rows; nothing from this row on was read. Keep only the list and upload again.`,
  'number-missing': ({ number }) => `Number ${number} is missing. Please check whether an item was left out.`,
};

const short = (text = '') => (text.length > 24 ? `${text.slice(0, 24)}…` : text);

/** The sentence for a row that was not read, or that deserves a look. */
export function wordsOfRow(note: RowNote, locale: Locale = 'zh-CN'): string {
  return { 'zh-CN': zh, en }[locale][note.code](note.facts);
}
