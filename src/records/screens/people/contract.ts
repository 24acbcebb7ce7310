import type { CivilDate } from '#/kernel/civil-date.ts';
import type { AreaKind } from '#/planning/rules/area.ts';
import type { ProgrammePromise } from '#/programme/rules/programme.ts';
import type { CountDefinition, PastDefinition } from '../../rules/definition.ts';
import type { ShownDifference } from '../../rules/people/changes.ts';
import type { DueList, DuePerson } from '../../rules/people/due.ts';
import type { DuplicateShare } from '../../rules/people/duplicate-share.ts';
import type { PastRule, RuleVersion } from '../../rules/people/eligibility.ts';
import type { FourNumbers } from '../../rules/people/four-numbers.ts';
import type { Import } from '../../rules/people/importing.ts';
import type { LineFault } from '../../rules/people/line.ts';
import type { ListChange, ListUse } from '../../rules/people/list-change.ts';
import type { Roster, ServiceKind } from '../../rules/people/roster.ts';
import type { PlaceMonths, PlaceRow } from '../../rules/place-months.ts';
import type { PublicCoverage } from '../../rules/public-parts.ts';
import type { DefinitionSaid } from '../../rules/said.ts';

export type ShownImport = Omit<Import, 'fileDigest'>;
/** How a list is used, and what of it was changed with a reason, newest first. */
type Past = { readonly use: ListUse; readonly changes: readonly ListChange[] };
export type ShownRoster = Roster &
  Past & { readonly count: number | null; readonly isOwn: boolean; readonly imports: readonly ShownImport[] };
export type ShownKind = ServiceKind &
  Past & {
    readonly rules: readonly RuleVersion[];
    /** With those that were put right on the day on which they were set. */
    readonly pastRules: readonly PastRule[];
    readonly openDuplicates: number;
    /** 限额 that were set, newest first; `duplicatesMost` is the one in force. */
    readonly shares: readonly DuplicateShare[];
    readonly isOwn: boolean;
    readonly imports: readonly ShownImport[];
  };

/** `GET /records/lists` */
export type Lists = {
  readonly rosters: readonly ShownRoster[];
  readonly kinds: readonly ShownKind[];
  /** Those that are offered may be named as the keeper of a list. */
  readonly units: readonly { readonly id: string; readonly name: string; readonly isOffered: boolean }[];
};

/** `GET /records/promises` */
export type Promises = {
  readonly promises: readonly {
    readonly project: { readonly id: string; readonly no: string; readonly name: string };
    readonly promise: ProgrammePromise;
    readonly done: number | null;
    readonly doneFrom: string | null;
    readonly definition: CountDefinition | null;
  }[];
};

export type Difference = {
  readonly against: number | null;
  readonly added: number;
  readonly gone: number;
  readonly changed: number;
  readonly same: number;
};

/** `GET /records/import` */
export type ImportView = {
  readonly import: ShownImport;
  readonly targetName: string;
  readonly isOwn: boolean;
  readonly accepted: readonly {
    readonly no: number;
    readonly fileName: string;
    readonly settledAt: string | null;
    readonly rowsTaken: number;
  }[];
  readonly against: number | null;
  readonly differences: readonly Difference[];
  readonly faults: readonly (LineFault & { readonly faultNo: number })[];
  /** More is wrong than is listed. */
  readonly hasMore: boolean;
};

/** A township with its months, its number, and what the public is shown of it. */
export type ShownPlace = PlaceRow & { readonly name: string | null; readonly shown: number | null };

/** `GET /records/figure` */
export type FigureView = {
  readonly promise: ProgrammePromise;
  readonly projectId: string;
  readonly standing: { readonly done: number | null; readonly doneOn: CivilDate | null; readonly doneFrom: string | null };
  readonly versions: readonly PastDefinition[];
  readonly sourceDecisions: readonly { readonly decisionNo: number; readonly source: string }[];
  readonly counted: {
    readonly numerator: number;
    readonly denominator: number | null;
    readonly records: number;
    readonly versionNo: number;
  } | null;
  /** 口径说明: null where there is no definition. */
  readonly said: DefinitionSaid | null;
  /** What the count covers of its roster, in per cent; a range where the roster's number is an estimate. */
  readonly coverage: PublicCoverage | null;
  readonly four: FourNumbers | null;
  /** Of how many doses the series is, and how many persons have all of them. */
  readonly series: { readonly doses: number; readonly complete: number } | null;
  readonly parts: {
    readonly months: PlaceMonths['months'];
    readonly byPlace: readonly ShownPlace[];
    readonly byMonth: PlaceMonths['whole'];
    readonly over: PlaceMonths['over'];
  } | null;
};

