import type { Board, PromiseStanding } from '#/delivery/rules/standing.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { bigNumber, longDate, number } from '#/kernel/format.ts';
import type { ProgrammePromise } from '#/programme/rules/programme.ts';
import type { CollectionPeriod } from './calendar.ts';

/** What the office fills in before the form goes out; a unit reads it and leaves it alone. */
export const LOCKED_FIELDS = ['no', 'project', 'promise', 'target', 'measureUnit', 'countingRule', 'last'] as const;
export type LockedField = (typeof LOCKED_FIELDS)[number];

/** What the unit fills in. */
export const OPEN_FIELDS = ['value', 'denominator', 'valueKind', 'stage', 'reason', 'evidence', 'remark'] as const;
export type OpenField = (typeof OPEN_FIELDS)[number];
export type FormField = LockedField | OpenField;
export const FORM_FIELDS: readonly FormField[] = [...LOCKED_FIELDS, ...OPEN_FIELDS];

/** As they are printed over the columns, and recognised when the form comes back. */
export const FORM_HEADS: Readonly<Record<FormField, string>> = {
  no: '序号',
  project: '项目',
  promise: '承诺（目标任务）',
  target: '目标',
  measureUnit: '计量单位',
  countingRule: '计数口径',
  last: '上次采用数（截至日）',
  value: '本次数',
  denominator: '分母（比率填）',
  valueKind: '累计数或本期数',
  stage: '所处阶段',
  reason: '滞后原因与补救措施',
  evidence: '佐证材料清单',
  remark: '进展说明与备注',
};

export const VALUE_KIND_WORDS = { cumulative: '累计数', 'this-period': '本期数' } as const;

export const SIGN_FIELDS = ['filledBy', 'reviewedBy', 'head', 'filledOn'] as const;
export type SignField = (typeof SIGN_FIELDS)[number];
export const SIGN_HEADS: Readonly<Record<SignField, string>> = {
  filledBy: '填报人',
  reviewedBy: '审核人',
  head: '负责人（盖章）',
  filledOn: '填报日期',
};

/** What the cell for a figure takes: a count, a numerator with its denominator, numbers of steps done, or nothing (stage and words only). */
export type Takes = 'value' | 'ratio' | 'steps' | 'words';

/** 报送表的一行: one promise, with what is printed in the locked cells. */
export type FormRow = {
  readonly promiseId: string;
  readonly takes: Takes;
  readonly measureUnit: string;
  readonly locked: Readonly<Record<LockedField, string>>;
  /** The figure behind `last`, to tell what is new. */
  readonly lastValue: number | null;
  /** Steps of a milestone set in the order of their numbers on the form. */
  readonly stepIds: readonly string[];
};

/** 报送表: what one lead unit is asked for in one period. */
export type ReportingForm = {
  readonly programmeId: string;
  readonly programmeTitle: string;
  readonly districtName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly period: CollectionPeriod;
  readonly periodName: string;
  readonly rows: readonly FormRow[];
};

export const FORM_VERSION = 1;

export type FormStep = { readonly id: string; readonly title: string };

type FormsInput = {
  readonly board: Board;
  readonly period: CollectionPeriod;
  /** Approved steps of milestone sets, by promise. */
  readonly steps: ReadonlyMap<string, readonly FormStep[]>;
};

/** One form for each lead unit that still owes figures; what is accepted as kept is not asked again. */
export function formsOf({ board, period, steps }: FormsInput): readonly ReportingForm[] {
  const owed = board.projects.filter(({ project }) => project.leadUnitId !== null);
  const byUnit = Map.groupBy(owed, ({ project }) => project.leadUnitId!);
  return [...byUnit].flatMap(([unitId, projects]) => {
    const rows = projects.flatMap(({ project, promises }) =>
      promises.flatMap((standing, i) =>
        standing.light === 'closed'
          ? []
          : [rowOf(standing, { no: promises.length === 1 ? project.no : `${project.no}-${i + 1}`, name: project.name }, steps)],
      ),
    );
    const unitName = projects[0]!.leadUnit ?? '';
    const { id: programmeId, title: programmeTitle } = board.programme;
    const periodName = nameOfPeriod(period.id);
    return rows.length === 0
      ? []
      : [{ programmeId, programmeTitle, districtName: board.districtName, unitId, unitName, period, periodName, rows }];
  });
}

