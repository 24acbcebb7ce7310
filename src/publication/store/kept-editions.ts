import type { Reader, Writer } from '#/platform/db.ts';

type Found = { readonly id: string; readonly version: number; readonly state: string };

const kept = new Map<string, unknown>();
/** Some megabytes each at the most. */
const MOST_KEPT = 16;

/**
 * What was published never changes, so it is read once and kept by this process. A transaction that writes may see what is then taken
 * back, and neither takes nor leaves anything here.
 */
export async function keptEdition<Stored>(
  reader: Reader | Writer,
  { id, version, state }: Found,
  load: () => Promise<Stored>,
): Promise<Stored> {
  if (state !== 'published' || 'changes' in reader) return load();
  const key = `${reader.district} ${id} ${version}`;
  const stored = (kept.get(key) as Stored | undefined) ?? (await load());
  kept.delete(key);
  kept.set(key, stored);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
  return stored;
}
