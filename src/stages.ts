/** The stages of a commitment's life, in order. The order is the law: a stage imports only stages before it. */
export const STAGES = [
  'organisation',
  'ballot',
  'programme',
  'planning',
  'delivery',
  'collection',
  'records',
  'orders',
  'rhythm',
  'supervision',
  'wall',
  'publication',
  'assessment',
  'archive',
  'notices',
] as const;

export type Stage = (typeof STAGES)[number];
