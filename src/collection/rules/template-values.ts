import { isPercent } from '#/delivery/rules/series.ts';
import type { Board, Light, ProjectStanding, PromiseStanding } from '#/delivery/rules/standing.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { longDate, number, percent, round } from '#/kernel/format.ts';
import { nameOfPeriod } from './form.ts';
import type { FieldValues } from './template.ts';

type Facts = {
  readonly board: Board;
  readonly period: string;
  readonly today: CivilDate;
  /** 滞后原因与补救措施 that came with the adopted reports, by report. */
  readonly reasons: ReadonlyMap<string, string>;
  readonly lightWords: Readonly<Record<Light, string>>;
};

type Whole = Pick<FieldValues, 'district' | 'programme' | 'period' | 'asOf' | 'filledOn'>;

export function wholeValues({ board, period, today }: Facts): Whole {
  return {
    district: board.districtName,
    programme: board.programme.title,
    period: nameOfPeriod(period),
    asOf: longDate(board.asOf),
    filledOn: longDate(today),
  };
}

/** One line for each promise, or for each project with its promises put together; every figure is an adopted one. */
export function linesOf(facts: Facts, per: 'promise' | 'project'): readonly FieldValues[] {
  const whole = wholeValues(facts);
  const single = facts.board.projects.flatMap((project) => {
    const lines = project.promises.map((standing) => ({ ...whole, ...lineOf(standing, project, facts), ordinal: 0 }));
    return per === 'promise' || lines.length === 1 ? lines : [together(lines, project, facts)];
  });
  return single.map((it, i) => ({ ...it, ordinal: i + 1 }));
}

function lineOf(
  standing: PromiseStanding,
  { project, leadUnit, supportingUnits }: ProjectStanding,
  facts: Facts,
): Omit<FieldValues, keyof Whole> {
  const { promise, done, doneOn, pace, stage, light, progressText, reportId } = standing;
  const unit = promise.measureUnit;
  const shown = done === null ? null : round(done, 2);
  const target = promise.target;
  return {
    ordinal: null,
    no: project.no,
    project: project.name || project.text,
    projectText: project.text,
    leadUnit: leadUnit ?? '',
    supportingUnits: supportingUnits.join('、'),
    promise: `${promise.verb}${promise.object}`,
    target,
    measureUnit: unit,
    targetWithUnit: target === null ? '' : `${promise.approx ? '约' : ''}${number(target)}${unit}`,
    done: shown,
    doneWithUnit: shown === null ? '' : `${number(shown)}${unit}`,
    doneOn: doneOn === null ? '' : longDate(doneOn),
    planned: pace === null ? null : round(pace.expected, 2),
    percent: shareOf(standing) === null ? '' : percent(shareOf(standing)!),
    percentWithBase: withBase(standing),
    stage: stage ?? '',
    light: facts.lightWords[light],
    reason: (reportId === null ? undefined : facts.reasons.get(reportId)) ?? '',
    text: progressText ?? '',
  };
}

/** Of a ratio the share is the figure itself. */
function shareOf({ promise, done }: PromiseStanding): number | null {
  if (done === null) return null;
  if (promise.measure === 'ratio' && isPercent(promise.measureUnit)) return done / 100;
  return promise.target === null || promise.target === 0 ? null : done / promise.target;
}

/** A percentage never stands without what it is of. */
function withBase(standing: PromiseStanding): string {
  const share = shareOf(standing);
  const { promise, done } = standing;
  if (share === null || done === null) return '';
  const base =
    promise.measure === 'ratio'
      ? `目标${promise.target ?? ''}${promise.measureUnit}`
      : `${number(done)}/${number(promise.target!)}${promise.measureUnit}`;
  return `${percent(share)}（${base}）`;
}

const JOINED = ['promise', 'targetWithUnit', 'doneWithUnit', 'percent', 'percentWithBase', 'stage', 'reason', 'text', 'doneOn'] as const;

/** Figures of different units are named one by one; a single number for them would say nothing. */
function together(lines: readonly FieldValues[], standing: ProjectStanding, facts: Facts): FieldValues {
  const first = lines[0];
  const none = { ...wholeValues(facts), ...lineOfNothing(standing) };
  const joined = Object.fromEntries(JOINED.map((field) => [field, join(lines, field)]));
  const both = { target: join(lines, 'targetWithUnit'), done: join(lines, 'doneWithUnit'), measureUnit: '', planned: null };
  return { ...none, ...first, ...joined, ...both, light: facts.lightWords[standing.light] };
}

function lineOfNothing({ project, leadUnit, supportingUnits }: ProjectStanding): Omit<FieldValues, keyof Whole> {
  const blank = { ordinal: null, promise: '', target: null, measureUnit: '', targetWithUnit: '', done: null, doneWithUnit: '', doneOn: '' };
  const rest = { planned: null, percent: '', percentWithBase: '', stage: '', light: '', reason: '', text: '' };
  const own = { no: project.no, project: project.name || project.text, projectText: project.text };
  return { ...blank, ...rest, ...own, leadUnit: leadUnit ?? '', supportingUnits: supportingUnits.join('、') };
}

function join(lines: readonly FieldValues[], field: (typeof JOINED)[number]): string {
  return [...new Set(lines.map((it) => String(it[field] ?? '')).filter((it) => it !== ''))].join('；');
}
