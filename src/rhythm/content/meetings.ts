import { boardOn } from '#/delivery/door.ts';
import type { Board } from '#/delivery/rules/standing.ts';
import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { listOrderFacts, type OrderFacts } from '#/orders/door.ts';
import { numberText } from '#/orders/rules/order.ts';
import { listUnits } from '#/organisation/door.ts';
import type { Reader } from '#/platform/db.ts';
import { findProgramme, type StoredProgramme } from '#/programme/door.ts';
import { type Agenda, agendaOf, computedAgenda } from '../rules/agenda.ts';
import type { UnitWeek } from '../rules/check.ts';
import type { DecisionState, MeetingDecision, OpenDecision } from '../rules/decision.ts';
import { isoWeekOf, mondayOf, weekBefore } from '../rules/iso-week.ts';
import type { Meeting } from '../rules/meeting.ts';
import { findFrozenAgenda, listAgendaChanges } from '../store/agenda.ts';
import { listBlockers } from '../store/blockers.ts';
import { listIssuedDecisions } from '../store/decisions.ts';
import { lastClosedOn } from '../store/meetings.ts';
import { getRhythmSettings } from '../store/settings.ts';
import { silentUnits } from './weeks.ts';

export async function getListOf(reader: Reader, { programmeId }: Pick<Meeting, 'programmeId'>): Promise<StoredProgramme> {
  const list = await findProgramme(reader, programmeId);
  if (list === undefined) throw new Problem(404, 'unknown-programme', { id: programmeId });
  return list;
}

/** The board that a meeting looks at: of today, or of the day it was closed. */
export async function boardFor(reader: Reader, list: StoredProgramme, day: CivilDate): Promise<Board> {
  const board = await boardOn(reader, { year: list.year, kind: list.kind, asOf: day });
  if (board === null) throw new Problem(404, 'unknown-programme', { id: list.id });
  return board;
}

/** At most so many weeks are looked through for silence: as many as lie between two monthly meetings. */
const WEEKS_BACK = 5;

/** 会前的议程: as computed now, with what the office changed. */
export async function loadComputed(reader: Reader, meeting: Meeting): Promise<{ readonly agenda: Agenda; readonly board: Board }> {
  const list = await getListOf(reader, meeting);
  const board = await boardFor(reader, list, reader.today);
  const orders = await listOrderFacts(reader, { onlyOpen: true });
  const items = computedAgenda({
    board,
    orders: orders.filter((it) => isOfList(it, board)),
    blockers: await listBlockers(reader, { openOn: reader.today, programmeId: list.id }),
    decisions: openDecisions(await listIssuedDecisions(reader, list.id), orders),
    silent: await silentSince(reader, await lastClosedOn(reader, meeting), board),
    unitNames: Object.fromEntries((await listUnits(reader)).map(({ id, name }) => [id, name])),
    settings: await getRhythmSettings(reader),
    today: reader.today,
  });
  return { agenda: agendaOf(items, await listAgendaChanges(reader, meeting.id), board), board };
}

/** 议程: frozen from the beginning of the meeting on. */
export async function loadAgenda(reader: Reader, meeting: Meeting): Promise<{ readonly agenda: Agenda; readonly board: Board }> {
  const frozen = meeting.state === 'under-way' || meeting.state === 'closed' ? await findFrozenAgenda(reader, meeting.id) : null;
  if (frozen === null) return loadComputed(reader, meeting);
  return { agenda: frozen, board: await boardFor(reader, await getListOf(reader, meeting), meeting.closedOn ?? reader.today) };
}

/** Orders on a project of the list, and those on none. */
function isOfList({ subjectProjectId }: OrderFacts, { projects }: Board): boolean {
  return subjectProjectId === null || projects.some(({ project }) => project.id === subjectProjectId);
}

function openDecisions(issued: readonly MeetingDecision[], open: readonly OrderFacts[]): readonly OpenDecision[] {
  const byId = new Map(open.map((it) => [it.id, it]));
  return issued.flatMap((it): readonly OpenDecision[] => {
    const order = byId.get(it.orderId ?? '');
    if (order === undefined) return [];
    const { id: decisionId, meetingNo, text, projectId, unitId, orderId } = it;
    return [{ decisionId, meetingNo, text, projectId, unitId, orderId, dueOn: order.dueOn, number: numberText(order), state: order.state }];
  });
}

/** Who was silent in the weeks since the last meeting, of the units that lead a project of the list. */
async function silentSince(reader: Reader, last: CivilDate | null, board: Board): Promise<readonly UnitWeek[]> {
  const from = last ?? addDays(reader.today, -7 * WEEKS_BACK);
  const units = new Set(board.projects.flatMap(({ project }) => project.leadUnitId ?? []));
  const silent: UnitWeek[] = [];
  let week = isoWeekOf(reader.today);
  for (let i = 0; i < WEEKS_BACK && mondayOf(week) >= addDays(from, -6) && mondayOf(week) >= board.programme.from; i++) {
    silent.push(...(await silentUnits(reader, week)));
    week = weekBefore(week);
  }
  return silent.filter(({ unitId }) => units.has(unitId));
}

/** What the last meeting of the list gave to units, each with its order as it stands. */
export async function loadLastDecisions(reader: Reader, meeting: Meeting): Promise<readonly DecisionState[]> {
  const issued = (await listIssuedDecisions(reader, meeting.programmeId)).filter((it) => isBefore(it, meeting));
  const last = issued.at(-1);
  if (last === undefined) return [];
  const orders = new Map((await listOrderFacts(reader, { source: { kind: 'meeting', id: last.meetingId } })).map((it) => [it.id, it]));
  return issued.filter((it) => it.meetingId === last.meetingId).map((it) => ({ ...it, order: orders.get(it.orderId ?? '') ?? null }));
}

function isBefore(it: MeetingDecision, { year, no }: Pick<Meeting, 'year' | 'no'>): boolean {
  return it.meetingYear < year || (it.meetingYear === year && it.meetingNo < no);
}
