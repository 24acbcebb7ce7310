import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { openZip } from '#/platform/documents/zip.ts';
import type { Settlement } from './rules/settlement.ts';
import { aFrozenList, aReportOf, kindOf, type TestList, valueIn } from './test-list.ts';

const AFTER = { today: '2027-01-04' } as const;
const YEAR = { year: 2026 };
const viewOf = async ({ office }: TestList) =>
  (await office.get('/assessment/settlement?year=2026')).body as { settlement: Settlement; settledOn: string | null };

async function textOf({ office, app }: TestList): Promise<string> {
  const headers = { cookie: `test=${office.actor.accountId}` };
  const zip = await openZip((await app.app.inject({ url: '/api/990001/assessment/settlement.docx?year=2026', headers })).rawPayload);
  return (await zip.read('word/document.xml'))!.toString('utf8').replace(/<[^>]+>/g, '');
}

async function aFullYear(list: TestList): Promise<void> {
  const evidence = [await list.evidence()];
  await aReportOf(list, '招聘会', 16, { asOf: '2026-12-20', evidence, overrides: [{ check: 'beyond-target', reason: '多办一场' }] });
  valueIn(
    await list.office.run('delivery.accept-completion', {
      promiseId: await list.promiseOf('招聘会'),
      acceptedOn: '2026-12-25',
      note: '验收合格',
      evidence,
    }),
  );
  await aReportOf(list, '送戏', 60, { asOf: '2026-12-31' });
}

const carry = async (list: TestList, object: string, change: object = {}) =>
  kindOf(
    await list.office.run('assessment.record-carry-over', {
      ...{ promiseId: await list.promiseOf(object), way: 'next-year', toYear: 2027, note: '余下场次明年一季度补齐' },
      ...{ decision: '区政府常务会议', decidedOn: '2026-12-31', ...change },
    }),
  );

test('the year is settled against what was frozen, whatever was adjusted later, and each change is named', async (t) => {
  const list = await aFrozenList(t, AFTER);
  await aFullYear(list);
  const promiseId = await list.promiseOf('送戏');
  const adjusted = await list.office.run('programme.adjust', {
    ...{ id: newId(), promiseId, kind: 'target', after: { target: 60, dueOn: null, object: '送戏下乡' }, reason: '场地维修' },
    ...{ decidedBy: 'government-meeting', decision: '区政府第12次常务会议', documentNo: '清政纪〔2026〕12号', decidedOn: '2026-11-10' },
  });
  valueIn(adjusted);

  const { lines, counts, adjustedCount } = (await viewOf(list)).settlement;
  const shows = lines.find((it) => it.promiseId === promiseId)!;
  const text = await textOf(list);

  assert.deepEqual([shows.frozen.target, shows.binding.target, Math.round(shows.ofFrozen! * 1000), adjustedCount], [70, 60, 857, 1]);
  assert.deepEqual([counts['kept-early'], counts.unverified, counts['not-judged']], [1, 1, 1]);
  assert.match(text, /冻结时目标70场，调整后60场/);
  assert.match(text, /清政纪〔2026〕12号/);
});

test('in June nothing is called not kept: its day is still to come', async (t) => {
  const list = await aFrozenList(t, { today: '2026-06-29' });
  await aReportOf(list, '招聘会', 4, { asOf: '2026-06-28' });

  const { lines, counts, isOver } = (await viewOf(list)).settlement;
  const fairs = lines.find(({ promise }) => promise.includes('招聘会'))!;

  assert.deepEqual([fairs.outcome, counts['not-kept'], isOver], ['running', 0, false]);
  assert.match(await textOf(list), /期限未到/);
});

test('a year is settled once: when it is over, and when it was decided what becomes of everything that was not kept', async (t) => {
  const list = await aFrozenList(t, AFTER);
  await aFullYear(list);
  const settle = async () => kindOf(await list.office.run('assessment.settle-year', YEAR));

  const undecided = await settle();
  const wrong = [
    await carry(list, '招聘会'),
    await carry(list, '送戏', { toYear: 2026 }),
    await carry(list, '送戏', { decidedOn: '2027-01-05' }),
  ];
  const right = [await carry(list, '送戏'), await carry(list, '食堂', { way: 'stopped', toYear: null, note: '选址未获批准' })];
  const settled = [await settle(), await settle(), await carry(list, '送戏', { note: '改到二季度' })];
  const { settlement, settledOn } = await viewOf(list);
  const text = await textOf(list);

  assert.deepEqual([undecided, ...wrong], ['carry-over-undecided', 'kept-needs-no-carry-over', 'wrong-year', 'decided-ahead']);
  assert.deepEqual([...right, ...settled], ['accepted', 'accepted', 'accepted', 'year-settled', 'year-settled']);
  assert.deepEqual([settlement.carriedCount, settledOn], [1, '2027-01-04']);
  assert.match(text, /结转2027年：余下场次明年一季度补齐（区政府常务会议，2026年12月31日）/);
  assert.match(text, /超额完成1项/);
});

test('before its end a year has a preview and no settlement', async (t) => {
  const list = await aFrozenList(t);

  const { settlement, settledOn } = await viewOf(list);

  assert.deepEqual([settlement.isOver, settlement.asOf, settledOn], [false, '2026-07-02', null]);
  assert.equal(kindOf(await list.office.run('assessment.settle-year', YEAR)), 'year-not-over');
});

test('projects are listed by the priorities of the work report; one may serve two, and what serves none is said', async (t) => {
  const list = await aFrozenList(t);
  const [jobs, culture] = [newId(), newId()];
  const projects = (await list.board()).projects.map(({ project }) => project.id);
  const items = [
    { id: jobs, title: '稳就业促增收' },
    { id: culture, title: '文化惠民' },
  ];
  const links = [
    { projectId: projects[0], priorityIds: [jobs] },
    { projectId: projects[1], priorityIds: [jobs, culture] },
  ];
  const set = async (change: object) =>
    kindOf(await list.office.run('assessment.set-priorities', { ...YEAR, items, links, reason: '2026年政府工作报告', ...change }));

  const kinds = [
    await set({ items: [items[0], { ...items[1], title: '稳就业促增收' }] }),
    await set({ items: [items[0]] }),
    await set({ links: [{ projectId: newId(), priorityIds: [jobs] }] }),
    await set({}),
  ];
  const text = await textOf(list);

  assert.deepEqual(kinds, ['priority-twice', 'unknown-priority', 'unknown-project', 'accepted']);
  assert.match(text, /稳就业促增收：第1件“[^”]+”、第2件“[^”]+”；承诺2项/);
  assert.match(text, /文化惠民：第2件“[^”]+”；承诺1项/);
  assert.match(text, /没有对应的重点：第3件/);
});
