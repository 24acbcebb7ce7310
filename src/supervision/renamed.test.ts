import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { openZip } from '#/platform/documents/zip.ts';
import { bulletinDocx } from './door.ts';
import { aFrozenList, aReportOf, signed, type TestList } from './test-list.ts';

const MONTH = (month: number) => ({ year: 2026, month, kind: 'bulletin' });

async function letterOf({ app }: TestList, month: number): Promise<string> {
  const zip = await openZip((await app.read('990001', (reader) => bulletinDocx(reader, { year: 2026, month })))!.bytes);
  return (await zip.read('word/document.xml'))!.toString('utf8').replace(/<[^>]+>/g, '');
}

async function issued(list: TestList, month: number): Promise<string> {
  await signed(list, MONTH(month));
  const { body } = await list.office.get('/supervision/bulletins?year=2026');
  const { id } = (body as { id: string; month: number }[]).find((it) => it.month === month)!;
  assert.equal((await list.office.run('supervision.issue-bulletin', { bulletinId: id })).status, 200);
  return id;
}

test('a unit renamed in mid-year keeps its old name in what was issued, and has the new one in the next bulletin, once', async (t) => {
  const list = await aFrozenList(t);
  const unitId = (await list.board()).projects.find(({ leadUnit }) => leadUnit === '区人社局')!.project.leadUnitId;
  await issued(list, 5);

  assert.equal((await list.app.as('setup').run('organisation.rename-unit', { unitId, name: '区人力社保局' })).status, 200);
  const [may, june] = [await letterOf(list, 5), await letterOf(list, 6)];

  assert.match(may, /区人社局/);
  assert.doesNotMatch(may, /区人力社保局/);
  assert.match(june, /区人力社保局/);
  assert.doesNotMatch(june, /区人社局/);
});

type Corrections = { readonly open: readonly { promiseId: string }[]; readonly corrections: readonly { no: number }[] };

test('two clerks who correct one bulletin at once get two numbers, one after the other; of the same line only one is heard', async (t) => {
  const list = await aFrozenList(t);
  const bulletinId = await issued(list, 5);
  await aReportOf(list, '招聘会', 6, '2026-05-31');
  await aReportOf(list, '送戏', 20, '2026-05-31');
  const read = async () => (await list.office.get('/supervision/corrections?year=2026&month=5')).body as Corrections;
  const [first, second] = (await read()).open;
  const colleague = list.app.as('office', { name: '常青' });
  const correct = (person: typeof colleague, promiseId: string) =>
    person.run('supervision.issue-correction', { id: newId(), bulletinId, promiseIds: [promiseId], reason: '补报五月的数' });

  const answers = await Promise.all([
    correct(list.office, first!.promiseId),
    correct(colleague, second!.promiseId),
    correct(colleague, first!.promiseId),
  ]);
  const { open, corrections } = await read();

  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 200, 409]);
  assert.deepEqual(corrections.map(({ no }) => no).toSorted(), [1, 2]);
  assert.deepEqual(open, []);
});

test('a correction that was sent twice, both at once, is issued once; its number is the answer to both', async (t) => {
  const list = await aFrozenList(t);
  const bulletinId = await issued(list, 5);
  await aReportOf(list, '招聘会', 6, '2026-05-31');
  const read = async () => (await list.office.get('/supervision/corrections?year=2026&month=5')).body as Corrections;
  const promiseIds = (await read()).open.map(({ promiseId }) => promiseId);
  const sent = { id: newId(), bulletinId, promiseIds, reason: '补报五月的数' };
  const send = (change: Partial<typeof sent> = {}) => list.office.run('supervision.issue-correction', { ...sent, ...change });

  const answers = await Promise.all([send(), send()]);
  const late = await send();
  const reworded = await send({ reason: '另一个原因' });

  assert.deepEqual(
    [...answers, late].map(({ status, body }) => [status, (body as { value: { no: number } }).value?.no]),
    [
      [200, 1],
      [200, 1],
      [200, 1],
    ],
  );
  assert.deepEqual([reworded.status, (reworded.body as { code: string }).code], [409, 'reused-id']);
  assert.deepEqual(
    (await read()).corrections.map(({ no }) => no),
    [1],
  );
});
