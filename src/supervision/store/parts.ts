import type { Board } from '#/delivery/rules/standing.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Reader } from '#/platform/db.ts';
import type { BulletinPart } from '../rules/part.ts';

/** The time and the list that a bulletin speaks of. */
type PartAsked = { readonly programmeId: string; readonly from: CivilDate; readonly to: CivilDate; readonly board: Board };

export type PartSource = { readonly name: string; readonly load: (reader: Reader, asked: PartAsked) => Promise<BulletinPart> };

let sources: readonly PartSource[] = [];

/** Later stages say here what they add to a month's bulletin; `life.ts` hands the list over. */
export function fillBulletinParts(list: readonly PartSource[]): void {
  sources = list;
}

export async function loadParts(reader: Reader, asked: PartAsked): Promise<readonly BulletinPart[]> {
  const parts: BulletinPart[] = [];
  for (const { load } of sources) parts.push(await load(reader, asked));
  return parts;
}
