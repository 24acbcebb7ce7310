import { familyOf } from './measure-words.ts';
import type { Mention, Reading } from './mentions.ts';
import { endsPhrase, innerVerb, splitVerb } from './verbs.ts';

export type Named = { readonly object: string; readonly verb: string };
type Side = Named & { readonly end: number };

const BOUND_TAIL =
  /(?:已|不少于|不低于|不小于|不超过|不高于|不多于|至少|最少|超过|突破|达到|达|约为|约|(?<![附就最邻])近|大约|共计|总计|合计|(?<!公)共|累计|各|为|(?<!商)超|逾|控制在|增至|增加到|提高到|提升到|提升至|提高至|稳定在|保持在|至|到|在|的|(?<!平|高|同)等|有|将|可|是|(?<![自理])由|(?<!饱|温|祥|谐|共)和|(?<![普涉以危波])及|与|、|：|总长|全长|\s)$/;
const STOP = new Set(['，', '。', '；', '：', '\n', ')', '|']);
const JOINTS = /^(?:以及|[和及与或])/;
const IN_WORD_BEFORE = /[普涉以危波饱温共参]$/;
const IN_WORD_BEHIND = /^(?:和(?:美|谐|平|睦|顺|解)|及(?:时|格)|与(?:会|时))/;
const PREPOSED = /^(?:为|在|对|向|给|将|把|由|通过|围绕|依托|针对|面向|按照|结合|以|从|于|依据|利用|联合|聚焦|使|让|令)/;

/** What each figure counts and what is done to it, shared over coordinated figures. */
export function nameAll(reading: Reading): readonly Named[] {
  const { clauses, mentions } = reading;
  const named: Side[] = [];
  for (const [index, mention] of mentions.entries()) {
    const previous = mentions[index - 1];
    const before = named[index - 1] ?? null;
    const from = Math.max(clauses.clauseStart(mention.start), before?.end ?? 0);
    const left = leftPhrase(reading, from, mention);
    const right = nounBehind(reading, mention, index);
    const related = previous !== undefined && clauses.sentenceStart(previous.start) === clauses.sentenceStart(mention.start);
    const verb = left.verb !== '' ? left.verb : related ? before!.verb : '';
    if (right.text !== '') named.push({ object: `${left.locative}${right.text}`, verb, end: right.end });
    else
      named.push({
        object: left.object !== '' ? left.object : handedOn(reading, mention, related ? counted(reading, named, index) : null),
        verb,
        end: right.end,
      });
  }
  return passBackwards(reading, named);
}

/** The nearest figure before this one in its sentence that counts things; a sum of money or a rate hands no name on. */
function counted({ clauses, mentions }: Reading, named: readonly Side[], index: number): Side | null {
  const sentence = clauses.sentenceStart(mentions[index]!.start);
  for (let at = index - 1; at >= Math.max(0, index - 4) && mentions[at]!.start >= sentence; at--) {
    const family = familyOf(mentions[at]!.unit);
    if (family !== 'money' && family !== 'share') return named[at]!;
  }
  return null;
}

/** `危房改造工程。新开工300套`: the title that opens the item names what it counts. */
function headingBefore(text: string, end: number): string {
  const title = /^[\u4e00-\u9fff“”]{4,20}(?:工程|项目|行动|改造|建设)$/.exec(text.slice(0, Math.min(end, 30)));
  return title?.[0] ?? '';
}

const DIMENSION = /(?:面积|占地|用地|宽度?|高度?|深度?|长度?|规模|容量|能力)$/;

/** `竣工8000套`, `共42部`: a figure without a noun of its own takes that of the figure or the clause before it. */
function handedOn(reading: Reading, mention: Mention, before: Side | null): string {
  const family = familyOf(mention.unit);
  if (family === 'money' || family === 'share') return '';
  if (before !== null) return DIMENSION.test(before.object) ? '' : before.object;
  const start = reading.clauses.clauseStart(mention.start);
  const sign = reading.text[start - 1];
  if (start < 2) return '';
  if (sign === '。' || sign === '：' || sign === '\n') return headingBefore(reading.text, start - 1);
  if (sign !== '，' && sign !== '(') return '';
  const from = Math.max(reading.clauses.clauseStart(start - 2), start - 60);
  if (/\d/.test(reading.text.slice(from, start))) return '';
  return leftPhrase(reading, from, { ...mention, start: start - 1 }).object;
}

/** `6条20公里农村道路`: the first figure is named by what follows the second. */
function passBackwards({ mentions, text }: Reading, named: Side[]): readonly Named[] {
  for (let i = named.length - 2; i >= 0; i--) {
    const gap = text.slice(mentions[i]!.unitEnd, mentions[i + 1]!.start);
    if (named[i]!.object === '' && /^(?:总长|共|全长|约|、|\s)*$/.test(gap)) named[i] = { ...named[i]!, object: named[i + 1]!.object };
  }
  return named;
}

