import type { CivilDate } from '#/kernel/civil-date.ts';
import type { YearListLine } from '#/ui/year-list.tsx';
import type { QuarterFacts } from '../rules/facts.ts';
import type { Priorities } from '../rules/priorities.ts';
import type { Quarter } from '../rules/quarter.ts';
import type { Appeal, Confirmation, Round } from '../rules/round.ts';
import type { Settlement } from '../rules/settlement.ts';
import type { ScoreSheet, SheetVersion } from '../rules/sheet.ts';
import type { UnitScore } from '../rules/unit-score.ts';

/** What the reads of the stage answer. */
export type QuarterView = {
  readonly round:
    | (Omit<Round, 'content' | 'published'> & {
        readonly published: { readonly digest: string; readonly by: string; readonly on: CivilDate } | null;
      })
    | null;
  readonly isFrozenList: boolean;
  readonly asOf: CivilDate;
  readonly sheet: ScoreSheet;
  readonly sheetVersion: number;
  readonly scores: readonly UnitScore[];
  readonly unitCount: number;
  readonly facts: QuarterFacts | null;
  readonly appeals: readonly Appeal[];
  readonly confirmations: readonly Confirmation[];
  readonly silent: readonly string[];
  readonly entries: readonly {
    readonly entryId: string;
    readonly unitId: string;
    readonly lineKey: string;
    readonly points: number;
    readonly text: string;
    readonly evidence: readonly string[];
    readonly enteredBy: string;
    readonly enteredOn: CivilDate;
    readonly withdrawnBy: string | null;
    readonly withdrawnReason: string | null;
  }[];
  /** By digest. */
  readonly fileNames: Readonly<Record<string, string>>;
  readonly rounds: readonly (Quarter & { readonly id: string; readonly state: Round['state'] })[];
  readonly ownUnitId: string | null;
};

export type SheetView = {
  readonly year: number;
  readonly version: number;
  readonly sheet: ScoreSheet;
  readonly standard: ScoreSheet;
  readonly history: readonly SheetVersion[];
};

export type DifficultyLine = {
  readonly projectId: string;
  readonly no: string;
  readonly name: string;
  readonly coefficient: number;
  readonly reason: string | null;
  readonly setBy: string | null;
  readonly setOn: string | null;
};

export type PrioritiesView = Priorities & {
  readonly projects: readonly { readonly id: string; readonly no: string; readonly name: string }[];
};

export type SettlementView = {
  readonly settlement: Settlement;
  readonly priorities: Priorities;
  readonly digest: string | null;
  readonly settledBy: string | null;
  readonly settledOn: CivilDate | null;
  readonly to: CivilDate;
};

/** A quarter of a list, as the parts of its screen are given it. */
export type OfQuarter = { readonly view: QuarterView; readonly list: YearListLine; readonly quarter: Quarter['quarter'] };
