import { type LabelStyle, readMarker } from './labels.ts';

/** A line of text with where it stood. */
export type Line = { readonly text: string; readonly row: number };

/** One numbered line of a chain: its index among the lines, and what stands after the number. */
export type Entry = { readonly at: number; readonly ordinal: number; readonly head: string };

/** 编号序列: lines numbered 1, 2, 3 … in one style. */
export type Chain = { readonly style: LabelStyle; readonly entries: readonly Entry[] };

/** Enough for twenty projects with details numbered under each; the longest are kept. */
const MOST_CHAINS = 100;

/** All runs of numbers that start at 1 (or the bullets), in every style; one number may be missing in between. */
export function findChains(lines: readonly Line[]): Chain[] {
  const open = new Map<LabelStyle, Entry[]>();
  const chains: { style: LabelStyle; entries: Entry[] }[] = [];
  for (const [at, { text }] of lines.entries()) {
    const marker = readMarker(text);
    if (marker === null) continue;
    const entry = { at, ordinal: marker.ordinal, head: text.slice(marker.length).trim() };
    const current = open.get(marker.style);
    const step = marker.ordinal - (current?.at(-1)?.ordinal ?? 0);
    if (current !== undefined && (marker.style === 'bullet' || step === 1 || step === 2)) current.push(entry);
    else if (marker.ordinal <= 1) {
      const entries = [entry];
      open.set(marker.style, entries);
      chains.push({ style: marker.style, entries });
    }
  }
  return chains
    .filter((chain) => chain.entries.length >= 2)
    .sort((one, other) => other.entries.length - one.entries.length)
    .slice(0, MOST_CHAINS)
    .sort((one, other) => one.entries[0]!.at - other.entries[0]!.at);
}

/** Headings of an official paper around its list, which are no items themselves. */
const SECTION =
  /^(总体|指导思想|基本原则|工作(要求|目标|原则|措施|机制|步骤|安排)|主要(目标|任务|内容)|重点(任务|项目|工作)|项目(内容|安排|清单|名称)|实施(步骤|要求|内容)|任务(分工|清单|内容)|保障|组织|有关要求|责任分工|职责分工|时间安排|进度安排|背景|附则|其他|下一步|存在(的)?问题|(20\d\d年)?.{0,6}民生实事.{0,6}(项目|清单|内容|安排)?$)/;
/** Parts of an official paper that hold numbered paragraphs, but never the list. */
const AROUND = /保障|要求|组织|措施|机制|步骤|原则|思想/;
const CATEGORY = /(类|方面|领域|板块)(项目)?\s*([（(].*[)）])?[:：]?$/;
/** A heading is short; asked only of such, the question takes no longer than it is worth. */
const LONGEST_HEADING = 60;
const isCategory = (head: string) => head.length <= LONGEST_HEADING && CATEGORY.test(head);

export type Choice = { readonly chain: Chain; readonly outer: Chain | null; readonly restarts: boolean };

/**
 * 选取: which numbering counts the projects. Headings of an official paper (总体要求 …) and bare category headings do not; numbers inside
 * an item are its details. Null when nothing is numbered.
 */
export function chooseChain(chains: readonly Chain[], lines: readonly Line[]): Choice | null {
  const choices = chains.map((chain): Choice & { readonly score: number } => {
    const outer = chains.find((other) => other !== chain && spans(other, chain)) ?? null;
    return {
      chain,
      outer: outer !== null && isOnlyHeadings(outer, lines, chains) ? outer : null,
      restarts: false,
      score: scoreOf(chain, lines, chains),
    };
  });
  const all = [...choices, ...restartGroups(chains, lines)];
  const best = all.sort((one, other) => other.score - one.score || one.chain.entries[0]!.at - other.chain.entries[0]!.at)[0];
  return best === undefined || best.score < 1.5 ? null : best;
}

/** Whether `inner` runs on through more than one entry of `outer`. */
function spans(outer: Chain, inner: Chain): boolean {
  const before = (entry: Entry) => outer.entries.filter((it) => it.at < entry.at).length;
  return before(inner.entries[0]!) >= 1 && before(inner.entries.at(-1)!) > before(inner.entries[0]!);
}

function headAbove(outer: Chain, inner: Chain): string {
  const head = outer.entries.findLast((entry) => entry.at < inner.entries[0]!.at)?.head ?? '';
  return head.length <= 24 ? head : '';
}

function scoreOf(chain: Chain, lines: readonly Line[], chains: readonly Chain[]): number {
  const inner = chains.some((other) => other !== chain && other.entries.length > chain.entries.length && spans(chain, other));
  if (inner && isOnlyHeadings(chain, lines, chains)) return 0;
  const isAround = chains.some(
    (outer) => outer !== chain && outer.style !== chain.style && AROUND.test(headAbove(outer, chain)) && !spans(outer, chain),
  );
  const weight = isAround ? 0.2 : chain.style === 'bullet' || chain.style === 'alone' ? 0.8 : 1;
  return chain.entries.reduce(
    (sum, entry) =>
      sum + (SECTION.test(entry.head) || isCategory(entry.head) || (entry.head === '' && chain.style !== 'alone') ? 0 : weight),
    0,
  );
}

/** An outer numbering whose lines are short headings without figures, each followed at once by inner numbers. */
function isOnlyHeadings(outer: Chain, lines: readonly Line[], chains: readonly Chain[]): boolean {
  const starts = new Set(chains.filter((other) => other !== outer).flatMap((other) => other.entries.map((entry) => entry.at)));
  return outer.entries.every(
    ({ head, at }) => (head.length <= 24 && !/\d|。/.test(head) && (starts.has(at + 1) || at + 1 >= lines.length)) || SECTION.test(head),
  );
}

/** Numbers that start again under each category heading: together they are the list, `2.1` under the second. */
function restartGroups(chains: readonly Chain[], lines: readonly Line[]): (Choice & { readonly score: number })[] {
  return chains.flatMap((outer) => {
    const heads = outer.entries.filter(({ head }) => !AROUND.test(head));
    const isBare = outer.entries.length <= 4 && isOnlyHeadings(outer, lines, chains) && !heads.some(({ head }) => SECTION.test(head));
    const isCategories = heads.length >= 2 && (heads.every(({ head }) => isCategory(head)) || isBare);
    const isInside = (inner: Chain) => inner !== outer && inner.entries[0]!.at > outer.entries[0]!.at && !spans(outer, inner);
    const inside = chains.filter((inner) => isInside(inner) && !AROUND.test(headAbove(outer, inner)));
    const style = inside[0]?.style;
    const same = inside.filter((inner) => inner.style === style);
    if (!isCategories || same.length < 2) return [];
    const entries = same.flatMap((inner) => inner.entries);
    return [{ chain: { style: style!, entries }, outer, restarts: true, score: entries.length + 1 }];
  });
}
