import { formatNumber } from './docx-numerals.ts';
import { child, childValue, elements, isOn, type Node } from './xml.ts';

type Level = {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly isLegal: boolean;
  readonly restart: number | null;
};
type Numbered = { readonly abstractId: string; readonly levels: ReadonlyMap<number, Level>; readonly starts: ReadonlyMap<number, number> };

/** Counts automatic numbers in document order: `next('3', 0)` gives what the word processor prints before that paragraph. */
export type Numbering = { next(numId: string, level: number): string | null };

export function readNumbering(root: Node | null): Numbering {
  const numbered = root === null ? new Map<string, Numbered>() : readNums(root);
  const counters = new Map<string, number[]>();
  const restarted = new Set<string>();
  return {
    next: (numId, level) => {
      const it = numbered.get(numId);
      const own = it?.levels.get(level);
      if (it === undefined || own === undefined) return null;
      const counts = counters.get(it.abstractId) ?? [];
      counters.set(it.abstractId, counts);
      // A list with its own start counts afresh; lists that only share the pattern go on counting, as Word does.
      for (const [at, start] of restarted.has(numId) ? [] : it.starts) counts[at] = start - 1;
      restarted.add(numId);
      advance(counts, level, it.levels);
      return own.format === 'bullet' ? '•' : print(own, counts, it.levels);
    },
  };
}

function advance(counts: number[], level: number, levels: ReadonlyMap<number, Level>): void {
  const startOf = (at: number) => levels.get(at)?.start ?? 1;
  for (let at = 0; at < level; at += 1) counts[at] ??= startOf(at);
  counts[level] = counts[level] === undefined ? startOf(level) : counts[level] + 1;
  for (let at = level + 1; at < 9; at += 1) {
    const restart = levels.get(at)?.restart;
    if (restart !== 0 && (restart == null || level < restart)) delete counts[at];
  }
}

function print(own: Level, counts: readonly number[], levels: ReadonlyMap<number, Level>): string {
  const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const format = own.isLegal ? 'decimal' : (levels.get(at)?.format ?? 'decimal');
    return formatNumber(counts[at] ?? levels.get(at)?.start ?? 1, format);
  });
  return text.trim();
}

function readNums(root: Node): Map<string, Numbered> {
  const parts = elements(child(root, 'numbering') ?? root);
  const abstracts = new Map(parts.filter((it) => it.name === 'abstractNum').map((it) => [it.attributes.abstractNumId ?? '', it]));
  const byStyle = new Map([...abstracts.values()].map((it) => [childValue(it, 'styleLink'), it]));
  const result = new Map<string, Numbered>();
  for (const num of parts.filter((it) => it.name === 'num')) {
    const abstractId = childValue(num, 'abstractNumId') ?? '';
    const own = abstracts.get(abstractId);
    const linked = childValue(own, 'numStyleLink');
    const abstract = linked === undefined ? own : (byStyle.get(linked) ?? own);
    if (abstract !== undefined) result.set(num.attributes.numId ?? '', readNum(num, abstract, abstractId));
  }
  return result;
}

function readNum(num: Node, abstract: Node, abstractId: string): Numbered {
  const levels = new Map<number, Level>();
  const starts = new Map<number, number>();
  for (const lvl of elements(abstract)) if (lvl.name === 'lvl') levels.set(Number(lvl.attributes.ilvl ?? 0), readLevel(lvl));
  for (const override of elements(num)) {
    if (override.name !== 'lvlOverride') continue;
    const at = Number(override.attributes.ilvl ?? 0);
    const lvl = child(override, 'lvl');
    if (lvl !== undefined) levels.set(at, readLevel(lvl));
    const start = Number(childValue(override, 'startOverride') ?? Number.NaN);
    if (Number.isInteger(start)) starts.set(at, start);
  }
  return { abstractId, levels, starts };
}

function readLevel(lvl: Node): Level {
  const start = Number(childValue(lvl, 'start') ?? 1);
  const restart = Number(childValue(lvl, 'lvlRestart') ?? Number.NaN);
  return {
    start: Number.isInteger(start) ? start : 1,
    format: numberFormat(lvl),
    text: childValue(lvl, 'lvlText') ?? '',
    isLegal: isOn(lvl, 'isLgl'),
    restart: Number.isInteger(restart) ? restart : null,
  };
}

// WPS and newer Word wrap formats that old readers do not know in mc:AlternateContent, with a decimal as the fallback.
function numberFormat(lvl: Node): string {
  const choice = child(child(lvl, 'AlternateContent'), 'Choice');
  return childValue(choice, 'numFmt') ?? childValue(lvl, 'numFmt') ?? 'decimal';
}
