import type { FoundItem, Role, RowNote } from './found-list.ts';
import type { BodyRow } from './table-rows.ts';
import { readUnits } from './units.ts';

type Group = { readonly label: string; readonly rows: BodyRow[] };
export type ItemsOfTable = { readonly items: readonly FoundItem[]; readonly notes: readonly RowNote[]; readonly lastOrdinal: number };

/**
 * Makes items of rows. Rows with one number (merged, or left empty below it) belong to one project: where their texts differ they are its
 * parts `3.1`, `3.2`; where only the other columns differ they are one item.
 */
export function itemsOf(rows: readonly BodyRow[], investmentUnit: string): ItemsOfTable {
  const notes: RowNote[] = [];
  const items = labelled(groupRows(rows), notes).flatMap(({ label, rows: group }) => {
    const parts = joinSameText(group);
    return parts.map((part, index) => {
      const own = parts.length === 1 ? label : `${label}.${index + 1}`;
      return itemOf(part, { label: own, project: label, name: part[0]!.cell('name') || group[0]!.cell('name'), investmentUnit });
    });
  });
  notes.push(...missingNumbers(rows));
  return { items, notes, lastOrdinal: rows.reduce((last, row) => row.label?.ordinal ?? last, 0) };
}

/** Joins each row to the number it belongs to; a table without numbers counts its own rows. */
function groupRows(rows: readonly BodyRow[]): Group[] {
  const isNumbered = rows.some((row) => row.label !== null);
  const groups: Group[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    const isSame =
      last !== undefined && isNumbered && (row.label === null || row.label.label === last.label) && isOneGroup(last.rows.at(-1)!, row);
    if (isSame) last.rows.push(row);
    else groups.push({ label: isNumbered ? (row.label?.label ?? row.printed) : String(groups.length + 1), rows: [row] });
  }
  return groups;
}

// A number that cannot be read (`附`, `A-3`) stands for itself; only an empty one belongs to the row above.
function isOneGroup(above: BodyRow, row: BodyRow): boolean {
  return row.categoryNumber === above.categoryNumber && (row.label !== null || row.printed === '');
}

/** Gives every group a label of its own: numbering that starts again under each heading becomes `2.1`, any other repetition is noted. */
function labelled(groups: readonly Group[], notes: RowNote[]): Group[] {
  const counts = new Map<string, number>();
  const keys = new Set<string>();
  const restarts = groups.every(({ label, rows }) => {
    const key = `${rows[0]!.categoryNumber}|${label}`;
    return keys.size !== keys.add(key).size;
  });
  const isUnique = new Set(groups.map((group) => group.label)).size === groups.length;
  return groups.map((group, index) => {
    if (isUnique) return { ...group, label: group.label || String(index + 1) };
    if (restarts) return { ...group, label: `${Math.max(1, group.rows[0]!.categoryNumber)}.${group.label}` };
    const time = (counts.get(group.label) ?? 0) + 1;
    counts.set(group.label, time);
    if (time === 1) return group;
    notes.push({ ...group.rows[0]!.where, code: 'number-repeated', facts: { number: group.label } });
    return { ...group, label: `${group.label}(${time})` };
  });
}

function missingNumbers(rows: readonly BodyRow[]): RowNote[] {
  const notes: RowNote[] = [];
  let last = 0;
  for (const { label, where } of rows) {
    if (label === null) continue;
    if (label.ordinal > last + 1 && label.ordinal - last < 20)
      notes.push({ ...where, code: 'number-missing', facts: { number: String(last + 1) } });
    last = label.ordinal;
  }
  return notes;
}

function joinSameText(rows: readonly BodyRow[]): BodyRow[][] {
  const parts: BodyRow[][] = [];
  for (const row of rows) {
    const above = parts.at(-1);
    const text = rowText(row);
    const isMore =
      above !== undefined && (text === '' || text === rowText(above[0]!) || (row.printed === '' && isBroken(rowText(above.at(-1)!))));
    if (isMore) above.push(row);
    else parts.push([row]);
  }
  return parts;
}

// A page break may cut a row in two; its first half then ends in mid-sentence.
const isBroken = (text: string) => text.length > 12 && /[\u4e00-\u9fff\d，、,]$/.test(text) && /[，、,；;]/.test(text);

type Naming = { readonly label: string; readonly project: string; readonly name: string; readonly investmentUnit: string };

function itemOf(rows: readonly BodyRow[], { label, project, name, investmentUnit }: Naming): FoundItem {
  const all = (role: Role) => [...new Set(rows.map((row) => row.cell(role)))].filter((it) => it !== '');
  const joined = (role: Role) => all(role).join('\n') || null;
  const units = readUnits(all('lead').join('；'));
  const helpers = readUnits(
    all('support')
      .map((it) => `配合单位：${it}`)
      .join('；'),
  );
  const names = [units.lead, ...units.supporting, helpers.lead, ...helpers.supporting].filter((it) => it !== null);
  const texts = [...new Set(rows.map(rowText))].filter((it) => it !== '');
  const text = texts.reduce((whole, more) => (whole === '' ? more : isBroken(whole) ? `${whole}${more}` : `${whole}\n${more}`), '');
  const quarters = (['quarter-1', 'quarter-2', 'quarter-3', 'quarter-4'] as const).map((role) => all(role).join('\n'));
  return {
    label,
    project,
    text,
    name: name !== '' && oneLine(name) !== text ? oneLine(name) : null,
    category: rows[0]!.category,
    progressText: joined('progress'),
    leadUnit: names[0] ?? null,
    supportingUnits: [...new Set(names.slice(1))].filter((it) => it !== names[0]),
    overseeingLeader: joined('leader'),
    dueText: joined('due'),
    investment: withUnit(joined('investment'), investmentUnit),
    quarterTargets: quarters.some((it) => it !== '') ? quarters : null,
    remark: joined('remark'),
    where: rows[0]!.where,
  };
}

const withUnit = (amount: string | null, unit: string) => (amount !== null && /^[\d.,]+$/.test(amount) ? `${amount}${unit}` : amount);
const oneLine = (text: string) => text.replace(/\s*\n\s*/g, '');

const COUNTED = /(\d|[一二两三四五六七八九十百千万]+(?=[个座所处家场次条公户套名张台间项批]))/;

/**
 * The words that promise something: 内容 and 目标 together, since the one may say what and the other how much; the name joins them where it
 * alone holds a number.
 */
function rowText(row: BodyRow): string {
  const [content, target, name] = [row.cell('content'), row.cell('target'), row.cell('name')].map((it) => it.trim()) as [
    string,
    string,
    string,
  ];
  const body = content.includes(target) ? content : target.includes(content) ? target : `${content}\n${target}`;
  if (body === '') return oneLine(name);
  return COUNTED.test(name) && !COUNTED.test(body) ? `${oneLine(name)}\n${body}` : body;
}
