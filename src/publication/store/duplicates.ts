import type { Reader } from '#/platform/db.ts';
import { listOpenDuplicates } from '#/records/door.ts';
import { exceedsShare } from '#/records/rules/people/duplicate-share.ts';
import type { EditionContent } from '../rules/content.ts';
import type { EditionRefusal } from '../rules/edition.ts';

/** Figures that may count somebody twice too often are not published; null where none does. What is not printed is not asked. */
export async function heldByDuplicates(reader: Reader, { projects, from, to, asOf }: EditionContent): Promise<EditionRefusal | null> {
  const counted = projects.flatMap((it) => it.promises).filter((it) => it.doneFrom === 'records');
  const ids = counted.map((it) => it.promiseId);
  const found = (await listOpenDuplicates(reader, ids, { from, to, asOf })).filter(exceedsShare);
  if (found.length === 0) return null;
  const nameOf = (id: string) => counted.filter((it) => it.promiseId === id).map(({ verb, object }) => `${verb}${object}`)[0] ?? '';
  return { kind: 'open-duplicates', figures: found.map((it) => ({ ...it, promise: nameOf(it.promiseId) })) };
}
