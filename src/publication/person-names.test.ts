import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFrozenList, valueIn } from './test-edition.ts';

type Id = { readonly id: string };

test('no name of a person known to the organisation is in what the public reads, not even of who signed', async (t) => {
  const list = await aFrozenList(t);
  const setup = list.app.as('setup');
  const { id: unitId } = valueIn<Id>(await setup.run('organisation.set-up-unit', { name: '区政府领导', kind: 'leadership' }));
  const { id: postId } = valueIn<Id>(await setup.run('organisation.create-post', { unitId, kind: 'leader', title: '分管副区长' }));
  valueIn(await setup.run('organisation.appoint', { postId, person: { name: '林守成' }, fromOn: '2026-01-01' }));
  await list.report('招聘会', 8, { text: '由林守成带队，已举办8场。' });

  const prepared = valueIn<{ editionId: string }>(await list.prepare());
  const review = { editionId: prepared.editionId, holdsNoSecrets: true, mayBePublic: true };
  const refused = await list.app.as('office').run('publication.review-edition', review);
  const { refusal } = refused.body as { refusal: { kind: string; findings: { kind: string; masked: string }[] } };

  assert.deepEqual([refused.status, refusal.kind], [409, 'personal-data']);
  assert.deepEqual(
    refusal.findings.map(({ kind, masked }) => [kind, masked]),
    [['person-name', '林**']],
  );
});

test('the pages, the data and the feed of an edition name posts and units, never persons', async (t) => {
  const list = await aFrozenList(t);
  const setup = list.app.as('setup');
  const { id: unitId } = valueIn<Id>(await setup.run('organisation.set-up-unit', { name: '区政府领导', kind: 'leadership' }));
  const { id: postId } = valueIn<Id>(await setup.run('organisation.create-post', { unitId, kind: 'leader', title: '分管副区长' }));
  valueIn(await setup.run('organisation.appoint', { postId, person: { name: '林守成' }, fromOn: '2026-01-01' }));
  const { projects } = (await list.office.get('/delivery/board?year=2026')).body as { projects: { project: Id }[] };
  for (const { project } of projects) {
    valueIn(await list.office.run('programme.set-overseeing-leader', { projectId: project.id, postId }));
  }
  await list.report('招聘会', 8);
  await list.bringOut();

  const paths = ['', '/1', '/2', '/board.csv', '/board.json', '/feed.atom', '/editions'].map((it) => `/990001/2026${it}`);
  const pages = await Promise.all([...paths, '/', '/990001', '/990001/how'].map((it) => list.app.page(it)));

  assert.deepEqual([...new Set(pages.map((it) => it.status))], [200]);
  assert.ok(pages.every((it) => !it.text.includes('林守成')));
});
