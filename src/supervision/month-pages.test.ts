import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import type { Sheet } from '#/kernel/sheet.ts';
import type { Answer } from '#/testing.ts';
import { aFrozenList, aReportOf, signed, submitted, type TestList } from './test-list.ts';

const MAY = { year: 2026, month: 5 };
const BULLETIN = { ...MAY, kind: 'bulletin' };

const valueIn = <Value>({ status, body, text }: Answer): Value => {
  assert.equal(status, 200, text);
  return (body as { value: Value }).value;
};

type PageView = {
  readonly sheet: Sheet;
  readonly figuresFrozenOn: string | null;
  readonly changes: readonly { readonly no: string; readonly was: { done: number | null }; readonly now: { done: number | null } }[];
};

/** A leader who oversees the fairs and the canteens, and the unit of the fairs. */
async function readersOf({ app, office, board }: TestList) {
  const setup = app.as('setup');
  const { id: unitId } = valueIn<{ id: string }>(await setup.run('organisation.set-up-unit', { name: '区政府领导', kind: 'leadership' }));
  const post = { unitId, kind: 'leader', title: '副区长' };
  const { id: postId } = valueIn<{ id: string }>(await setup.run('organisation.create-post', post));
  const { projects } = await board();
  for (const { project } of projects) valueIn(await office.run('programme.set-overseeing-leader', { projectId: project.id, postId }));
  const fairs = projects.find(({ project }) => project.no === '1')!;
  return { postId, unitId: fairs.project.leadUnitId!, fairsId: fairs.promises[0]!.promise.id };
}

const textOf = ({ sheet }: PageView) => JSON.stringify(sheet.parts);
const notesOf = ({ sheet }: PageView) => sheet.notes.join('');

test('what a leader’s page and a unit’s page say of a closed month is what its bulletin says; what came later stands beside them', async (t) => {
  const list = await aFrozenList(t);
  await aReportOf(list, '招聘会', 6, '2026-05-20');
  const { postId, unitId } = await readersOf(list);
  const page = async (path: string) => (await list.office.get(`/supervision/${path}&year=2026&month=5`)).body as PageView;
  const both = async () => [await page(`one-pager?postId=${postId}`), await page(`unit-page?unitId=${unitId}`)] as const;
  const moving = await both();

  await submitted(list.office, BULLETIN);
  await aReportOf(list, '招聘会', 7, '2026-05-31');
  const frozen = await both();

  assert.deepEqual(
    moving.map((it) => [it.figuresFrozenOn, it.changes, /6场 \/ 15场/.test(textOf(it))]),
    [
      [null, [], true],
      [null, [], true],
    ],
  );
  for (const it of frozen) {
    assert.match(textOf(it), /6场 \/ 15场/);
    assert.match(notesOf(it), /5月的月度数字，于2026年6月18日固定/);
    assert.deepEqual(
      it.changes.map(({ no, was, now }) => [no, was.done, now.done]),
      [['1', 6, 7]],
    );
  }
});

test('a leader’s page that is submitted first freezes the month, and the bulletin of it says the same', async (t) => {
  const list = await aFrozenList(t);
  await aReportOf(list, '招聘会', 6, '2026-05-20');
  const { postId } = await readersOf(list);

  await submitted(list.office, { ...MAY, kind: 'one-pager', postId });
  await aReportOf(list, '招聘会', 7, '2026-05-31');
  const { content } = (await list.office.get('/supervision/bulletin?year=2026&month=5')).body as { content: { items: { done: number }[] } };

  assert.equal(content.items[0]!.done, 6);
});

test('a correction of the bulletin stands on the pages of those whom it concerns', async (t) => {
  const list = await aFrozenList(t);
  await aReportOf(list, '招聘会', 6, '2026-05-20');
  const { postId, unitId, fairsId } = await readersOf(list);
  await signed(list, BULLETIN);
  const bulletins = (await list.office.get('/supervision/bulletins?year=2026')).body as { id: string }[];
  const bulletinId = bulletins[0]!.id;
  valueIn(await list.office.run('supervision.issue-bulletin', { bulletinId }));
  await aReportOf(list, '招聘会', 7, '2026-05-31');
  valueIn(await list.office.run('supervision.issue-correction', { id: newId(), bulletinId, promiseIds: [fairsId], reason: '补报' }));

  const page = async (path: string) => (await list.office.get(`/supervision/${path}&year=2026&month=5`)).body as PageView;
  const culture = (await list.board()).projects.find(({ project }) => project.no === '2')!.project.leadUnitId;

  for (const it of [await page(`one-pager?postId=${postId}`), await page(`unit-page?unitId=${unitId}`)])
    assert.match(textOf(it), /第1次更正（2026年6月18日）：第1件[^，]+，原为6场、[^，]+，更正为7场/);
  assert.doesNotMatch(textOf(await page(`unit-page?unitId=${culture}`)), /更正/);
});

test('what has come since the month was frozen is not asked of a unit again', async (t) => {
  const list = await aFrozenList(t);
  const { unitId } = await readersOf(list);
  await submitted(list.office, BULLETIN);
  const asked = async () => textOf((await list.office.get(`/supervision/unit-page?unitId=${unitId}&year=2026&month=5`)).body as PageView);

  const before = await asked();
  await aReportOf(list, '招聘会', 7, '2026-05-31');

  assert.match(before, /报本月完成数/);
  assert.doesNotMatch(await asked(), /报本月完成数/);
});
