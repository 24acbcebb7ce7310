import type { Locale } from '#/kernel/format.ts';
import type { EntryRemark } from '../rules/entries/import-fault.ts';
import { AMOUNT_SENTENCES } from './amount.ts';
import { wordsOf } from './refusals.ts';

type Kind = EntryRemark['kind'];
type Sentences = { readonly [K in Kind]: (facts: Extract<EntryRemark, { kind: K }>) => readonly [zh: string, en: string] };

const SENTENCES: Sentences = {
  missing: () => ['未填写', 'is empty'],
  unfit: () => ['太长或太大，放不下', 'is too long or too large'],
  'not-a-day': ({ text }) => [`“${text}”不是日期，请写成 2026-06-18`, `“${text}” is no day; write 2026-06-18`],
  'not-a-time': ({ text }) => [`“${text}”不是时间，请写成 09:30`, `“${text}” is no time; write 09:30`],
  'not-a-number': ({ text }) => [`“${text}”不是数，最多三位小数，单位写在另一列`, `“${text}” is no number of at most three decimals`],
  'not-whole': ({ text }) => [`“${text}”不是整数`, `“${text}” is no whole number`],
  ...AMOUNT_SENTENCES,
  'unknown-word': ({ text, known }) => [`“${text}”不在可选范围：${known.join('、')}`, `“${text}” is none of: ${known.join(', ')}`],
  'area-unknown': ({ text }) => [`没有登记过区域“${text}”，请先登记或改成一样的名称`, `there is no area “${text}”`],
  'area-ambiguous': ({ text }) => [`有几个“${text}”，请写成“甲街道·乙社区”`, `there are several “${text}”; write “subdistrict·community”`],
  'totals-row': () => ['合计行不是一条登记，请删去', 'a row of totals is no record; delete it'],
  'row-twice': ({ otherRow }) => [`与第 ${otherRow} 行是同一件`, `the same as row ${otherRow}`],
  'hint-row': () => ['提示、说明的行，不作登记', 'is a row of hints and no record'],
  'day-changed': ({ was }) => [
    `原来登记的日期是 ${was}，导入后更正那一条的日期`,
    `stood on record for ${was}; that line will be corrected to this day`,
  ],
  'like-other-day': ({ days }) => [
    `与 ${days.join('、')} 登记的只差日期，看不出是改日期还是又一场，按新的一条登记；是改日期的，请删去这一行，到登记里更正那一条`,
    `differs from the line of ${days.join(', ')} in its day alone and is taken as new; if the day was changed, delete this row and correct that line`,
  ],
  'will-correct': () => ['与已登记的不同，导入后更正原来的一条', 'differs from what is on record and will correct it'],
  'without-evidence': () => ['没有照片或佐证，先登记，暂不计入', 'has no picture or evidence: on record, not counted yet'],
  refused: ({ refusal }) => [wordsOf(refusal, 'zh-CN'), wordsOf(refusal, 'en')],
};

/** What is said about one cell of one row, without its place. */
export function sentenceOfEntryRemark(remark: EntryRemark, locale: Locale = 'zh-CN'): string {
  const [zh, en] = (SENTENCES[remark.kind] as (facts: EntryRemark) => readonly [string, string])(remark);
  return locale === 'en' ? en : zh;
}
