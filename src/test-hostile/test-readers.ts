import { matchRows } from '#/collection/rules/candidate.ts';
import type { ReportingForm } from '#/collection/rules/form.ts';
import { readForm } from '#/collection/rules/read-form.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { DocumentContent } from '#/kernel/document-content.ts';
import { newId } from '#/kernel/id.ts';
import { checkRows } from '#/organisation/rules/import.ts';
import { planImport } from '#/organisation/rules/import-plan.ts';
import { readImportTable } from '#/organisation/rules/import-table.ts';
import { sentenceOfRemark } from '#/organisation/words/import.ts';
import { wordsOf as wordsOfOrganisation } from '#/organisation/words/refusals.ts';
import { readBytes } from '#/platform/documents/read-bytes.ts';
import { wordsOfReadRefusal } from '#/platform/documents/words.ts';
import { newDraftHead } from '#/programme/rules/draft.ts';
import { draftFromFound, withProgressOf } from '#/programme/rules/draft-read.ts';
import { findList } from '#/programme/rules/find-list/find-list.ts';
import { tooFullOf, tooLongOf } from '#/programme/rules/find-list/item-limits.ts';
import { wordsOf as wordsOfProgramme } from '#/programme/words.ts';
import type { Hostile } from './test-mutate.ts';

/** `read` by how many of the three readers, or the sentence that the person gets. */
export type Verdict = { readonly kind: string; readonly sentence: string | null };

const TODAY: CivilDate = '2026-06-18';
const NOTHING = { units: [], posts: [], holdings: [], people: [], usernames: new Map<string, string>() };

/** What each of the three ways in makes of a file, as far as it goes without the database: every answer is a value with a sentence. */
export async function judge({ name, bytes }: Hostile, form: Pick<ReportingForm, 'rows'>): Promise<Verdict> {
  const content = await readBytes(bytes, name);
  if (!content.ok) return { kind: content.refusal.kind, sentence: wordsOfReadRefusal(content.refusal) };
  const ways = [asList(content.value), asOrganisation(content.value), asForm(content.value, form)];
  const refused = ways.find((it) => it.sentence !== null);
  return ways.some((it) => it.sentence === null) ? { kind: 'read', sentence: null } : refused!;
}

function asList(content: DocumentContent): Verdict {
  const found = findList(content);
  if (found.items.length === 0) return { kind: 'no-list-found', sentence: wordsOfProgramme({ kind: 'no-list-found' }) };
  const tooLong = tooLongOf(found);
  if (tooLong !== null) return { kind: tooLong.kind, sentence: wordsOfProgramme(tooLong) };
  const draft = withProgressOf(draftFromFound(found, newDraftHead(2026, '', { name: '清单', digest: null })), found);
  const tooFull = tooFullOf(draft);
  return tooFull === null ? { kind: 'read', sentence: null } : { kind: tooFull.kind, sentence: wordsOfProgramme(tooFull) };
}

function asOrganisation(content: DocumentContent): Verdict {
  const table = readImportTable(content);
  if (!table.ok) return { kind: table.refusal.kind, sentence: wordsOfOrganisation(table.refusal) };
  const { rows, remarks } = checkRows(table.value, TODAY);
  const planned = planImport(rows, NOTHING, TODAY, newId);
  for (const remark of [...remarks, ...planned.remarks]) if (sentenceOfRemark(remark) === '') throw new Error(`no sentence for a remark`);
  return { kind: 'read', sentence: null };
}

function asForm(content: DocumentContent, { rows }: Pick<ReportingForm, 'rows'>): Verdict {
  const reading = readForm(content);
  if (reading === null) return { kind: 'evidence', sentence: '作为佐证材料' };
  matchRows(reading.rows, { rows, asOf: TODAY });
  return { kind: 'read', sentence: null };
}