function rowOf(standing: PromiseStanding, project: { readonly no: string; readonly name: string }, all: FormsInput['steps']): FormRow {
  const { promise } = standing;
  const steps = all.get(promise.id) ?? [];
  const titles = steps.map((it, i) => `${i + 1}.${it.title}`).join('；');
  const name = `${promise.verb}${promise.object}`;
  return {
    promiseId: promise.id,
    takes: takesOf(promise, steps),
    measureUnit: promise.measure === 'milestone-set' ? '' : promise.measureUnit,
    lastValue: standing.done,
    stepIds: steps.map((it) => it.id),
    locked: {
      no: project.no,
      project: project.name,
      promise: titles === '' ? name : `${name}（节点：${titles}）`,
      target: targetOf(promise),
      measureUnit: unitOf(promise, steps),
      countingRule: ruleOf(promise),
      last: lastOf(standing),
    },
  };
}

function takesOf({ measure }: ProgrammePromise, steps: readonly FormStep[]): Takes {
  if (measure === 'ratio') return 'ratio';
  if (measure !== 'milestone-set') return 'value';
  return steps.length > 0 ? 'steps' : 'words';
}

function targetOf({ target, targetMax, approx, bound }: ProgrammePromise): string {
  if (target === null) return '清单未列数';
  const limit = { exact: '', at_least: '不少于', at_most: '不超过' }[bound];
  return `${limit}${approx ? '约' : ''}${bigNumber(target)}${targetMax === null ? '' : `至${bigNumber(targetMax)}`}`;
}

function unitOf({ measure, measureUnit }: ProgrammePromise, steps: readonly FormStep[]): string {
  if (measure !== 'milestone-set') return measureUnit;
  return steps.length > 0 ? '填已完成节点的序号' : '节点未批准，填阶段';
}

function ruleOf({ countingRule, measure }: ProgrammePromise): string {
  if (countingRule === null) return measure === 'ratio' ? '分子、分母都填，均为累计数' : '口径待定，按承诺原文计';
  return [countingRule.counts, countingRule.when, countingRule.proof].filter((it) => it !== '').join('；');
}

function lastOf({ done, doneOn, doneFrom, stage }: PromiseStanding): string {
  if (done === null) return stage === null ? '无' : `无数（阶段：${stage}）`;
  const from = doneFrom === 'stage' ? '，由阶段推得' : '';
  return `${number(done)}（${doneOn === null ? '日期不详' : longDate(doneOn)}${from}）`;
}

/** 2026年6月, 2026年6月上半月, 2026年第25周, 2026年第2季度. */
export function nameOfPeriod(id: string): string {
  const found = /^(\d{4})-(?:W(\d\d)|Q(\d)|(\d\d)(?:-(\d))?)$/.exec(id);
  if (found === null) return id;
  const [, year, week, quarter, month, half] = found;
  if (week !== undefined) return `${year}年第${Number(week)}周`;
  if (quarter !== undefined) return `${year}年第${quarter}季度`;
  return `${year}年${Number(month)}月${half === undefined ? '' : half === '1' ? '上半月' : '下半月'}`;
}

/** 标识: what the hidden sheet of a form says about it. `cells` are the locked texts as they went out, by promise. */
export type FormIdentity = {
  readonly version: number;
  readonly district: string;
  readonly programmeId: string;
  readonly period: string;
  readonly asOf: CivilDate;
  readonly unitId: string;
  readonly unitName: string;
  readonly issuedOn: CivilDate;
  readonly keyId: string;
  readonly rows: readonly Omit<FormRow, 'stepIds' | 'lastValue'>[];
};

/** Programs that save a form change blanks and line ends in its cells, and nothing else. */
export function sameText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** What the keyed digest of a form is made over: who it was made for, and every locked cell. */
export function identityText(it: FormIdentity): string {
  const head = [it.version, it.district, it.programmeId, it.period, it.asOf, it.unitId, it.issuedOn];
  const rows = it.rows.map(({ promiseId, takes, measureUnit, locked }) => [
    promiseId,
    takes,
    sameText(measureUnit),
    ...LOCKED_FIELDS.map((field) => sameText(locked[field])),
  ]);
  return JSON.stringify([head, rows]);
}
