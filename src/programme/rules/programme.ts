import type { CivilDate } from '#/kernel/civil-date.ts';

/** 年度清单的种类. Figures of different kinds are never added up: a city's undertaking is not one of the district's ten. */
export type ProgrammeKind = 'ten-things' | 'special-action' | 'superior-project';

/** 清单的来由: voted by the deputies (人大票决) or settled by the government (政府确定). It decides who may change a promise. */
export type ProgrammeOrigin = 'voted' | 'government';

/** 民生实事清单（年度）: what a district promises for one year, as published. A frozen one changes only by an adjustment. */
export type Programme = {
  readonly id: string;
  readonly district: string;
  readonly year: number;
  readonly kind: ProgrammeKind;
  readonly origin: ProgrammeOrigin;
  readonly title: string;
  /** The period the list speaks of; 1 January–31 December of its year unless entered. Both days count. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly state: 'draft' | 'frozen';
  readonly frozenOn: CivilDate | null;
  readonly frozenBy: string | null;
  readonly digest: string | null;
  readonly version: number;
};

/** 民生实事项目: one row of the list, in the words that were published. */
export type Project = {
  readonly id: string;
  readonly programmeId: string;
  /** The printed number, `1` … `10`; parts of a split row are `10.1`, `10.2`. */
  readonly no: string;
  readonly position: number;
  readonly name: string;
  readonly text: string;
  readonly leadUnitId: string | null;
  /** 配合单位, in the printed order. */
  readonly supportingUnitIds: readonly string[];
  /** 省级、市级、区级: a project can be on several lists at once (苍南 2022). */
  readonly levels: readonly ('province' | 'city' | 'district' | 'township')[];
  /** What the published list did not print, worded on the pages (e.g. 另五项报道未列). */
  readonly note: string | null;
};

/** 计量方式 (delivery.md 3.1): flow, stock, weighted steps, or numerator over denominator; never mixed in one number. */
export type Measure = 'cumulative' | 'stock' | 'milestone-set' | 'ratio';

/** 计数口径: what counts as one, when it counts, and what proves it. A report in another measure cannot fill the promise. */
export type CountingRule = {
  readonly counts: string;
  readonly when: string;
  readonly proof: string;
  /** Other units accepted one for one, each with the recorded reason (期 counted as 场). */
  readonly accepts: readonly { readonly measureUnit: string; readonly reason: string }[];
};

/** 目标任务（承诺事项）: one clause of a project that can be kept or not. `target` null means that the list prints none. */
export type ProgrammePromise = {
  readonly id: string;
  readonly projectId: string;
  readonly position: number;
  readonly verb: string;
  /** What is counted, in the words of the list. */
  readonly object: string;
  readonly measure: Measure;
  readonly direction: 'higher' | 'lower';
  readonly target: number | null;
  readonly targetMax: number | null;
  readonly measureUnit: string;
  readonly approx: boolean;
  readonly bound: 'exact' | 'at_least' | 'at_most';
  /** Where the quantity stands in the project's text, UTF-16 units, end exclusive; null when a person added the promise. */
  readonly start: number | null;
  readonly end: number | null;
  readonly countingRule: CountingRule | null;
  /** 季度目标: cumulative values to be reached by the end of each quarter, where set. */
  readonly quarterTargets: readonly (number | null)[];
  /** 办理时限 of this clause where the text names one (力争于6月底). */
  readonly dueOn: CivilDate | null;
  /** Decided "later": shown to the office as still to be settled. */
  readonly settledLater: boolean;
};
