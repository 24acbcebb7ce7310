import { z } from 'zod';

/**
 * 碰头设置: by which weekday units answer, how near a gate is asked about, and from how little slack the meeting speaks of it. Fourteen days and ten working
 * days: README 来源 1; Friday: 来源 自定.
 */
export const RhythmSettings = z.object({
  isAsked: z.boolean().default(true),
  dueWeekday: z.number().int().min(1).max(7).default(5),
  gateDays: z.number().int().min(1).max(60).default(14),
  meetingSlackDays: z.number().int().min(0).max(60).default(10),
  /** Days that a post has for a blocker that came to it (来源: 自定). */
  blockerDays: z.number().int().min(1).max(60).default(7),
  /** From so many days on the meeting speaks of a blocker, whatever its level (来源: 自定). */
  meetingBlockerDays: z.number().int().min(1).max(366).default(14),
  /** 督办件类别 that decisions of a meeting are issued as. */
  orderKind: z.string().max(30).default('tracked'),
});
export type RhythmSettings = z.output<typeof RhythmSettings>;

export const DEFAULT_RHYTHM: RhythmSettings = RhythmSettings.parse({});
