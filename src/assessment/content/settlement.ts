import { listAcceptances, loadBoard } from '#/delivery/door.ts';
import { boardOf } from '#/delivery/rules/board.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { getDistrict } from '#/organisation/door.ts';
import type { Reader } from '#/platform/db.ts';
import { loadProgramme, type StoredProgramme } from '#/programme/door.ts';
import { type Settlement, settlementOf } from '../rules/settlement.ts';
import { listCarryOvers } from '../store/settlement.ts';

/** The settlement of a list as it stands: at the end of its period, or today while it runs. */
export async function loadSettlement(reader: Reader, list: StoredProgramme): Promise<Settlement> {
  const asOf: CivilDate = list.to < reader.today ? list.to : reader.today;
  const { input } = await loadBoard(reader, list, asOf);
  const acceptances = await listAcceptances(reader, list.id);
  // What was done in the year is often accepted in the first weeks of the next one: the figure is the year's, the acceptance counts.
  const inTime = acceptances.map((it) => (it.acceptedOn > asOf ? { ...it, acceptedOn: asOf } : it));
  const board = boardOf({ ...input, acceptances: inTime, asOf });
  const { originals, adjustments } = await loadProgramme(reader, list);
  return settlementOf({
    districtName: (await getDistrict(reader)).name,
    programme: list,
    projects: board.projects.map(({ project, leadUnit }) => ({ id: project.id, no: project.no, name: project.name, leadUnit })),
    standings: board.projects.flatMap(({ promises }) => promises),
    originals,
    adjustments,
    accepted: acceptances,
    carryOvers: await listCarryOvers(reader, list.id),
    asOf,
  });
}
