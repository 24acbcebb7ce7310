import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestPerson } from '#/testing.ts';
import { FORM_FIELDS } from './rules/form.ts';
import { ID_SHEET } from './rules/form-layout.ts';
import type { BatchView } from './screens/contract.ts';
import { accepted, aFrozenList, fill, JUNE, kindOf, type TestList } from './test-list.ts';

const viewOf = async ({ office }: TestList, batchId: string) =>
  (await office.get(`/collection/batch?batchId=${batchId}`)).body as BatchView;

/** Every row that may become a report, with the file that says it and a reason for whatever asks one. */
function everyRow(view: BatchView, change: object = {}) {
  return view.staged.rows
    .filter(({ state }) => state === 'new' || state === 'corrects')
    .map(({ promiseId, candidates, state }) => ({
      promiseId,
      digest: candidates.find((it) => !it.isEmpty && !it.isTaken)!.digest,
      correctionReason: state === 'corrects' ? '单位重新报送' : null,
      overrides: [{ check: 'behind-unexplained', reason: '电话问过单位' }],
      ...change,
    }));
}

async function confirm(list: TestList, batchId: string, change: object = {}, as: TestPerson = list.office) {
  return as.run('collection.confirm-batch', { batchId, rows: everyRow(await viewOf(list, batchId), change) });
}

test('a locked cell that was changed is named with the old and the new text; the figure of the row is used, the change is not', async (t) => {
  const list = await aFrozenList(t);
  const { bytes } = await list.form('区文旅局');
  const changed = await fill(bytes, [{ value: 20, target: '20' }]);

  const { batchId } = await list.drop({ 'a.xlsx': changed });
  const row = (await viewOf(list, batchId)).staged.rows.find((it) => it.unitName === '区文旅局')!;

  assert.equal(row.state, 'new');
  assert.deepEqual(row.candidates[0]!.changes, [{ field: 'target', was: '70', is: '20' }]);
  assert.equal(row.candidates[0]!.content?.value, 20);
});

test('a form whose hidden sheet was changed is compared with the form of today, and says so; one without it is matched by unit and words', async (t) => {
  const list = await aFrozenList(t);
  const { bytes } = await list.form('区文旅局');
  const forged = await fill(bytes, [{ value: 20, target: '20' }], (book) => {
    const sheet = book.getWorksheet(ID_SHEET)!;
    sheet.eachRow((row) => {
      if (row.getCell(1).value === 'row') row.getCell(8).value = '20';
    });
  });
  const bare = await fill((await list.form('区民政局')).bytes, [{ value: 1 }], (book) => {
    book.removeWorksheet(ID_SHEET);
    book.worksheets[0]!.spliceColumns(1, 1);
  });

  const { batchId } = await list.drop({ 'forged.xlsx': forged, '表.xlsx': bare });
  const { files, staged } = await viewOf(list, batchId);

  assert.deepEqual(files.map((it) => [it.kind, it.seal]).sort(), [
    ['form', 'changed'],
    ['form', 'lost'],
  ]);
  const [opera, meals] = ['区文旅局', '区民政局'].map((unit) => staged.rows.find((it) => it.unitName === unit)!);
  assert.deepEqual(opera!.candidates[0]!.changes, [{ field: 'target', was: '70', is: '20' }]);
  assert.deepEqual([meals!.state, meals!.candidates[0]!.matchedByWords], ['new', true]);
});

test('a form of another period, another list or another district is refused with its reason', async (t) => {
  const list = await aFrozenList(t);
  const may = await list.form('区文旅局', '2026-05');

  const { files, batchId } = await list.drop({ '五月.xlsx': await fill(may.bytes, [{ value: 5 }]) });

  assert.deepEqual(
    files.map((it) => it.outcome),
    ['refused'],
  );
  assert.deepEqual((await viewOf(list, batchId)).files[0]!.refusal, { kind: 'other-period', period: '2026-05' });
});

test('two files that contradict each other are never settled by the order in which they came', async (t) => {
  const list = await aFrozenList(t);
  const { bytes } = await list.form('区文旅局');
  const one = await fill(bytes, [{ value: 20 }]);
  const other = await fill(bytes, [{ value: 25 }]);
  const same = await fill(bytes, [{ value: '20场' }]);

  const first = await viewOf(list, (await list.drop({ 'a.xlsx': one, 'b.xlsx': other, 'c.xlsx': same })).batchId);
  const second = await viewOf(list, (await list.drop({ 'x.xlsx': same, 'y.xlsx': other, 'z.xlsx': one })).batchId);

  const said = (view: BatchView) =>
    view.staged.rows.map((it) => [it.promiseId, it.state, it.candidates.map(({ digest, content }) => [digest, content])]);
  assert.deepEqual(said(first), said(second));
  assert.equal(first.staged.rows.find((it) => it.unitName === '区文旅局')!.state, 'choose');
});

