import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BatchView } from './screens/contract.ts';
import { accepted, aFrozenList, fill, kindOf } from './test-list.ts';

test('a form that goes out and comes back filled becomes reports, entered for the unit, with file, sheet and row', async (t) => {
  const list = await aFrozenList(t);
  const { bytes, form } = await list.form('区人社局');
  const back = await fill(bytes, [
    { value: '９场', stage: '正在实施', remark: '六月办了两场' },
    { value: 4.5, reason: '雨季停工，七月赶上' },
  ]);

  const { batchId, files } = await list.drop({ '最终版(1).xlsx': back });
  const view = (await list.office.get(`/collection/batch?batchId=${batchId}`)).body as BatchView;
  const rows = view.staged.rows.filter((it) => it.state === 'new');
  const confirmed = await list.office.run('collection.confirm-batch', {
    batchId,
    rows: rows.map((it) => ({ promiseId: it.promiseId, digest: it.candidates[0]!.digest })),
    adopt: true,
  });

  assert.deepEqual(
    files.map((it) => it.outcome),
    ['form'],
  );
  assert.deepEqual(
    view.staged.rows.map((it) => [it.unitName, it.row.locked.no, it.state, it.candidates[0]?.content?.value ?? null]),
    [
      ['区人社局', '1', 'new', 9],
      ['区人社局', '4', 'new', 4.5],
      ['区文旅局', '2', 'silent', null],
      ['区民政局', '3', 'silent', null],
    ],
  );
  assert.deepEqual(
    view.staged.silentUnits.map((it) => it.unitName),
    ['区文旅局', '区民政局'],
  );
  assert.deepEqual(accepted(confirmed), { reports: 2, corrections: 0, adopted: 2 });
  const { taken, rates } = await list.period();
  assert.deepEqual(taken.map((it) => [it.fileName, it.sheet, it.rowNumber]).sort(), [
    ['最终版(1).xlsx', '报送表', 5],
    ['最终版(1).xlsx', '报送表', 6],
  ]);
  assert.deepEqual([rates?.due, rates?.reported, rates?.onTime], [4, 2, 2]);
  const detail = (await list.office.get(`/delivery/promise?promiseId=${form.rows[0]!.promiseId}`)).body as {
    reports: { value: number; state: string; onBehalf: boolean; asOf: string; unitId: string }[];
  };
  assert.deepEqual(
    detail.reports.map((it) => [it.value, it.state, it.onBehalf, it.asOf, it.unitId]),
    [[9, 'adopted', true, '2026-06-30', form.unitId]],
  );
});

test('the same file dropped again does nothing and says so', async (t) => {
  const list = await aFrozenList(t);
  const { bytes } = await list.form('区文旅局');
  const back = await fill(bytes, [{ value: 30, reason: '场地未定，七月补上' }]);
  const first = await list.drop({ 'a.xlsx': back });
  const again = await list.drop({ 'b.xlsx': back }, { batchId: first.batchId });
  const view = (await list.office.get(`/collection/batch?batchId=${first.batchId}`)).body as BatchView;
  const rows = view.staged.rows
    .filter((it) => it.state === 'new')
    .map((it) => ({ promiseId: it.promiseId, digest: it.candidates[0]!.digest }));
  accepted(await list.office.run('collection.confirm-batch', { batchId: first.batchId, rows }));
  const later = await list.drop({ 'c.xlsx': back });

  assert.deepEqual(
    [again, later].map((it) => it.files[0]!.outcome),
    ['in-this-batch', 'taken-before'],
  );
  assert.equal(kindOf(await list.office.run('collection.confirm-batch', { batchId: first.batchId, rows })), 'batch-settled');
});
