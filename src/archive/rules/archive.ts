import { z } from 'zod';
import type { CivilDate } from '#/kernel/civil-date.ts';

/** What is asked for: one project of a list, or all of it. */
export const Choice = z.object({ programmeId: z.uuid(), projectId: z.uuid().nullable() });
export type Choice = z.infer<typeof Choice>;

export const MakeBundle = z.object({ ...Choice.shape, bundleId: z.uuid() });
export const MakeFullBundle = z.object({ ...MakeBundle.shape, purpose: z.string().trim().min(4).max(200) });

/** 卷内文件: one file of a bundle, found in the file store by its digest. */
export type BundleEntry = {
  readonly path: string;
  readonly title: string;
  readonly by: string;
  readonly on: CivilDate | null;
  readonly digest: string;
  readonly size: number;
  /** As it came, with whatever stands in it. */
  readonly isOriginal: boolean;
};

/** 缺项: what a reader of the bundle would look for and not find. `no` is the row of the list, null for the list as a whole. */
export type Gap = { readonly no: string | null; readonly promise: string | null } & (
  | { readonly kind: 'no-counting-rule' | 'plan-never-approved' | 'no-acceptance' | 'no-report' | 'no-picture' | 'never-published' }
  | { readonly kind: 'months-without-report' | 'months-without-bulletin'; readonly months: readonly string[] }
  | { readonly kind: 'reports-without-evidence'; readonly days: readonly CivilDate[] }
  | { readonly kind: 'pictures-not-covered' | 'files-missing' | 'papers-held-back'; readonly count: number }
  | { readonly kind: 'signed-without-scan'; readonly titles: readonly string[] }
);
export type GapKind = Gap['kind'];

/** 归档包: who made it of what, and the files that it consists of. */
export type Bundle = {
  readonly id: string;
  readonly programmeId: string;
  readonly projectId: string | null;
  readonly name: string;
  readonly withOriginals: boolean;
  readonly purpose: string | null;
  readonly entries: readonly BundleEntry[];
  readonly gaps: readonly Gap[];
  readonly size: number;
  readonly made: { readonly name: string; readonly post: string; readonly on: CivilDate };
  readonly madeAt: string;
};

export type ArchiveRefusal = { readonly kind: 'not-frozen'; readonly title: string };

const LONGEST_NAME = 40;

/** A name that Windows, WPS and zip programs take. */
export function safeName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[. ]+$/, '');
  return [...plain].slice(0, LONGEST_NAME).join('') || '未命名';
}

/** As `sha256sum -c` reads it. */
export function manifestOf(entries: readonly Pick<BundleEntry, 'path' | 'digest'>[]): string {
  return entries.map(({ digest, path }) => `${digest}  ${path}\n`).join('');
}

/** From the first to the last month that both days touch, `2026-03`. */
export function monthsBetween(from: CivilDate, to: CivilDate): readonly string[] {
  const number = (day: CivilDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const count = Math.max(0, number(to) - number(from) + 1);
  return Array.from({ length: count }, (_, i) => {
    const month = number(from) + i;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

/** The months that are over by a day: nobody misses the report of a month that still runs. */
export function endedMonths(from: CivilDate, today: CivilDate): readonly string[] {
  return monthsBetween(from, today).filter((month) => month < today.slice(0, 7));
}
