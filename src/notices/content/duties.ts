import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Duty, DutySentence } from '#/kernel/duty.ts';
import type { Locale } from '#/kernel/format.ts';
import type { Reader } from '#/platform/db.ts';
import type { DutySource } from '#/platform/module.ts';
import { type NoticeLine, onceEach } from '../rules/notice.ts';
import { byUrgency } from '../rules/order.ts';

/** What all stages say is owed up to a day, in the order in which it should be done. */
export async function listDuties(sources: readonly DutySource[], reader: Reader, until: CivilDate): Promise<readonly Duty[]> {
  const duties: Duty[] = [];
  for (const source of sources) duties.push(...(await source.list(reader, until)));
  return onceEach(duties).toSorted(byUrgency);
}

/** In both languages, for the reader chooses; null for a kind that the product no longer knows. */
export type Said = Readonly<Record<Locale, DutySentence>>;

export function sayDuty(sources: readonly DutySource[], { kind, facts }: Pick<NoticeLine, 'kind' | 'facts'>): Said | null {
  const source = sources.find(({ words }) => Object.hasOwn(words['zh-CN'], kind));
  if (source === undefined) return null;
  return { 'zh-CN': source.words['zh-CN'][kind]!(facts), en: source.words.en[kind]!(facts) };
}
