import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { startTestApp, type TestPerson } from '#/testing.ts';
import type { Draft } from './rules/draft.ts';

const TABLE = [
  '序号\t项目内容\t进展情况\t牵头单位',
  '1\t新建口袋公园3个，改造旧街灯约1200盏。\t已建成口袋公园1个。\t区城管局',
  '2\t全年送电影下村不少于60场。\t已放映20场。\t区文旅局、区融媒体中心',
  '3\t推进老年食堂规范运行。\t\t区民政局',
].join('\n');

type Read = {
  readonly value: {
    readonly programmeId: string;
    readonly unchanged: boolean;
    readonly draft: Draft;
    readonly differences: readonly unknown[];
  };
};

async function readTable(
  office: TestPerson,
  text = TABLE,
  more: object = {},
): Promise<{ status: number; body: Read; refusal: { kind: string } }> {
  const answer = await office.run('programme.read-list', {
    programmeId: newId(),
    year: 2026,
    title: '测试区2026年民生实事',
    from: { text, html: null },
    ...more,
  });
  return { status: answer.status, body: answer.body, refusal: (answer.body as { refusal: { kind: string } }).refusal };
}

function settled(draft: Draft): Draft {
  return {
    ...draft,
    progressAsOf: '2026-06-18',
    projects: draft.projects.map((it) => ({ ...it, withoutNumber: 'later', progress: it.progress && { ...it.progress, confirmed: true } })),
  };
}

test('a pasted table becomes a draft with its promises, and the same table again changes nothing', async (t) => {
  const office = (await startTestApp(t)).as('office');

  const first = await readTable(office);
  const again = await readTable(office);

  assert.equal(first.status, 200);
  const promises = first.body.value.draft.projects.flatMap((it) =>
    it.promises.map(({ target, measureUnit, bound, approx }) => ({ target, measureUnit, bound, approx })),
  );
  assert.deepEqual(promises, [
    { target: 3, measureUnit: '个', bound: 'exact', approx: false },
    { target: 1200, measureUnit: '盏', bound: 'exact', approx: true },
    { target: 60, measureUnit: '场', bound: 'at_least', approx: false },
  ]);
  assert.equal(again.body.value.unchanged, true);
});

test('a changed document is shown before it replaces the draft', async (t) => {
  const office = (await startTestApp(t)).as('office');
  await readTable(office);

  const changed = TABLE.replace('60场', '80场');
  const refused = await readTable(office, changed);
  const replaced = await readTable(office, changed, { replace: true });

  assert.deepEqual([refused.status, refused.refusal.kind], [409, 'list-differs']);
  assert.equal(replaced.body.value.differences.length, 2);
});

test('a draft with open points cannot be frozen; a settled one can, once, and then cannot be read over', async (t) => {
  const office = (await startTestApp(t)).as('office');
  const { programmeId, draft } = (await readTable(office)).body.value;

  const open = await office.run('programme.freeze', { programmeId, reason: '政府常务会议通过' });
  await office.run('programme.save-draft', { programmeId, draft: settled(draft) });
  const frozen = await office.run('programme.freeze', { programmeId, reason: '政府常务会议通过' });
  const twice = await office.run('programme.freeze', { programmeId, reason: '再来一次' });
  const over = await readTable(office, TABLE.replace('60场', '80场'), { replace: true });

  assert.deepEqual([open.status, (open.body as { refusal: { kind: string } }).refusal.kind], [409, 'draft-open']);
  assert.equal(frozen.status, 200);
  assert.equal((twice.body as { refusal: { kind: string } }).refusal.kind, 'already-frozen');
  assert.equal(over.refusal.kind, 'list-frozen');
});

test('after freezing, a promise of a list settled by the government changes only by a government meeting, and the frozen figure stays', async (t) => {
  const office = (await startTestApp(t)).as('office');
  const { programmeId, draft } = (await readTable(office)).body.value;
  await office.run('programme.save-draft', { programmeId, draft: settled(draft) });
  await office.run('programme.freeze', { programmeId, reason: '政府常务会议通过' });
  const promise = draft.projects[1]!.promises[0]!;
  const adjustment = {
    id: newId(),
    promiseId: promise.id,
    kind: 'target',
    after: { target: 50, dueOn: null, object: promise.object },
    reason: '汛期停放',
    decision: '第8次常务会议',
    documentNo: '测政纪〔2026〕8号',
    decidedOn: '2026-06-10',
  };

  const wrong = await office.run('programme.adjust', { ...adjustment, decidedBy: 'standing-committee' });
  const right = await office.run('programme.adjust', { ...adjustment, decidedBy: 'government-meeting' });
  const list = (await office.get(`/programme/list?programmeId=${programmeId}`)).body as {
    promises: { id: string; target: number }[];
    originals: { id: string; target: number }[];
  };

  assert.equal((wrong.body as { refusal: { kind: string } }).refusal.kind, 'wrong-body');
  assert.equal(right.status, 200);
  const of = (promises: { id: string; target: number }[]) => promises.find((it) => it.id === promise.id)?.target;
  assert.deepEqual([of(list.promises), of(list.originals)], [50, 60]);
});

test('two people freeze one list at once: one is heard, the other is told that it is frozen', async (t) => {
  const app = await startTestApp(t);
  const [one, other] = [app.as('office'), app.as('office')];
  const { programmeId, draft } = (await readTable(one)).body.value;
  await one.run('programme.save-draft', { programmeId, draft: settled(draft) });

  const answers = await Promise.all([one, other].map((it) => it.run('programme.freeze', { programmeId, reason: '政府常务会议通过' })));

  assert.deepEqual(answers.map((it) => it.status).sort(), [200, 409]);
});

test('a list of one district is not there for another', async (t) => {
  const app = await startTestApp(t);
  const { programmeId } = (await readTable(app.as('office'))).body.value;
  const stranger = app.as('office', { district: '990002' });

  const seen = await stranger.get(`/programme/list?programmeId=${programmeId}`);
  const lists = await stranger.get('/programme/programmes');

  assert.equal(seen.status, 404);
  assert.deepEqual(lists.body, []);
});

const ROLES = [
  'setup',
  'office',
  'leader',
  'unit-head',
  'deputy-head',
  'liaison',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const;
const MAY_PREPARE: readonly string[] = ['setup', 'office'];

test('only the supervision office prepares, freezes and adjusts a list', async (t) => {
  const app = await startTestApp(t);
  for (const role of ROLES) {
    const answer = await app.as(role).run('programme.discard-draft', { programmeId: newId() });
    assert.equal(answer.status, MAY_PREPARE.includes(role) ? 404 : 403, role);
  }
});
