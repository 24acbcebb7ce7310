/** 单元格 as nearly every program writes it, in one piece: `<c r="B7" s="3" t="s"><v>12</v></c>`. */
export type WholeCell = {
  readonly reference: string;
  readonly style: number;
  readonly type: string;
  readonly value: string;
  readonly end: number;
};

const QUOTE = 34;
const EQUALS = 61;
const SPACE = 32;
const MORE = 62;
const [R, S, T] = [114, 115, 116];

/**
 * The cell that begins at `at`; null where it is written in any other way (formulas, rich text, entities, other quotes, not yet whole), which is no fault: it is
 * then read tag by tag. A sheet of a roll has millions of cells, and five tags and texts each take ten times as long.
 */
export function wholeCell(all: string, at: number): WholeCell | null {
  if (!all.startsWith('<c ', at)) return null;
  let [reference, style, type] = ['', 0, 'n'];
  let from = at + 2;
  for (; all.charCodeAt(from) === SPACE; ) {
    const name = all.charCodeAt(from + 1);
    if (all.charCodeAt(from + 2) !== EQUALS || all.charCodeAt(from + 3) !== QUOTE) return null;
    const end = all.indexOf('"', from + 4);
    if (end < 0) return null;
    const said = all.slice(from + 4, end);
    if (name === R) reference = said;
    else if (name === S) style = Number(said);
    else if (name === T) type = said;
    else return null;
    from = end + 1;
  }
  if (all.charCodeAt(from) !== MORE || !all.startsWith('<v>', from + 1)) return null;
  const end = all.indexOf('<', from + 4);
  if (end < 0 || !all.startsWith('</v></c>', end)) return null;
  const value = all.slice(from + 4, end);
  return isPlain(reference) && isPlain(type) && isPlain(value) ? { reference, style, type, value, end: end + 8 } : null;
}

/** A text of the table, as nearly every program writes it: `<si><t>…</t></si>`. */
export function wholeText(all: string, at: number): { readonly text: string; readonly end: number } | null {
  if (!all.startsWith('<si><t>', at)) return null;
  const end = all.indexOf('<', at + 7);
  if (end < 0 || !all.startsWith('</t></si>', end)) return null;
  const text = all.slice(at + 7, end);
  return isPlain(text) ? { text, end: end + 9 } : null;
}

const isPlain = (text: string) => !text.includes('&');
