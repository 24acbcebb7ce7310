import { widthInChars } from './measures.ts';

/**
 * 标题回行 (GB/T 9704-2012 7.3.1): as few lines as fit, broken between words, in the shape of a trapezoid or a rhombus, balanced.
 */
export function titleLines(words: readonly string[], maxChars: number): readonly string[] {
  const whole = words.join('');
  if (widthInChars(whole) <= maxChars) return [whole];
  let fallback: Shaped | null = null;
  for (let count = 2; count <= Math.min(words.length, MAX_LINES); count++) {
    const fitting = breakings(words, count).filter((lines) => lines.every((line) => widthInChars(line) <= maxChars));
    const [best] = fitting.map((lines) => ({ lines, ...shapeOf(lines.map(widthInChars)) })).sort((a, b) => a.cost - b.cost);
    if (best?.isShaped) return best.lines;
    fallback ??= best ?? null;
  }
  return fallback?.lines ?? words;
}

/** More lines than these are no title; it also bounds the search. */
const MAX_LINES = 4;

type Shaped = { readonly lines: readonly string[] };

function breakings(words: readonly string[], count: number): readonly (readonly string[])[] {
  if (count === 1) return [[words.join('')]];
  const found: (readonly string[])[] = [];
  for (let taken = 1; taken <= words.length - count + 1; taken++) {
    const first = words.slice(0, taken).join('');
    for (const rest of breakings(words.slice(taken), count - 1)) found.push([first, ...rest]);
  }
  return found;
}

/** Even lines are the aim, but two of the same length are neither trapezoid nor rhombus, and neither is a waist. */
function shapeOf(widths: readonly number[]): { readonly cost: number; readonly isShaped: boolean } {
  const longest = Math.max(...widths);
  const uneven = widths.reduce((sum, width) => sum + (longest - width) ** 2, 0);
  const equals = widths.filter((width, i) => i > 0 && Math.abs(width - widths[i - 1]!) < 1).length;
  const waists = widths.filter((width, i) => i > 0 && i < widths.length - 1 && width < widths[i - 1]! && width < widths[i + 1]!).length;
  return { cost: uneven + equals * 60 + waists * 200, isShaped: equals + waists === 0 };
}
