import type { Locale } from '#/kernel/format.ts';
import type { SheetRefusal } from '#/planning/rules/sheet.ts';
import { wordsOf as wordsOfPlanning } from '#/planning/words/refusals.ts';
import type { RecordsRefusal } from '../rules/refusals.ts';
import { ENTRY_SENTENCES } from './entry-refusals.ts';

type Kind = Exclude<RecordsRefusal, SheetRefusal>['kind'];
type Sentences = { readonly [K in Kind]: (refusal: Extract<RecordsRefusal, { kind: K }>) => readonly [zh: string, en: string] };

const SENTENCES: Sentences = {
  ...ENTRY_SENTENCES,
  'definition-same': ({ versionNo }) => [
    `与现行的第 ${versionNo} 版口径相同，没有改动`,
    `The same as version ${versionNo}, which is in force`,
  ],
  'definition-not-later': ({ from, after }) => [
    `新口径从 ${from} 起，须晚于上一版的启用日 ${after}`,
    `The new definition begins on ${from}; it must begin after ${after}, when the last one did`,
  ],
  'definition-in-future': ({ from, today }) => [`启用日 ${from} 晚于今天 ${today}`, `It cannot begin on ${from}, after today (${today})`],
};

/** What may be wrong with a table as such is worded once, where tables of places are read. */
const SHEET = [
  'import-head-missing',
  'file-unread',
  'heads-differ',
  'geojson-unread',
  'import-empty',
  'import-too-long',
  'import-has-errors',
] as const satisfies readonly SheetRefusal['kind'][];

function isOfSheet(refusal: RecordsRefusal): refusal is SheetRefusal {
  return (SHEET as readonly string[]).includes(refusal.kind);
}

/** One sentence for each refusal. A refusal without a sentence does not compile. */
export function wordsOf(refusal: RecordsRefusal, locale: Locale = 'zh-CN'): string {
  if (isOfSheet(refusal)) return wordsOfPlanning(refusal, locale);
  const sentence = SENTENCES[refusal.kind] as (it: RecordsRefusal) => readonly [string, string];
  const [zh, en] = sentence(refusal);
  return locale === 'en' ? en : zh;
}
