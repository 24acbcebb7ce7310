import type { Curve } from '#/delivery/rules/curve.ts';
import type { LightSettings } from '#/delivery/rules/lights.ts';
import type { Point } from '#/delivery/rules/pace.ts';
import type { Board, Light, Pace, ProjectStanding, PromiseStanding, Reason } from '#/delivery/rules/standing.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Adjustment } from '#/programme/rules/adjust.ts';
import type { CountingRule, Measure, ProgrammeKind, ProgrammeOrigin } from '#/programme/rules/programme.ts';
import type { PublicParts } from '#/records/rules/public-parts.ts';
import type { PublicPicture } from './pictures.ts';
import type { PublicPlaces } from './places.ts';

/** The form of the frozen content. A new form gets a new number, so that an old edition keeps its digest and its looks. */
export const CONTENT_FORM = 2;

/** 数字: what the public sees of one promise on the day of an edition: numerator, denominator, unit, period and how it was judged. No person. */
export type PublicPromise = {
  readonly promiseId: string;
  readonly position: number;
  readonly verb: string;
  readonly object: string;
  readonly measure: Measure;
  readonly direction: 'higher' | 'lower';
  readonly measureUnit: string;
  readonly target: number | null;
  readonly targetMax: number | null;
  readonly approx: boolean;
  readonly bound: 'exact' | 'at_least' | 'at_most';
  readonly countingRule: CountingRule | null;
  readonly done: number | null;
  readonly doneOn: CivilDate | null;
  readonly doneFrom: PromiseStanding['doneFrom'];
  readonly stage: string | null;
  /** What was said with the last adopted report. */
  readonly statement: string | null;
  readonly reportedOn: CivilDate | null;
  /** The unit that reported; never a person. */
  readonly reportedBy: string | null;
  readonly reportPoints: number;
  readonly plan: PublicPlan | null;
  readonly pace: Pace | null;
  readonly light: Light;
  readonly reasons: readonly Reason[];
  readonly stale: boolean;
  readonly months: PromiseStanding['months'];
  /** Cumulative values up to the day, oldest first, adopted or counted: what the line of the chart goes through. */
  readonly points: readonly PublicPoint[];
  /** Every approved plan that has started, oldest first; the default line is not among them. */
  readonly plans: readonly PublicCurve[];
  /** 节点 of the approved plan, for a milestone set. */
  readonly steps: readonly PublicStep[];
  /** 调整: decisions that changed the promise after freezing; the words of the list stay beside them. */
  readonly adjustments: readonly PublicAdjustment[];
  /** 分解: by township and by month, of a figure that is counted from records. */
  readonly parts?: PublicParts;
  /** The office that adopted the figure. */
  readonly approvedBy: string | null;
  /** SHA-256 over the sorted digests of all that proves the figure; null when nothing was attached. */
  readonly evidenceDigest: string | null;
};

export type PublicPlan = NonNullable<PromiseStanding['plan']>;
export type PublicPoint = Point;
export type PublicCurve = { readonly version: number; readonly reason: string | null; readonly startsOn: CivilDate; readonly curve: Curve };

/** 实事: one row of the list with its promises. */
export type PublicProject = {
  readonly projectId: string;
  readonly no: string;
  readonly name: string;
  /** The words that were voted or issued. */
  readonly text: string;
  readonly note: string | null;
  readonly levels: readonly string[];
  readonly leadUnit: string | null;
  readonly supportingUnits: readonly string[];
  readonly light: Light;
  readonly lastReportOn: CivilDate | null;
  readonly promises: readonly PublicPromise[];
  /** 公开照片, by phase. */
  readonly pictures?: readonly PublicPicture[];
  /** 略去的承诺: not printed by a recorded decision, and counted all the same. Absent where none is. */
  readonly leftOut?: readonly LeftOutFigure[];
};

/** All that a figure which is not printed still says: what the counts are made of. */
export type LeftOutFigure = Pick<PublicPromise, 'light' | 'months'>;

/** What a row counts: its printed promises and those left out. */
export function countedOf({ promises, leftOut = [] }: Pick<PublicProject, 'promises' | 'leftOut'>): readonly LeftOutFigure[] {
  return [...promises, ...leftOut];
}

/** 公开内容: all that an edition says. Frozen when it is prepared; its digest is what the leader signs. */
export type EditionContent = {
  /** Form 1 knew no pictures. */
  readonly form: 1 | typeof CONTENT_FORM;
  readonly district: string;
  readonly districtName: string;
  readonly programmeId: string;
  readonly programmeDigest: string | null;
  readonly programmeVersion: number;
  readonly year: number;
  readonly kind: ProgrammeKind;
  readonly origin: ProgrammeOrigin;
  readonly title: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly asOf: CivilDate;
  readonly elapsedDays: number;
  readonly periodDays: number;
  /** Made up from press reports for a demonstration; said on every page. */
  readonly isDemo: boolean;
  /** The thresholds by which the lights of this edition were computed. */
  readonly lightSettings: LightSettings;
  readonly counts: Readonly<Record<Light, number>>;
  /** 月通报 issued by then, by the digest of the file. */
  readonly bulletins: readonly PublicBulletin[];
  readonly projects: readonly PublicProject[];
  /** Earlier editions knew no places. */
  readonly places?: PublicPlaces;
};

export type PublicAdjustment = Pick<Adjustment, 'kind' | 'after' | 'reason' | 'decision' | 'documentNo' | 'decidedOn'>;
export type PublicStep = { readonly title: string; readonly dueOn: CivilDate; readonly weight: number; readonly isDone: boolean };

