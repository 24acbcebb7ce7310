import type { ProgrammeKind, ProgrammeOrigin } from '../programme.ts';

/** 出处: where something stood, for messages; the row counts from 1 in its sheet, table or text. */
export type Where = { readonly sheet: string | null; readonly row: number };

/**
 * 清单上的一项, as printed. A row of its own has the printed number as label (`3`); several rows under one merged 序号 stay apart as parts
 * `3.1`, `3.2` of project `3`, since each has its own unit, date and progress.
 */
export type FoundItem = {
  readonly label: string;
  readonly project: string;
  readonly text: string;
  readonly name: string | null;
  readonly category: string | null;
  readonly progressText: string | null;
  readonly leadUnit: string | null;
  readonly supportingUnits: readonly string[];
  readonly overseeingLeader: string | null;
  readonly dueText: string | null;
  readonly investment: string | null;
  /** 季度目标, four of them, `''` where none is printed; null when the list has no such columns. */
  readonly quarterTargets: readonly string[] | null;
  readonly remark: string | null;
  readonly where: Where;
};

export type RowCode = 'no-text' | 'no-number' | 'hidden-row' | 'formula-error' | 'number-repeated' | 'number-missing' | 'too-many-rows';

/** 未读入的行, or in `notes` a row that was read and deserves a look. */
export type RowNote = {
  readonly row: number;
  readonly sheet: string | null;
  readonly code: RowCode;
  readonly facts: Readonly<Record<string, string>>;
};

export type Role =
  | 'number'
  | 'name'
  | 'content'
  | 'target'
  | 'progress'
  | 'lead'
  | 'support'
  | 'leader'
  | 'due'
  | 'investment'
  | 'category'
  | 'remark'
  | 'quarter-1'
  | 'quarter-2'
  | 'quarter-3'
  | 'quarter-4';

export type Column = { readonly index: number; readonly header: string; readonly role: Role };

/** How the items were found, from the surest to the last resort. */
export type Basis = 'table' | 'table-without-header' | 'numbered' | 'lines' | 'none';

export type Candidate = { readonly sheet: string | null; readonly row: number; readonly title: string | null; readonly itemCount: number };

/** 读出的清单: everything that was understood, and what was not. */
export type FoundList = {
  readonly basis: Basis;
  readonly title: string | null;
  readonly year: number | null;
  readonly place: string | null;
  readonly kindHint: ProgrammeKind | null;
  readonly originHint: ProgrammeOrigin | null;
  readonly items: readonly FoundItem[];
  readonly refused: readonly RowNote[];
  readonly notes: readonly RowNote[];
  readonly columns: readonly Column[];
  readonly unmappedHeaders: readonly string[];
  /** Other tables that could have been the list, so that a person can choose another. */
  readonly others: readonly Candidate[];
};

export const emptyItem = {
  name: null,
  category: null,
  progressText: null,
  leadUnit: null,
  supportingUnits: [],
  overseeingLeader: null,
  dueText: null,
  investment: null,
  quarterTargets: null,
  remark: null,
} as const satisfies Partial<FoundItem>;
