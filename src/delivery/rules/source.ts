import type { CivilDate } from '#/kernel/civil-date.ts';

/** 数字来源: what units report, what the steps of the sites add up to (由点位推算), or what is on record (由实绩计数). */
export const COUNT_SOURCES = ['reports', 'sites', 'records'] as const;
export type CountSource = (typeof COUNT_SOURCES)[number];

/** 取数依据: by which source a figure was taken on a day, and by which version of a definition where records were counted. */
export type Counting = {
  readonly source: CountSource;
  readonly versionNo: number | null;
  readonly breaks: readonly CivilDate[];
};
