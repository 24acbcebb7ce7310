import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { createDistrict } from '#/organisation/door.ts';
import { startTestApp, type TestApp } from '#/testing.ts';
import type { Draft } from './rules/draft.ts';
import type { Overseeing } from './rules/overseeing.ts';

const TABLE = '序号\t项目内容\t牵头单位\n1\t新建口袋公园3个。\t区城管局';

type Frozen = { readonly app: TestApp; readonly programmeId: string; readonly projectId: string; readonly postId: string };

async function aFrozenProject(t: Parameters<typeof startTestApp>[0]): Promise<Frozen> {
  const app = await startTestApp(t);
  await app.mustRun(createDistrict, '990001', { name: '清泉区' });
  const [office, security] = [app.as('office'), app.as('setup')];
  const read = await office.run('programme.read-list', {
    programmeId: newId(),
    year: 2026,
    title: '清泉区2026年民生实事',
    from: { text: TABLE, html: null },
  });
  const { programmeId, draft } = (read.body as { value: { programmeId: string; draft: Draft } }).value;
  const settled = { ...draft, projects: draft.projects.map((it) => ({ ...it, withoutNumber: 'later' })) };
  await office.run('programme.save-draft', { programmeId, draft: settled });
  await office.run('programme.freeze', { programmeId, reason: '政府常务会议通过' });
  const unit = await security.run('organisation.set-up-unit', { name: '区政府领导', kind: 'leadership' });
  const { id: unitId } = (unit.body as { value: { id: string } }).value;
  const post = await security.run('organisation.create-post', { unitId, kind: 'leader', title: '副区长（分管城建）' });
  const { id: postId } = (post.body as { value: { id: string } }).value;
  return { app, programmeId, projectId: draft.projects[0]!.id, postId };
}

test('a leader’s post takes a project over and gives it back; the history keeps both', async (t) => {
  const { app, programmeId, projectId, postId } = await aFrozenProject(t);
  const office = app.as('office');

  const taken = await office.run('programme.set-overseeing-leader', { projectId, postId });
  const again = await office.run('programme.set-overseeing-leader', { projectId, postId });
  const ended = await office.run('programme.set-overseeing-leader', { projectId, postId: null });
  const { history } = (await office.get(`/programme/overseeing?programmeId=${programmeId}`)).body as { history: Overseeing[] };

  assert.deepEqual([taken.status, again.status, ended.status], [200, 409, 200]);
  assert.equal((again.body as { refusal: { kind: string } }).refusal.kind, 'overseen-already');
  assert.deepEqual(
    history.map((it) => [it.projectId, it.postId, it.fromOn, it.setBy]),
    [
      [projectId, postId, '2026-06-18', 'office'],
      [projectId, null, '2026-06-18', 'office'],
    ],
  );
});

test('two who set the same post at once: one is recorded, the other is told so', async (t) => {
  const { app, projectId, postId } = await aFrozenProject(t);
  const [one, other] = [app.as('office', { name: '甲' }), app.as('office', { name: '乙' })];

  const answers = await Promise.all([one, other].map((it) => it.run('programme.set-overseeing-leader', { projectId, postId })));

  assert.deepEqual(answers.map((it) => it.status).sort(), [200, 409]);
});

test('a project or a post of another district does not exist', async (t) => {
  const { app, projectId, postId } = await aFrozenProject(t);
  const stranger = app.as('office', { district: '990002' });

  const answers = [
    await stranger.run('programme.set-overseeing-leader', { projectId, postId }),
    await app.as('office').run('programme.set-overseeing-leader', { projectId, postId: newId() }),
  ];

  assert.deepEqual(
    answers.map((it) => it.status),
    [404, 404],
  );
});
