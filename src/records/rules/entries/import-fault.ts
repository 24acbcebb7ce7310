import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Area } from '#/planning/rules/area.ts';
import type { AmountRefusal } from './amount.ts';
import type { Entry, EntryKind } from './entry.ts';
import type { EntryField } from './import-heads.ts';
import type { EntryRefusal } from './settle.ts';

/** 导入提示: what is wrong with a cell, or has to be known before the rows are taken. */
export type EntryRemark = {
  readonly row: number;
  readonly sheet: string | null;
  readonly field: EntryField;
  readonly isError: boolean;
} & Fault;
export type Fault =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unfit' }
  | { readonly kind: 'not-a-day' | 'not-a-time' | 'not-a-number' | 'not-whole'; readonly text: string }
  | AmountRefusal
  | { readonly kind: 'unknown-word'; readonly text: string; readonly known: readonly string[] }
  | { readonly kind: 'area-unknown' | 'area-ambiguous'; readonly text: string }
  | { readonly kind: 'totals-row' }
  | { readonly kind: 'row-twice'; readonly otherRow: number }
  | { readonly kind: 'hint-row' }
  | { readonly kind: 'will-correct' }
  | { readonly kind: 'day-changed'; readonly was: CivilDate }
  | { readonly kind: 'like-other-day'; readonly days: readonly CivilDate[] }
  | { readonly kind: 'without-evidence' }
  | { readonly kind: 'refused'; readonly refusal: EntryRefusal };

export type EntryContext = {
  readonly kind: EntryKind;
  readonly promiseId: string;
  readonly file: { readonly digest: string; readonly name: string };
  readonly entries: readonly Entry[];
  readonly areas: readonly Area[];
  readonly today: CivilDate;
};

export type Said = (field: EntryField, fault: Fault, isError?: boolean) => void;
