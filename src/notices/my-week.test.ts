import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aContent } from '#/delivery/test-list.ts';
import { MODULES } from '#/life.ts';
import type { MyWeek } from './rules/views.ts';
import { anOfficeAtWork, type TestOffice } from './test-notices.ts';

const weekOf = async (person: TestOffice['liaison'] | TestOffice['office']) => (await person.get('/notices/my-week')).body as MyWeek;
const said = (duties: MyWeek['mine']) => duties.map((it) => it.said['zh-CN'].what);

test('a liaison owes a report on each promise of the unit, and nothing of another unit', async (t) => {
  const it = await anOfficeAtWork(t);

  const { mine, others, seesAll } = await weekOf(it.liaison);

  assert.deepEqual(said(mine), ['报送“举办专场招聘会”2026年6月的进展', '报送“新建就业驿站”2026年6月的进展']);
  assert.deepEqual([others, seesAll], [[], false]);
});

test('what was answered is asked for no more; the one who decides it is asked instead, and asked once', async (t) => {
  const it = await anOfficeAtWork(t);
  await it.liaison.run('delivery.submit-report', aContent(it.promise('招聘会').id, { value: 9 }));

  const [liaison, office] = [await weekOf(it.liaison), await weekOf(it.office)];

  assert.deepEqual(said(liaison.mine), ['报送“新建就业驿站”2026年6月的进展']);
  assert.ok(
    said(office.mine).some((it) => it === '审核区人社局报送的 1 条进展'),
    said(office.mine).join(),
  );
});

test('a report that was sent back comes back to the unit as a correction, with the office’s wish as its reason', async (t) => {
  const it = await anOfficeAtWork(t);
  const { body } = await it.liaison.run('delivery.submit-report', aContent(it.promise('招聘会').id, { value: 9 }));
  const { reportId } = (body as { value: { reportId: string } }).value;
  await it.office.run('delivery.send-back-report', { reportId, reason: '与现场不符' });

  const { mine } = await weekOf(it.liaison);

  assert.deepEqual(mine[0]?.said['zh-CN'], { what: '更正“举办专场招聘会”的数字', why: '督查室退回' });
  assert.equal(mine[0]?.link, `promises/${it.promise('招聘会').id}/report?corrects=${reportId}`);
});

test('the head sees what the liaison owes as well; the leader sees every unit and owes no report', async (t) => {
  const it = await anOfficeAtWork(t);

  const [head, leader] = [await weekOf(it.head), await weekOf(it.app.as('leader'))];

  assert.equal(head.mine.length, 2);
  assert.deepEqual(leader.mine, []);
  assert.ok(leader.seesAll && new Set(leader.others.map(({ unitId }) => unitId)).size === 3, 'three units owe something');
});

test('every kind that a stage asks for begins with the name of the stage and has a sentence in both languages', () => {
  const asking = MODULES.filter((it) => it.duties !== undefined);

  assert.ok(asking.length >= 2);
  for (const { name, duties } of asking) {
    assert.deepEqual(Object.keys(duties!.words['zh-CN']), Object.keys(duties!.words.en));
    for (const kind of Object.keys(duties!.words['zh-CN'])) assert.ok(kind.startsWith(`${name}.`), kind);
  }
});
