import { z } from 'zod';
import { addDays, type CivilDate, dayNumber, dayOf } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { type CalendarSpec, workCalendar } from '#/kernel/schedule/work-calendar.ts';
import type { QuarterFacts } from './facts.ts';
import { endOfQuarter, firstOfQuarter, type Quarter } from './quarter.ts';
import { manualLine, type ScoreSheet, titleIn } from './sheet.ts';
import type { UnitScore } from './unit-score.ts';

/** 核对稿的内容: the sheet, the facts and what they come to, as they were put before the units. */
export type RoundContent = {
  readonly form: 1;
  readonly sheetVersion: number;
  readonly sheet: ScoreSheet;
  readonly facts: QuarterFacts;
  readonly scores: readonly UnitScore[];
};

/** 季考评: one quarter of one list: put before the units, appealed, published. A published one never changes. */
export type Round = Quarter & {
  readonly id: string;
  readonly programmeId: string;
  /** 第几稿: counting anew makes a new one. */
  readonly edition: number;
  readonly state: 'draft' | 'published';
  readonly content: RoundContent;
  readonly digest: string;
  readonly appealUntil: CivilDate;
  readonly openedBy: string;
  readonly openedOn: CivilDate;
  readonly published: PublishedRound | null;
  readonly version: number;
};

/** 印发的结果: with what the appeals changed, who published it and when, and a digest over the scores. */
export type PublishedRound = {
  readonly scores: readonly UnitScore[];
  readonly digest: string;
  readonly by: string;
  readonly on: CivilDate;
};

/** 申诉: what a unit says against one line of its draft, and what was decided. */
export type Appeal = {
  readonly id: string;
  readonly roundId: string;
  readonly unitId: string;
  readonly lineKey: string;
  readonly reason: string;
  readonly evidence: readonly string[];
  readonly filedBy: string;
  readonly filedOn: CivilDate;
  readonly state: 'open' | 'upheld' | 'rejected';
  readonly decision: string | null;
  /** What the line comes to instead; null where the facts themselves were mended and the draft is counted anew. */
  readonly points: number | null;
  readonly decidedBy: string | null;
  readonly decidedOn: CivilDate | null;
};

/** 核对确认: a unit has looked at its draft and says nothing against it. */
export type Confirmation = {
  readonly unitId: string;
  readonly edition: number;
  readonly onBehalf: boolean;
  readonly by: string;
  readonly on: CivilDate;
};

const quarterOf = {
  year: z.number().int().min(2000).max(2100),
  quarter: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  kind: z.enum(['ten-things', 'special-action', 'superior-project']).default('ten-things'),
};
const digests = z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(30);
const why = z.string().trim().min(2).max(1000);

export const OpenRound = z.object({ ...quarterOf, reason: z.string().trim().max(500).default('') });
export const EnterPoints = z.object({
  ...quarterOf,
  id: z.uuid(),
  unitId: z.uuid(),
  lineKey: z.string().max(30),
  points: z.number().gt(0).max(100),
  text: why,
  evidence: digests,
});
export const FileAppeal = z.object({
  id: z.uuid(),
  roundId: z.uuid(),
  lineKey: z.string().max(30),
  reason: why,
  evidence: digests.default([]),
});
export const DecideAppeal = z.object({
  appealId: z.uuid(),
  result: z.enum(['upheld', 'rejected']),
  decision: why,
  points: z.number().min(0).max(100).nullable().default(null),
});

export type RoundRefusal =
  | { readonly kind: 'quarter-not-begun'; readonly from: CivilDate }
  | { readonly kind: 'quarter-not-over'; readonly to: CivilDate }
  | { readonly kind: 'quarter-outside-list'; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly kind: 'list-not-frozen' }
  | { readonly kind: 'no-unit-to-score' }
  | { readonly kind: 'round-published'; readonly on: CivilDate }
  | { readonly kind: 'recount-needs-reason' }
  | { readonly kind: 'appeals-open'; readonly count: number; readonly units: readonly string[] }
  | { readonly kind: 'appeal-time-running'; readonly until: CivilDate; readonly units: readonly string[] };

export type AppealRefusal =
  | { readonly kind: 'round-published'; readonly on: CivilDate }
  | { readonly kind: 'not-scored'; readonly unit: string | null }
  | { readonly kind: 'other-unit' }
  | { readonly kind: 'no-such-line'; readonly lineKey: string }
  | { readonly kind: 'appeal-late'; readonly until: CivilDate }
  | { readonly kind: 'appeal-standing'; readonly title: string }
  | { readonly kind: 'appeal-decided'; readonly on: CivilDate | null }
  | { readonly kind: 'points-beyond-line'; readonly title: string; readonly most: number }
  | { readonly kind: 'confirmed-already'; readonly on: CivilDate };

export type EntryRefusal =
  | { readonly kind: 'no-manual-line'; readonly lineKey: string }
  | { readonly kind: 'points-beyond-line'; readonly title: string; readonly most: number }
  | { readonly kind: 'evidence-missing' }
  | { readonly kind: 'round-published'; readonly on: CivilDate };

