import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { newId } from '#/kernel/id.ts';
import { type Answer, startTestApp, type TestApp, type TestPerson } from '#/testing.ts';
import type { Draft } from './rules/draft.ts';

const TABLE = '序号\t项目内容\t牵头单位\n1\t新建口袋公园3个。\t区城管局';

const readTable = (office: TestPerson, change: object = {}) =>
  office.run('programme.read-list', {
    programmeId: newId(),
    year: 2026,
    title: '测试区民生实事',
    from: { text: TABLE, html: null },
    ...change,
  });
const readOf = ({ body }: Answer) => (body as { value: { programmeId: string; draft: Draft } }).value;
const refusalOf = ({ body }: Answer) => (body as { refusal?: { kind: string } }).refusal?.kind;

/** Starts one command after the other while somebody else holds the list, and lets go when all of them wait. */
async function behindEachOther(
  app: TestApp,
  programmeId: string,
  commands: readonly (() => Promise<Answer>)[],
): Promise<readonly Answer[]> {
  const holder = await app.ownerPool.connect();
  await holder.query('begin');
  await holder.query('select 1 from programme.programme where id = $1 for update', [programmeId]);
  const running: Promise<Answer>[] = [];
  for (const start of commands) {
    running.push(start());
    await wait(300);
  }
  await holder.query('rollback');
  holder.release();
  return Promise.all(running);
}

test('a draft sent, or read anew, while the list is being frozen is told that it is frozen', async (t) => {
  const app = await startTestApp(t);
  const office = app.as('office');
  const { programmeId, draft } = readOf(await readTable(office));
  const other = { text: TABLE.replace('3个', '4个'), html: null };

  const answers = await behindEachOther(app, programmeId, [
    () => office.run('programme.freeze', { programmeId, reason: '政府常务会议通过' }),
    () => office.run('programme.save-draft', { programmeId, draft }),
    () => readTable(office, { from: other, replace: true }),
  ]);

  assert.deepEqual(
    answers.map((it) => [it.status, refusalOf(it)]),
    [
      [200, undefined],
      [409, 'list-frozen'],
      [409, 'list-frozen'],
    ],
  );
});

test('two people who read the list of one year at once have one list', async (t) => {
  const app = await startTestApp(t);
  const office = app.as('office');

  const answers = await Promise.all([1, 2, 3].map(() => readTable(office)));

  assert.deepEqual(
    answers.map((it) => it.status),
    [200, 200, 200],
  );
  assert.equal(new Set(answers.map((it) => readOf(it).programmeId)).size, 1);
});

test('a draft whose year has a list already is refused with that list’s title', async (t) => {
  const app = await startTestApp(t);
  const office = app.as('office');
  const { draft } = readOf(await readTable(office));

  const second = await office.run('programme.save-draft', { programmeId: newId(), draft: { ...draft, title: '另一份' } });

  assert.deepEqual(
    [second.status, second.body],
    [409, { ok: false, refusal: { kind: 'year-taken', year: 2026, title: '测试区民生实事' } }],
  );
});

test('a list is not frozen onto a unit that the district does not have', async (t) => {
  const app = await startTestApp(t);
  const office = app.as('office');
  const { value: elsewhere } = (await app.as('office', { district: '990002' }).run('organisation.set-up-unit', { name: '外区城管局' }))
    .body as { value: { id: string } };
  const { programmeId, draft } = readOf(await readTable(office));
  const leadUnit = { unitId: elsewhere.id, name: '外区城管局' };
  for (const place of [{ leadUnit }, { supportingUnits: [leadUnit] }]) {
    await office.run('programme.save-draft', {
      programmeId,
      draft: { ...draft, projects: draft.projects.map((it) => ({ ...it, ...place })) },
    });

    const frozen = await office.run('programme.freeze', { programmeId, reason: '政府常务会议通过' });

    assert.deepEqual([frozen.status, frozen.body], [404, { code: 'unknown-unit', facts: { id: elsewhere.id } }]);
  }
});

test('an adjustment rests on a document that lies in the store, not on a digest of nothing', async (t) => {
  const app = await startTestApp(t);
  const office = app.as('office');
  const { programmeId, draft } = readOf(await readTable(office));
  await office.run('programme.freeze', { programmeId, reason: '政府常务会议通过' });
  const promise = draft.projects[0]!.promises[0]!;

  const adjusted = await office.run('programme.adjust', {
    id: newId(),
    promiseId: promise.id,
    kind: 'target',
    after: { target: 2, dueOn: null, object: promise.object },
    reason: '选址变更',
    decidedBy: 'government-meeting',
    decision: '第8次常务会议',
    documentNo: '测政纪〔2026〕8号',
    decidedOn: '2026-06-10',
    documentDigest: 'a'.repeat(64),
  });

  assert.deepEqual([adjusted.status, adjusted.body], [404, { code: 'unknown-file', facts: { digest: 'a'.repeat(64) } }]);
});
