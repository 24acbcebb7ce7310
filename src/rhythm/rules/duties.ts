import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import type { Duty } from '#/kernel/duty.ts';
import type { Blocker } from './blocker.ts';
import type { UnitWeek } from './check.ts';
import { mondayOf } from './iso-week.ts';
import type { Letter } from './letter.ts';
import type { Meeting } from './meeting.ts';
import type { RhythmSettings } from './settings.ts';

/** 推进类待办: the weekly check, what stands in the way at one's own level, letters without an answer, meetings. */
export type RhythmDuty =
  | Duty<'rhythm.check', { readonly year: number; readonly week: number; readonly unitId: string; readonly projects: number }>
  | Duty<
      'rhythm.blocker',
      { readonly blockerId: string; readonly title: string; readonly project: string; readonly ageDays: number; readonly asked: string }
    >
  | Duty<'rhythm.letter', { readonly letterId: string; readonly title: string; readonly toBody: string }>
  | Duty<'rhythm.meeting', { readonly meetingId: string; readonly year: number; readonly no: number; readonly place: string }>
  | Duty<'rhythm.attend-meeting', { readonly meetingId: string; readonly year: number; readonly no: number; readonly place: string }>;

const ORDINARY = { urgency: 'ordinary' } as const;
const OF_UNIT = ['liaison', 'deputy-head', 'unit-head'] as const;
/** The head is told; where a unit has none here, whoever answers for him. */
const ATTENDING = ['unit-head', 'deputy-head', 'liaison'] as const;

export function checkDuty({ year, week, unitId, projects, dueOn, answer }: UnitWeek): RhythmDuty | null {
  if (answer === 'on-time' || answer === 'late') return null;
  return {
    kind: 'rhythm.check',
    key: `${unitId} ${year}-${week}`,
    facts: { year, week, unitId, projects },
    ...{
      unitId,
      postId: null,
      roles: OF_UNIT,
      since: mondayOf({ year, week }),
      dueOn,
      ...ORDINARY,
      link: `check-in?year=${year}&week=${week}`,
    },
  };
}

/** Whose level it is at sees to it: the unit's own post, the leader who was asked; the office brings the rest to the meeting or writes. */
export function blockerDuty(
  it: Blocker & { readonly project: string; readonly age: number },
  { blockerDays }: RhythmSettings,
): RhythmDuty | null {
  if (it.state !== 'open' || it.level === 'meeting') return null;
  const common = {
    kind: 'rhythm.blocker',
    key: `${it.id} ${it.level}`,
    facts: { blockerId: it.id, title: it.title, project: it.project, ageDays: it.age, asked: it.asked },
    ...{ since: it.levelSince, dueOn: addDays(it.levelSince, blockerDays), ...ORDINARY, link: `blockers?open=${it.id}` },
  } as const;
  if (it.level === 'unit') return { ...common, unitId: it.unitId, postId: it.ownerPostId, roles: OF_UNIT };
  if (it.level === 'leader') return { ...common, unitId: null, postId: it.askedPostId, roles: ['leader'] };
  return { ...common, unitId: null, postId: null, roles: ['office'] };
}

export function letterDuty({ id, title, toBody, state, sentOn, answerBy }: Letter): RhythmDuty | null {
  if (state !== 'sent' || sentOn === null) return null;
  const facts = { letterId: id, title, toBody };
  const who = { unitId: null, postId: null, roles: ['office'] } as const;
  return { kind: 'rhythm.letter', key: id, facts, ...who, since: sentOn, dueOn: answerBy, ...ORDINARY, link: 'blockers' };
}

/** Who is expected in the room: the office prepares it, the chair leads it, and the units that lead a project of the list keep the hour free. */
export function meetingDuties(it: Meeting, unitIds: readonly string[], today: CivilDate): readonly RhythmDuty[] {
  if (it.state !== 'planned' && it.state !== 'under-way') return [];
  const { id: meetingId, year, no, place, plannedOn, fromTime, toTime, version } = it;
  const meets = fromTime === null ? {} : { meets: { from: fromTime, to: toTime, place } };
  const when = { since: plannedOn < today ? plannedOn : today, dueOn: plannedOn, ...ORDINARY, revision: version, ...meets } as const;
  const facts = { meetingId, year, no, place };
  const own = { kind: 'rhythm.meeting', facts, unitId: null, link: `meetings/${meetingId}`, ...when } as const;
  // What a unit has to say there is what it writes in the weekly check.
  const attending = { kind: 'rhythm.attend-meeting', facts, postId: null, link: 'check-in', ...when } as const;
  return [
    { ...own, key: meetingId, postId: null, roles: ['office'] },
    ...(it.chairPostId === null ? [] : [{ ...own, key: `${meetingId} chair`, postId: it.chairPostId, roles: ['leader'] } as const]),
    ...unitIds.map((unitId) => ({ ...attending, key: `${meetingId} ${unitId}`, unitId, roles: ATTENDING })),
  ];
}
