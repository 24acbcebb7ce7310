import type { DocumentContent } from '#/kernel/document-content.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { BundleFigures, Votes } from './figures.ts';
import { type HeadMissing, type Heads, readTable } from './table.ts';

const HEADS = {
  name: ['项目名称', '候选项目', '项目', '名称', '表决事项', '议题'],
  for: ['赞成', '赞成票', '得票', '得票数', '票数', '同意'],
  against: ['反对', '反对票', '不同意'],
  abstain: ['弃权', '弃权票'],
} as const satisfies Heads<string>;

const TOTALS = {
  papers: ['参加表决', '参加表决人数', '表决人数', '收回', '收回票数', '参与表决'],
  void: ['无效', '无效票'],
  blank: ['未按', '未按键', '未表决', '空白', '空白票'],
} as const;

export type KeypadRefusal =
  | HeadMissing
  | { readonly kind: 'keypad-unknown-name'; readonly row: number; readonly name: string }
  | { readonly kind: 'keypad-listed-twice'; readonly row: number; readonly name: string }
  | { readonly kind: 'keypad-not-a-number'; readonly row: number; readonly text: string }
  | { readonly kind: 'keypad-missing'; readonly names: readonly string[] }
  | { readonly kind: 'keypad-without-total' };

type Named = { readonly id: string; readonly name: string };

/** 表决器的计票结果: a table of projects with their votes, and a line or cell with how many took part. */
export function readKeypad(content: DocumentContent, candidates: readonly Named[]): Result<BundleFigures, KeypadRefusal> {
  const table = readTable(content, HEADS, 'name');
  if (!table.ok) return table;
  const papers = totalOf(content, TOTALS.papers);
  if (papers === null) return refuse({ kind: 'keypad-without-total' });
  const votes: Record<string, Votes> = {};
  for (const line of table.value) {
    const candidate = candidates.find((it) => plain(it.name) === plain(line.name));
    if (candidate === undefined) {
      if (isTotal(line.name)) continue;
      return refuse({ kind: 'keypad-unknown-name', row: line.row, name: line.name });
    }
    if (candidate.id in votes) return refuse({ kind: 'keypad-listed-twice', row: line.row, name: line.name });
    const cells = [line.for, line.against, line.abstain];
    const bad = cells.find((it) => it !== '' && countIn(it) === null);
    if (bad !== undefined) return refuse({ kind: 'keypad-not-a-number', row: line.row, text: bad });
    const [yes, no, none] = cells.map((it) => countIn(it) ?? 0) as [number, number, number];
    votes[candidate.id] = { for: yes, against: no, abstain: none, points: 0 };
  }
  const missing = candidates.filter((it) => !(it.id in votes)).map((it) => it.name);
  if (missing.length > 0) return refuse({ kind: 'keypad-missing', names: missing });
  return accept({ papers, void: totalOf(content, TOTALS.void) ?? 0, blank: totalOf(content, TOTALS.blank) ?? 0, votes });
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/^\d+[.、]/, '')
    .replace(/[\s“”"]/g, '');
const isTotal = (text: string) =>
  Object.values(TOTALS).some((names) => (names as readonly string[]).includes(plain(text).replace(/[::].*$/, '')));

function countIn(text: string): number | null {
  const digits = /^(\d{1,6})(?:票|人)?$/.exec(text.normalize('NFKC').trim());
  return digits === null ? null : Number(digits[1]);
}

/** `参加表决人数：209` in one cell or line, or the number in the cell beside it. */
function totalOf(content: DocumentContent, names: readonly string[]): number | null {
  const rows = content.blocks.flatMap((it) => (it.kind === 'table' ? it.rows : [[it.text]]));
  for (const row of rows)
    for (const [i, cell] of row.entries()) {
      const [head = '', tail = ''] = cell.normalize('NFKC').split(/[::]/);
      if (!names.includes(head.replace(/\s/g, ''))) continue;
      const found =
        countIn(tail) ??
        row
          .slice(i + 1)
          .map(countIn)
          .find((it) => it !== null) ??
        null;
      if (found !== null) return found;
    }
  return null;
}
