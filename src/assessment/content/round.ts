import { canonicalText } from '#/kernel/canonical-text.ts';
import type { Reader } from '#/platform/db.ts';
import { digestOf } from '#/platform/secrets.ts';
import type { StoredProgramme } from '#/programme/door.ts';
import type { Quarter } from '../rules/quarter.ts';
import type { RoundContent } from '../rules/round.ts';
import { scoreUnits } from '../rules/score.ts';
import { getSheet } from '../store/sheets.ts';
import { loadQuarterFacts } from './facts.ts';

/** A quarter as it comes out today. */
export async function countQuarter(reader: Reader, list: StoredProgramme, quarter: Quarter): Promise<RoundContent> {
  const { version, sheet } = await getSheet(reader, quarter.year);
  const facts = await loadQuarterFacts(reader, list, quarter);
  return { form: 1, sheetVersion: version, sheet, facts, scores: scoreUnits(sheet, facts) };
}

/** As it will be read back, so that the digest can be computed again from what is stored. */
export function frozenOf<Content>(content: Content): { readonly content: Content; readonly digest: string } {
  const kept = JSON.parse(JSON.stringify(content)) as Content;
  return { content: kept, digest: digestOf(canonicalText(kept)) };
}
