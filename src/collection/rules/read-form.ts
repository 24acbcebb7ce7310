import { isCivilDate } from '#/kernel/civil-date.ts';
import type { DocumentContent, Table } from '#/kernel/document-content.ts';
import { PERIOD_ID } from './calendar.ts';
import { readDay } from './day-text.ts';
import {
  FORM_FIELDS,
  FORM_HEADS,
  type FormField,
  type FormIdentity,
  LOCKED_FIELDS,
  type LockedField,
  SIGN_FIELDS,
  SIGN_HEADS,
  type SignField,
  sameText,
  type Takes,
} from './form.ts';
import { ID_SHEET, IDENTITY_KEYS, type IdentityKey, KEY_HEAD } from './form-layout.ts';

/** A line of a returned form as it stands in the file. */
export type ReadRow = {
  readonly sheet: string;
  readonly rowNumber: number;
  /** The id in the hidden column; null where it was lost. */
  readonly key: string | null;
  /** A field whose column is gone is missing here. */
  readonly cells: Readonly<Partial<Record<FormField, string>>>;
};

/** 报送表的读出: everything that a returned file says, before it is held against what was asked. */
export type FormReading = {
  readonly identity: (FormIdentity & { readonly digest: string }) | null;
  readonly rows: readonly ReadRow[];
  readonly signs: Readonly<Record<SignField, string>>;
  /** As printed in the second line; what the form is known by when its hidden sheet is gone. */
  readonly printedUnit: string | null;
  readonly printedPeriod: string | null;
};

/** Null where nothing in the file looks like a form. */
export function readForm({ blocks }: DocumentContent): FormReading | null {
  const tables = blocks.filter((it): it is Table => it.kind === 'table');
  const hidden = tables.find((it) => it.sheet === ID_SHEET) ?? tables.find((it) => it.rows.some(([first]) => first === 'luoshi-form'));
  const seen = tables.filter((it) => it !== hidden);
  const rows = seen.flatMap(rowsOf);
  if (rows.length === 0) return null;
  const printed = seen.flatMap((it) => it.rows.slice(0, 4)).find((row) => row.some((text) => text.includes('填报单位：')));
  const line = printed?.find((text) => text.includes('填报单位：')) ?? '';
  const identity = hidden === undefined ? null : identityOf(hidden);
  const signs = signsOf(seen);
  const printedPeriod = /报送期：([^\s　]+)/.exec(line)?.[1] ?? null;
  const year = Number((identity?.period ?? printedPeriod ?? '').slice(0, 4));
  return {
    identity,
    rows,
    signs: { ...signs, filledOn: readDay(signs.filledOn, year) ?? signs.filledOn },
    printedUnit: /填报单位：([^\s　]+)/.exec(line)?.[1] ?? null,
    printedPeriod,
  };
}

const HEAD_FIELDS = new Map(FORM_FIELDS.map((field) => [sameText(FORM_HEADS[field]), field] as const));
/** So many heads make a row the head of a form. */
const LEAST_HEADS = 5;

function rowsOf(table: Table): readonly ReadRow[] {
  const at = table.rows.findIndex((row) => fieldsOf(row).size >= LEAST_HEADS);
  if (at < 0) return [];
  const columns = fieldsOf(table.rows[at]!);
  const keyColumn = table.rows[at]!.indexOf(KEY_HEAD);
  const rows: ReadRow[] = [];
  for (let i = at + 1; i < table.rows.length; i++) {
    const row = table.rows[i]!;
    const key = keyColumn < 0 ? '' : (row[keyColumn] ?? '');
    if (isSignRow(row)) break;
    const cells = Object.fromEntries([...columns].map(([field, column]) => [field, (row[column] ?? '').trim()]));
    if (key === '' && (cells.promise ?? '') === '' && (cells.value ?? '') === '') continue;
    rows.push({ sheet: table.sheet ?? '', rowNumber: table.rowNumbers[i]!, key: key || null, cells });
  }
  return rows;
}

function fieldsOf(row: readonly string[]): ReadonlyMap<FormField, number> {
  const found = new Map<FormField, number>();
  for (const [column, text] of row.entries()) {
    const field = HEAD_FIELDS.get(sameText(text));
    if (field !== undefined && !found.has(field)) found.set(field, column);
  }
  return found;
}

function isSignRow(row: readonly string[]): boolean {
  return SIGN_FIELDS.filter((field) => row.some((text) => text.startsWith(SIGN_HEADS[field]))).length >= 2;
}

/** The name stands in the cell beside its label, or was typed behind the colon. */
function signsOf(tables: readonly Table[]): FormReading['signs'] {
  const signs: Record<SignField, string> = { filledBy: '', reviewedBy: '', head: '', filledOn: '' };
  for (const row of tables.flatMap((it) => it.rows).filter(isSignRow)) {
    for (const field of SIGN_FIELDS) {
      const at = row.findIndex((text) => text.startsWith(SIGN_HEADS[field]));
      if (at < 0 || signs[field] !== '') continue;
      const behind = row[at]!.slice(SIGN_HEADS[field].length)
        .replace(/^[：:]/, '')
        .trim();
      const beside = row.slice(at + 1).find((text) => text !== '') ?? '';
      signs[field] = behind || (SIGN_FIELDS.some((it) => beside.startsWith(SIGN_HEADS[it])) ? '' : beside);
    }
  }
  return signs;
}

const TAKES: readonly Takes[] = ['value', 'ratio', 'steps', 'words'];
const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

function identityOf(table: Table): FormReading['identity'] {
  const facts = new Map(table.rows.filter(([first]) => first!.startsWith('luoshi-')).map((row) => [row[0]!.slice(7), row[1] ?? '']));
  const fact = (key: IdentityKey) => facts.get(key) ?? '';
  const [asOf, issuedOn] = [fact('as-of'), fact('issued')];
  const isSound =
    IDENTITY_KEYS.every((key) => facts.has(key)) &&
    isCivilDate(asOf) &&
    isCivilDate(issuedOn) &&
    PERIOD_ID.test(fact('period')) &&
    isUuid(fact('programme')) &&
    isUuid(fact('unit')) &&
    /^[0-9a-f]{64}$/.test(fact('digest'));
  if (!isSound || !isCivilDate(asOf) || !isCivilDate(issuedOn)) return null;
  return {
    version: Number(fact('form')),
    district: fact('district'),
    programmeId: fact('programme'),
    period: fact('period'),
    asOf,
    unitId: fact('unit'),
    unitName: fact('unit-name'),
    issuedOn,
    keyId: fact('key'),
    digest: fact('digest'),
    rows: table.rows.flatMap((row) => issuedRow(row) ?? []),
  };
}

function issuedRow(row: readonly string[]): FormIdentity['rows'][number] | null {
  const [kind, promiseId = '', takes = '', measureUnit = ''] = row;
  if (kind !== 'row' || !isUuid(promiseId) || !TAKES.includes(takes as Takes)) return null;
  const locked = Object.fromEntries(LOCKED_FIELDS.map((field, i) => [field, row[i + 4] ?? ''])) as Record<LockedField, string>;
  return { promiseId, takes: takes as Takes, measureUnit: measureUnit === '—' ? '' : measureUnit, locked };
}
