import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFrozenList, answerOf } from '#/delivery/test-list.ts';
import { newId } from '#/kernel/id.ts';
import type { Answer } from '#/testing.ts';

const kindOf = ({ body }: Answer) => (body as { refusal?: { kind: string } }).refusal?.kind ?? (body as { kind?: string }).kind ?? null;
const FAMILY = '台账第12号林家';
const NEED = '需要轮椅一部';

test('who was visited and what they need is sealed: nobody but the leading unit reads it, and each reading is on record', async (t) => {
  const list = await aFrozenList(t);
  const { id: promiseId } = list.promise('检测');
  const liaison = list.liaisonOf('检测');
  const needId = newId();
  const visit = {
    id: newId(),
    promiseId,
    on: '2026-06-10',
    family: FAMILY,
    situation: '行动不便',
    needs: [{ id: needId, text: NEED, dueOn: '2026-06-15' }],
  };
  const added = await liaison.run('records.add-visit', visit);
  assert.equal(added.status, 200, added.text);

  const read = await liaison.get(`/records/visits?promiseId=${promiseId}&purpose=${encodeURIComponent('跟进需求')}`);
  assert.ok(read.text.includes('林家') && read.text.includes(NEED));
  const unnamed = await liaison.get(`/records/visits?promiseId=${promiseId}`);
  assert.equal(unnamed.status, 400);
  for (const other of [list.office, list.app.as('leader'), list.liaisonOf('送戏'), list.app.as('audit-admin')]) {
    const answer = await other.get(`/records/visits?promiseId=${promiseId}&purpose=${encodeURIComponent('看一看')}`);
    assert.equal(answer.status, 403);
    const counts = await other.get(`/records/visit-counts?promiseId=${promiseId}`);
    assert.ok(!counts.text.includes('林家'));
  }
  const stored = await list.app.ownerPool.query(
    "select string_agg(v::text, ' ') || (select string_agg(n::text, ' ') from records.visit_need n) as rows from records.visit v",
  );
  assert.ok(!stored.rows[0].rows.includes('林家') && !stored.rows[0].rows.includes('轮椅'));
  const audit = await list.app.ownerPool.query("select count(*)::int as lines from platform.audit where facts::text like '%跟进需求%'");
  assert.equal(audit.rows[0].lines, 1);
});

test('a family is called on once a day, its needs are followed up to their answer, and the promise counts only numbers', async (t) => {
  const list = await aFrozenList(t);
  const { id: promiseId } = list.promise('检测');
  const liaison = list.liaisonOf('检测');
  const needId = newId();
  const visit = { promiseId, on: '2026-06-10', family: FAMILY };
  const first = { ...visit, id: newId(), needs: [{ id: needId, text: NEED, dueOn: '2026-06-15' }] };
  assert.equal((await liaison.run('records.add-visit', first)).status, 200);
  assert.equal((await liaison.run('records.add-visit', first)).status, 200);
  assert.equal(
    kindOf(await liaison.run('records.add-visit', { ...visit, id: newId(), family: ' 台账第12号 林家' })),
    'visit-recorded-already',
  );
  assert.equal(kindOf(await liaison.run('records.add-visit', { ...visit, id: newId(), on: '2026-06-19' })), 'visit-ahead');
  const early = { ...visit, id: newId(), on: '2026-06-11', needs: [{ id: newId(), text: NEED, dueOn: '2026-01-11' }] };
  assert.equal(kindOf(await liaison.run('records.add-visit', early)), 'need-due-before-visit');
  assert.equal((await liaison.run('records.add-visit', { ...visit, id: newId(), on: '2026-06-12' })).status, 200);

  assert.equal(kindOf(await liaison.run('records.settle-need', { needId, on: '2026-06-09', answer: '已送' })), 'need-settled-before-visit');
  assert.equal((await liaison.run('records.settle-need', { needId, on: '2026-06-14', answer: '轮椅已送到' })).status, 200);
  assert.equal(kindOf(await liaison.run('records.settle-need', { needId, on: '2026-06-15', answer: '再办' })), 'need-settled');

  const counts = await list.office.get(`/records/visit-counts?promiseId=${promiseId}`);
  assert.deepEqual(counts.body, { visits: 2, families: 1, settled: 1 });
});

test('a visit counts in the place where it was made, and a cancelled one in none', async (t) => {
  const list = await aFrozenList(t);
  const { id: promiseId } = list.promise('检测');
  const liaison = list.liaisonOf('检测');
  const area = async (name: string) =>
    answerOf<{ id: string }>(await list.office.run('planning.set-up-area', { kind: 'township', name })).id;
  const [east, west] = [await area('东河乡'), await area('西河乡')];
  const spec = { kind: 'visits', counts: 'visits' };
  answerOf(await list.office.run('records.set-definition', { promiseId, spec, reason: '按走访次数计数' }));
  const visit = async (family: string, areaId: string) => {
    const id = newId();
    answerOf(await liaison.run('records.add-visit', { id, promiseId, on: '2026-06-10', family, areaId }));
    return id;
  };
  const parts = async () => {
    const { body } = await list.office.get(`/records/figure?promiseId=${promiseId}`);
    const { counted, parts: found } = body as {
      counted: { numerator: number };
      parts: { byPlace: { name: string; numerator: number | null }[]; byMonth: { numerator: number | null }[] };
    };
    return [
      counted.numerator,
      found.byPlace.flatMap(({ name, numerator }) => (numerator === null ? [] : [`${name} ${numerator}`])).sort(),
      found.byMonth.filter((it) => it.numerator),
    ];
  };
  await visit('台账第1号', east);
  await visit('台账第2号', east);
  const mistaken = await visit('台账第3号', west);
  assert.deepEqual(await parts(), [3, ['东河乡 2', '西河乡 1'], [{ month: '2026-06', numerator: 3, records: 3 }]]);

  const withdrawn = await liaison.run('records.cancel-visit', { visitId: mistaken, reason: '记错了' }, { [`visit:${mistaken}`]: 1 });
  assert.equal(withdrawn.status, 200, withdrawn.text);

  assert.deepEqual(await parts(), [2, ['东河乡 2'], [{ month: '2026-06', numerator: 2, records: 2 }]]);
});
