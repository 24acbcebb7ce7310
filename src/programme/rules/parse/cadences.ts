import { limitsOf } from './bounds.ts';
import { familyOf } from './measure-words.ts';
import type { Reading } from './mentions.ts';
import type { CadencePeriod, ParsedCadence } from './parsed.ts';

const PERIODS: Readonly<Record<string, CadencePeriod>> = {
  日: 'day',
  天: 'day',
  周: 'week',
  星期: 'week',
  月: 'month',
  季: 'quarter',
  季度: 'quarter',
  半年: 'half-year',
  学期: 'term',
  学年: 'school-year',
  年: 'year',
  年度: 'year',
};
const EVERY = /(?:每个?|按)(半年|星期|学年|学期|季度|年度|日|天|周|月|季|年)(?!度?新增)/g;

/** Events promised again and again: `每月至少一场`, `每学年开展1次`. */
export function readCadences(text: string, reading: Reading): readonly ParsedCadence[] {
  const found: ParsedCadence[] = [];
  for (const mention of reading.mentions) {
    const family = familyOf(mention.unit);
    if (family !== 'event' && family !== 'lesson') continue;
    const from = Math.max(reading.clauses.clauseStart(mention.start), mention.start - 60);
    const every = [...reading.text.slice(from, mention.start).matchAll(EVERY)].at(-1);
    if (every === undefined) continue;
    const start = from + every.index;
    const { bound } = limitsOf(reading, mention, null);
    found.push({
      every: PERIODS[every[1]!]!,
      times: mention.value,
      unit: mention.unit,
      bound,
      text: text.slice(start, mention.unitEnd),
      start,
      end: mention.unitEnd,
    });
  }
  return found;
}