test('a promise becomes one report, even where the sending names its row twice', async (t) => {
  const list = await aFrozenList(t);
  const { bytes, form } = await list.form('区文旅局');
  const { batchId } = await list.drop({ 'a.xlsx': await fill(bytes, [{ value: 20 }]), 'b.xlsx': await fill(bytes, [{ value: 25 }]) });
  const row = (await viewOf(list, batchId)).staged.rows.find((it) => it.unitName === '区文旅局')!;
  const overrides = [{ check: 'behind-unexplained', reason: '电话问过单位' }];
  const rows = row.candidates.map(({ digest }) => ({ promiseId: row.promiseId, digest, overrides }));

  const twice = await list.office.run('collection.confirm-batch', { batchId, rows });
  const once = await list.office.run('collection.confirm-batch', { batchId, rows: rows.slice(0, 1) });
  const { reports } = (await list.office.get(`/delivery/promise?promiseId=${form.rows[0]!.promiseId}`)).body as { reports: object[] };

  assert.deepEqual([twice.status, once.status, reports.length], [400, 200, 1]);
});

test('a corrected form of the same unit replaces what stands, with the reason, and only the newest counts', async (t) => {
  const list = await aFrozenList(t);
  const { bytes, form } = await list.form('区文旅局');
  const first = await list.drop({ 'a.xlsx': await fill(bytes, [{ value: 20 }]) });
  accepted(await confirm(list, first.batchId));
  const again = await list.drop({ 'b.xlsx': await fill(bytes, [{ value: 22 }]) });
  const same = await list.drop({ 'c.xlsx': await fill(bytes, [{ value: '20场' }]) });

  const staged = (await viewOf(list, again.batchId)).staged.rows.find((it) => it.unitName === '区文旅局')!;
  const unchanged = (await viewOf(list, same.batchId)).staged.rows.find((it) => it.unitName === '区文旅局')!;
  const without = await confirm(list, again.batchId, { correctionReason: null });
  accepted(await confirm(list, again.batchId));
  const { reports } = (await list.office.get(`/delivery/promise?promiseId=${form.rows[0]!.promiseId}`)).body as {
    reports: { value: number; state: string }[];
  };

  assert.deepEqual([staged.state, staged.earlier?.value], ['corrects', 20]);
  assert.equal(unchanged.state, 'same');
  assert.equal(kindOf(without), 'correction-reason-missing');
  assert.deepEqual(reports.map((it) => [it.value, it.state]).sort(), [
    [20, 'superseded'],
    [22, 'submitted'],
  ]);
});

test('a remark of the checks needs a reason before the row becomes a report; without it the whole batch waits', async (t) => {
  const list = await aFrozenList(t);
  const { bytes } = await list.form('区民政局');
  const { batchId } = await list.drop({ 'a.xlsx': await fill(bytes, [{ value: 5 }]) });

  const refused = await confirm(list, batchId);
  const passed = await confirm(list, batchId, { overrides: [{ check: 'beyond-target', reason: '多建两个' }] });

  assert.equal(kindOf(refused), 'row-refused');
  assert.deepEqual(accepted(passed), { reports: 1, corrections: 0, adopted: 0 });
});

test('a form of a unit that is behind and gives no reason is remarked upon; the office asks the unit, or takes it with a reason of its own', async (t) => {
  const list = await aFrozenList(t);
  const [opera, meals] = [await list.form('区文旅局'), await list.form('区民政局')];
  const said = await fill(meals.bytes, [{ value: 0, reason: '选址未定，七月底前补上' }]);
  const { batchId } = await list.drop({ 'a.xlsx': await fill(opera.bytes, [{ value: 6 }]), 'b.xlsx': said });
  const { checks, staged } = await viewOf(list, batchId);
  const checkOf = (unit: string) => {
    const row = staged.rows.find((it) => it.unitName === unit)!;
    return checks[`${row.promiseId} ${row.candidates[0]!.digest}`];
  };

  const refused = await confirm(list, batchId, { overrides: [] });
  const taken = await confirm(list, batchId, { overrides: [{ check: 'behind-unexplained', reason: '电话问过，演出排在八月' }] });

  assert.deepEqual([checkOf('区文旅局')?.kind, checkOf('区民政局')], ['open-findings', null]);
  assert.equal(kindOf(refused), 'row-refused');
  assert.deepEqual(accepted(taken), { reports: 2, corrections: 0, adopted: 0 });
});

