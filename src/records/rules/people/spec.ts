import { z } from 'zod';

/** What a promise may count: 人次 (services), 剂次 (doses), 人数 (distinct persons), 认定人数 (distinct eligible persons with complete evidence). */
export const PEOPLE_COUNTS = ['services', 'doses', 'persons', 'eligible'] as const;
export type PeopleCount = (typeof PEOPLE_COUNTS)[number];

/** 服务口径: how a promise counts the people it serves. */
export const PeopleSpec = z.object({
  kind: z.literal('people'),
  serviceKindId: z.uuid(),
  counts: z.enum(PEOPLE_COUNTS),
  /** Only this dose of a series; null counts whatever was given. */
  doseNo: z.number().int().min(1).max(9).nullable().default(null),
  /** Registrations of couples count as one couple or as two persons; of a promise in 对 it has to be said, else persons count. */
  of: z.enum(['persons', 'couples']).optional(),
  /** The roster that is the denominator, for a share. */
  rosterId: z.uuid().nullable().default(null),
});
export type PeopleSpec = z.output<typeof PeopleSpec>;

/** Whether what is counted are persons of a roster: meals, doses and couples are no share of it. */
export const countsOfRoster = ({ counts, of }: PeopleSpec): boolean => (counts === 'persons' || counts === 'eligible') && of !== 'couples';
