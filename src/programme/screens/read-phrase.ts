import type { PhraseReader } from '../rules/draft-edit.ts';
import { parseItem } from '../rules/parse/item.ts';

/** Reads marked words by themselves; a bare quantity is read as if its verb stood before it. */
export const readPhrase: PhraseReader = (words) => parseItem(words).promises[0] ?? parseItem(`完成${words}`).promises[0] ?? null;
