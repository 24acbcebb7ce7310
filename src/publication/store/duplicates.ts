import type { Reader } from '#/platform/db.ts';
import { heldByDuplicates } from '#/records/door.ts';
import type { HeldByDuplicates } from '#/records/rules/people/duplicate-share.ts';
import type { EditionContent } from '../rules/content.ts';

/** Figures that may count somebody twice too often are not published; null where none does. */
export function editionHeld(reader: Reader, { projects, from, to, asOf }: EditionContent): Promise<HeldByDuplicates | null> {
  const counted = projects.flatMap((it) => it.promises).filter((it) => it.doneFrom === 'records');
  const printed = counted.map(({ promiseId, verb, object }) => ({ promiseId, promise: `${verb}${object}` }));
  return heldByDuplicates(reader, printed, { from, to, asOf });
}
