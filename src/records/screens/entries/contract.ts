import type { CadenceMonth } from '../../rules/entries/cadence.ts';
import type { Lack } from '../../rules/entries/counting.ts';
import type { Entry } from '../../rules/entries/entry.ts';
import type { EntrySpec } from '../../rules/entries/spec.ts';

export type ShownEntry = Entry & { readonly looksLike: string | null; readonly lacks: readonly Lack[]; readonly counts: boolean };

export type EntryView = {
  readonly promise: {
    readonly id: string;
    readonly verb: string;
    readonly object: string;
    readonly target: number | null;
    readonly measureUnit: string;
  };
  readonly project: { readonly no: string; readonly name: string };
  readonly mayEnter: boolean;
  readonly spec: EntrySpec | null;
  readonly counted: { readonly value: number; readonly records: number } | null;
  readonly entries: readonly ShownEntry[];
  readonly cadences: readonly { readonly text: string; readonly months: readonly CadenceMonth[] }[];
};

export type ChoiceArea = { readonly id: string; readonly name: string };
export type EntryChoices = {
  readonly projects: readonly {
    readonly year: number;
    readonly no: string;
    readonly name: string;
    readonly promises: readonly { readonly id: string; readonly label: string }[];
  }[];
  readonly areas: readonly ChoiceArea[];
};