type LeftPhrase = Named & { readonly locative: string };

/** The phrase before a figure: what stands between the last boundary and the number, without adverbs, verbs and words of bound. */
function leftPhrase({ text, clauses }: Reading, from: number, mention: Mention): LeftPhrase {
  const start = listStart(text, clauses.partner, from, mention.start);
  const { verb, object, rest } = stripVerb(withoutTail(text.slice(start, mention.start)).replace(/^[\s)、，的]+/, ''));
  const noun = withoutTail(rest).replace(/^[\s、，的)]+/, '');
  const locative = /(?:内|上|沿线|沿岸|片区|境内)$/.test(noun) && noun.length <= 12 ? noun : '';
  if (/^(?:增加|扩大|扩充|提高|提升|减少|调整)$/.test(noun)) return { verb: noun, object: '', locative: '' };
  const people = mention.unit === '' || familyOf(mention.unit) === 'people' || familyOf(mention.unit) === 'household';
  return { verb, object: people && object.length <= 16 ? `${object}${noun}` : noun, locative };
}

/** Drops words of bound, one at a time from the end. */
function withoutTail(phrase: string): string {
  let end = phrase.length;
  for (
    let match = BOUND_TAIL.exec(phrase.slice(-8));
    match !== null && end > 0;
    match = BOUND_TAIL.exec(phrase.slice(Math.max(0, end - 8), end))
  ) {
    end -= match[0].length;
  }
  return phrase.slice(0, end).replace(/[\s(]{1,3}$/, '');
}

/** Going left from the number, a `、` ends the phrase only where what precedes it ended with a figure. */
function listStart(text: string, partner: (at: number) => number, from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) {
    const sign = text[at]!;
    if (sign === ')' && partner(at) >= from) at = partner(at);
    else if (STOP.has(sign) || sign === '(') return at + 1;
  }
  return from;
}

function stripVerb(phrase: string): Named & { readonly rest: string } {
  const led = splitVerb(phrase);
  if (led.verb !== '') return { verb: led.verb, object: '', rest: led.rest };
  if (!PREPOSED.test(led.rest)) {
    // `施工单位已开展入户改造40户`: who did it stands before 已.
    const done = splitVerb(led.rest.slice(led.rest.lastIndexOf('已') + 1));
    return led.rest.includes('已') && done.verb !== '' && done.rest !== '' ? { ...done, object: '' } : stripTrailing(led.rest);
  }
  const at = innerVerb(led.rest);
  if (at < 0) return { verb: '', object: '', rest: led.rest.replace(PREPOSED, '') };
  const inner = splitVerb(led.rest.slice(at));
  if (inner.rest === '') return { verb: inner.verb, object: '', rest: led.rest.replace(PREPOSED, '') };
  return { verb: inner.verb, object: /^[为对向给]/.test(led.rest) ? led.rest.slice(1, at) : '', rest: inner.rest };
}

/** `老旧小区改造开工`, `保险保障已支付`: the verb stands last. */
function stripTrailing(phrase: string): Named & { readonly rest: string } {
  const match =
    /^(.{2,}?)(?:已|将|共|累计|计划|预计)?(开工|建成|竣工|完工|完成|支付|发放|达到|惠及|覆盖|受益|新增|增加|投用|支出|赔付|投入|实现)$/.exec(
      phrase.slice(-60),
    );
  if (match === null) return { verb: '', object: '', rest: phrase };
  return { verb: match[2]!, object: '', rest: match[1]! };
}

/** Behind the measure word and what still belongs to the figure: 余, 以上, 左右. */
function figureEnd(text: string, unitEnd: number): number {
  const aside = /^\([\u4e00-\u9fff]{1,8}\)(?=及?以[上内下]|左右)/.exec(text.slice(unitEnd, unitEnd + 14))?.[0].length ?? 0;
  const more =
    unitEnd + aside + /^(?:余(?![热量])|多(?=[，。；、)\s]|$))?/.exec(text.slice(unitEnd + aside, unitEnd + aside + 3))![0].length;
  const bound = /^(?:\(含\))?(?:及|含)?以[上内下]|^左右|^上下|^之内/.exec(text.slice(more, more + 6));
  return more + (bound?.[0].length ?? 0);
}

