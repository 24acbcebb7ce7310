import { bare, bottomUp } from '../rules/template.ts';
import type { Filling } from './filling.ts';
import { type OfficePackage, treeOf } from './office-package.ts';
import { childOf, childrenOf, copyOf, elementsOf, everyOf, is, prefixOf, textIn, writeXmlTree, type XmlElement } from './xml-tree.ts';

/** Tables of a text that do not stand inside another one, in their order. */
export function tablesOf(body: XmlElement): readonly XmlElement[] {
  return elementsOf(body).flatMap((it) => (is(it, 'tbl') ? [it] : is(it, 'sdt') || is(it, 'sdtContent') ? tablesOf(it) : []));
}

export function cellsOf(row: XmlElement): readonly { readonly cell: XmlElement; readonly column: number; readonly span: number }[] {
  let column = 0;
  return childrenOf(row, 'tc').map((cell) => {
    const span = Math.max(1, Number(settingOf(childOf(cell, 'tcPr'), 'gridSpan') ?? 1) || 1);
    const at = column;
    column += span;
    return { cell, column: at, span };
  });
}

export function settingOf(parent: XmlElement | undefined, local: string): string | undefined {
  const found = childOf(parent, local);
  return Object.entries(found?.attributes ?? {}).find(([key]) => key.endsWith('val'))?.[1];
}

/** Paragraphs outside tables, where placeholders may stand. */
export function paragraphsOf(body: XmlElement): readonly XmlElement[] {
  return elementsOf(body).flatMap((it) => (is(it, 'p') ? [it] : is(it, 'sdt') || is(it, 'sdtContent') ? paragraphsOf(it) : []));
}

/** `{{区县}}`, `【区县】`, `____`: what a person would see as a place to fill. */
const PLACEHOLDER = /\{\{[^{}]{1,40}\}\}|【[^【】]{1,40}】|[_＿]{3,}/g;

export function placeholdersIn(paragraph: XmlElement): readonly { readonly from: number; readonly to: number; readonly text: string }[] {
  const whole = textsOf(paragraph).map(textIn).join('');
  return [...whole.matchAll(PLACEHOLDER)].map((it) => ({ from: it.index, to: it.index + it[0].length, text: it[0] }));
}

function textsOf(paragraph: XmlElement): readonly XmlElement[] {
  return everyOf(paragraph, 't');
}

/** What stands before a placeholder names it; a line of blanks says nothing itself. */
export function placeholderName(paragraph: XmlElement, nth: number): string {
  const found = placeholdersIn(paragraph)[nth];
  if (found === undefined) return '';
  const whole = textsOf(paragraph).map(textIn).join('');
  const before =
    whole
      .slice(0, found.from)
      .split(/[_＿】}]/)
      .at(-1) ?? '';
  return /[_＿]/.test(found.text) ? `${bare(before).slice(-30)}____` : found.text;
}

export function fillDocx(office: OfficePackage, { mapping, whole, lines }: Filling): void {
  const root = treeOf(office, office.main);
  const body = childOf(root ?? undefined, 'body');
  if (root === null || body === undefined) return;
  const tables = tablesOf(body);
  const tableOf = (name: string) => tables[Number(/\d+$/.exec(name)?.[0] ?? 0) - 1];
  fillPlaceholders(
    body,
    mapping.cells.filter((it) => it.sheet === TEXT_SHEET),
    whole,
  );
  for (const it of mapping.cells.filter(({ sheet }) => sheet !== TEXT_SHEET)) {
    const row = childrenOf(tableOf(it.sheet), 'tr')[it.row];
    const cell = row === undefined ? undefined : cellsOf(row).find(({ column }) => column === it.column)?.cell;
    if (cell !== undefined) setText(cell, whole[it.field]);
  }
  for (const block of bottomUp(mapping)) {
    const table = tableOf(block.sheet);
    if (table !== undefined) fillRows(table, block, lines(block.per));
  }
  office.parts.set(office.main, writeXmlTree(root));
}

export const TEXT_SHEET = 'text';

