import { z } from 'zod';

/** 分数: `2/3`; compared in whole numbers, never as a decimal. */
const fraction = z
  .string()
  .regex(/^\d{1,6}\/[1-9]\d{0,5}$/, { error: 'not-a-fraction' })
  .refine((it) => Number(it.split('/')[0]) <= Number(it.split('/')[1]), { error: 'more-than-whole' });

/** 以上 includes the number (`atLeast`), 过半数 does not (`moreThan`); exactly one of them is set. */
const share = <Base extends string>(bases: readonly [Base, ...Base[]]) =>
  z
    .object({ of: z.enum(bases), atLeast: fraction.optional(), moreThan: fraction.optional() })
    .refine((it) => (it.atLeast === undefined) !== (it.moreThan === undefined), { error: 'one-of-at-least-and-more-than' });

/**
 * 表决办法: what a session decided on how its deputies vote. Forms: tick at most so many (画圈), for/against/abstain on each project (逐项表决),
 * priority numbers summed as points (排序). Bases: all deputies on the roll (全体代表), those attending (到会代表), valid papers (有效票).
 */
export const BallotRule = z.object({
  form: z.enum(['tick', 'approve', 'rank']),
  seats: z.number().int().min(1).max(1_000),
  /** Ticks allowed on one paper; without it as many as there are seats. */
  maxMarks: z.number().int().min(1).max(1_000).optional(),
  quorum: share(['roll']),
  threshold: share(['roll', 'present', 'valid']),
  overMarked: z.enum(['void']).default('void'),
  tie: z.enum(['second-ballot', 'presidium']),
  shortage: z.enum(['second-ballot', 'leave', 'presidium']),
});
export type BallotRule = Readonly<z.infer<typeof BallotRule>>;

const count = z.number().int().min(0).max(1_000_000_000);
const Votes = z.object({ for: count.default(0), against: count.default(0), abstain: count.default(0), points: count.default(0) });

/** A ranking has no threshold: the count of one may leave it out. */
function evenWithoutThreshold(rule: unknown): unknown {
  const isRanking = typeof rule === 'object' && rule !== null && 'form' in rule && rule.form === 'rank';
  return isRanking && !('threshold' in rule) ? { ...rule, threshold: { of: 'roll', moreThan: '1/2' } } : rule;
}

/** 计票单: the papers of one ballot and what they say of each candidate project. Valid papers are collected less void; blank ones are valid. */
export const CountSheet = z.object({
  rule: z.preprocess(evenWithoutThreshold, BallotRule),
  roll: count.min(1),
  attending: count,
  issued: count,
  collected: count,
  void: count,
  blank: count,
  candidates: z.array(z.object({ id: z.string().min(1).max(100), name: z.string().max(500).default('') })).max(1_000),
  votes: z.record(z.string(), Votes).default({}),
});
export type CountSheet = Readonly<z.infer<typeof CountSheet>>;
