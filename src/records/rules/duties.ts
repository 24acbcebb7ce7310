import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Duty } from '#/kernel/duty.ts';

/** 实绩类待办: a planned event whose day is past and whose result nobody told; a need that was to be met by a day. */
export type RecordsDuty =
  | Duty<'records.event-result', { readonly title: string; readonly on: CivilDate; readonly place: string }>
  | Duty<'records.need', { readonly visitedOn: CivilDate }>;

const OF_UNIT = ['liaison', 'deputy-head', 'unit-head'] as const;

type PlannedEvent = {
  readonly id: string;
  readonly promiseId: string;
  readonly unitId: string | null;
  readonly title: string;
  readonly on: CivilDate;
  readonly place: string;
  readonly enteredOn: CivilDate;
};

/** Due on its own day; overdue from the day after on, until it is held, moved or cancelled. */
export function eventDuty({ id, promiseId, unitId, title, on, place, enteredOn }: PlannedEvent): RecordsDuty {
  return {
    kind: 'records.event-result',
    key: id,
    facts: { title, on, place },
    ...{ unitId, postId: null, roles: OF_UNIT, since: enteredOn, dueOn: on, urgency: 'ordinary' },
    link: `records/entries?promise=${promiseId}`,
  };
}

type OpenNeed = {
  readonly id: string;
  readonly promiseId: string;
  readonly unitId: string | null;
  readonly visitedOn: CivilDate;
  readonly dueOn: CivilDate;
};

/** Says nothing of whose need it is, or what. */
export function needDuty({ id, promiseId, unitId, visitedOn, dueOn }: OpenNeed): RecordsDuty {
  return {
    kind: 'records.need',
    key: id,
    facts: { visitedOn },
    ...{ unitId, postId: null, roles: OF_UNIT, since: visitedOn, dueOn, urgency: 'ordinary' },
    link: `records/visits?promise=${promiseId}`,
  };
}
