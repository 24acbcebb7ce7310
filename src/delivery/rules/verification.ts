import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { ProgrammePromise } from '#/programme/rules/programme.ts';
import type { Report, ReportFacts, ReportState } from './report.ts';
import type { Reviewer } from './review.ts';
import { seriesAt } from './series.ts';
import type { VerificationSetting } from './settings.ts';
import type { Reason } from './standing.ts';
import type { WeightedStep } from './trajectory.ts';
import type { Mismatch, Verdict, VerifiedPart } from './verdict.ts';

export const VerifyReport = z.object({
  reportId: z.uuid(),
  way: z.enum(['evidence', 'on-site']),
  sampleId: z.uuid().nullable().default(null),
  result: z.enum(['confirmed', 'mismatch', 'unverifiable']),
  note: z.string().trim().max(1000).default(''),
  evidence: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .max(30)
    .default([]),
  dueOn: civilDate.nullable().default(null),
});
export type VerifyReport = z.output<typeof VerifyReport>;

export type VerificationRefusal =
  | { readonly kind: 'only-adopted-verified'; readonly state: ReportState }
  | { readonly kind: 'own-unit' }
  | { readonly kind: 'own-report' }
  | { readonly kind: 'not-in-sample' }
  | { readonly kind: 'no-evidence-to-check' }
  | { readonly kind: 'photo-missing' }
  | { readonly kind: 'verdict-needs-note' }
  | { readonly kind: 'due-day-missing' }
  | { readonly kind: 'due-day-past'; readonly dueOn: CivilDate }
  | { readonly kind: 'nothing-to-sample' };

type Verified = Pick<Report, 'state' | 'unitId' | 'submitterId' | 'onBehalf' | 'evidence'>;

/** 能否核查: only what counts is verified, by somebody else than who sent it, and a verdict shows what it rests on. */
export function mayVerify(report: Verified, given: VerifyReport, who: Reviewer, today: CivilDate): Result<null, VerificationRefusal> {
  const { way, result, note, evidence, dueOn } = given;
  if (report.state !== 'adopted') return refuse({ kind: 'only-adopted-verified', state: report.state });
  if (!who.roles.includes('setup')) {
    if (report.unitId !== null && report.unitId === who.unitId) return refuse({ kind: 'own-unit' });
    // What the office typed for a unit (代录) is the unit's word, not its own.
    if (!report.onBehalf && report.submitterId !== null && report.submitterId === who.accountId) return refuse({ kind: 'own-report' });
  }
  if (way === 'evidence' && result !== 'unverifiable' && report.evidence.length === 0) return refuse({ kind: 'no-evidence-to-check' });
  if (way === 'on-site' && result !== 'unverifiable' && evidence.length === 0) return refuse({ kind: 'photo-missing' });
  if (result !== 'confirmed' && note.length < 2) return refuse({ kind: 'verdict-needs-note' });
  if (result !== 'mismatch') return accept(null);
  if (dueOn === null) return refuse({ kind: 'due-day-missing' });
  return dueOn < today ? refuse({ kind: 'due-day-past', dueOn }) : accept(null);
}

export type VerificationStanding = { readonly verified: VerifiedPart | null; readonly mismatch: Mismatch | null };

type Measured = Pick<ProgrammePromise, 'measure' | 'target' | 'measureUnit' | 'direction' | 'bound'>;
type Known = { readonly asOf: CivilDate; readonly steps: readonly WeightedStep[]; readonly done: number | null };

/** What was verified of a promise: its own arithmetic, over the confirmed reports alone, and never more than what is done. */
export function verificationOf(
  promise: Measured,
  reports: readonly ReportFacts[],
  verdicts: readonly Verdict[],
  { asOf, steps, done }: Known,
): VerificationStanding {
  const newest = new Map<string, Verdict>();
  for (const it of verdicts) if (it.on <= asOf) newest.set(it.reportId, it);
  const known = reports.filter((it) => it.state === 'adopted' && it.asOf <= asOf);
  const wrong = known
    .filter(({ id }) => newest.get(id)?.result === 'mismatch')
    .map(({ id, asOf: on }): Mismatch => ({ reportId: id, asOf: on, dueOn: newest.get(id)!.dueOn! }))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const isConfirmed = ({ id }: ReportFacts) => newest.get(id)?.result === 'confirmed';
  return { verified: done === null ? null : verifiedPart(promise, known, isConfirmed, { asOf, steps, done }), mismatch: wrong[0] ?? null };
}

function verifiedPart(
  promise: Measured,
  known: readonly ReportFacts[],
  isConfirmed: (it: ReportFacts) => boolean,
  { asOf, steps, done }: Known & { readonly done: number },
): VerifiedPart | null {
  if (done <= 0) return null;
  if (promise.measure === 'ratio') {
    // A share of a quotient means nothing: the figure in force is verified, or it is not.
    const inForce = known.findLast((it) => it.inMeasure && it.value !== null);
    return { value: inForce !== undefined && isConfirmed(inForce) ? done : 0, of: done };
  }
  const confirmed = seriesAt(promise, known.filter(isConfirmed), asOf, steps).done ?? 0;
  return { value: Math.min(confirmed, done), of: done };
}

type Said = VerificationStanding & { readonly setting: VerificationSetting; readonly isClosed: boolean };

/** What a standing says of its verification, and the reasons it adds beside the light. */
export function verificationSaid({ verified, mismatch, setting, isClosed }: Said) {
  const share = setting.on && verified !== null ? verified.value / verified.of : null;
  const isUnderVerified = share !== null && !isClosed && share < setting.shareNeeded - 1e-9;
  const reasons: Reason[] = [];
  if (mismatch !== null) reasons.push({ code: 'mismatch', facts: { asOf: mismatch.asOf, dueOn: mismatch.dueOn } });
  if (isUnderVerified) reasons.push({ code: 'under-verified', facts: { share, needed: setting.shareNeeded } });
  return { standing: { verifiedShare: share, verified: setting.on ? verified : null, isUnderVerified, mismatch }, reasons };
}
