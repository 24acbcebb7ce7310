import type { TableShape } from './shape.ts';

/** 规范文本: a row as PostgreSQL will write it (see `canonicalRow`), where its columns are plain enough that we can say so beforehand. */
export type CanonicalForm = {
  readonly textOf: (row: Row) => string | null;
  readonly keyOf: (row: Row) => string;
};

type Row = Readonly<Record<string, unknown>>;
/** Null where a value is not of the plain kind, and PostgreSQL has to say how it reads. */
type Write = (value: unknown) => string | null;

const text: Write = (value) => (typeof value === 'string' ? JSON.stringify(value) : null);
const whole: Write = (value) => (Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : null);
const matching =
  (pattern: RegExp): Write =>
  (value) =>
    typeof value === 'string' && pattern.test(value) ? `"${value}"` : null;

const PLAIN: Readonly<Record<string, Write>> = {
  text,
  'character varying': text,
  smallint: whole,
  integer: whole,
  bigint: whole,
  boolean: (value) => (typeof value === 'boolean' ? String(value) : null),
  date: matching(/^[12]\d{3}-\d\d-\d\d$/),
  uuid: matching(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
};

/** Text of a fixed length: shorter ones are filled up with blanks. */
const fixed =
  (length: number): Write =>
  (value) =>
    typeof value === 'string' && value.length === length && [...value].length === length ? JSON.stringify(value) : null;

function writeOf(type: string): Write | undefined {
  const length = /^character\((\d+)\)$/.exec(type)?.[1];
  return length === undefined ? PLAIN[type.replace(/\(\d+\)$/, '')] : fixed(Number(length));
}

/** Null where the table fills in columns by itself, or has columns whose text only PostgreSQL knows. jsonb orders keys by length, then by their bytes. */
export function canonicalForm(shape: TableShape, district: string, columns: readonly string[]): CanonicalForm | null {
  const isFilled = [...shape.types.keys()].some((it) => it !== 'district' && !columns.includes(it) && shape.filled.has(it));
  const sorted = ['district', ...columns].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const writes = sorted.map((column) => [column, `"${column}": `, writeOf(shape.types.get(column)!)] as const);
  if (isFilled || writes.some(([, , write]) => write === undefined)) return null;
  return {
    textOf(row) {
      let out = '';
      for (const [column, head, write] of writes) {
        const value = column === 'district' ? district : row[column];
        if (value === null || value === undefined) continue;
        const written = write!(value);
        if (written === null) return null;
        out += out === '' ? head + written : `, ${head}${written}`;
      }
      return `{${out}}`;
    },
    keyOf: (row) => JSON.stringify(shape.key.map((column) => row[column])),
  };
}
