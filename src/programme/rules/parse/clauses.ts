/** Where one phrase of the text ends and the next begins, on the canonical text. Brackets hide what they enclose from the text around them. */
export type Clauses = {
  readonly sentenceStart: (at: number) => number;
  readonly sentenceEnd: (at: number) => number;
  readonly clauseStart: (at: number) => number;
  readonly clauseEnd: (at: number) => number;
  /** For an opening bracket its closing one, and the other way round; -1 where there is none. */
  readonly partner: (at: number) => number;
};

const SENTENCE = new Set(['。', '；', '\n']);
const CLAUSE = new Set(['，', '：', '。', '；', '\n', '|']);

export function readClauses(text: string): Clauses {
  const partners = matchBrackets(text);
  const depths = bracketDepths(text, partners);
  const sentence = boundaries(text, SENTENCE, null);
  const clause = boundaries(text, CLAUSE, depths);
  return {
    sentenceStart: (at) => sentence.starts[at] ?? 0,
    sentenceEnd: (at) => sentence.ends[at] ?? text.length,
    clauseStart: (at) => clause.starts[at] ?? 0,
    clauseEnd: (at) => clause.ends[at] ?? text.length,
    partner: (at) => partners[at] ?? -1,
  };
}

function matchBrackets(text: string): Int32Array {
  const partners = new Int32Array(text.length).fill(-1);
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (sign === '(') open.push(i);
    else if (sign === ')' && open.length > 0) {
      const from = open.pop()!;
      partners[from] = i;
      partners[i] = from;
    } else if (SENTENCE.has(sign!) && sign !== '；') open.length = 0;
  }
  return partners;
}

function bracketDepths(text: string, partners: Int32Array): Int32Array {
  const depths = new Int32Array(text.length);
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === ')' && partners[i]! >= 0) depth -= 1;
    depths[i] = depth;
    if (text[i] === '(' && partners[i]! >= 0) depth += 1;
  }
  return depths;
}

/** For every place the nearest boundary on its own level of brackets (any level when `depths` is null). */
function boundaries(text: string, signs: ReadonlySet<string>, depths: Int32Array | null): { starts: Int32Array; ends: Int32Array } {
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  const level = (i: number) => (depths === null ? 0 : depths[i]!);
  const open: number[] = [0];
  for (let i = 0; i < text.length; i++) {
    while (open.length <= level(i)) open.push(i);
    open.length = level(i) + 1;
    starts[i] = open[level(i)]!;
    if (signs.has(text[i]!)) open[level(i)] = i + 1;
  }
  const close: number[] = [text.length];
  for (let i = text.length - 1; i >= 0; i--) {
    while (close.length <= level(i)) close.push(i + 1);
    close.length = level(i) + 1;
    if (signs.has(text[i]!)) close[level(i)] = i;
    ends[i] = close[level(i)]!;
  }
  return { starts, ends };
}
