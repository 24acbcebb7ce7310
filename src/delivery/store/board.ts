import type { CivilDate } from '#/kernel/civil-date.ts';
import { getDistrict, listUnits } from '#/organisation/door.ts';
import type { Reader } from '#/platform/db.ts';
import { findProgrammeOf, loadProgramme, type StoredProgramme } from '#/programme/door.ts';
import type { ProgrammeKind } from '#/programme/rules/programme.ts';
import { type BoardInput, boardOf } from '../rules/board.ts';
import type { LightSettings } from '../rules/lights.ts';
import type { Board } from '../rules/standing.ts';
import { getLightSettings, listAcceptances, listApprovedPlans, listMonthLights } from './plans.ts';
import { listAdoptedFacts } from './reports.ts';

export type LoadedBoard = { readonly board: Board; readonly input: BoardInput & { readonly settings: LightSettings } };

/** A list on a day: everything that its board is computed from, and the board. A draft shows the board that it would have. */
export async function loadBoard(reader: Reader, stored: StoredProgramme, asOf: CivilDate): Promise<LoadedBoard> {
  const { programme, projects, promises } = await loadProgramme(reader, stored);
  const units = await listUnits(reader);
  const district = await getDistrict(reader);
  const input = {
    districtName: district.name,
    programme,
    projects,
    promises,
    reports: await listAdoptedFacts(reader, programme.id, asOf),
    trajectories: await listApprovedPlans(reader, programme.id),
    acceptances: await listAcceptances(reader, programme.id),
    months: await listMonthLights(reader, programme.id),
    settings: await getLightSettings(reader),
    unitNames: Object.fromEntries(units.map((it) => [it.id, it.name])),
    asOf,
  };
  return { board: boardOf(input), input };
}

export type BoardQuery = { readonly year: number; readonly kind?: ProgrammeKind; readonly asOf?: CivilDate };

/** The board of the list of a year, today or on the day asked for; null where there is no such list. */
export async function boardOn(reader: Reader, { year, kind = 'ten-things', asOf = reader.today }: BoardQuery): Promise<Board | null> {
  const stored = await findProgrammeOf(reader, { year, kind });
  return stored === undefined ? null : (await loadBoard(reader, stored, asOf)).board;
}
