import { loadBoard } from '#/delivery/door.ts';
import type { Reader } from '#/platform/db.ts';
import { findProgrammeOf, listAdjustments } from '#/programme/door.ts';
import { changesSince, type FigureChange } from '#/supervision/rules/changes-since.ts';
import { itemsOf } from '#/supervision/rules/figures-for.ts';
import { comparedFigures } from '../rules/circulation.ts';
import type { Edition } from '../rules/edition.ts';

/** 送审后变动: what reads otherwise today than in the edition as it was frozen. The edition stays as it is. */
export async function loadChanges(reader: Reader, edition: Edition): Promise<readonly FigureChange[]> {
  const stored = await findProgrammeOf(reader, edition);
  if (stored === undefined) return [];
  const { board } = await loadBoard(reader, stored, reader.today > edition.asOf ? reader.today : edition.asOf);
  const now = itemsOf(board, { adjustments: await listAdjustments(reader, stored.id) });
  return changesSince(comparedFigures(edition.content, now), now);
}
