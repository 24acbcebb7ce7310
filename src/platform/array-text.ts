const SPECIAL = /["\\]/g;

function elementOf(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value !== 'string') return String(value);
  return `"${value.includes('"') || value.includes('\\') ? value.replace(SPECIAL, '\\$&') : value}"`;
}

/** Plain values (texts, whole numbers, booleans) as PostgreSQL reads an array of them (PostgreSQL, arrays, input and output syntax). */
export function arrayText(values: readonly unknown[]): string {
  let text = '{';
  for (let i = 0; i < values.length; i++) text += i === 0 ? elementOf(values[i]) : `,${elementOf(values[i])}`;
  return `${text}}`;
}