/** The last day on which a unit may appeal: so many working days of the offices after the draft went out. */
export function appealEndsOn(openedOn: CivilDate, workDays: number, office: CalendarSpec): CivilDate {
  const calendar = workCalendar(office);
  return dayOf(calendar.dayAt(calendar.indexFrom(dayNumber(addDays(openedOn, 1))) + workDays - 1));
}

type Span = { readonly state: 'draft' | 'frozen'; readonly from: CivilDate; readonly to: CivilDate };

/** 送单位核对: of a quarter that has begun and touches a frozen list. */
export function mayOpen(quarter: Quarter, list: Span, today: CivilDate): Result<null, RoundRefusal> {
  if (list.state !== 'frozen') return refuse({ kind: 'list-not-frozen' });
  const from = firstOfQuarter(quarter);
  if (from > today) return refuse({ kind: 'quarter-not-begun', from });
  if (from > list.to || endOfQuarter(quarter) < list.from) return refuse({ kind: 'quarter-outside-list', from: list.from, to: list.to });
  return accept(null);
}

/** By hand only what the sheet leaves to the hand, never more than the line, never without evidence. */
export function checkEntry(
  sheet: ScoreSheet,
  { lineKey, points, evidence }: Pick<z.output<typeof EnterPoints>, 'lineKey' | 'points' | 'evidence'>,
): Result<null, EntryRefusal> {
  const line = manualLine(sheet, lineKey);
  if (line === null) return refuse({ kind: 'no-manual-line', lineKey });
  if (points > line.most) return refuse({ kind: 'points-beyond-line', ...line });
  return evidence.length === 0 ? refuse({ kind: 'evidence-missing' }) : accept(null);
}

type Standing = { readonly round: Round; readonly appeals: readonly Appeal[]; readonly today: CivilDate };

export function mayAppeal(
  { round, appeals, today }: Standing,
  { unitId, lineKey }: { readonly unitId: string | null; readonly lineKey: string },
): Result<null, AppealRefusal> {
  if (round.published !== null) return refuse({ kind: 'round-published', on: round.published.on });
  if (!round.content.scores.some((it) => it.unitId === unitId)) return refuse({ kind: 'not-scored', unit: null });
  const title = titleIn(round.content.sheet, lineKey);
  if (title === null) return refuse({ kind: 'no-such-line', lineKey });
  if (today > round.appealUntil) return refuse({ kind: 'appeal-late', until: round.appealUntil });
  const standing = appeals.some((it) => it.unitId === unitId && it.lineKey === lineKey && it.state === 'open');
  return standing ? refuse({ kind: 'appeal-standing', title }) : accept(null);
}

/** 裁定: once, and never more points than the line has. */
export function mayDecide(
  { round }: Pick<Standing, 'round'>,
  appeal: Appeal,
  { points }: Pick<z.output<typeof DecideAppeal>, 'points'>,
): Result<null, AppealRefusal> {
  if (round.published !== null) return refuse({ kind: 'round-published', on: round.published.on });
  if (appeal.state !== 'open') return refuse({ kind: 'appeal-decided', on: appeal.decidedOn });
  const line = round.content.scores.flatMap(({ lines }) => lines).find(({ key }) => key === appeal.lineKey);
  const most = line?.most ?? 100;
  return points !== null && points > most ? refuse({ kind: 'points-beyond-line', title: line?.title ?? '', most }) : accept(null);
}

type Publishing = Standing & { readonly confirmations: readonly Confirmation[] };

/** 印发: the quarter is over, no appeal is open, and the days to appeal have passed or every unit has said that it agrees. */
export function mayPublish({ round, appeals, confirmations, today }: Publishing): Result<null, RoundRefusal> {
  if (round.published !== null) return refuse({ kind: 'round-published', on: round.published.on });
  const to = endOfQuarter(round);
  if (to >= today) return refuse({ kind: 'quarter-not-over', to });
  const nameOf = (unitId: string) => round.content.scores.find((it) => it.unitId === unitId)?.unit ?? '';
  const open = appeals.filter(({ state }) => state === 'open');
  if (open.length > 0) return refuse({ kind: 'appeals-open', count: open.length, units: open.map(({ unitId }) => nameOf(unitId)) });
  const silent = silentUnits(round, confirmations, appeals);
  if (today <= round.appealUntil && silent.length > 0)
    return refuse({ kind: 'appeal-time-running', until: round.appealUntil, units: silent.map(nameOf) });
  return accept(null);
}

/** Units that have neither confirmed the draft of this edition nor appealed. */
export function silentUnits(round: Round, confirmations: readonly Confirmation[], appeals: readonly Appeal[]): readonly string[] {
  const heard = new Set([
    ...confirmations.filter(({ edition }) => edition === round.edition).map(({ unitId }) => unitId),
    ...appeals.map(({ unitId }) => unitId),
  ]);
  return round.content.scores.map(({ unitId }) => unitId).filter((it) => !heard.has(it));
}
