import { z } from 'zod';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { AskedProject, CheckLine, WeeklyCheck } from './check.ts';
import { dueDayOf, IsoWeek, isoWeekOf, isSameWeek, isWeekOfYear, mondayOf, weekBefore } from './iso-week.ts';
import type { RhythmSettings } from './settings.ts';

const text = z.string().trim().max(500).default('');

export const FileCheck = IsoWeek.extend({
  /** The unit that is spoken for; a unit's own people need not name it. */
  unitId: z.uuid().optional(),
  /** 本周无变化, said of everything at once: lines are then not needed. */
  isUnchanged: z.boolean().default(false),
  lines: z
    .array(z.object({ projectId: z.uuid(), isUnchanged: z.boolean().default(false), done: text, next: text, problem: text, needs: text }))
    .max(300)
    .default([]),
});
export type FileCheck = z.output<typeof FileCheck>;

export type CheckRefusal =
  | { readonly kind: 'no-such-week'; readonly year: number; readonly week: number }
  | { readonly kind: 'week-not-begun'; readonly year: number; readonly week: number; readonly begins: CivilDate }
  | { readonly kind: 'week-too-old'; readonly year: number; readonly week: number; readonly oldest: number }
  | { readonly kind: 'nothing-asked'; readonly year: number; readonly week: number }
  | { readonly kind: 'check-line-missing'; readonly no: string; readonly name: string }
  | { readonly kind: 'check-line-empty'; readonly no: string; readonly name: string }
  | { readonly kind: 'needs-without-problem'; readonly no: string; readonly name: string };

/** Answers are taken for the week under way and, late, for the one before. */
export function mayFileFor(week: IsoWeek, today: CivilDate): Result<null, CheckRefusal> {
  if (!isWeekOfYear(week)) return refuse({ kind: 'no-such-week', ...week });
  const begins = mondayOf(week);
  if (begins > today) return refuse({ kind: 'week-not-begun', ...week, begins });
  const last = weekBefore(isoWeekOf(today));
  if (begins < mondayOf(last)) return refuse({ kind: 'week-too-old', ...week, oldest: last.week });
  return accept(null);
}

type Filing = {
  readonly asked: readonly AskedProject[];
  readonly known: WeeklyCheck | null;
  readonly settings: RhythmSettings;
  readonly by: Pick<WeeklyCheck, 'unitId' | 'filedBy' | 'filedPost' | 'onBehalf'>;
  readonly today: CivilDate;
  readonly at: string;
};

/** 报本周情况: every project that was asked about gets its line; a correction keeps the day of the first filing. */
export function fileCheck(input: FileCheck, { asked, known, settings, by, today, at }: Filing): Result<WeeklyCheck, CheckRefusal> {
  const allowed = mayFileFor(input, today);
  if (!allowed.ok) return allowed;
  const { year, week } = input;
  if (asked.length === 0 && input.lines.length === 0) return refuse({ kind: 'nothing-asked', year, week });
  const lines = input.isUnchanged ? asked.map(({ projectId }) => unchanged(projectId)) : input.lines;
  const fault = faultIn(lines, asked);
  if (fault !== null) return refuse(fault);
  const first = known ?? { filedOn: today, filedAt: at, ...by, dueOn: dueDayOf(input, settings.dueWeekday), version: 0 };
  return accept({
    ...{ year, week, lines, unitId: by.unitId, isUnchanged: lines.every((it) => it.isUnchanged) },
    ...{ filedOn: first.filedOn, filedAt: first.filedAt, filedBy: first.filedBy, filedPost: first.filedPost, onBehalf: first.onBehalf },
    dueOn: first.dueOn,
    changedAt: known === null ? null : at,
    changedBy: known === null ? null : by.filedBy,
    version: first.version + 1,
  });
}

function unchanged(projectId: string): CheckLine {
  return { projectId, isUnchanged: true, done: '', next: '', problem: '', needs: '' };
}

function faultIn(lines: readonly CheckLine[], asked: readonly AskedProject[]): CheckRefusal | null {
  for (const { projectId, no, name } of asked) {
    const line = lines.find((it) => it.projectId === projectId);
    if (line === undefined) return { kind: 'check-line-missing', no, name };
    if (!line.isUnchanged && line.done === '' && line.next === '' && line.problem === '') return { kind: 'check-line-empty', no, name };
    if (line.needs !== '' && line.problem === '' && !line.isUnchanged) return { kind: 'needs-without-problem', no, name };
  }
  return null;
}

/** Whether the week may be closed: it is over. */
export function isOver(week: IsoWeek, today: CivilDate): boolean {
  return mondayOf(week) < today && !isSameWeek(isoWeekOf(today), week);
}
