import { loadBoard } from '#/delivery/door.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Reader } from '#/platform/db.ts';
import { listProgress, type StoredProgramme } from '#/programme/door.ts';
import type { Discrepancy, Statement } from '../rules/discrepancies/discrepancy.ts';
import { discrepanciesOf } from '../rules/discrepancies/find.ts';
import { listStatements } from '../store/bulletins.ts';

export type Found = { readonly asOf: CivilDate; readonly statements: readonly Statement[]; readonly discrepancies: readonly Discrepancy[] };

export async function loadDiscrepancies(reader: Reader, programme: StoredProgramme, asOf: CivilDate = reader.today): Promise<Found> {
  const statements = await listStatements(reader, programme.id);
  const { board } = await loadBoard(reader, programme, asOf);
  const rowTexts = await listRowTexts(reader, programme, asOf);
  return { asOf, statements, discrepancies: discrepanciesOf(board, statements, rowTexts) };
}

/** The progress column as it was printed or dropped later; a draft carries its own. */
async function listRowTexts(reader: Reader, { id, draft }: StoredProgramme, asOf: CivilDate): Promise<Readonly<Record<string, string>>> {
  if (draft !== null) return Object.fromEntries(draft.projects.flatMap((it) => (it.progress === null ? [] : [[it.id, it.progress.text]])));
  const progress = await listProgress(reader, id);
  return Object.fromEntries(progress.filter((it) => it.asOf <= asOf).map((it) => [it.projectId, it.progress.text]));
}
