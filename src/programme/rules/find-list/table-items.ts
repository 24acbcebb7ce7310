import type { FoundItem, Role, RowNote } from './found-list.ts';
import type { BodyRow } from './table-rows.ts';
import { readUnits } from './units.ts';

type Group = { readonly label: string; readonly project: string; readonly rows: BodyRow[] };
export type ItemsOfTable = {
  readonly items: readonly FoundItem[];
  readonly refused: readonly RowNote[];
  readonly notes: readonly RowNote[];
};

/**
 * Makes items of rows. Rows with one number (merged, or left empty below it) belong to one project: where their texts differ they are its
 * parts `3.1`, `3.2`; where only the other columns differ they are one item.
 */
export function itemsOf(rows: readonly BodyRow[], investmentUnit: string): ItemsOfTable {
  const { groups, strays } = groupRows(rows);
  const items = labelled(groups).flatMap(({ label, project, rows: group }) => {
    const parts = joinSameText(group);
    return parts.map((part, index) => {
      const own = parts.length === 1 ? label : `${label}.${index + 1}`;
      return itemOf(part, { label: own, project, name: part[0]!.cell('name') || group[0]!.cell('name'), investmentUnit });
    });
  });
  // A table of numbers and progress alone has no texts; in any other a row without one says nothing.
  const isProgressOnly = items.every((item) => item.text === '');
  const unique = withOwnLabels(items.filter((item) => isProgressOnly || item.text !== ''));
  const refused = [
    ...strays.map(({ where, cell }): RowNote => ({ ...where, code: 'no-number', facts: { text: rowText({ cell }) || cell('progress') } })),
    ...(isProgressOnly
      ? []
      : items.filter((item) => item.text === '').map(({ where }): RowNote => ({ ...where, code: 'no-text', facts: {} }))),
  ];
  return { items: unique.items, refused, notes: [...unique.notes, ...missingNumbers(rows)] };
}

/** Joins each row to the number it belongs to; a table without numbers counts its own rows. A row without number that follows none is a stray. */
function groupRows(rows: readonly BodyRow[]): { readonly groups: readonly Group[]; readonly strays: readonly BodyRow[] } {
  const isNumbered = rows.some((row) => row.label !== null);
  const groups: Group[] = [];
  const strays: BodyRow[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    const label = isNumbered ? (row.label?.label ?? row.printed) : String(groups.length + 1);
    const isSame = last !== undefined && (label === '' || label === last.label) && row.categoryNumber === last.rows[0]!.categoryNumber;
    if (isSame) last.rows.push(row);
    else if (label === '') strays.push(row);
    else groups.push({ label, project: row.label?.isPart ? String(row.label.ordinal) : label, rows: [row] });
  }
  return { groups, strays };
}

/** Numbering that starts again under each category heading becomes `2.1` under the second. */
function labelled(groups: readonly Group[]): readonly Group[] {
  const numbered = groups.map((group) => `${group.rows[0]!.categoryNumber}.${group.label}`);
  const isUnique = new Set(groups.map(({ label }) => label)).size === groups.length;
  const isUnderHeadings = groups.every(({ rows }) => rows[0]!.categoryNumber > 0) && new Set(numbered).size === groups.length;
  if (isUnique || !isUnderHeadings) return groups;
  return groups.map((group, index) => ({ ...group, label: numbered[index]!, project: numbered[index]! }));
}

/** A label that stands twice gets a mark of its own, and a note for the person who compares. */
function withOwnLabels(items: readonly FoundItem[]): { readonly items: readonly FoundItem[]; readonly notes: readonly RowNote[] } {
  const taken = new Set<string>();
  const notes: RowNote[] = [];
  const own = items.map((item) => {
    let label = item.label;
    for (let time = 2; taken.has(label); time += 1) label = `${item.label}(${time})`;
    taken.add(label);
    if (label === item.label) return item;
    notes.push({ ...item.where, code: 'number-repeated', facts: { number: item.label } });
    return { ...item, label, project: label };
  });
  return { items: own, notes };
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
const oneLine = (text: string) => {
  const lines = text.split('\n');
  return lines.map((it, i) => (i === 0 ? it.trimEnd() : i === lines.length - 1 ? it.trimStart() : it.trim())).join('');
};

const COUNTED = /(\d|[一二两三四五六七八九十百千万](?=[个座所处家场次条公户套名张台间项批]))/;

/**
 * The words that promise something: 内容 and 目标 together, since the one may say what and the other how much; the name joins them where it
 * alone holds a number.
 */
function rowText(row: Pick<BodyRow, 'cell'>): string {
  const [content, target, name] = [row.cell('content'), row.cell('target'), row.cell('name')].map((it) => it.trim()) as [
    string,
    string,
    string,
  ];
  const body = content.includes(target) ? content : target.includes(content) ? target : `${content}\n${target}`;
  if (body === '') return oneLine(name);
  return COUNTED.test(name) && !COUNTED.test(body) ? `${oneLine(name)}\n${body}` : body;
}
