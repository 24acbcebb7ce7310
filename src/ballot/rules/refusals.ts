import type { CountFault } from './decide.ts';
import type { RoundRefusal } from './round.ts';
import type { HeadMissing } from './table.ts';

export type ImportRefusal =
  | HeadMissing
  | { readonly kind: 'import-has-errors'; readonly count: number }
  | { readonly kind: 'nothing-read' };

export type KeyRefusal =
  | RoundRefusal
  | { readonly kind: 'keyed-by-you' }
  | { readonly kind: 'keyed-twice'; readonly names: readonly string[] }
  | { readonly kind: 'bundle-settled'; readonly serial: number }
  | { readonly kind: 'figures-do-not-add-up'; readonly faults: readonly CountFault[]; readonly names: Readonly<Record<string, string>> }
  | { readonly kind: 'not-two-entries' }
  | { readonly kind: 'settles-own-entry' }
  | { readonly kind: 'keypad-not-in-sheet' };
