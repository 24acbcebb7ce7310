import type { Block } from '#/kernel/document-content.ts';
import { type Choice, chooseChain, findChains, type Line } from './chains.ts';
import { emptyItem, type FoundItem } from './found-list.ts';
import { readMarker } from './labels.ts';
import { readUnits } from './units.ts';

export type TextList = { readonly items: readonly FoundItem[]; readonly above: readonly string[] };

/** Numbered paragraphs as a list; a list inside one paragraph (`一、甲；二、乙；三、丙。`) is taken apart first when lines alone show none. */
export function findNumbered(blocks: readonly Block[]): TextList | null {
  const lines = linesOf(blocks).slice(0, MOST_LINES);
  const chosen = chooseChain(findChains(lines), lines);
  if (chosen !== null) return build(chosen, lines);
  const pieces = lines.flatMap(takeApart);
  const again = pieces.length > lines.length ? chooseChain(findChains(pieces), pieces) : null;
  return again === null ? null : build(again, pieces);
}

/** A list of ten or twenty projects ends long before; what follows in a huge text is not looked at. */
const MOST_LINES = 3000;

export function linesOf(blocks: readonly Block[]): Line[] {
  return blocks.flatMap((block) =>
    block.kind !== 'paragraph'
      ? []
      : `${block.numbering ?? ''}${spaceAfter(block.numbering)}${block.text}`
          .split('\n')
          .map((text) => ({ text: text.trim(), row: block.line }))
          .filter(({ text }) => text !== ''),
  );
}

const spaceAfter = (numbering: string | null) => (numbering !== null && /\d$/.test(numbering) ? ' ' : '');

function takeApart({ text, row }: Line): Line[] {
  return text
    .split(
      /(?<=^|[。；;：:，,！]\s{0,4})(?=(?:[一二三四五六七八九十]{1,3}[、是]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:[、．]|\.(?!\d))|[①-⑳]|第[一二三四五六七八九十]{1,3}[件项]))/u,
    )
    .map((piece) => ({ text: piece.trim().replace(/[；;]$/, ''), row }))
    .filter((piece) => piece.text !== '');
}

function build({ chain, outer, restarts }: Choice, lines: readonly Line[]): TextList {
  const heads = new Set(outer?.entries.map((entry) => entry.at) ?? []);
  const spansOf = chain.entries.map((entry, index) => {
    const end = chain.entries[index + 1]?.at ?? lines.length;
    const until = lines.findIndex((line, at) => at > entry.at && at < end && (heads.has(at) || ENDS.test(line.text)));
    return lines.slice(entry.at + 1, until < 0 ? end : until);
  });
  const isOneLine = spansOf.slice(0, -1).every((more) => more.length === 0);
  const items = chain.entries.map((entry, index) => {
    const isLast = index === chain.entries.length - 1;
    // What follows the last item is part of it only where other items run over several lines too.
    const more = isLast ? closing(spansOf[index]!, isOneLine, chain.style) : spansOf[index]!;
    const section = outer?.entries.filter((head) => head.at < entry.at) ?? [];
    const own = chain.style === 'bullet' ? String(index + 1) : String(entry.ordinal);
    const label = restarts ? `${section.length}.${own}` : own;
    return itemOf(entry.head, more, { label, category: section.at(-1)?.head ?? null, row: lines[entry.at]!.row });
  });
  return { items: items.filter((item) => item.text !== ''), above: lines.slice(0, chain.entries[0]!.at).map(({ text }) => text) };
}

/** Where a list ends: notes, annexes, a date, a signature. */
const ENDS =
  /^(注[:：]|备注[:：]|附件|附[:：]|来源[:：]|责任编辑|编辑[:：]|审核[:：]|抄送|主办[:：]|联系(人|电话)|（?此件|扫一扫|打印|分享|(20\d\d|二[〇○零].{2})年.{1,3}月.{1,3}日$|.{2,20}(人民政府|办公室|委员会)$)/;

function closing(more: readonly Line[], isOneLine: boolean, style: string): readonly Line[] {
  if (isOneLine) return more.filter(({ text }) => FIELD.test(text));
  const next = more.findIndex(({ text }) => readMarker(text)?.style === style);
  return next < 0 ? more : more.slice(0, next);
}

const FIELD =
  /^[（(]?(牵头单位|责任单位|牵头部门|责任部门|主办单位|承办单位|实施单位|配合单位|协办单位|完成时限|完成时间|时限要求|进展情况|项目进展|工作进展|完成情况|责任领导|分管领导)\s*[:：]\s*(.+?)[）)]?$/;
const TAIL = /[（(]((?:牵头|责任|主办|承办|实施)(?:单位|部门)\s*[:：][^（()）]*(?:[（(][^（()）]*[)）][^（()）]*)*)[)）]\s*([。；;]?)$/;

type Place = { readonly label: string; readonly category: string | null; readonly row: number };

function itemOf(head: string, more: readonly Line[], { label, category, row }: Place): FoundItem {
  const texts: string[] = [];
  const fields: { progress: string[]; due: string[]; leader: string[]; units: string[] } = { progress: [], due: [], leader: [], units: [] };
  for (const line of [head, ...more.map(({ text }) => text)]) {
    const tail = TAIL.exec(line);
    if (tail !== null) fields.units.push(tail[1]!);
    const body = tail === null ? line : `${line.slice(0, tail.index)}${tail[2]}`.trim();
    const field = FIELD.exec(body);
    if (field === null) texts.push(body);
    else fields[fieldOf(field[1]!)].push(/单位|部门/.test(field[1]!) ? `${field[1]}：${field[2]}` : field[2]!);
  }
  const units = readUnits(fields.units.join('；'));
  const text = texts.filter((it) => it !== '').join('\n');
  return {
    ...emptyItem,
    label,
    project: label,
    text,
    category,
    name: nameOf(texts.filter((it) => it !== '')),
    leadUnit: units.lead,
    supportingUnits: units.supporting,
    progressText: fields.progress.join('\n') || null,
    dueText: fields.due.join('\n') || null,
    overseeingLeader: fields.leader.join('\n') || null,
    where: { sheet: null, row },
  };
}

function fieldOf(word: string): 'progress' | 'due' | 'leader' | 'units' {
  if (/单位|部门/.test(word)) return 'units';
  if (/进展|情况/.test(word)) return 'progress';
  return /领导/.test(word) ? 'leader' : 'due';
}

/** A name stands as a short heading line above the text, or before the first stop when it ends in a word for a project. */
function nameOf(texts: readonly string[]): string | null {
  const first = texts[0] ?? '';
  if (texts.length > 1 && first.length <= 30 && !/[，；]/.test(first)) return first.replace(/[。：:]$/, '');
  const found = /^([^，。；：:,;\n]{4,30}?(?:工程|项目|行动|计划|建设|提升|改造|服务|保障))[。：:，,]/.exec(first);
  return found?.[1] ?? null;
}