/** `GET /records/import-differences` */
export type Differences = { readonly count: number; readonly rows: readonly ShownDifference[] };

/** `GET /records/rows` */
export type Rows = {
  readonly count: number;
  /** What they add up to: the number of the cell. */
  readonly numerator: number;
  readonly rows: readonly {
    readonly personNo: number;
    readonly name: string;
    readonly identity: string | null;
    readonly onDay: CivilDate;
    readonly slot: string;
    readonly doseNo: number;
    readonly areaId: string;
    readonly evidence: string | null;
    readonly hasEvidence: boolean;
    readonly importNo: number | null;
    readonly fileName: string | null;
    readonly sheet: string | null;
    readonly rowNo: number | null;
  }[];
};

export type SeenPerson = {
  readonly no: number;
  readonly name: string;
  readonly birthOn: string | null;
  readonly phone: string;
  readonly identity: string | null;
};

/** `GET /records/duplicates` */
export type Duplicates = {
  readonly kindName: string;
  readonly pairs: readonly (readonly [SeenPerson, SeenPerson])[];
  readonly decisions: readonly {
    readonly personNo: number;
    readonly otherNo: number;
    readonly decisionNo: number;
    readonly decision: 'same' | 'different' | 'undone';
    readonly reason: string;
    readonly decidedBy: string;
    readonly decidedOn: string;
  }[];
  readonly persons: readonly SeenPerson[];
};

/** `GET /records/doses` */
export type Doses = {
  readonly kindName: string;
  readonly rosterId: string | null;
  readonly counts: DueList['counts'];
  readonly dueCounts: DueList['dueCounts'];
  /** Of how many `due` is a page. */
  readonly count: number;
  readonly due: readonly (DuePerson & { readonly name: string; readonly phone: string })[];
};

/** `GET /records/doses-table` */
export type DosesTable = { readonly rows: readonly (DuePerson & { readonly name: string })[] };

/** `GET /records/sign-in-list` */
export type SignInList = {
  readonly now: string;
  readonly onDay: CivilDate;
  readonly kind: { readonly id: string; readonly name: string; readonly slots: readonly string[] };
  /** Distinct persons at the event that was asked for. */
  readonly attended: number | null;
  readonly people: readonly {
    readonly no: number;
    readonly areaId: string;
    readonly name: string;
    readonly born: string | null;
    /** False for who came and stands on no list. */
    readonly isListed: boolean;
    readonly signed: readonly { readonly slot: string; readonly eventId: string | null; readonly id: string | null; readonly by: string }[];
  }[];
  readonly takenBack: readonly {
    readonly id: string;
    readonly name: string;
    readonly slot: string;
    readonly signedBy: string;
    readonly takenBackBy: string;
    readonly reason: string;
  }[];
};

/** `GET /records/sign-in-events` */
export type SignInEvents = readonly {
  readonly id: string;
  readonly title: string;
  readonly onDay: CivilDate;
  readonly from: string | null;
  readonly place: string;
  readonly areaId: string | null;
}[];

/** `GET /records/sign-in-event` */
export type EventToSignIn = {
  readonly id: string;
  readonly title: string;
  readonly onDay: CivilDate;
  readonly isOwn: boolean;
  readonly kinds: readonly { readonly id: string; readonly name: string }[];
};

/** `GET /records/places` */
export type Places = readonly { readonly id: string; readonly name: string; readonly kind: AreaKind; readonly parentId: string | null }[];

/** The place that a figure is narrowed to. */
export type Scope = Places[number];

/** One cell of a figure taken apart, whose records are opened. */
export type Cell = { readonly areaId?: string; readonly month?: string; readonly name: string };
