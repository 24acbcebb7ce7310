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

/** A number as both sides write it: without exponent, and without a sign that zero does not keep. */
const number: Write = (value) => {
  const written = typeof value === 'number' && !Object.is(value, -0) ? String(value) : '';
  return /^-?\d+(\.\d+)?$/.test(written) ? written : null;
};

/** Every session speaks UTC, and leaves out the noughts at the end of a second. */
const instant: Write = (value) => {
  if (typeof value !== 'string' || !/^[12]\d{3}-/.test(value)) return null;
  if (Number.isNaN(Date.parse(value)) || new Date(value).toISOString() !== value) return null;
  return `"${value.slice(0, -1).replace(/\.?0+$/, '')}+00:00"`;
};

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

/** What a row alone may have besides; in a batch these travel as JSON. */
const OF_ONE_ROW: Readonly<Record<string, Write>> = {
  numeric: number,
  'timestamp with time zone': instant,
  jsonb: (value) => (Array.isArray(value) && value.length === 0 ? '[]' : null),
};

const listOf =
  (write: Write): Write =>
  (value) => {
    const written = Array.isArray(value) ? value.map(write) : [null];
    return written.includes(null) ? null : `[${written.join(', ')}]`;
  };

/** Text of a fixed length: shorter ones are filled up with blanks. */
const fixed =
  (length: number): Write =>
  (value) =>
    typeof value === 'string' && value.length === length && [...value].length === length ? JSON.stringify(value) : null;

function writeOf(type: string, isOneRow: boolean): Write | undefined {
  if (isOneRow && type.endsWith('[]')) return listWrite(writeOf(type.slice(0, -2), false));
  const length = /^character\((\d+)\)$/.exec(type)?.[1];
  if (length !== undefined) return fixed(Number(length));
  return PLAIN[type.replace(/\(\d+\)$/, '')] ?? (isOneRow ? OF_ONE_ROW[type] : undefined);
}

function listWrite(write: Write | undefined): Write | undefined {
  return write && listOf(write);
}

/** Null where the table fills in columns by itself, or has columns whose text only PostgreSQL knows. jsonb orders keys by length, then by their bytes. */
export function canonicalForm(shape: TableShape, district: string, columns: readonly string[], isOneRow = false): CanonicalForm | null {
  const isFilled = [...shape.types.keys()].some((it) => it !== 'district' && !columns.includes(it) && shape.filled.has(it));
  const sorted = ['district', ...columns].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const writes = sorted.map((column) => [column, `"${column}": `, writeOf(shape.types.get(column)!, isOneRow)] as const);
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
