import { limitsOfAll } from './bounds.ts';
import { readCadences } from './cadences.ts';
import { canonical } from './canonical.ts';
import { readCommitments } from './commitments.ts';
import { breakdowns, kindOf, type Surroundings } from './kinds.ts';
import { type Mention, type Reading, readMentions } from './mentions.ts';
import { type Named, nameAll } from './objects.ts';
import type { ParsedItem, ParsedPromise, PhraseKind } from './parsed.ts';

export type ItemContext = { readonly year?: number };

/** Finds every measurable promise, dated commitment and cadence in one item of a published list. */
export function parseItem(text: string, context: ItemContext = {}): ParsedItem {
  const reading = readMentions(canonical(text));
  return {
    promises: readPromises(text, reading).filter((it) => !isReached(reading, it)),
    commitments: readCommitments(text, context.year ?? null),
    cadences: readCadences(text, reading),
  };
}

/** `更换20部，已更换7部`: what has been done already is no promise; `已建成的100个站点` are what is worked on. */
function isReached({ text, clauses }: Reading, { start }: Pick<ParsedPromise, 'start'>): boolean {
  const head = text.slice(Math.max(clauses.clauseStart(start), start - 24), start);
  return /(?<![不而])已(?:经|累计|陆续)?(?:完成|建成|开工|更换|新建|改造|安装|投用|竣工|交付|发放|开展|举办|培训|实施|启动|落实)[^，。；、的\d]{0,8}$|已有$/.test(
    head,
  );
}

/** The figures of a text that says what is promised or was reached, in the order of the text. */
export function readPromises(text: string, reading: Reading): readonly ParsedPromise[] {
  const limits = limitsOfAll(reading);
  const names = nameAll(reading);
  const kinds = kindsOfAll(reading, names);
  return reading.mentions.flatMap((mention, index) => {
    const kind = kinds[index]!;
    if (kind === null) return [];
    const { bound, approx } = limits[index]!;
    const { object, verb } = names[index]!;
    return [
      {
        quantity: mention.value,
        quantityMax: mention.max,
        unit: printedUnit(text, mention),
        verb: asPrinted(text, reading.text, verb, mention),
        object: asPrinted(text, reading.text, object, mention),
        approx,
        bound,
        kind,
        start: mention.start,
        end: mention.unitEnd,
      },
    ];
  });
}

/** Words found in the canonical text, as the text itself spells them. */
function asPrinted(text: string, plain: string, words: string, { start, unitEnd }: Mention): string {
  const from = Math.max(0, start - 200);
  const at = plain.slice(from, Math.min(plain.length, unitEnd + 200)).indexOf(words);
  return at < 0 || words === '' ? words : text.slice(from + at, from + at + words.length);
}

/** The measure word as the text prints it, with its own brackets. */
function printedUnit(text: string, mention: Mention): string {
  return mention.unit === '' ? '' : text.slice(mention.unitEnd - mention.unit.length, mention.unitEnd);
}

function kindsOfAll(reading: Reading, names: readonly Named[]): readonly (PhraseKind | null)[] {
  const parts = breakdowns(reading);
  const kinds: (PhraseKind | null)[] = [];
  let part = 0;
  for (const [index, mention] of reading.mentions.entries()) {
    while (part < parts.length && parts[part]![1] <= mention.start) part += 1;
    const inBreakdown = parts.slice(part, part + 3).some(([from, to]) => from <= mention.start && mention.start < to);
    kinds.push(kindOf(surroundingsOf(reading, names, index, { inBreakdown, kinds })));
  }
  return kinds;
}

function surroundingsOf(
  reading: Reading,
  names: readonly Named[],
  index: number,
  known: { inBreakdown: boolean; kinds: readonly (PhraseKind | null)[] },
): Surroundings {
  const { text, clauses, mentions } = reading;
  const mention = mentions[index]!;
  const previous = mentions[index - 1];
  const next = mentions[index + 1] ?? null;
  const clauseStart = Math.max(clauses.clauseStart(mention.start), mention.start - 80);
  const sameClause = previous !== undefined && previous.unitEnd > clauseStart;
  const outputBefore = known.kinds.slice(-6).includes('output');
  const outputAhead = mentions
    .slice(index + 1, index + 4)
    .some((other) => clauses.sentenceStart(other.start) === clauses.sentenceStart(mention.start));
  return {
    mention,
    named: names[index]!,
    head: text.slice(clauseStart, mention.start),
    near: text.slice(sameClause ? previous.unitEnd : clauseStart, mention.start),
    behind: text.slice(mention.unitEnd, mention.unitEnd + 40),
    next,
    gapToNext: next === null ? '' : text.slice(mention.unitEnd, Math.min(next.start, mention.unitEnd + 60)),
    inBreakdown: known.inBreakdown,
    explains: explanation(reading, index) ?? (known.kinds.at(-1) === 'spec' && inOneBracket(reading, index) ? 'spec' : null),
    afterScope: sameClause && known.kinds.at(-1) === 'scope',
    outputBefore,
    outputAround: outputBefore || outputAhead,
  };
}

/** `(占地9亩，床位60张)`: both figures stand in the bracket that describes the work. */
function inOneBracket({ text, mentions }: Reading, index: number): boolean {
  const previous = mentions[index - 1]!;
  const from = Math.max(0, previous.start - 60);
  const before = text.slice(from, previous.start);
  return before.lastIndexOf('(') > before.lastIndexOf(')') && !/[()。\n]/.test(text.slice(previous.unitEnd, mentions[index]!.start));
}

/** `1287只(约17190吨)`: the same thing in another measure; `甲院(80张)、乙院(40张)共120张`: parts of a whole. */
function explanation({ text, clauses, mentions }: Reading, index: number): 'spec' | 'part' | null {
  const mention = mentions[index]!;
  const previous = mentions[index - 1];
  const opened = /\((?:约|共|合)?$/.test(text.slice(Math.max(0, mention.start - 2), mention.start));
  if (!opened) return null;
  if (previous !== undefined && /^(?:以上|左右)?\((?:约|共|合)?$/.test(text.slice(previous.unitEnd, mention.start))) {
    return previous.unit === mention.unit ? 'part' : 'spec';
  }
  const alone = text[mention.unitEnd] === ')';
  const sentence = clauses.sentenceStart(mention.start);
  const sibling = [previous, mentions[index + 1]].some((it) => it?.unit === mention.unit && clauses.sentenceStart(it.start) === sentence);
  return alone && sibling ? 'part' : null;
}