/** What the board does not carry and a figure needs: by promise. */
export type FigureSource = {
  readonly points: readonly PublicPoint[];
  readonly plans: readonly PublicCurve[];
  readonly steps: readonly PublicStep[];
  readonly adjustments: readonly PublicAdjustment[];
  readonly parts?: PublicParts;
  readonly approvedBy: string | null;
  readonly evidenceDigest: string | null;
};

const NO_SOURCE: FigureSource = { points: [], plans: [], steps: [], adjustments: [], approvedBy: null, evidenceDigest: null };

export type PublicBulletin = { readonly year: number; readonly month: number; readonly fileDigest: string };

type Around = Pick<EditionContent, 'lightSettings' | 'isDemo' | 'bulletins'> & {
  readonly sources: ReadonlyMap<string, FigureSource>;
  /** By project. */
  readonly pictures?: ReadonlyMap<string, readonly PublicPicture[]>;
  readonly places?: PublicPlaces;
  /** Promises that are not printed. */
  readonly leftOut?: readonly string[];
};

/** Takes from the staff board what is public and nothing else: a field added to the board later stays inside until it is named here. */
export function contentOf(
  board: Board,
  { sources, pictures, places, lightSettings, isDemo, bulletins, leftOut = [] }: Around,
): EditionContent {
  const { programme } = board;
  return {
    form: CONTENT_FORM,
    district: programme.district,
    districtName: board.districtName,
    programmeId: programme.id,
    programmeDigest: programme.digest,
    programmeVersion: programme.version,
    year: programme.year,
    kind: programme.kind,
    origin: programme.origin,
    title: programme.title,
    from: programme.from,
    to: programme.to,
    asOf: board.asOf,
    elapsedDays: board.elapsedDays,
    periodDays: board.periodDays,
    isDemo,
    lightSettings,
    counts: board.counts,
    bulletins,
    projects: board.projects.map((it) => ({ ...publicProject(it, sources, leftOut), pictures: pictures?.get(it.project.id) ?? [] })),
    ...(places !== undefined && { places }),
  };
}

function publicProject(standing: ProjectStanding, sources: ReadonlyMap<string, FigureSource>, leftOut: readonly string[]): PublicProject {
  const { project } = standing;
  const isOut = ({ promise }: PromiseStanding) => leftOut.includes(promise.id);
  const out = standing.promises.filter(isOut).map(({ light, months }) => ({ light, months }));
  return {
    projectId: project.id,
    no: project.no,
    name: project.name,
    text: project.text,
    note: project.note,
    levels: project.levels,
    leadUnit: standing.leadUnit,
    supportingUnits: standing.supportingUnits,
    light: standing.light,
    lastReportOn: standing.lastReportOn,
    promises: standing.promises.filter((it) => !isOut(it)).map((it) => publicPromise(it, sources.get(it.promise.id) ?? NO_SOURCE)),
    ...(out.length > 0 && { leftOut: out }),
  };
}

function publicPromise(standing: PromiseStanding, source: FigureSource): PublicPromise {
  const { promise } = standing;
  return {
    promiseId: promise.id,
    position: promise.position,
    verb: promise.verb,
    object: promise.object,
    measure: promise.measure,
    direction: promise.direction,
    measureUnit: promise.measureUnit,
    target: promise.target,
    targetMax: promise.targetMax,
    approx: promise.approx,
    bound: promise.bound,
    countingRule: promise.countingRule,
    done: standing.done,
    doneOn: standing.doneOn,
    doneFrom: standing.doneFrom,
    stage: standing.stage,
    statement: standing.progressText,
    reportedOn: standing.reportedOn,
    reportedBy: standing.reportedBy,
    reportPoints: standing.reportPoints,
    plan: standing.plan,
    pace: standing.pace,
    light: standing.light,
    reasons: publicReasons(standing.reasons),
    stale: standing.stale,
    months: standing.months,
    ...source,
  };
}

/** What the checking of a figure found, and by when it must be corrected, is between the office and the unit: the public reads 待核实. */
const INSIDE: readonly Reason['code'][] = ['mismatch', 'under-verified'];

export function publicReasons(reasons: readonly Reason[]): readonly Reason[] {
  const open = reasons.filter(({ code }) => !INSIDE.includes(code));
  return open.length === reasons.length ? reasons : [...open, { code: 'to-be-verified', facts: {} }];
}

const UNVERIFIED = { verifiedShare: null, verified: null, isUnderVerified: false, mismatch: null } as const;

/** The figure in the shape that delivery's words and charts read; what is not public in it is empty. */
export function standingOf(figure: PublicPromise): PromiseStanding {
  const {
    promiseId,
    statement,
    points: _,
    plans: __,
    steps: ___,
    adjustments: ____,
    approvedBy: _____,
    evidenceDigest: ______,
    ...rest
  } = figure;
  const unpublished = { projectId: '', start: null, end: null, quarterTargets: [], dueOn: null, settledLater: false };
  return { ...rest, promise: { ...rest, ...unpublished, id: promiseId }, progressText: statement, reportId: null, ...UNVERIFIED };
}

/** 项目代码: what a resident quotes to 12345, `P-2026-03`; parts of a split row keep their point: `P-2026-10.1`. */
export function projectCode(year: number, no: string): string {
  const [whole, part] = no.split('.');
  return `P-${year}-${whole!.padStart(2, '0')}${part === undefined ? '' : `.${part}`}`;
}
