import type { FoundList } from './found-list.ts';

/** As the draft takes them (`draft-schema.ts`): a text that is longer, or holds more figures, is several items in one cell, or no list. */
export const ITEM_CHARACTERS = 10_000;
export const ITEM_PROMISES = 100;
export const LIST_ITEMS = 300;

export type ItemTooLong =
  | { readonly kind: 'item-too-long'; readonly no: string; readonly characters: number; readonly limit: number }
  | { readonly kind: 'item-too-full'; readonly no: string; readonly limit: number }
  | { readonly kind: 'too-many-items'; readonly count: number; readonly limit: number };

/** Asked before the sentences are read: reading a cell of a hundred thousand characters would keep everybody waiting. */
export function tooLongOf({ items }: Pick<FoundList, 'items'>): ItemTooLong | null {
  if (items.length > LIST_ITEMS) return { kind: 'too-many-items', count: items.length, limit: LIST_ITEMS };
  for (const item of items) {
    const characters = Math.max(item.text.length, item.progressText?.length ?? 0, item.dueText?.length ?? 0);
    if (characters > ITEM_CHARACTERS) return { kind: 'item-too-long', no: item.label, characters, limit: ITEM_CHARACTERS };
  }
  return null;
}

type Counted = { readonly projects: readonly { readonly no: string; readonly promises: readonly unknown[] }[] };

export function tooFullOf({ projects }: Counted): ItemTooLong | null {
  const found = projects.find(({ promises }) => promises.length > ITEM_PROMISES);
  return found === undefined ? null : { kind: 'item-too-full', no: found.no, limit: ITEM_PROMISES };
}
