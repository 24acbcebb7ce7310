import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SheetRow } from '#/planning/rules/sheet.ts';
import { anEvent, entered } from '../../test-entries.ts';
import type { Entry } from './entry.ts';
import { planEntries } from './import.ts';
import { ENTRY_FIELDS, type EntryField } from './import-heads.ts';

const PROMISE = anEvent().promiseId;
const aRow = (row: number, cells: Partial<Record<EntryField, string>>): SheetRow<EntryField> =>
  ({ row, sheet: '活动', ...Object.fromEntries(ENTRY_FIELDS.map((it) => [it, cells[it] ?? ''])) }) as SheetRow<EntryField>;
const fair = (on: string, title: string) => ({ on, title, place: '清泉广场', eventKind: '招聘会', host: '区人社局', attended: '120' });

const plan = (rows: readonly SheetRow<EntryField>[], entries: readonly Entry[] = [], name = '活动.xlsx') =>
  planEntries(rows, { kind: 'event', promiseId: PROMISE, file: { digest: 'b'.repeat(64), name }, entries, areas: [], today: '2026-06-18' });
const said = ({ remarks }: ReturnType<typeof plan>) => remarks.map(({ row, kind, isError }) => `${row} ${kind}${isError ? ' !' : ''}`);

/** What an earlier table brought, row by row. */
const takenFrom = (rows: readonly SheetRow<EntryField>[], fileName = '活动.xlsx'): readonly Entry[] =>
  plan(rows).plan.added.map(({ entry, source }) => entered(entry as never, { source: { ...source, fileName } }));

const spring = [aRow(2, fair('2026-03-18', '春季专场')), aRow(3, fair('2026-04-02', '社区专场'))];

test('a row of hints below the heads is no record and is left out, with a word', () => {
  for (const on of ['▲ 提示：日期写成 2026-06-18', '注：地点必填', '填写说明', '说明：一场一行']) {
    const worked = plan([aRow(2, { on }), aRow(3, fair('2026-03-18', '春季专场'))]);

    assert.deepEqual(said(worked), ['2 hint-row', '3 without-evidence'], on);
    assert.equal(worked.plan.added.length, 1);
  }
  assert.ok(said(plan([aRow(2, { on: '提示', title: '春季专场' })])).includes('2 not-a-day !'), 'a row that says more is looked at');
});

test('the table of before with another day in one row corrects that line, and says which day it was', () => {
  const moved = plan([aRow(2, fair('2026-03-25', '春季专场')), spring[1]!], takenFrom(spring));

  assert.deepEqual(said(moved), ['2 day-changed']);
  assert.deepEqual([moved.plan.added.length, moved.plan.corrected.length, moved.plan.same], [0, 1, 1]);
  assert.deepEqual([moved.plan.corrected[0]!.corrects?.on, moved.plan.corrected[0]!.entry.on], ['2026-03-18', '2026-03-25']);
});

test('where it cannot be told whether a day was changed, the row is new and the line it resembles is named', () => {
  const known = takenFrom(spring);
  const cases: readonly (readonly [string, ReturnType<typeof plan>])[] = [
    ['another file', plan([aRow(2, fair('2026-05-06', '春季专场')), spring[1]!], known, '五月.xlsx')],
    ['another row', plan([aRow(9, fair('2026-05-06', '春季专场')), spring[1]!], known)],
    ['nothing else of the table of before', plan([aRow(2, fair('2026-05-06', '春季专场'))], known)],
  ];

  for (const [why, worked] of cases) {
    assert.ok(
      said(worked).some((it) => it.endsWith('like-other-day')),
      why,
    );
    assert.deepEqual([worked.plan.added.length, worked.plan.corrected.length], [1, 0], why);
  }
  const months = plan([...spring, aRow(4, fair('2026-05-06', '春季专场'))], known);
  assert.deepEqual(said(months), ['4 without-evidence'], 'a table that has both is one more');
});
