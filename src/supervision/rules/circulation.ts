import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';

/** 流转的步骤: 拟稿 → 核稿 → 会签 → 签发. The one order of every document that leaves the office; an edition takes the same steps. */
export const CIRCULATION_STEPS = ['drafted', 'checked', 'countersigned', 'signed'] as const;
export type CirculationStep = (typeof CIRCULATION_STEPS)[number];

/** 签批件扫描件: in what a scanner or a telephone makes of paper. */
export const SCAN_TYPES: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'];

/** 谁在哪一天办了一步. The name is typed where a person has no account, and then says who recorded it. */
export type SignedStep = {
  readonly step: CirculationStep;
  readonly name: string;
  readonly post: string;
  readonly on: CivilDate;
  readonly recordedBy: string;
  readonly isTyped: boolean;
};

/** A person without an account, as typed by somebody who has one. */
export const TypedPerson = z.object({
  name: z.string().trim().min(2).max(30),
  post: z.string().trim().min(1).max(60),
  on: civilDate,
});
export type TypedPerson = z.output<typeof TypedPerson>;

export type StepRefusal =
  | { readonly kind: 'step-out-of-turn'; readonly wants: CirculationStep | null; readonly step: CirculationStep }
  | { readonly kind: 'step-day-ahead'; readonly on: CivilDate; readonly today: CivilDate }
  | { readonly kind: 'step-before-last'; readonly on: CivilDate; readonly last: CivilDate }
  | { readonly kind: 'leader-signs' };

/** What comes next; null when it is signed. A district may leave 会签 out. */
export function nextStep(taken: readonly { readonly step: string }[], needsCountersign: boolean): CirculationStep | null {
  const order = CIRCULATION_STEPS.filter((it) => needsCountersign || it !== 'countersigned');
  return order.find((step) => !taken.some((it) => it.step === step)) ?? null;
}

export type StepTaker = { readonly name: string; readonly post: string; readonly roles: readonly string[]; readonly today: CivilDate };

type Asked = { readonly step: CirculationStep; readonly needsCountersign: boolean; readonly typed?: TypedPerson | undefined };

type Taken = { readonly step: string; readonly on: CivilDate };

/** One step after the other, none twice, no day ahead of today or before the last one; 签发 in one's own name is a leader's. */
export function takeStep(taken: readonly Taken[], asked: Asked, taker: StepTaker): Result<SignedStep, StepRefusal> {
  const { step, needsCountersign, typed } = asked;
  const wants = nextStep(taken, needsCountersign);
  if (wants !== step) return refuse({ kind: 'step-out-of-turn', wants, step });
  const on = typed?.on ?? taker.today;
  if (on > taker.today) return refuse({ kind: 'step-day-ahead', on, today: taker.today });
  const last = taken.at(-1)?.on;
  if (last !== undefined && on < last) return refuse({ kind: 'step-before-last', on, last });
  const maySign = taker.roles.includes('leader') || taker.roles.includes('setup');
  if (step === 'signed' && typed === undefined && !maySign) return refuse({ kind: 'leader-signs' });
  const { name, post } = typed ?? taker;
  return accept({ step, name, post, on, recordedBy: taker.name, isTyped: typed !== undefined });
}
