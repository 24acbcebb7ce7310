import type { Block } from '#/kernel/document-content.ts';
import { findTables, type TableList } from './find-table.ts';
import { emptyItem, type FoundItem, type FoundList } from './found-list.ts';
import { findTitle, readHeading } from './heading.ts';
import { findNumbered, linesOf, type TextList } from './numbered.ts';

/**
 * 找清单: finds the published list in a document. A table that names its columns comes first, then a table that counts its rows, then
 * numbered paragraphs, and only as the last resort one item per line. Nothing is made up: what cannot be read is in `refused`.
 */
export function findList(content: { readonly blocks: readonly Block[] }): FoundList {
  const tables = findTables(content.blocks);
  const numbered = findNumbered(content.blocks);
  const [best] = tables;
  if (best !== undefined && !isOnlyNames(best, numbered)) return fromTable(best, tables.slice(1), content.blocks);
  if (numbered !== null) return { ...fromText(numbered, 'numbered'), others: tables.map(candidate) };
  return fromText(linesAsItems(content.blocks), 'lines');
}

/** A table of names and units beside a list that says what is promised: the paragraphs are the list. */
function isOnlyNames(table: TableList, text: TextList | null): boolean {
  const length = (items: readonly FoundItem[]) => items.reduce((sum, item) => sum + item.text.length, 0);
  return text !== null && text.items.length >= table.items.length && text.items.length >= 3 && length(text.items) > 2 * length(table.items);
}

function fromTable(table: TableList, others: readonly TableList[], blocks: readonly Block[]): FoundList {
  const lines = linesOf(blocks).map(({ text }) => text);
  const heading = readHeading(table.title, [...table.above, table.sheet ?? '', ...lines]);
  return {
    ...heading,
    basis: table.hasHeader ? 'table' : 'table-without-header',
    items: table.items,
    refused: table.refused,
    notes: table.notes,
    columns: table.columns,
    unmappedHeaders: table.unmapped,
    others: others.map(candidate),
  };
}

function candidate({ sheet, row, title, items }: TableList) {
  return { sheet, row, title, itemCount: items.length };
}

function fromText({ items, above }: TextList, basis: 'numbered' | 'lines'): FoundList {
  const heading = readHeading(findTitle(above), above);
  return {
    ...heading,
    basis: items.length === 0 ? 'none' : basis,
    items,
    refused: [],
    notes: [],
    columns: [],
    unmappedHeaders: [],
    others: [],
  };
}

const ASIDE = /^(注|备注|附件|来源|责任编辑|审核|抄送|联系|（|\(|第.{1,3}页|\d+$|(20\d\d|二[〇○零].{2})年.{1,3}月.{1,3}日$)/;

/** Chinese words in five signs or more; rows of signs and letters are no list. */
const IS_SENTENCE = /^(?=.{5}).*\p{Script=Han}{2}/u;
/** A single line is a list only when it promises something that can be counted. */
const HAS_NUMBER = /[\d一二两三四五六七八九十百千万]/;

function linesAsItems(blocks: readonly Block[]): TextList {
  const lines = linesOf(blocks);
  const isTitle = (text: string) => findTitle([text]) !== null && /实事|清单|一览|20\d\d年/.test(text) && !/[，。；]/.test(text);
  const start = isTitle(lines[0]?.text ?? '') ? 1 : 0;
  const texts = lines.slice(start).filter(({ text }) => IS_SENTENCE.test(text) && !ASIDE.test(text) && !/[:：]$/.test(text));
  const isList = texts.length > 1 || HAS_NUMBER.test(texts[0]?.text ?? '');
  const items = (isList ? texts : []).map(({ text, row }, index): FoundItem => {
    const label = String(index + 1);
    return { ...emptyItem, label, project: label, text, where: { sheet: null, row } };
  });
  return { items, above: lines.slice(0, start).map(({ text }) => text) };
}