test('photos and scans are put to the unit and promise that their names speak of, and a person may say otherwise', async (t) => {
  const list = await aFrozenList(t);
  const { form, bytes } = await list.form('区人社局');
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const pdf = Buffer.from('%PDF-1.4\n%签章\n');
  const { batchId } = await list.drop({
    '区人社局-4步道.png': png,
    '区人社局报送表签章.pdf': pdf,
    'x.xlsx': await fill(bytes, [{ value: 6 }, { value: 2 }]),
  });

  const before = await viewOf(list, batchId);
  const scan = before.files.find((it) => it.name.endsWith('.pdf'))!;
  accepted(
    await list.office.run('collection.place-file', {
      batchId,
      digest: scan.digest,
      unitId: form.unitId,
      promiseId: form.rows[0]!.promiseId,
    }),
  );
  accepted(await confirm(list, batchId));
  const evidence = async (i: number) =>
    ((await list.office.get(`/delivery/promise?promiseId=${form.rows[i]!.promiseId}`)).body as { reports: { evidence: string[] }[] })
      .reports[0]!.evidence.length;

  assert.deepEqual(
    before.files
      .filter((it) => it.kind === 'evidence')
      .map((it) => [it.unitId, it.promiseId])
      .sort(),
    [
      [form.unitId, form.rows[1]!.promiseId],
      [form.unitId, null],
    ].sort(),
  );
  assert.deepEqual([await evidence(0), await evidence(1)], [1, 1]);
});

test('a file of which no row was accepted answers nothing: its unit stays silent, and it may be dropped again', async (t) => {
  const list = await aFrozenList(t);
  const [opera, meals] = [await list.form('区文旅局'), await list.form('区民政局')];
  const left = await fill(opera.bytes, [{ value: '二十来场' }]);
  const right = await fill(meals.bytes, [{ value: 1 }]);
  const { batchId } = await list.drop({ 'a.xlsx': left, 'b.xlsx': right });
  const before = (await viewOf(list, batchId)).staged.silentUnits.map((it) => it.unitName);
  accepted(await confirm(list, batchId));

  const after = (await viewOf(list, batchId)).staged.silentUnits.map((it) => it.unitName);
  const again = await list.drop({ 'a.xlsx': left, 'b.xlsx': right });

  assert.deepEqual([before, after], [['区人社局'], ['区人社局', '区文旅局']]);
  assert.deepEqual(
    again.files.map((it) => it.outcome),
    ['form', 'taken-before'],
  );
});

test('a form without its hidden sheet is known by the unit without its district, in the line or in the file name', async (t) => {
  const list = await aFrozenList(t);
  const { bytes, form } = await list.form('区民政局');
  const bare = (line: string, value: number) =>
    fill(bytes, [{ value }], (book) => {
      book.removeWorksheet(ID_SHEET);
      for (const row of book.worksheets[0]!.getRows(1, 4)!)
        row.eachCell((cell) => {
          if (String(cell.value).includes('填报单位：')) cell.value = line;
        });
    });

  const files = { 'x.xlsx': await bare('填报单位：民政局　报送期：2026年6月', 1), '清泉区民政局 6月.xlsx': await bare('', 2) };
  const { batchId } = await list.drop({ ...files, '民政局-3食堂.pdf': Buffer.from('%PDF-1.4\n') });

  assert.deepEqual((await viewOf(list, batchId)).files.map((it) => [it.kind, it.unitId]).sort(), [
    ['evidence', form.unitId],
    ['form', form.unitId],
    ['form', form.unitId],
  ]);
});

test('two clerks who confirm one batch at once enter it once', async (t) => {
  const list = await aFrozenList(t);
  const { bytes } = await list.form('区人社局');
  const { batchId } = await list.drop({ 'a.xlsx': await fill(bytes, [{ value: 6 }, { value: 2 }]) });
  const rows = everyRow(await viewOf(list, batchId));
  const [one, two] = [list.app.as('office', { name: '甲' }), list.app.as('office', { name: '乙' })];

  const answers = await Promise.all([one, two].map((it) => it.run('collection.confirm-batch', { batchId, rows })));

  assert.deepEqual(answers.map((it) => it.status).sort(), [200, 409]);
  assert.equal(kindOf(answers.find((it) => it.status === 409)!), 'batch-settled');
  assert.equal((await list.period()).taken.length, 2);
});

test('two batches with the same form confirmed at once leave one report for each promise', async (t) => {
  const list = await aFrozenList(t);
  const { bytes } = await list.form('区文旅局');
  const back = await fill(bytes, [{ value: 6 }]);
  const batches = [await list.drop({ 'a.xlsx': back }), await list.drop({ 'b.xlsx': back })];

  // Both have looked before either confirms.
  const seen = await Promise.all(batches.map(async ({ batchId }) => ({ batchId, rows: everyRow(await viewOf(list, batchId)) })));

  const answers = await Promise.all(seen.map((it) => list.office.run('collection.confirm-batch', it)));

  assert.deepEqual(answers.map((it) => it.status).sort(), [200, 409]);
  assert.equal((await list.period()).taken.length, 1);
});

