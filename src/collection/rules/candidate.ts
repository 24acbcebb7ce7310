import type { ReportContent } from '#/delivery/rules/sending.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { type AmountProblem, readAmount } from './amount.ts';
import { type FormField, type FormRow, LOCKED_FIELDS, type LockedField, sameText } from './form.ts';
import type { ReadRow } from './read-form.ts';

/** 锁定栏改动: a cell that the office had filled in came back otherwise. The old text stays in force. */
export type LockedChange = { readonly field: LockedField; readonly was: string; readonly is: string | null };

/** Why one row of a returned form cannot become a report as it stands; `field` says in which column. */
export type RowProblem =
  | (AmountProblem & { readonly field: FormField })
  | { readonly kind: 'value-kind'; readonly field: 'valueKind'; readonly text: string }
  | { readonly kind: 'denominator-missing'; readonly field: 'denominator' }
  | { readonly kind: 'steps'; readonly field: 'value'; readonly text: string; readonly most: number }
  | { readonly kind: 'too-long'; readonly field: FormField; readonly length: number; readonly limit: number }
  | { readonly kind: 'only-reason'; readonly field: 'reason' }
  | { readonly kind: 'column-gone'; readonly field: FormField };

/** 表内一行: a row of a returned file held against the promise it belongs to. */
export type FormCandidate = {
  readonly sheet: string;
  readonly rowNumber: number;
  readonly promiseId: string;
  /** Found by its number and words, for the id of the row was lost. */
  readonly matchedByWords: boolean;
  readonly isEmpty: boolean;
  /** Null where a problem stands in the way, and for an empty row. */
  readonly content: ReportContent | null;
  readonly problems: readonly RowProblem[];
  readonly changes: readonly LockedChange[];
  readonly evidenceList: string;
};

/** A row that belongs to no promise of the form. */
export type StrayRow = { readonly sheet: string; readonly rowNumber: number; readonly no: string; readonly promise: string };

export type Matched = { readonly candidates: readonly FormCandidate[]; readonly strays: readonly StrayRow[] };

/** What was asked: rows as they went out, with the steps of today. */
export type Asked = { readonly rows: readonly FormRow[]; readonly asOf: CivilDate };

/** Finds the promise of each row by its id, else by number and words, else by a number that stands only once. */
export function matchRows(rows: readonly ReadRow[], asked: Asked): Matched {
  const candidates: FormCandidate[] = [];
  const strays: StrayRow[] = [];
  const taken = new Set<string>();
  for (const row of rows) {
    const byKey = asked.rows.find((it) => it.promiseId === row.key);
    const found = byKey ?? byWords(row, asked.rows);
    if (found === undefined || taken.has(found.promiseId)) {
      const isBlank = ['value', 'stage', 'remark'].every((field) => (row.cells[field as FormField] ?? '') === '');
      if (!isBlank) strays.push({ sheet: row.sheet, rowNumber: row.rowNumber, no: row.cells.no ?? '', promise: row.cells.promise ?? '' });
      continue;
    }
    taken.add(found.promiseId);
    candidates.push(candidateOf(row, found, asked.asOf, byKey === undefined));
  }
  return { candidates, strays };
}

function byWords({ cells }: ReadRow, rows: readonly FormRow[]): FormRow | undefined {
  const [no, promise] = [sameText(cells.no ?? ''), sameText(cells.promise ?? '')];
  const same = rows.filter((it) => promise !== '' && sameText(it.locked.promise) === promise);
  if (same.length > 0) return same.find((it) => sameText(it.locked.no) === no) ?? (same.length === 1 ? same[0] : undefined);
  const numbered = rows.filter((it) => no !== '' && sameText(it.locked.no) === no);
  return numbered.length === 1 && promise === '' ? numbered[0] : undefined;
}

const LONGEST = { stage: 60, remark: 2000, reason: 1000, evidence: 2000 } as const;
const isBlank = (text: string) => /^[—\-–－/无]?$/.test(text.trim());

function candidateOf(row: ReadRow, asked: FormRow, asOf: CivilDate, matchedByWords: boolean): FormCandidate {
  const cell = (field: FormField) => (row.cells[field] ?? '').trim();
  const isEmpty = (['value', 'denominator', 'stage', 'reason', 'evidence', 'remark'] as const).every((field) => isBlank(cell(field)));
  const problems: RowProblem[] = isEmpty ? [] : [...longTexts(cell)];
  if (!isEmpty && row.cells.value === undefined) problems.push({ kind: 'column-gone', field: 'value' });
  const figure = isEmpty ? accept(NO_FIGURE) : figureOf(cell, asked);
  if (!figure.ok) problems.push(figure.refusal);
  const stage = isBlank(cell('stage')) ? null : cell('stage');
  const remark = isBlank(cell('remark')) ? '' : cell('remark');
  const reason = isBlank(cell('reason')) ? '' : cell('reason');
  const saysNothing = figure.ok && figure.value.value === null && figure.value.stepsDone.length === 0 && stage === null && remark === '';
  if (!isEmpty && saysNothing) problems.push({ kind: 'only-reason', field: 'reason' });
  const content: ReportContent | null =
    isEmpty || !figure.ok || problems.length > 0
      ? null
      : {
          promiseId: asked.promiseId,
          asOf,
          ...figure.value,
          inMeasure: true,
          stage,
          text: remark,
          behindReason: reason.length < 2 ? null : reason,
          behindUntil: null,
          evidence: [],
          overrides: [],
        };
  return {
    sheet: row.sheet,
    rowNumber: row.rowNumber,
    promiseId: asked.promiseId,
    matchedByWords,
    isEmpty,
    content,
    problems,
    changes: changesOf(row, asked),
    evidenceList: isBlank(cell('evidence')) ? '' : cell('evidence'),
  };
}