/** From the last one back, so that the places of the others stay where they are. */
function fillPlaceholders(body: XmlElement, cells: Filling['mapping']['cells'], whole: Filling['whole']): void {
  const paragraphs = paragraphsOf(body);
  for (const it of cells.toSorted((a, b) => b.column - a.column)) {
    const paragraph = paragraphs[it.row];
    const found = paragraph === undefined ? undefined : placeholdersIn(paragraph)[it.column];
    if (paragraph !== undefined && found !== undefined) replaceText(paragraph, found, String(whole[it.field] ?? ''));
  }
}

/** The words of a placeholder may lie in several runs: the first takes the text with its look, the others lose their share. */
function replaceText(paragraph: XmlElement, { from, to }: { readonly from: number; readonly to: number }, text: string): void {
  let at = 0;
  let isWritten = false;
  for (const it of textsOf(paragraph)) {
    const own = textIn(it);
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, own.length)];
    at += own.length;
    if (end <= start || start >= own.length) continue;
    it.children = [own.slice(0, start) + (isWritten ? '' : text) + own.slice(end)];
    it.attributes['xml:space'] = 'preserve';
    isWritten = true;
  }
}

function fillRows(table: XmlElement, block: ReturnType<typeof bottomUp>[number], values: ReturnType<Filling['lines']>): void {
  const rows = childrenOf(table, 'tr');
  const model = rows[block.row];
  if (model === undefined) return;
  const room = roomBelow(rows.slice(0, block.endsBefore), block.row);
  const place = table.children.indexOf(rows[block.row + room - 1]!) + 1;
  const blank = copyOf(model);
  forgetIds(blank);
  const copies = Array.from({ length: Math.max(values.length - room, 0) }, () => copyOf(blank));
  table.children.splice(place, 0, ...copies);
  const all = childrenOf(table, 'tr');
  for (const [i, line] of values.entries()) {
    const cells = cellsOf(all[block.row + i]!);
    for (const { column, field } of block.columns) {
      const cell = cells.find((it) => it.column === column)?.cell;
      if (cell !== undefined) setText(cell, line[field]);
    }
  }
}

/** Blank rows that the form offers, of the same cells as the first; a lone number counts as blank. */
function roomBelow(rows: readonly XmlElement[], from: number): number {
  const like = cellsOf(rows[from]!)
    .map(({ column, span }) => `${column}-${span}`)
    .join();
  let room = 1;
  for (let i = from + 1; i < rows.length; i++, room++) {
    const cells = cellsOf(rows[i]!);
    const isLike = cells.map(({ column, span }) => `${column}-${span}`).join() === like;
    if (!isLike || cells.some(({ cell }) => !/^[\d.…—\s]*$/.test(textIn(cell)))) break;
  }
  return room;
}

/** Ids of paragraphs are given once in a text. */
function forgetIds(element: XmlElement): void {
  for (const key of Object.keys(element.attributes)) if (/:(?:paraId|textId)$/.test(key)) delete element.attributes[key];
  for (const it of elementsOf(element)) forgetIds(it);
}

/** The first paragraph keeps its look and takes the text; what else stood in the cell goes. */
export function setText(cell: XmlElement, value: string | number | null): void {
  const paragraphs = childrenOf(cell, 'p');
  const [first] = paragraphs;
  if (first === undefined) return;
  const prefix = prefixOf(cell);
  const looks = childOf(first, 'pPr');
  const run = everyOf(first, 'r')[0];
  const runLooks = childOf(run, 'rPr') ?? childOf(looks, 'rPr');
  const text: XmlElement = { name: `${prefix}t`, attributes: { 'xml:space': 'preserve' }, children: [String(value ?? '')] };
  const written: XmlElement = {
    name: `${prefix}r`,
    attributes: {},
    children: [...(runLooks === undefined ? [] : [{ ...copyOf(runLooks), name: `${prefix}rPr` }]), text],
  };
  first.children = [...(looks === undefined ? [] : [looks]), ...(value === null || value === '' ? [] : [written])];
  cell.children = cell.children.filter((it) => typeof it === 'string' || !is(it, 'p') || it === first);
}
