/** One text for equal content on every machine: keys sorted, nothing optional left out, no spaces. Digests are taken over it. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, it]) => `${JSON.stringify(key)}:${canonicalText(it)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}
