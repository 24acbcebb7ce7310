import type { PeriodRates } from '#/collection/rules/rates.ts';
import { WORST_FIRST } from '#/delivery/rules/lights.ts';
import type { Board } from '#/delivery/rules/standing.ts';
import { type CivilDate, daysBetween } from '#/kernel/civil-date.ts';
import type { Adjustment } from '#/programme/rules/adjust.ts';
import type { ProgrammeKind } from '#/programme/rules/programme.ts';
import type { BulletinItem } from './bulletin-item.ts';
import { type BulletinExtra, extraOf, type OrdersOfMonth, type PrintedCorrection } from './extra.ts';
import { type Around, figuresFor, itemsOf, type Totals } from './figures-for.ts';
import type { LeftOut } from './left-out.ts';
import { firstOfMonth } from './month.ts';
import { type Movement, movementOf } from './movement.ts';
import type { BulletinPart } from './part.ts';
import type { BulletinSettings } from './settings.ts';

/** 月通报的内容: every figure of one month's bulletin, taken from the board and from nothing else. */
export type BulletinContent = Totals & {
  readonly districtName: string;
  readonly kind: ProgrammeKind;
  readonly year: number;
  readonly month: number;
  readonly asOf: CivilDate;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly issue: number | null;
  readonly elapsedDays: number;
  readonly periodDays: number;
  /** Every promise, also those that the letter does not print. */
  readonly items: readonly BulletinItem[];
  readonly leftOut: readonly LeftOut[];
  /** Rows under which the list prints nothing that could be kept or not. */
  readonly emptyProjects: readonly { readonly no: string; readonly name: string; readonly leadUnit: string | null }[];
  /** Red first, then by days behind. */
  readonly behind: readonly BulletinItem[];
  readonly missing: Missing;
  readonly movement: Movement | null;
  /** 报送率 of the month; null where nobody owed a report. */
  readonly reporting: PeriodRates | null;
  readonly settings: BulletinSettings;
  /** Absent in bulletins that were frozen before it was written. */
  readonly extra?: BulletinExtra;
};

/** 缺什么: what the figures lack, each named with its unit. */
export type Missing = {
  readonly noData: readonly BulletinItem[];
  readonly otherMeasure: readonly BulletinItem[];
  readonly noTarget: readonly BulletinItem[];
  /** No approved plan: judged by the straight line. */
  readonly noPlan: readonly BulletinItem[];
  readonly stale: readonly BulletinItem[];
  readonly noLeadUnit: readonly BulletinItem[];
};

export type BulletinInput = {
  readonly board: Board;
  readonly month: number;
  readonly settings: BulletinSettings;
  readonly issue?: number | null;
  readonly previousBoard?: Board | null;
  readonly adjustments?: readonly Adjustment[];
  /** Promises that the office keeps as 常态化, by id. */
  readonly routine?: readonly string[];
  readonly leftOut?: readonly LeftOut[];
  readonly causes?: Around['causes'];
  readonly reporting?: PeriodRates | null;
  readonly ratesBefore?: PeriodRates | null;
  readonly orders?: OrdersOfMonth | null;
  readonly parts?: readonly BulletinPart[];
  readonly corrections?: readonly PrintedCorrection[];
};

export function bulletinOf(input: BulletinInput): BulletinContent {
  const { board, month, settings, adjustments, routine, causes, leftOut = [] } = input;
  const { programme } = board;
  const { aheadGapPoints } = settings;
  const around = { aheadGapPoints, ...(adjustments && { adjustments }), ...(routine && { routine }), ...(causes && { causes }) };
  const items = itemsOf(board, around);
  const { totals, leftOut: named } = figuresFor({ kind: 'leaders' }, board, { ...around, leftOut });
  return {
    districtName: board.districtName,
    kind: programme.kind,
    year: programme.year,
    month,
    asOf: board.asOf,
    from: programme.from,
    to: programme.to,
    issue: input.issue === undefined ? month : input.issue,
    elapsedDays: board.elapsedDays,
    periodDays: board.periodDays,
    ...totals,
    items,
    leftOut: named.map(({ item: _, ...it }) => it),
    emptyProjects: board.projects
      .filter(({ promises }) => promises.length === 0)
      .map(({ project, leadUnit }) => ({ no: project.no, name: project.name, leadUnit })),
    behind: items.filter((it) => it.class === 'behind').sort(furtherBehind),
    missing: missingOf(items),
    movement: movementOf(board, input.previousBoard ?? null),
    reporting: input.reporting ?? null,
    settings,
    extra: extraOf({
      items,
      adjustments: adjustments ?? [],
      month: { from: firstOfMonth({ year: programme.year, month }), to: board.asOf },
      orders: input.orders ?? null,
      ratesBefore: input.ratesBefore ?? null,
      corrections: input.corrections ?? [],
      parts: input.parts ?? [],
    }),
  };
}

/** 附表和正文只印没有略去的; counts are of all of them. */
export function printed<Item extends Pick<BulletinItem, 'promiseId'>>(
  { leftOut }: Pick<BulletinContent, 'leftOut'>,
  items: readonly Item[],
): readonly Item[] {
  return items.filter((it) => !leftOut.some(({ promiseId }) => promiseId === it.promiseId));
}

function furtherBehind(a: BulletinItem, b: BulletinItem): number {
  return WORST_FIRST.indexOf(a.light) - WORST_FIRST.indexOf(b.light) || daysBehind(b) - daysBehind(a);
}

function daysBehind(item: BulletinItem): number {
  return item.behindDays ?? Math.max(0, -daysBetween(item.asOf, item.deadline));
}

function missingOf(items: readonly BulletinItem[]): Missing {
  const having = (code: string) => items.filter((it) => it.reasons.some((reason) => reason.code === code));
  const running = items.filter((it) => it.class !== 'ended' && it.class !== 'finished' && it.class !== 'finished-early');
  return {
    noData: items.filter((it) => it.class === 'no-data' && !it.reasons.some((reason) => reason.code === 'other-measure')),
    otherMeasure: having('other-measure'),
    noTarget: items.filter((it) => it.class === 'no-target'),
    noPlan: running.filter((it) => it.plan === 'default-line'),
    stale: items.filter((it) => it.stale),
    noLeadUnit: items.filter((it) => it.leadUnit === null),
  };
}
