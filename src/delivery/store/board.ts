import type { CivilDate } from '#/kernel/civil-date.ts';
import { getDistrict, listUnits } from '#/organisation/door.ts';
import { listNetworks } from '#/planning/door.ts';
import type { Reader, Writer } from '#/platform/db.ts';
import { findProgrammeOf, loadProgramme, type StoredProgramme } from '#/programme/door.ts';
import type { ProgrammeKind } from '#/programme/rules/programme.ts';
import { type BoardInput, boardOf } from '../rules/board.ts';
import type { LightSettings } from '../rules/lights.ts';
import type { Board } from '../rules/standing.ts';
import { listDerived, listSourceDays } from './count-sources.ts';
import { getLightSettings, listAcceptances, listApprovedPlans, listMonthLights } from './plans.ts';
import { listAdoptedFacts } from './reports.ts';
import { getVerificationSetting } from './settings.ts';
import { listVerdicts } from './verdicts.ts';

/** Everything that the board of a list is computed from, whatever the day. */
export type ListInput = Omit<BoardInput, 'asOf'> & { readonly settings: LightSettings };
export type LoadedBoard = { readonly board: Board; readonly input: ListInput };

/** A list on a day. A draft shows the board that it would have. */
export async function loadBoard(reader: Reader, stored: StoredProgramme, asOf: CivilDate): Promise<LoadedBoard> {
  const input = await readList(reader, stored);
  return { board: boardOf({ ...input, asOf }), input };
}

async function readList(reader: Reader, stored: StoredProgramme): Promise<ListInput> {
  const { programme, projects, promises } = await loadProgramme(reader, stored);
  const units = await listUnits(reader);
  const { name } = await getDistrict(reader);
  return {
    districtName: name,
    programme,
    projects,
    promises,
    reports: await listAdoptedFacts(reader, programme.id),
    trajectories: await listApprovedPlans(reader, programme.id),
    acceptances: await listAcceptances(reader, programme.id),
    months: await listMonthLights(reader, programme.id),
    settings: await getLightSettings(reader),
    verdicts: await listVerdicts(reader, programme.id),
    verification: await getVerificationSetting(reader),
    networks: await listNetworks(reader, programme.id),
    derived: await listDerived(reader, promises, programme),
    sourceDays: await listSourceDays(
      reader,
      promises.map((it) => it.id),
    ),
    unitNames: Object.fromEntries(units.map((it) => [it.id, it.name])),
  };
}

export type BoardQuery = { readonly year: number; readonly kind?: ProgrammeKind; readonly asOf?: CivilDate };

/** The board of the list of a year, today or on the day asked for; null where there is no such list. */
export async function boardOn(reader: Reader, { year, kind = 'ten-things', asOf = reader.today }: BoardQuery): Promise<Board | null> {
  const input = await keptList(reader, year, kind);
  return input === null ? null : boardOf({ ...input, asOf });
}

type Kept = { readonly head: string; readonly input: ListInput | null };
const kept = new Map<string, Kept>();
const KEPT_LISTS = 64;

/**
 * Every change of a district moves the head of its journal, so rows read under one head need not be read again while it stands. The pace is
 * computed anew each time. A transaction that writes sees what nobody else may see yet, and neither takes nor leaves anything here.
 */
async function keptList(reader: Reader, year: number, kind: ProgrammeKind): Promise<ListInput | null> {
  const head = isWriter(reader) ? null : await journalHead(reader);
  const key = `${reader.district} ${year} ${kind}`;
  const known = kept.get(key);
  if (head !== null && known?.head === head) return known.input;
  const stored = await findProgrammeOf(reader, { year, kind });
  const input = stored === undefined ? null : await readList(reader, stored);
  if (head === null) return input;
  kept.delete(key);
  kept.set(key, { head, input });
  if (kept.size > KEPT_LISTS) kept.delete(kept.keys().next().value!);
  return input;
}

function isWriter(reader: Reader | Writer): boolean {
  return 'changes' in reader;
}

async function journalHead({ client, district }: Reader): Promise<string | null> {
  const found = await client.query<{ digest: string }>({
    name: 'delivery-journal-head',
    text: 'select digest from platform.journal_head where district = $1',
    values: [district],
  });
  return found.rows[0]?.digest ?? null;
}
