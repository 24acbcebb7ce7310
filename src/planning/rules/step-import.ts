import { type CivilDate, isCivilDate } from '#/kernel/civil-date.ts';
import type { DocumentContent, Table } from '#/kernel/document-content.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { nameKey } from '#/organisation/rules/name.ts';
import type { SheetRefusal } from './sheet.ts';
import { markable, type SiteStep, type StepBook, type StepDone, type StepRefusal } from './step.ts';

/** What heads the column of sites; every other head is the name of a step. */
export const SITE_HEAD = '点位名称';

export type StepCell = {
  readonly row: number;
  readonly sheet: string | null;
  readonly site: string;
  readonly step: string;
  readonly text: string;
};
type StepSheet = { readonly cells: readonly StepCell[]; readonly rows: number };

/** 步骤进度导入的一条说明: about one cell. An error keeps the whole file out. */
export type StepRemark = { readonly row: number; readonly sheet: string | null; readonly step: string; readonly isError: boolean } & (
  | { readonly kind: 'site-unknown'; readonly text: string }
  | { readonly kind: 'not-a-day'; readonly text: string }
  | { readonly kind: 'cell-twice'; readonly text: string }
  | { readonly kind: 'refused'; readonly refusal: StepRefusal }
);
export type StepMark = { readonly siteId: string; readonly stepId: string; readonly doneOn: CivilDate };

/** Reads a matrix of sites and steps: a day in a cell says that the step was done there on it. A head that is no step is refused by name. */
export function readStepSheet(content: DocumentContent, steps: readonly SiteStep[]): Result<StepSheet, SheetRefusal> {
  const tables = content.blocks.filter((it): it is Table => it.kind === 'table' && !it.isHidden);
  for (const table of tables) {
    const head = table.rows.findIndex((cells) => cells.some((it) => plain(it) === SITE_HEAD));
    if (head < 0) continue;
    const heads = table.rows[head]!.map(plain);
    const missing = steps.filter((it) => !heads.some((one) => nameKey(one) === nameKey(it.name))).map((it) => it.name);
    const strange = heads.filter((it) => it !== '' && it !== SITE_HEAD && !steps.some((step) => nameKey(step.name) === nameKey(it)));
    if (missing.length > 0 || strange.length > 0) return refuse({ kind: 'heads-differ', missing, strange });
    const siteColumn = heads.indexOf(SITE_HEAD);
    const rows = table.rows.slice(head + 1);
    const cells = rows.flatMap((row, i) =>
      heads.flatMap((step, column) =>
        step === '' || column === siteColumn || plain(row[column] ?? '') === '' || plain(row[siteColumn] ?? '') === ''
          ? []
          : [
              {
                row: table.rowNumbers[head + 1 + i] ?? head + 2 + i,
                sheet: table.sheet,
                site: plain(row[siteColumn]!),
                step,
                text: plain(row[column]!),
              },
            ],
      ),
    );
    return accept({ cells, rows: rows.filter((row) => plain(row[siteColumn] ?? '') !== '').length });
  }
  return refuse({ kind: 'import-head-missing', wants: [SITE_HEAD, ...steps.map((it) => it.name)] });
}

type Book = Omit<StepBook, 'done'> & { readonly done: readonly StepDone[] };
type Known = { readonly book: Book; readonly sites: readonly { readonly id: string; readonly name: string }[]; readonly today: CivilDate };
type Planned = { readonly marks: readonly StepMark[]; readonly same: number; readonly remarks: readonly StepRemark[] };

/** What the cells would do. The steps of a site are taken in the order of the plan, so that pipe and pavement may stand in one file. */
export function planSteps(cells: readonly StepCell[], { book, sites, today }: Known): Planned {
  const remarks: StepRemark[] = [];
  const marks: StepMark[] = [];
  const done: StepDone[] = [...book.done];
  const seen = new Set<string>();
  let same = 0;
  const orderOf = (name: string) => book.steps.findIndex((it) => nameKey(it.name) === nameKey(name));
  for (const cell of cells.toSorted((a, b) => orderOf(a.step) - orderOf(b.step))) {
    const { row, sheet, text } = cell;
    const step = book.steps[orderOf(cell.step)]!;
    const say = (facts: object) => remarks.push({ row, sheet, step: step.name, isError: true, ...facts } as StepRemark);
    const site = sites.find((it) => nameKey(it.name) === nameKey(cell.site));
    const doneOn = dayIn(text);
    if (site === undefined) say({ kind: 'site-unknown', text: cell.site });
    else if (doneOn === null) say({ kind: 'not-a-day', text });
    else if (seen.has(`${site.id} ${step.id}`)) say({ kind: 'cell-twice', text: cell.site });
    else {
      seen.add(`${site.id} ${step.id}`);
      const already = book.done.find((it) => it.siteId === site.id && it.stepId === step.id);
      if (already?.doneOn === doneOn) {
        same += 1;
        continue;
      }
      const refusal = markable({ ...book, done }, { siteId: site.id, step, doneOn, today });
      if (refusal !== null) say({ kind: 'refused', refusal });
      else {
        marks.push({ siteId: site.id, stepId: step.id, doneOn });
        done.push({ siteId: site.id, stepId: step.id, doneOn, evidence: [], byName: '', byPost: '', onDay: today });
      }
    }
  }
  return { marks, same, remarks: remarks.sort((a, b) => a.row - b.row) };
}

/** 2026-6-5, 2026/6/5, 2026.6.5 and 2026年6月5日 are one day. */
export function dayIn(text: string): CivilDate | null {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ].*)?$/.exec(text.normalize('NFKC').trim());
  if (found === null) return null;
  const day = `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`;
  return isCivilDate(day) ? day : null;
}

function plain(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/[*\n\r]/g, '')
    .trim();
}
