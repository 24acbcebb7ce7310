import { z } from 'zod';

/** From half to three times (来源: README 3, 自定). */
export const SetDifficulty = z.object({
  projectId: z.uuid(),
  coefficient: z.number().min(0.5).max(3),
  reason: z.string().trim().min(2).max(200),
});

/** 难度系数: how much a project weighs beside the others of its unit; 1 until somebody says otherwise. */
export type Difficulty = {
  readonly projectId: string;
  readonly coefficient: number;
  readonly reason: string;
  readonly setBy: string;
  readonly setOn: string;
};

export type DifficultyRefusal = { readonly kind: 'difficulty-unchanged'; readonly coefficient: number };
