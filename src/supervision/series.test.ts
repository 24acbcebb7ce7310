import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { openZip } from '#/platform/documents/zip.ts';
import type { Answer } from '#/testing.ts';
import { bulletinDocx } from './door.ts';
import { aFrozenList, aReportOf, signed, submitted, type TestList } from './test-list.ts';

const MONTH = (month: number) => ({ year: 2026, month, kind: 'bulletin' });
const kindOf = ({ body }: Answer) => (body as { refusal?: { kind: string } }).refusal?.kind ?? 'accepted';
type Listed = readonly { readonly id: string; readonly month: number; readonly issue: number }[];
const listed = async ({ office }: TestList) => (await office.get('/supervision/bulletins?year=2026')).body as Listed;

async function textOf(bytes: Buffer): Promise<string> {
  const zip = await openZip(bytes);
  return (await zip.read('word/document.xml'))!.toString('utf8').replace(/<[^>]+>/g, '');
}

async function letterOf({ app }: TestList, month: number): Promise<string> {
  return textOf((await app.read('990001', (reader) => bulletinDocx(reader, { year: 2026, month })))!.bytes);
}

async function issued(list: TestList, month: number): Promise<string> {
  await signed(list, MONTH(month));
  const { id } = (await listed(list)).find((it) => it.month === month)!;
  assert.equal(kindOf(await list.office.run('supervision.issue-bulletin', { bulletinId: id })), 'accepted');
  return id;
}

test('two clerks who sign two bulletins at once get two numbers, one after the other, and none is left out', async (t) => {
  const list = await aFrozenList(t);
  const { office, app } = list;
  await office.run('supervision.prepare-bulletin', { year: 2026, month: 3, issue: 1 });
  const documents = [await submitted(office, MONTH(3)), await submitted(office, MONTH(4)), await submitted(office, MONTH(5))];
  for (const it of documents) await office.run('supervision.take-step', { ...it, step: 'checked' });

  const signing = await Promise.all(documents.map((it) => app.as('leader').run('supervision.take-step', { ...it, step: 'signed' })));
  const numbers = (await listed(list)).map(({ issue }) => issue).toSorted();
  const jumped = await office.run('supervision.prepare-bulletin', { year: 2026, month: 6, issue: numbers[2]! + 2 });

  assert.deepEqual(signing.map(kindOf), ['accepted', 'accepted', 'accepted']);
  assert.equal(numbers[2]! - numbers[0]!, 2);
  assert.equal(new Set(numbers).size, 3);
  assert.equal(kindOf(jumped), 'issue-not-next');
});

test('sent back after the signature the last number is given again, so that the series has no gap', async (t) => {
  const list = await aFrozenList(t);
  await list.office.run('supervision.prepare-bulletin', { year: 2026, month: 4, issue: 4 });
  const { documentId } = await signed(list, MONTH(4));

  await list.app.as('leader').run('supervision.return-document', { documentId, reason: '补充一句' });
  await signed(list, MONTH(5));
  await signed(list, MONTH(4));

  assert.deepEqual(
    (await listed(list)).map(({ month, issue }) => [month, issue]),
    [
      [4, 6],
      [5, 5],
    ],
  );
});

test('a 文号 from the office’s OA is printed as it was typed; another writing of it is sent back', async (t) => {
  const list = await aFrozenList(t);
  const prepare = (documentNo: string) =>
    list.office.run('supervision.prepare-bulletin', {
      year: 2026,
      month: 6,
      settings: { head: 'red-head', mark: '清泉区人民政府办公室文件', documentNo },
    });

  const wrong = await prepare('2026年第12号');
  const right = await prepare('清政督〔2026〕12号');

  assert.deepEqual([wrong.status, right.status], [400, 200]);
  assert.match(await letterOf(list, 6), /清政督〔2026〕12号/);
});

test('a month’s figures stand from 送审 on; a later correction of the records is issued, and the next bulletin prints it', async (t) => {
  const list = await aFrozenList(t);
  const before = await letterOf(list, 5);
  const bulletinId = await issued(list, 5);
  await aReportOf(list, '招聘会', 6, '2026-05-31');
  const view = async () =>
    (await list.office.get('/supervision/corrections?year=2026&month=5')).body as {
      open: { promiseId: string }[];
      corrections: { no: number }[];
    };

  const [open] = (await view()).open;
  const correct = (promiseIds: readonly string[]) =>
    list.office.run('supervision.issue-correction', { id: newId(), bulletinId, promiseIds, reason: '补报五月的数' });
  const kinds = [kindOf(await correct([newId()])), kindOf(await correct([open!.promiseId])), kindOf(await correct([open!.promiseId]))];
  const june = await letterOf(list, 6);
  const after = await view();

  assert.match(before, /没有可以采用的报送/);
  assert.deepEqual(kinds, ['nothing-to-correct', 'accepted', 'nothing-to-correct']);
  assert.match(await letterOf(list, 5), /没有可以采用的报送/);
  assert.match(
    june,
    /5月份通报（第5期）第1次更正（2026年6月18日）：第1件[^，]+，原为没有报数、无数据，更正为6场、[^。]+。原因：补报五月的数。/,
  );
  assert.deepEqual([after.open, after.corrections.map(({ no }) => no)], [[], [1]]);
});

test('the figures of a closed month are frozen once; a month whose entry is open is not', async (t) => {
  const list = await aFrozenList(t);
  const programmeId = ((await list.office.get('/programme/programmes')).body as { id: string }[])[0]!.id;
  const freeze = () => list.office.run('supervision.freeze-month', { programmeId, month: 5 });

  const early = kindOf(await freeze());
  assert.equal((await list.office.run('delivery.end-entry', { programmeId, period: '2026-05' })).status, 200);
  const [first, second] = [await freeze(), await freeze()];
  const isNew = [first, second].map(({ body }) => (body as { value: { isNew: boolean } }).value.isNew);

  assert.equal(early, 'entry-still-open');
  assert.deepEqual(isNew, [true, false]);
});

test('a bulletin of a month without data says that nothing can be judged, and its annex as Excel opens', async (t) => {
  const list = await aFrozenList(t);

  const text = await letterOf(list, 2);
  const headers = { cookie: `test=${list.office.actor.accountId}` };
  const sheet = await list.app.app.inject({ url: '/api/990001/supervision/bulletin-annex.xlsx?year=2026&month=2', headers });

  assert.match(text, /没有一项承诺可以判断进度，不能说没有滞后/);
  assert.match(text, /没有滞后、但有无法判断的3个/);
  assert.deepEqual([sheet.statusCode, sheet.rawPayload.subarray(0, 2).toString()], [200, 'PK']);
});