/** The noun phrase behind the measure word; empty when the clause ends there or goes on with a verb. */
function nounBehind({ text, clauses, mentions }: Reading, mention: Mention, index: number): { text: string; end: number } {
  const behind = figureEnd(text, mention.unitEnd);
  const from = nounStart(text, clauses, behind);
  if (isPhraseEnd(text, from)) return { text: '', end: behind };
  let after = index + 1;
  while (after < mentions.length && mentions[after]!.start < from) after += 1;
  const next = mentions[after]?.start ?? Number.POSITIVE_INFINITY;
  const people = mention.unit === '' || familyOf(mention.unit) === 'people' || familyOf(mention.unit) === 'household';
  const end = phraseEnd(text, clauses, from, { next, people });
  const noun = withoutTail(text.slice(from, end));
  // `学生完成心理测评`: what the people have behind them says what is counted.
  const deed = people ? /^(?:全部|均|已|已全部)?完成/.exec(text.slice(end, end + 5)) : null;
  if (deed !== null && noun !== '') {
    const deedEnd = phraseEnd(text, clauses, end + deed[0].length, { next, people: false });
    return { text: noun + text.slice(end + deed[0].length, deedEnd), end: deedEnd };
  }
  const empty = /^(?:增加|扩大|扩充|提高|提升|减少|覆盖|达标|到位|完成|入学|任务|目标|总量|以上|工作|不等|之间|并|且|左右)?$/.test(noun);
  return empty ? { text: '', end: behind } : { text: noun, end: from + noun.length };
}

/** Steps over 的, one space, and a bracket about the figure itself (`10个(每街道1个)助餐点`). */
function nounStart(text: string, clauses: Reading['clauses'], at: number): number {
  if (text[at] === '的' || text[at] === ' ') return at + 1;
  const close = text[at] === '(' ? clauses.partner(at) : -1;
  return close > 0 && close - at < 20 && /^[\u4e00-\u9fff“]/.test(text[close + 1] ?? '') ? close + 1 : at;
}

function isPhraseEnd(text: string, at: number): boolean {
  const sign = text[at];
  if (sign === undefined || STOP.has(sign) || sign === '、' || sign === '(' || sign === ' ') return true;
  if (/^(?:[和及与]|以及|并)/.test(text.slice(at, at + 2)) && !IN_WORD_BEHIND.test(text.slice(at, at + 2))) return true;
  return endsPhrase(text, at) && !/^(?:新建|改建|开放|享受)/.test(text.slice(at, at + 2));
}

function phraseEnd(text: string, clauses: Reading['clauses'], from: number, { next, people }: { next: number; people: boolean }): number {
  for (let at = from; at < text.length; at++) {
    if (at >= next) return at;
    const sign = text[at]!;
    if (STOP.has(sign)) return at;
    if (sign === '“') at = Math.max(at, Math.min(text.indexOf('”', at), at + 30));
    else if (sign === '(') {
      const close = clauses.partner(at);
      if (!joinsNoun(text, at, close)) return at;
      at = close;
    } else if (sign === '、') {
      if (!listGoesOn(text, at, next)) return at;
    } else if (at > from && endsPhrase(text, at, people)) return at;
    else if (isJoint(text, at) && !jointGoesOn(text, at, next)) return at;
  }
  return text.length;
}

function isJoint(text: string, at: number): boolean {
  if (!JOINTS.test(text.slice(at, at + 2))) return false;
  return !IN_WORD_BEFORE.test(text.slice(Math.max(0, at - 1), at)) && !IN_WORD_BEHIND.test(text.slice(at, at + 2));
}

/** `公共(含专用)充电桩`: a short bracket with the noun going on behind it belongs to the phrase. */
function joinsNoun(text: string, open: number, close: number): boolean {
  const inside = text.slice(open + 1, close);
  if (close < 0 || inside.length > 13 || (/\d/.test(inside) && !/^\d{3,5}$/.test(inside))) return false;
  if (/^[A-Za-z]{2,8}$/.test(inside)) return true;
  // `村(社区)设立…`: another word for the same place.
  if (/^[\u4e00-\u9fff]{1,4}$/.test(inside) && /[村镇乡站区]$/.test(text.slice(open - 1, open))) return true;
  return /^[\u4e00-\u9fff]/.test(text[close + 1] ?? '') && !endsPhrase(text, close + 1);
}

function listGoesOn(text: string, at: number, next: number): boolean {
  const tail = text.slice(at + 1, Math.min(next, at + 31));
  const item = /^[^，。；：、\n]*/.exec(tail)![0];
  if (item === '' || at + 1 + item.length >= next) return false;
  return splitVerb(item).verb === '' || /^[^，。；：\n]{0,24}等/.test(tail);
}

/** `主干道和支路` is one phrase; behind 和 a new figure or a new verb ends it. */
function jointGoesOn(text: string, at: number, next: number): boolean {
  const joint = JOINTS.exec(text.slice(at, at + 2))![0];
  const tail = text.slice(at + joint.length, at + 16);
  const item = /^[^，。；：、\n]*/.exec(tail)![0];
  if (at + joint.length + item.length >= next) return false;
  const led = splitVerb(item);
  return item !== '' && (led.verb === '' || led.rest === '' || /^(?:服务|保障|培训|创业)/.test(item));
}
