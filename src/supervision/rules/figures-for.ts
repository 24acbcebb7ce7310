import { WORST_FIRST } from '#/delivery/rules/lights.ts';
import type { Board, Light, ProjectStanding } from '#/delivery/rules/standing.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Adjustment } from '#/programme/rules/adjust.ts';
import { type Audience, isInternal } from './audience.ts';
import { type BulletinItem, type Cause, itemOf } from './bulletin-item.ts';
import { type BulletinClass, CLASSES } from './classes.ts';
import type { LeftOut } from './left-out.ts';
import { type Share, sharesOf, tally } from './shares.ts';

/** 计数: how many projects and promises, by light and by class. Nothing that is left out of a page is left out here. */
export type Totals = {
  readonly projectCount: number;
  readonly promiseCount: number;
  /** Rows by their light, worst first; shares add up to 100.0 %. */
  readonly projectsByLight: readonly Share<Light>[];
  readonly promisesByClass: readonly Share<BulletinClass>[];
};

/** What stands around the board: decisions on it, and who oversees what. */
export type Around = {
  readonly adjustments?: readonly Adjustment[];
  /** Promises that the office keeps as 常态化, by id. */
  readonly routine?: readonly string[];
  readonly aheadGapPoints?: number;
  readonly leftOut?: readonly LeftOut[];
  /** What units wrote about being behind, by report. */
  readonly causes?: Readonly<Record<string, Cause>>;
  /** Project id → the post that oversees it on the day. */
  readonly overseers?: Readonly<Record<string, string | null>>;
};

/** 同一套数: what one audience reads. `totals` are of the whole list and the same for everybody, `own` of the reader's part. */
export type AudienceFigures = {
  readonly audience: Audience;
  readonly districtName: string;
  readonly asOf: CivilDate;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly elapsedDays: number;
  readonly periodDays: number;
  readonly totals: Totals;
  readonly own: Totals | null;
  /** The reader's lines, in the order of the list, without those left out. */
  readonly lines: readonly BulletinItem[];
  /** How many of the reader's lines are left out, and, inside the house, which and why. */
  readonly leftOutCount: number;
  readonly leftOut: readonly (LeftOut & { readonly item: BulletinItem })[];
};

/** The bulletin, a leader's page, a unit's page and the public read the same board through this one function. */
export function figuresFor(audience: Audience, board: Board, around: Around = {}): AudienceFigures {
  const all = itemsOf(board, around);
  const mine = board.projects.filter((it) => concerns(audience, it, around));
  const items = all.filter((it) => mine.some(({ project }) => project.id === it.projectId));
  const decisions = around.leftOut ?? [];
  const leftOut = items.flatMap((item) => decisions.filter((it) => it.promiseId === item.promiseId).map((it) => ({ ...it, item })));
  const isOut = new Set(leftOut.map((it) => it.promiseId));
  const { programme, asOf, elapsedDays, periodDays, districtName } = board;
  return {
    audience,
    districtName,
    asOf,
    from: programme.from,
    to: programme.to,
    elapsedDays,
    periodDays,
    totals: totalsOf(board.projects, all),
    own: audience.kind === 'leader' || audience.kind === 'unit' ? totalsOf(mine, items) : null,
    lines: items.filter((it) => !isOut.has(it.promiseId)).map((it) => (isInternal(audience) ? it : withoutInside(it))),
    leftOutCount: isOut.size,
    leftOut: isInternal(audience) ? leftOut : [],
  };
}

export function itemsOf(
  board: Board,
  { adjustments = [], routine = [], aheadGapPoints = 10, causes = {} }: Around,
): readonly BulletinItem[] {
  return board.projects.flatMap((project) =>
    project.promises.map((standing) =>
      itemOf({
        board,
        project,
        standing,
        adjustment: adjustments.findLast((it) => it.promiseId === standing.promise.id && it.decidedOn <= board.asOf) ?? null,
        isRoutine: routine.includes(standing.promise.id),
        aheadGapPoints,
        cause: (standing.reportId === null ? undefined : causes[standing.reportId]) ?? null,
      }),
    ),
  );
}

export function totalsOf(projects: readonly ProjectStanding[], items: readonly BulletinItem[]): Totals {
  const lights = tally(
    WORST_FIRST,
    projects.map(({ light }) => light),
  );
  const classes = tally(
    CLASSES,
    items.map((it) => it.class),
  );
  return {
    projectCount: projects.length,
    promiseCount: items.length,
    projectsByLight: sharesOf(lights),
    promisesByClass: sharesOf(classes),
  };
}

function concerns(audience: Audience, { project }: ProjectStanding, { overseers = {} }: Around): boolean {
  if (audience.kind === 'leader') return overseers[project.id] === audience.postId;
  if (audience.kind === 'unit') return project.leadUnitId === audience.unitId || project.supportingUnitIds.includes(audience.unitId);
  return true;
}

/** What a unit wrote about itself stays inside: blockers are for those who can take them away. */
function withoutInside(item: BulletinItem): BulletinItem {
  return { ...item, said: null, cause: null };
}
