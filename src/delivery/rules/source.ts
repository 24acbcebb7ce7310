import type { CivilDate } from '#/kernel/civil-date.ts';

/** 数字来源: what units report, what the steps of the sites add up to (由点位推算), or what is on record (由实绩计数). */
export const COUNT_SOURCES = ['reports', 'sites', 'records'] as const;
export type CountSource = (typeof COUNT_SOURCES)[number];

/** 取数依据: by which source a figure was taken on a day, and by which version of a definition where records were counted. */
export type Counting = {
  readonly source: CountSource;
  /** Those that had begun by the day. Boards that were frozen earlier had none. */
  readonly versions?: readonly CountVersion[];
  /** Persons are counted: a small number of them is not for the public. */
  readonly isOfPersons?: boolean;
};

/**
 * 计数的各版: by what is counted from a day on. A definition counts everything anew, so that the line breaks and its two sides are not subtracted; a
 * rule of who is eligible judges the services of its own days, and what came before it stays.
 */
export type CountVersion = { readonly from: CivilDate; readonly name: string; readonly isAnew: boolean };
