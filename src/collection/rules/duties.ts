import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import type { Duty } from '#/kernel/duty.ts';
import type { StoredBatch } from './batch.ts';
import type { CollectionPeriod, Rhythm } from './calendar.ts';
import type { PeriodRates } from './rates.ts';

/** 收表类待办: a form that a unit has not returned, and files that were dropped and count for nothing until somebody confirms them. */
export type CollectionDuty =
  | Duty<
      'collection.return-form',
      { readonly programmeId: string; readonly period: string; readonly asked: number; readonly missing: number }
    >
  | Duty<'collection.confirm-batch', { readonly period: string; readonly files: number; readonly unit: string | null }>;

const OF_UNIT = ['liaison', 'deputy-head', 'unit-head'] as const;
const ORDINARY = { postId: null, urgency: 'ordinary' } as const;
/** What was dropped is looked through while those who filled it in remember (来源: 自定). */
const CONFIRM_DAYS = 3;

/** Where figures are collected by the month or the quarter, each promise is asked for by itself each month; nothing is asked twice. */
export function asksByForm(rhythm: Rhythm): boolean {
  return rhythm === 'week' || rhythm === 'half-month';
}

type Asked = {
  readonly programmeId: string;
  readonly period: Pick<CollectionPeriod, 'id' | 'from' | 'dueOn'>;
  readonly rates: PeriodRates | null;
};

/** One line for each unit that owes figures for the period. */
export function formDuties({ programmeId, period, rates }: Asked): readonly CollectionDuty[] {
  return (rates?.units ?? []).flatMap(({ unitId, due, reported }): readonly CollectionDuty[] => {
    if (reported >= due) return [];
    const facts = { programmeId, period: period.id, asked: due, missing: due - reported };
    const when = { since: period.from, dueOn: period.dueOn };
    return [
      {
        ...ORDINARY,
        ...when,
        kind: 'collection.return-form',
        key: `${unitId} ${period.id}`,
        facts,
        unitId,
        roles: OF_UNIT,
        link: 'collection',
      },
    ];
  });
}

export type OpenBatch = Pick<StoredBatch, 'id' | 'period' | 'unitId' | 'receivedOn'> & {
  readonly files: number;
  readonly openedOn: CivilDate;
};

/** A unit confirms its own form; the supervision office what it dropped itself. */
export function batchDuty({ id, period, unitId, openedOn, files }: OpenBatch, unitNames: Readonly<Record<string, string>>): CollectionDuty {
  return {
    ...ORDINARY,
    kind: 'collection.confirm-batch',
    key: id,
    facts: { period, files, unit: unitId === null ? null : (unitNames[unitId] ?? null) },
    unitId,
    roles: unitId === null ? ['office'] : OF_UNIT,
    since: openedOn,
    dueOn: addDays(openedOn, CONFIRM_DAYS),
    link: `collection/batches/${id}`,
  };
}