test('a unit that logs in hands in its own form as its own report, which the office then adopts', async (t) => {
  const list = await aFrozenList(t);
  const liaison = await list.liaisonOf('区文旅局');
  const { bytes, form } = await list.form('区文旅局');
  const { batchId } = await list.drop({ '本单位.xlsx': await fill(bytes, [{ value: 31, reason: '场地未定，七月补上' }]) }, { as: liaison });

  const adopting = await liaison.run('collection.confirm-batch', { batchId, rows: [], adopt: true });
  accepted(await confirm(list, batchId, {}, liaison));
  const { reports } = (await list.office.get(`/delivery/promise?promiseId=${form.rows[0]!.promiseId}`)).body as {
    reports: { onBehalf: boolean; unitId: string }[];
  };

  assert.equal(adopting.status, 403);
  assert.deepEqual(
    reports.map((it) => [it.onBehalf, it.unitId]),
    [[false, form.unitId]],
  );
});

test('the days of a period are set with a reason, kept with their history, and decide what is in time', async (t) => {
  const list = await aFrozenList(t, { today: '2026-07-10' });
  const late = { period: JUNE, asOf: '2026-06-30', dueOn: '2026-07-01', reason: '提前两天' };
  accepted(await list.office.run('collection.set-period', late));
  const outside = await list.office.run('collection.set-period', { ...late, asOf: '2026-07-01' });
  accepted(await list.office.run('collection.set-calendar', { rhythm: 'month', dueDays: 5, source: '政府办通知' }));
  const { bytes } = await list.form('区文旅局');
  const { batchId } = await list.drop({ 'a.xlsx': await fill(bytes, [{ value: 6 }]) }, { receivedOn: '2026-07-02' });
  accepted(await confirm(list, batchId));

  const june = await list.period();
  const july = await list.period('2026-07');

  assert.equal(kindOf(outside), 'as-of-outside-period');
  assert.deepEqual([june.period.dueOn, june.versions.length, july.period.dueOn], ['2026-07-01', 1, '2026-08-05']);
  assert.deepEqual([june.rates?.reported, june.rates?.onTime], [1, 0]);
});

test('the day on which a unit hands in its own form is the day on which it does so', async (t) => {
  const list = await aFrozenList(t, { today: '2026-07-10' });
  const liaison = await list.liaisonOf('区文旅局');
  const { bytes } = await list.form('区文旅局');
  const { batchId } = await list.drop(
    { 'a.xlsx': await fill(bytes, [{ value: 31, reason: '场地未定，七月补上' }]) },
    { receivedOn: '2026-07-01', as: liaison },
  );
  accepted(await confirm(list, batchId, {}, liaison));

  const june = await list.period();

  assert.equal((await viewOf(list, batchId)).batch.receivedOn, '2026-07-10');
  assert.deepEqual([june.rates?.reported, june.rates?.onTime], [1, 0]);
});

test('a row is found though lines were put in, sorted and columns moved', async (t) => {
  const list = await aFrozenList(t);
  const { bytes } = await list.form('区人社局');
  const moved = await fill(bytes, [{ value: 6 }, { value: 2.5 }], (book) => {
    const sheet = book.worksheets[0]!;
    sheet.spliceRows(5, 0, []);
    sheet.spliceColumns(FORM_FIELDS.indexOf('value') + 2, 0, ['', '', '', '备用']);
  });

  const view = await viewOf(list, (await list.drop({ 'a.xlsx': moved })).batchId);

  assert.deepEqual(
    view.staged.rows.filter((it) => it.unitName === '区人社局').map((it) => [it.state, it.candidates[0]?.content?.value]),
    [
      ['new', 6],
      ['new', 2.5],
    ],
  );
});

test('the names under a form and its day are kept with every row that comes out of it', async (t) => {
  const list = await aFrozenList(t);
  const { bytes } = await list.form('区文旅局');
  const signed = await fill(bytes, [{ value: 6 }], (book) => {
    const sheet = book.worksheets[0]!;
    for (const [at, text] of Object.entries({ C7: '周可行', F7: '林守成', I7: '赵示例', M7: '七月二日' })) sheet.getCell(at).value = text;
  });
  const { batchId } = await list.drop({ 'a.xlsx': signed });
  accepted(await confirm(list, batchId));

  const [taken] = (await list.period()).taken;

  assert.deepEqual(taken!.signs, { filledBy: '周可行', reviewedBy: '林守成', head: '赵示例', filledOn: '2026-07-02' });
});
