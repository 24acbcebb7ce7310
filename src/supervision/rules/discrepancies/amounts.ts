import { measureWordAt } from '#/programme/rules/parse/measure-words.ts';

/** 文中的数: a number with its measure word, wherever it stands; nothing is left out because it looks like background. */
export type Amount = {
  readonly value: number;
  readonly unit: string;
  /** Behind the measure word. */
  readonly end: number;
  /** The words between two stops around it. */
  readonly clause: string;
};

const NUMBER = /(?<![\d第])(\d[\d,]*(?:\.\d+)?)(万|亿)?[余多]?/g;

/** Reads a text in canonical spelling. */
export function amountsOf(text: string): readonly Amount[] {
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const at = match.index + match[0].length;
    const word = measureWordAt(text, at);
    if (word === null) return [];
    const scale = match[2] === '万' ? 1e4 : match[2] === '亿' ? 1e8 : 1;
    const value = Number(match[1]!.replaceAll(',', '')) * scale;
    return [{ value, unit: text.slice(at, word.end), end: word.end, clause: clauseAt(text, match.index) }];
  });
}

function clauseAt(text: string, start: number): string {
  const before = text
    .slice(0, start)
    .split(/[，。；\n]/)
    .at(-1)!;
  return before + text.slice(start).split(/[，。；\n]/)[0]!;
}
