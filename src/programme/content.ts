import { Problem } from '#/kernel/problem.ts';
import { listUnits } from '#/organisation/door.ts';
import type { Reader } from '#/platform/db.ts';
import { type Adjustment, adjusted } from './rules/adjust.ts';
import { contentOf, type Step } from './rules/freeze.ts';
import type { Programme, ProgrammeKind, ProgrammePromise, Project } from './rules/programme.ts';
import { listAdjustments, listProgrammes, listProjectRows, listPromiseRows, listStepRows, type StoredProgramme } from './store.ts';

/** A list with everything that binds today: adjusted promises, and beside them the promises as they were frozen. */
export type LoadedProgramme = {
  readonly programme: Programme;
  readonly projects: readonly Project[];
  readonly promises: readonly ProgrammePromise[];
  readonly originals: readonly ProgrammePromise[];
  readonly steps: readonly Step[];
  readonly adjustments: readonly Adjustment[];
};

export async function findProgrammeOf(
  reader: Reader,
  { year, kind = 'ten-things' }: { readonly year: number; readonly kind?: ProgrammeKind },
): Promise<StoredProgramme | undefined> {
  return (await listProgrammes(reader)).find((it) => it.year === year && it.kind === kind);
}

export async function getProgrammeOf(
  reader: Reader,
  which: { readonly year: number; readonly kind?: ProgrammeKind },
): Promise<StoredProgramme> {
  const found = await findProgrammeOf(reader, which);
  if (found === undefined) throw new Problem(404, 'unknown-programme', which);
  return found;
}

/** A frozen list from its rows; a draft as it would be frozen, so that the preview of the board is the board. */
export async function loadProgramme(reader: Reader, stored: StoredProgramme): Promise<LoadedProgramme> {
  const { draft, sourceName: _, sourceDigest: __, ...programme } = stored;
  if (draft !== null) {
    const units = await listUnits(reader);
    const content = contentOf(draft, programme.id, (name, id) => id ?? units.find((it) => it.name === name)?.id ?? null);
    return { programme, ...content, originals: content.promises, adjustments: [] };
  }
  const projects = await listProjectRows(reader, programme.id);
  const originals = await listPromiseRows(reader, programme.id);
  const steps = await listStepRows(reader, programme.id);
  const adjustments = await listAdjustments(reader, programme.id);
  return { programme, projects, originals, promises: originals.map((it) => adjusted(it, adjustments)), steps, adjustments };
}
