import type { PeriodRates } from '#/collection/rules/rates.ts';
import { type CivilDate, daysBetween } from '#/kernel/civil-date.ts';
import type { Adjustment } from '#/programme/rules/adjust.ts';
import type { BulletinItem } from './bulletin-item.ts';
import type { CorrectedLine } from './correction.ts';
import type { BulletinPart } from './part.ts';

/** 上月督办: what became of the orders of a month. Only what was closed counts as settled. */
export type OrdersOfMonth = {
  readonly issued: number;
  readonly closed: number;
  readonly open: number;
  readonly overdue: number;
  readonly lines: readonly {
    readonly number: string;
    readonly matter: string;
    readonly unit: string;
    readonly dueOn: CivilDate;
    readonly closedOn: CivilDate | null;
    readonly state: 'closed' | 'open' | 'overdue';
  }[];
};

/** Each lead unit stands in one class only: the worst that any of its promises is in. */
export const UNIT_CLASSES = ['seriously', 'behind', 'unjudged', 'on-pace', 'done'] as const;
/** 单位分类: by its worst promise (严重滞后 > 滞后 > 无法判断 > 按序时 > 全部完成). */
export type UnitClass = (typeof UNIT_CLASSES)[number];
export type UnitsOfClass = { readonly key: UnitClass; readonly units: readonly string[] };

/** 通报增加的内容: what a month's bulletin says beside the board. Absent in those that were frozen before there was any. */
export type BulletinExtra = {
  readonly orders: OrdersOfMonth | null;
  readonly units: readonly UnitsOfClass[];
  readonly early: readonly { readonly item: BulletinItem; readonly days: number }[];
  readonly over: readonly BulletinItem[];
  readonly adjusted: readonly { readonly item: BulletinItem; readonly adjustment: Adjustment }[];
  /** In time in the month before, of what was due. */
  readonly onTimeBefore: { readonly due: number; readonly onTime: number } | null;
  readonly corrections: readonly PrintedCorrection[];
  readonly parts: readonly BulletinPart[];
};

export type PrintedCorrection = {
  readonly month: number;
  readonly issue: number | null;
  readonly no: number;
  readonly issuedOn: CivilDate;
  readonly reason: string;
  readonly lines: readonly CorrectedLine[];
};

export type ExtraInput = {
  readonly items: readonly BulletinItem[];
  readonly adjustments: readonly Adjustment[];
  readonly month: { readonly from: CivilDate; readonly to: CivilDate };
  readonly orders: OrdersOfMonth | null;
  readonly ratesBefore: PeriodRates | null;
  readonly corrections: readonly PrintedCorrection[];
  readonly parts: readonly BulletinPart[];
};

export function extraOf({ items, adjustments, month, orders, ratesBefore, corrections, parts }: ExtraInput): BulletinExtra {
  const decided = adjustments.filter(({ decidedOn }) => decidedOn >= month.from && decidedOn <= month.to);
  return {
    orders: orders !== null && orders.lines.length + orders.issued > 0 ? orders : null,
    units: unitsByClass(items),
    early: items
      .filter(({ class: it, doneOn }) => it === 'finished-early' && doneOn !== null)
      .map((item) => ({ item, days: daysBetween(item.doneOn!, item.deadline) }))
      .toSorted((a, b) => b.days - a.days),
    over: items.filter(
      ({ done, target, targetMax, bound }) => bound !== 'at_most' && done !== null && target !== null && done > (targetMax ?? target),
    ),
    adjusted: decided.flatMap((adjustment) => {
      const item = items.find(({ promiseId }) => promiseId === adjustment.promiseId);
      return item === undefined ? [] : [{ item, adjustment }];
    }),
    onTimeBefore: ratesBefore === null || ratesBefore.due === 0 ? null : { due: ratesBefore.due, onTime: ratesBefore.onTime },
    corrections,
    parts: parts.filter(({ paragraphs }) => paragraphs.length > 0),
  };
}

export function unitsByClass(items: readonly BulletinItem[]): readonly UnitsOfClass[] {
  const led = Map.groupBy(
    items.filter(({ leadUnit, class: it }) => leadUnit !== null && it !== 'ended'),
    ({ leadUnit }) => leadUnit!,
  );
  const classed = [...led].map(([unit, own]) => ({ unit, key: worstOf(own.map(unitClassOf)) }));
  return UNIT_CLASSES.map((key) => ({ key, units: classed.filter((it) => it.key === key).map(({ unit }) => unit) })).filter(
    ({ units }) => units.length > 0,
  );
}

function unitClassOf({ class: it, light }: BulletinItem): UnitClass {
  if (it === 'behind') return light === 'red' ? 'seriously' : 'behind';
  if (it === 'no-data' || it === 'no-target') return 'unjudged';
  return it === 'finished' || it === 'finished-early' ? 'done' : 'on-pace';
}

function worstOf(classes: readonly UnitClass[]): UnitClass {
  return UNIT_CLASSES.find((it) => classes.includes(it))!;
}
