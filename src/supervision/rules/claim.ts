/** 公开说法里能核对的主张: what a published sentence claims about the whole list, or compares. */
export type Claim =
  | { readonly kind: 'all-on-plan'; readonly start: number; readonly end: number }
  | { readonly kind: 'all-finished'; readonly start: number; readonly end: number }
  | {
      readonly kind: 'comparison';
      readonly start: number;
      readonly end: number;
      /** Months on either side, and the change as it was printed: −85 for 下降85%. */
      readonly months: number;
      readonly fromMonth: number;
      readonly againstMonths: number;
      readonly changePercent: number;
    }
  | {
      readonly kind: 'shares';
      readonly start: number;
      readonly end: number;
      /** As printed: `63.7`, `92.22`. */
      readonly before: string;
      readonly after: string;
      /** What the same sentence counts before it: 25 clues; null where it counts nothing. */
      readonly base: number | null;
    };

const ALL = '(?:全部|所有|各项|均|都|全面|十件|10件|整体|总体)';
const ALL_ON_PLAN = new RegExp(
  `${ALL}[^，。；\\n]{0,14}?(?:按计划|按序时|按期|如期|达到预期|符合预期|顺利推进|有序推进|正常推进)[^，。；\\n]{0,6}`,
);
const ALL_FINISHED = new RegExp(`${ALL}[^。；\\n]{0,10}?(?:完成|兑现|办结|落实到位)`);
const MONTHS = /(?<from>\d{1,2})\s*(?:月份?)?\s*[-—–~～至到]\s*(?<to>\d{1,2})\s*月|前(?<first>\d{1,2}|[一二三四五六七八九十]+)个?月/;
const WHOLE_YEAR = /(?:去年|上年|上一年|往年|\d{4}年)(?:全年|整年|一年)|全年|上年度/;
const CHANGE = /(?<way>下降|减少|降低|降幅|上升|增长|增加|增幅|提高)[了达约近]*\s*(?<size>\d+(?:\.\d+)?)\s*[%％]/;
/** 从63.7%跃升至92.22%. */
const SHARES = /[^，。；\n\d]{2,12}?率?由?从?(?<before>\d+(?:\.\d+)?)\s*[%％][^，。；\n\d]{0,8}?[至到](?<after>\d+(?:\.\d+)?)\s*[%％]/;
const COUNTED = /(\d+)\s*(?:条|件|户|人|名|份|家|个)/g;
const CHINESE_MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一'];

/** The first claim that a sentence makes; null where it makes none that can be checked. */
export function claimOf(text: string): Claim | null {
  const compared = comparisonOf(text) ?? sharesOf(text);
  if (compared !== null) return compared;
  const onPlan = ALL_ON_PLAN.exec(text);
  if (onPlan !== null) return { kind: 'all-on-plan', start: onPlan.index, end: onPlan.index + onPlan[0].length };
  const finished = ALL_FINISHED.exec(text);
  return finished === null ? null : { kind: 'all-finished', start: finished.index, end: finished.index + finished[0].length };
}

function comparisonOf(text: string): Claim | null {
  const part = MONTHS.exec(text);
  const whole = WHOLE_YEAR.exec(text);
  const change = CHANGE.exec(text);
  if (part === null || whole === null || change === null) return null;
  const { months, fromMonth } = monthsOf(part.groups!);
  if (months < 1 || months > 11) return null;
  const sign = /下降|减少|降/.test(change.groups!.way!) ? -1 : 1;
  const start = Math.min(part.index, whole.index, change.index);
  const end = Math.max(part.index + part[0].length, whole.index + whole[0].length, change.index + change[0].length);
  return { kind: 'comparison', start, end, months, fromMonth, againstMonths: 12, changePercent: sign * Number(change.groups!.size) };
}

function monthsOf({ from, to, first }: Record<string, string | undefined>): { readonly months: number; readonly fromMonth: number } {
  if (first === undefined) return { months: Number(to) - Number(from) + 1, fromMonth: Number(from) };
  return { months: /^\d/.test(first) ? Number(first) : CHINESE_MONTHS.indexOf(first) + 1, fromMonth: 1 };
}

function sharesOf(text: string): Claim | null {
  const found = SHARES.exec(text);
  if (found === null) return null;
  const { before, after } = found.groups as { before: string; after: string };
  const base = [...text.slice(0, found.index).matchAll(COUNTED)].at(-1)?.[1];
  const start = found.index;
  return { kind: 'shares', start, end: start + found[0].length, before, after, base: base === undefined ? null : Number(base) };
}