function* longTexts(cell: (field: FormField) => string): Iterable<RowProblem> {
  for (const [field, limit] of Object.entries(LONGEST) as [keyof typeof LONGEST, number][]) {
    const { length } = cell(field);
    if (length > limit) yield { kind: 'too-long', field, length, limit };
  }
}

type FigurePart = Pick<ReportContent, 'valueKind' | 'value' | 'denominator' | 'measureUnit'> & { readonly stepsDone: string[] };
const NO_FIGURE: FigurePart = { valueKind: null, value: null, denominator: null, measureUnit: '', stepsDone: [] };

function figureOf(cell: (field: FormField) => string, asked: FormRow): Result<FigurePart, RowProblem> {
  const none = { ...NO_FIGURE, measureUnit: asked.measureUnit };
  const text = cell('value');
  if (asked.takes === 'words' || isBlank(text)) return accept(none);
  if (asked.takes === 'steps') return stepsOf(text, asked);
  const read = readAmount(text);
  if (!read.ok) return refuse({ ...read.refusal, field: 'value' });
  const measureUnit = read.value.measureUnit === '' ? asked.measureUnit : read.value.measureUnit.slice(0, 20);
  if (asked.takes === 'ratio') return ratioOf(cell('denominator'), { ...none, value: read.value.value, measureUnit });
  const valueKind = valueKindOf(cell('valueKind'));
  if (valueKind === null) return refuse({ kind: 'value-kind', field: 'valueKind', text: cell('valueKind') });
  return accept({ ...none, value: read.value.value, valueKind, measureUnit });
}

function ratioOf(text: string, figure: FigurePart): Result<FigurePart, RowProblem> {
  if (isBlank(text)) return refuse({ kind: 'denominator-missing', field: 'denominator' });
  const read = readAmount(text);
  if (!read.ok) return refuse({ ...read.refusal, field: 'denominator' });
  if (read.value.value === 0) return refuse({ kind: 'denominator-missing', field: 'denominator' });
  return accept({ ...figure, denominator: read.value.value, valueKind: 'cumulative' });
}

function valueKindOf(text: string): ReportContent['valueKind'] {
  const isTotal = /累计|总数|总计/.test(text);
  const isPeriod = /本期|本月|当月|当期|本周|本季|新增/.test(text);
  return isTotal === isPeriod ? null : isTotal ? 'cumulative' : 'this-period';
}

/** `1、3`, `1-3`, 全部: the numbers that stand before the steps in the promise's cell. */
function stepsOf(text: string, { stepIds, measureUnit }: FormRow): Result<FigurePart, RowProblem> {
  const unread = refuse({ kind: 'steps' as const, field: 'value' as const, text, most: stepIds.length });
  const plain = text.normalize('NFKC').replace(/\s*[-~至到–—]\s*/g, '-');
  if (plain.length > 200) return unread;
  const done = new Set<number>();
  for (const part of /^(?:全部|均已?完成)/.test(plain) ? [`1-${stepIds.length}`] : plain.split(/[、,;及和\s]+/).filter(Boolean)) {
    const found = /^第?(\d{1,3})(?:-(\d{1,3}))?[.步个项]?$/.exec(part);
    if (found === null) return unread;
    const [from, to] = [Number(found[1]), Number(found[2] ?? found[1])];
    if (from === 0 && to === 0) continue;
    if (from < 1 || to > stepIds.length || from > to) return unread;
    for (let i = from; i <= to; i++) done.add(i);
  }
  return accept({ ...NO_FIGURE, measureUnit, stepsDone: [...done].sort((a, b) => a - b).map((i) => stepIds[i - 1]!) });
}

function changesOf({ cells }: ReadRow, { locked }: FormRow): readonly LockedChange[] {
  return LOCKED_FIELDS.flatMap((field): readonly LockedChange[] => {
    const is = cells[field];
    if (is === undefined) return [{ field, was: locked[field], is: null }];
    return sameText(is) === sameText(locked[field]) ? [] : [{ field, was: locked[field], is }];
  });
}
