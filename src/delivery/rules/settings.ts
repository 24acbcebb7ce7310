import { z } from 'zod';
import type { CivilDate } from '#/kernel/civil-date.ts';

/** 审核步数: one step is the office alone; with two, somebody in charge of the unit passes each report on first. */
export type ReviewSteps = 1 | 2;

/** 核查设置: whether a district counts how much of its figures is verified, and how much of them must be. */
export type VerificationSetting = { readonly on: boolean; readonly shareNeeded: number };

/** 填报截止设置: after how many working days of the offices a month's entry ends by itself. */
export type EntryEndSetting = { readonly on: boolean; readonly workDays: number };

/** One step and no verification: as long as a district sets nothing (来源: 自定; 95% as in README 来源 5). */
export const DEFAULT_STEPS: ReviewSteps = 1;
export const DEFAULT_VERIFICATION: VerificationSetting = { on: false, shareNeeded: 0.95 };

/** The third working day (来源: 待核实; README 来源 6). */
export const DEFAULT_ENTRY_END: EntryEndSetting = { on: true, workDays: 3 };

const why = z.string().trim().min(2).max(500);
export const SetReviewSteps = z.object({ unitId: z.uuid(), steps: z.union([z.literal(1), z.literal(2)]), reason: why });
export const SetVerification = z.object({ on: z.boolean(), shareNeeded: z.number().min(0.01).max(1), reason: why });

export const SetEntryEnd = z.object({ on: z.boolean(), workDays: z.number().int().min(1).max(20), reason: why });

/** 设置记录: one version of a setting: from what to what, by whom, when and why. */
export type SettingVersion = {
  readonly name: 'review-steps' | 'verification' | 'entry-end';
  /** The unit it is for; empty for the whole district. */
  readonly subject: string;
  readonly version: number;
  readonly value: { readonly steps: ReviewSteps } | VerificationSetting | EntryEndSetting;
  readonly reason: string;
  readonly setBy: string;
  readonly setOn: CivilDate;
};
