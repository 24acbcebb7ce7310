import type { Mention, Reading } from './mentions.ts';
import { endsPhrase, splitVerb, verbLength } from './verbs.ts';

export type Named = { readonly object: string; readonly verb: string };
type Side = Named & { readonly end: number };

const BOUND_TAIL =
  /(?:(?:不少于|不低于|不小于|不超过|不高于|不多于|至少|最少|超过|突破|达到|达|约为|约|近|大约|共计|总计|合计|共|累计|各|为|超|逾|控制在|增至|增加到|提高到|提升到|提升至|提高至|稳定在|保持在|至|到|在|的|等|有|将|可|是|和|及|、|：|\s)+)$/;
const STOP = new Set(['，', '。', '；', '：', '\n', ')', '|']);
const JOINTS = /^(?:以及|[和及与或])/;
const PREPOSED = /^(?:为|在|对|向|给|将|把|由|通过|围绕|依托|针对|面向|按照|结合|以|从|于|依据|利用|联合|聚焦)/;

/** What each figure counts and what is done to it, shared over coordinated figures. */
export function nameAll(reading: Reading): readonly Named[] {
  const { text, clauses, mentions } = reading;
  const named: Side[] = [];
  for (const [index, mention] of mentions.entries()) {
    const previous = mentions[index - 1];
    const from = Math.max(clauses.clauseStart(mention.start), index > 0 ? Math.max(previous!.unitEnd, named[index - 1]!.end) : 0);
    const left = leftPhrase(reading, from, mention.start);
    const next = mentions[index + 1];
    const right = nounBehind(reading, mention, next?.start ?? text.length);
    named.push(chooseSide(left, right, mention, named[index - 1] ?? null, sameSentence(reading, previous, mention)));
  }
  return passBackwards(reading, named);
}

function sameSentence({ clauses }: Reading, previous: Mention | undefined, mention: Mention): boolean {
  return previous !== undefined && clauses.sentenceStart(previous.start) === clauses.sentenceStart(mention.start);
}

function chooseSide(
  left: LeftPhrase,
  right: { text: string; end: number },
  mention: Mention,
  previous: Side | null,
  related: boolean,
): Side {
  const verb = left.verb !== '' ? left.verb : related ? (previous?.verb ?? '') : '';
  if (right.text !== '') return { object: `${left.locative}${right.text}`, verb, end: right.end };
  const own = left.object !== '' ? left.object : '';
  const inherited = own === '' && related && mention.unit !== '元' && mention.unit !== '%' ? (previous?.object ?? '') : '';
  return { object: own !== '' ? own : inherited, verb, end: mention.unitEnd };
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
function leftPhrase({ text, clauses }: Reading, from: number, to: number): LeftPhrase {
  const start = listStart(text, clauses.partner, from, to);
  const raw = text
    .slice(start, to)
    .replace(BOUND_TAIL, '')
    .replace(/^[\s)、，的余多左右以上内]+/, '');
  const { verb, rest } = stripVerb(raw);
  const trimmed = trimNoun(rest);
  const locative = /(?:内|上|沿线|沿岸|片区|境内)$/.test(trimmed) && trimmed.length <= 12 ? trimmed : '';
  return { verb, object: trimmed, locative };
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
  if (!PREPOSED.test(led.rest)) return stripTrailing(led.rest);
  for (let at = 1; at < led.rest.length - 1; at++) {
    if (verbLength(led.rest.slice(at, at + 8)) < 2 || isInsideNoun(led.rest, at)) continue;
    const inner = splitVerb(led.rest.slice(at));
    if (inner.verb !== '') return { verb: inner.verb, object: '', rest: inner.rest };
  }
  return { verb: '', object: '', rest: led.rest.replace(PREPOSED, '') };
}

/** A verb right before 的, or right behind a name such as 街道, belongs to the noun phrase. */
function isInsideNoun(text: string, at: number): boolean {
  const length = verbLength(text.slice(at, at + 8));
  return /^(?:的|型|类|区|站|中心|点|办|局)/.test(text.slice(at + length)) || /[未已待新]$/.test(text.slice(0, at));
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

function trimNoun(phrase: string): string {
  return phrase
    .replace(BOUND_TAIL, '')
    .replace(/^[\s、，的)]+/, '')
    .replace(/[\s(]+$/, '');
}

/** The noun phrase behind the measure word; empty when the clause ends there or goes on with a verb. */
function nounBehind({ text, clauses }: Reading, mention: Mention, next: number): { text: string; end: number } {
  let from = mention.unitEnd;
  from += /^[\s余多]*/.exec(text.slice(from, from + 4))![0].length;
  from += /^(?:\(含\))?(?:及|含)?以[上内下](?![^，。；、]{0,3}学)|^左右|^之内/.exec(text.slice(from, from + 6))?.[0].length ?? 0;
  if (text[from] === '的') from += 1;
  if (isPhraseEnd(text, from)) return { text: '', end: mention.unitEnd };
  const end = phraseEnd(text, clauses, from, next);
  const noun = text.slice(from, end).replace(/(?:约|近|共|等|的|和|及|以及|与|、|总长|全长|共计|超|\s)+$/, '');
  return /^(?:任务|目标|总量|以上|工作|不等|之间|并|且)?$/.test(noun)
    ? { text: '', end: mention.unitEnd }
    : { text: noun, end: from + noun.length };
}

function isPhraseEnd(text: string, at: number): boolean {
  const sign = text[at];
  if (sign === undefined || STOP.has(sign) || sign === '、' || sign === '(' || sign === ' ') return true;
  if (/^[和及与]|^以及|^并/.test(text.slice(at, at + 2))) return true;
  return endsPhrase(text, at) && !text.startsWith('免费', at) && !text.startsWith('新建', at) && !text.startsWith('改建', at);
}

function phraseEnd(text: string, clauses: Reading['clauses'], from: number, next: number): number {
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
    } else if (at > from && endsPhrase(text, at)) return at;
    else if (JOINTS.test(text.slice(at, at + 2)) && !jointGoesOn(text, at, next)) return at;
  }
  return text.length;
}

/** `公共(含专用)充电桩`: a short bracket with the noun going on behind it belongs to the phrase. */
function joinsNoun(text: string, open: number, close: number): boolean {
  if (close < 0 || close - open > 14 || /\d/.test(text.slice(open, close))) return false;
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
  return item !== '' && (splitVerb(item).verb === '' || /^(?:服务|保障|培训|创业)/.test(item));
}
