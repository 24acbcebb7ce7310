import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import type { SessionSheet, SheetState } from './session-sheet.ts';

/** 大会: a session of the people's congress that votes on next year's projects, with the rule sheet that stands. */
export type Session = {
  readonly id: string;
  readonly district: string;
  readonly title: string;
  /** The year that the chosen projects are for. */
  readonly forYear: number;
  readonly opensOn: CivilDate;
  readonly state: 'preparing' | 'sitting' | 'announced';
  readonly sheet: SessionSheet;
  readonly sheetVersion: number;
  readonly sheetState: SheetState;
  /** Of the sheet as the plenary adopted it; null before. */
  readonly sheetDigest: string | null;
  readonly listDecision: string | null;
  readonly listSettledOn: CivilDate | null;
  readonly version: number;
};

export const SetUpSession = z.object({
  id: z.uuid(),
  title: z.string().trim().min(4).max(100),
  forYear: z.number().int().min(2000).max(2100),
  opensOn: civilDate,
});

/** What a session begins with, until its own is written: the usual provisions (README, 来源 1). */
export const FIRST_SHEET: SessionSheet = {
  rule: {
    form: 'tick',
    seats: 10,
    quorum: { of: 'roll', atLeast: '2/3' },
    threshold: { of: 'roll', moreThan: '1/2' },
    overMarked: 'void',
    tie: 'second-ballot',
    shortage: 'presidium',
  },
  candidates: 12,
  publish: 'list',
  electronic: false,
  keypad: false,
};
