import { z } from 'zod';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { ComparedFigure } from '#/supervision/rules/changes-since.ts';
import { type StepRefusal, TypedPerson } from '#/supervision/rules/circulation.ts';
import { LeaveOutDecision } from '#/supervision/rules/left-out.ts';
import { promiseName } from '#/supervision/rules/promise-name.ts';
import type { EditionContent } from './content.ts';
import { type Edition, type EditionRefusal, ListKeyInput, type Step } from './edition.ts';

/** A unit that is asked for 会签, its signature before the leader's, and who gave it. */
export type Countersign = {
  readonly unitId: string;
  readonly unit: string;
  /** Null until the unit has signed. */
  readonly signed: Step | null;
};

const Digest = z.string().regex(/^[0-9a-f]{64}$/);
export const CountersignEdition = z.object({ editionId: z.uuid(), unitId: z.uuid(), digest: Digest, typed: TypedPerson.optional() });
export const RecordSignature = z.object({ editionId: z.uuid(), digest: Digest, typed: TypedPerson });
export const AttachEditionScan = z.object({ editionId: z.uuid(), digest: Digest, name: z.string().trim().min(1).max(255) });
export const LeaveOut = z.object({ ...ListKeyInput, decision: LeaveOutDecision });
export const Restore = z.object({ ...ListKeyInput, promiseId: z.uuid() });

export type CirculationRefusal =
  | Extract<StepRefusal, { kind: 'step-day-ahead' | 'step-before-last' }>
  | { readonly kind: 'countersign-missing'; readonly units: readonly string[] }
  | { readonly kind: 'countersign-not-asked' }
  | { readonly kind: 'countersigned-already'; readonly unit: string; readonly on: CivilDate }
  | { readonly kind: 'countersign-of-another-unit'; readonly unit: string }
  | { readonly kind: 'scan-missing' }
  | { readonly kind: 'scan-not-readable'; readonly mediaType: string };

type Refused = EditionRefusal | CirculationRefusal;
type Asked = { readonly unitId: string; readonly digest: string; readonly typed?: TypedPerson | undefined };
type Taker = Step & { readonly unitId: string | null };

/** 会签, by the unit itself or as recorded from its paper; after the review, once, over the content that was seen. */
export function countersign(
  edition: Edition,
  present: readonly Countersign[],
  { unitId, digest, typed }: Asked,
  taker: Taker,
): Result<Countersign, Refused> {
  const asked = present.find((it) => it.unitId === unitId);
  if (asked === undefined) return refuse({ kind: 'countersign-not-asked' });
  if (asked.signed !== null) return refuse({ kind: 'countersigned-already', unit: asked.unit, on: asked.signed.on });
  if (edition.state !== 'reviewed') return refuse({ kind: 'wrong-step', wants: ['reviewed'], state: edition.state });
  if (digest !== edition.digest) return refuse({ kind: 'other-content', seen: digest, current: edition.digest });
  if (typed === undefined && taker.unitId !== unitId) return refuse({ kind: 'countersign-of-another-unit', unit: asked.unit });
  const { unitId: _, ...own } = taker;
  const day = checkDay(typed?.on ?? own.on, own.on, edition.reviewed?.on ?? null);
  if (day !== null) return refuse(day);
  return accept({ ...asked, signed: typed === undefined ? own : { ...typed, recordedBy: own.name } });
}

/** No signature before every unit that was asked has given its own. */
export function countersignMissing(present: readonly Countersign[]): Extract<Refused, { kind: 'countersign-missing' }> | null {
  const units = present.filter((it) => it.signed === null).map((it) => it.unit);
  return units.length === 0 ? null : { kind: 'countersign-missing', units };
}

/** 代录签发: what a leader signed on paper counts once the scan of that paper is attached. */
export function paperSignature(typed: TypedPerson, recorded: Step, { last, hasScan }: PaperFacts): Result<Step, CirculationRefusal> {
  if (!hasScan) return refuse({ kind: 'scan-missing' });
  const day = checkDay(typed.on, recorded.on, last);
  return day === null ? accept({ ...typed, recordedBy: recorded.name }) : refuse(day);
}

/** `last`: the day of the latest step before it. */
type PaperFacts = { readonly last: CivilDate | null; readonly hasScan: boolean };

export function lastDay(edition: Edition, present: readonly Countersign[]): CivilDate | null {
  return (
    [edition.reviewed?.on, ...present.map((it) => it.signed?.on)]
      .filter((it) => it !== undefined)
      .toSorted()
      .at(-1) ?? null
  );
}

type DayRefusal = Extract<StepRefusal, { kind: 'step-day-ahead' | 'step-before-last' }>;

function checkDay(on: CivilDate, today: CivilDate, last: CivilDate | null): DayRefusal | null {
  if (on > today) return { kind: 'step-day-ahead', on, today };
  return last !== null && on < last ? { kind: 'step-before-last', on, last } : null;
}

/** The figures of an edition in the shape in which what came after 送审 is compared. A report is known again by its day and value. */
export function comparedFigures(content: EditionContent, now: readonly ComparedFigure[]): readonly ComparedFigure[] {
  const later = new Map(now.map((it) => [it.promiseId, it]));
  return content.projects.flatMap(({ no, promises }) =>
    promises.map((it) => {
      const doneOn = it.doneOn ?? it.reportedOn;
      const next = later.get(it.promiseId);
      const isSameReport = next?.doneOn === doneOn && next.done === it.done;
      return {
        ...{ promiseId: it.promiseId, no, promise: promiseName(it), measureUnit: it.measureUnit, asOf: content.asOf },
        ...{ done: it.done, target: it.target, stage: it.stage, light: it.light, doneOn, reportedBy: it.reportedBy },
        reportId: isSameReport ? next.reportId : null,
      };
    }),
  );
}
