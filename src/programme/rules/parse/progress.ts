import { canonical } from './canonical.ts';
import { readPromises } from './item.ts';
import { type Mention, type Reading, readMentions } from './mentions.ts';
import type { ParsedProgress, ParsedPromise, ProgressValue } from './parsed.ts';
import { furthestStage } from './stage-words.ts';

/** What a bare percentage is a share of, where the text does not say. */
const WHOLE = '整体进度';

const FUTURE =
  /(?:计划|确定|排定|目标|任务|拟|预计|力争|争取|尚有|剩余|还有|未完成|准备|应|需|下一步|将于|将|设有|设计|可容纳|可提供|规划)[^，。；、]{0,10}$/;
const REACHED = /完成|占|达|已|实现/;
const REGISTERED = /(?:登记|注册|报名|符合条件|摸排|应检|应参|户籍|常住|适龄)[^，。；、]{0,8}$/;

/** 进展: reads a progress text: how far the work is, its share of the whole, and the figures reached. */
export function parseProgress(text: string): ParsedProgress {
  const plain = canonical(text);
  const reading = readMentions(plain);
  const reached = readPromises(text, reading).filter((it) => isReached(reading, it) && !ofSome(plain, it));
  return {
    stage: furthestStage(plain)?.stage ?? null,
    percent: wholePercent(plain, reached),
    values: reached.map((it) => progressValue(plain, it)),
  };
}

/** The share of the whole: a percentage that names no part first, else the first that is no rate of something else. */
function wholePercent(plain: string, reached: readonly ParsedPromise[]): number | null {
  const shares = reached.filter((it) => it.unit === '%' || it.unit === '％');
  const whole = shares.find((it) => ofWhole(plain, it)) ?? shares.find((it) => !isRate(plain, it));
  return whole?.quantity ?? null;
}

function isReached(reading: Reading, it: ParsedPromise): boolean {
  const { text, clauses } = reading;
  const clause = clauses.clauseStart(it.start);
  const near = text.slice(Math.max(clause, lastFigureEnd(reading.mentions, it.start), it.start - 40), it.start);
  if (it.kind === 'funding') return /完成|已|到位|支付|拨付/.test(near);
  if (it.kind !== 'output' && it.kind !== 'level') return false;
  if (FUTURE.test(near) && !REACHED.test(near)) return false;
  if (REST.test(near) && !/已|完成|竣工|完工/.test(text.slice(it.end, clauses.clauseEnd(it.start)))) return false;
  if (CHOSEN.test(near) || isUnderWay(text.slice(it.end, clauses.clauseEnd(it.start)))) return false;
  if (isWholeOf(reading, it) || /^(?:工程)?进度/.test(it.object)) return false;
  if (REGISTERED.test(near) && !/完成|已为|已对/.test(near)) return false;
  return !isWholeDistrict(near, text.slice(it.end, clauses.clauseEnd(it.start)));
}

/** `其余3个项目处于前期`: the others, of which nothing is done. */
const REST = /(?:其余|其它|其他|剩余|余下|另有?|还有|在建)的?$/;

/** `已确定13个点位`: chosen, not yet done. */
const CHOSEN = /(?:确定|选定|排定|锁定|梳理出?|摸排出?)[^，。；、]{0,6}$/;

/** `40个厢房正在制作`: begun, not yet done. */
function isUnderWay(behind: string): boolean {
  return /^[^，。；]{0,14}(?:正在|尚未|未完)/.test(behind) && !/已|完成/.test(behind);
}

/** `10个工程已开工8个`: the first figure is the whole of which the second says how many. */
function isWholeOf({ text, mentions }: Reading, it: ParsedPromise): boolean {
  const next = mentions.find((other) => other.start >= it.end);
  if (next === undefined || next.unit !== it.unit || next.value > it.quantity) return false;
  const between = text.slice(it.end, next.start);
  const all = /共$/.test(text.slice(Math.max(0, it.start - 1), it.start)) && /^，已[^，。；、\d]{0,8}$/.test(between);
  return all || /^[^，。；、\d]{0,20}(?:已|共|中)[^，。；、\d]{0,8}$/.test(between);
}

/** `全区6个乡镇卫生院`: how many there are. `为全区204名…接种` and `全区48个小区已完工` say what was done. */
function isWholeDistrict(near: string, behind: string): boolean {
  if (!/全[市区县省州镇]\s?(?:共|共有|约)?\s?$/.test(near) || /[为对向给]全[市区县省州镇]/.test(near)) return false;
  return !/完工|完成|开工|建成|竣工|改造|验收|投用|安装|接种|检测/.test(behind);
}

function lastFigureEnd(mentions: readonly Mention[], before: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.unitEnd <= before) low = middle + 1;
    else high = middle;
  }
  return mentions[low - 1]?.unitEnd ?? 0;
}

/** `参保率达96%` is a result of its own; a rate of completion is progress. */
function isRate(plain: string, it: ParsedPromise): boolean {
  return /(?<!完成)率[^，。；、]{0,6}$/.test(plain.slice(Math.max(0, it.start - 16), it.start));
}

/** `4家进度70%`: how far some of the places are. */
function ofSome(plain: string, it: ParsedPromise): boolean {
  return /\d[家个处所座栋条](?:的)?(?:工程|形象|整体)?进度[^，。；、\d]{0,4}$/.test(plain.slice(Math.max(0, it.start - 16), it.start));
}

function ofWhole(plain: string, it: ParsedPromise): boolean {
  return !isRate(plain, it) && /^(?:完成|已|率|.{0,10}(?:任务|进度|工程量|计划|目标|完成率|形象|总量))?$/.test(it.object);
}

function progressValue(plain: string, it: ParsedPromise): ProgressValue {
  const share = it.unit === '%' || it.unit === '％';
  return { quantity: it.quantity, unit: it.unit, object: share && ofWhole(plain, it) ? WHOLE : it.object };
}
