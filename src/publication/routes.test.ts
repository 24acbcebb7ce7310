import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { canonicalText } from '#/kernel/canonical-text.ts';
import type { Role } from '#/platform/roles.ts';

import type { Difference } from './rules/difference.ts';
import type { ContentFinding } from './rules/screening.ts';
import { aFrozenList, type Published, refusalOf, valueIn } from './test-edition.ts';

const ID = '11010519491231002X';

type Draft = {
  readonly edition: { readonly state: string; readonly content: { readonly projects: readonly { readonly no: string }[] } };
  readonly differences: readonly Difference[];
  readonly findings: readonly ContentFinding[];
  readonly comparedWith: { readonly number: number } | null;
};

test('an edition goes from the office to the leader and back, and each step is taken once and by its role', async (t) => {
  const list = await aFrozenList(t);
  await list.report('招聘会', 8);
  const { editionId, digest } = valueIn<Published>(await list.prepare());
  const review = { editionId, holdsNoSecrets: true, mayBePublic: true };

  const tooSoon = await list.leader.run('publication.sign-edition', { editionId, digest });
  const notHis = await list.leader.run('publication.review-edition', review);
  const reviewed = await list.office.run('publication.review-edition', review);
  const notHers = await list.office.run('publication.sign-edition', { editionId, digest });
  const other = await list.leader.run('publication.sign-edition', { editionId, digest: 'b'.repeat(64) });
  const signed = await list.leader.run('publication.sign-edition', { editionId, digest });
  const before = await list.app.page('/990001/2026');
  const published = await list.office.run('publication.publish-edition', { editionId });
  const again = await list.office.run('publication.publish-edition', { editionId });
  const after = await list.app.page('/990001/2026');

  assert.deepEqual([refusalOf(tooSoon).kind, notHis.status, reviewed.status, notHers.status], ['wrong-step', 403, 200, 403]);
  assert.deepEqual([refusalOf(other).kind, signed.status, before.status], ['other-content', 200, 404]);
  assert.equal(valueIn<Published>(published).number, 1);
  assert.equal(refusalOf(again).kind, 'wrong-step');
  assert.equal(after.status, 200);
  assert.match(after.text, /公开版第 1 期/);
});

test('the list of editions says of each step who took it and when, of those that are still to come nothing', async (t) => {
  const list = await aFrozenList(t);
  const { editionId } = valueIn<Published>(await list.prepare());
  const lines = async () =>
    ((await list.office.get('/publication/editions?year=2026')).body as { editions: Record<string, unknown>[] }).editions;
  const steps = ({ state, prepared, reviewed, signed, published }: Record<string, unknown>) =>
    [state, prepared, reviewed, signed, published].map((it) =>
      typeof it === 'object' && it !== null ? (it as { name: string }).name : it,
    );

  const before = await lines();
  await list.office.run('publication.review-edition', { editionId, holdsNoSecrets: true, mayBePublic: true });

  assert.deepEqual(before.map(steps), [['prepared', '区政府督查室', null, null, null]]);
  assert.deepEqual((await lines()).map(steps), [['reviewed', '区政府督查室', '区政府督查室', null, null]]);
});

test('who may do what to an edition', async (t) => {
  const list = await aFrozenList(t);
  const roles: readonly Role[] = [
    'setup',
    'office',
    'leader',
    'unit-head',
    'deputy-head',
    'liaison',
    'system-admin',
    'security-admin',
    'audit-admin',
  ];
  const commands = ['prepare-edition', 'review-edition', 'sign-edition', 'publish-edition', 'withdraw-draft'];

  const table: Record<string, readonly string[]> = {};
  for (const command of commands) {
    const allowed: string[] = [];
    for (const role of roles) {
      const { status } = await list.app.as(role).run(`publication.${command}`, {});
      if (status !== 403) allowed.push(role);
    }
    table[command] = allowed;
  }

  assert.deepEqual(table, {
    'prepare-edition': ['setup', 'office'],
    'review-edition': ['setup', 'office'],
    'sign-edition': ['setup', 'leader'],
    'publish-edition': ['setup', 'office'],
    'withdraw-draft': ['setup', 'office'],
  });
});

test('an ID number in a report refuses the edition with its place; nothing of it is stored', async (t) => {
  const list = await aFrozenList(t);
  await list.report('招聘会', 8, { text: `联系人${ID}` });

  const refused = await list.prepare();
  const stored = await list.app.ownerPool.query('select count(*)::int as count from publication.edition');

  const { kind, findings } = refusalOf<{ kind: string; findings: readonly ContentFinding[] }>(refused);
  assert.equal(kind, 'personal-data');
  assert.deepEqual(
    findings.map(({ no, kind: what, masked, path }) => [no, what, masked, path.at(-1)]),
    [['1', 'id-number', '1101**********002X', 'statement']],
  );
  assert.ok(!refused.text.includes(ID));
  assert.equal(stored.rows[0].count, 0);
});

test('a mobile number waits for a reviewer who lets it through with a reason, and then stands on the page', async (t) => {
  const list = await aFrozenList(t);
  await list.report('招聘会', 2, { text: '报名电话13812345678', asOf: '2026-06-18' });
  const { editionId, digest } = valueIn<Published>(await list.prepare());
  const { findings } = (await list.office.get(`/publication/editions/${editionId}`)).body as Draft;
  const review = { editionId, holdsNoSecrets: true, mayBePublic: true };

  const refused = await list.office.run('publication.review-edition', review);
  const settled = await list.office.run('publication.review-edition', {
    ...review,
    settlements: findings.map(({ key }) => ({ key, reason: '招聘报名专用电话' })),
  });
  await list.leader.run('publication.sign-edition', { editionId, digest });
  await list.office.run('publication.publish-edition', { editionId });
  const page = await list.app.page('/990001/2026/1');
  const kept = await list.app.ownerPool.query('select kind, masked, reason, reviewer from publication.override');

  assert.deepEqual([refusalOf(refused).kind, settled.status, page.status], ['personal-data', 200, 200]);
  assert.match(page.text, /13812345678/);
  assert.deepEqual(kept.rows, [{ kind: 'mobile', masked: '138****5678', reason: '招聘报名专用电话', reviewer: '区政府督查室' }]);
});

test('between editions nothing changes: a new figure is seen by the staff, not by the public', async (t) => {
  const list = await aFrozenList(t);
  await list.report('招聘会', 8, { asOf: '2026-05-20' });
  await list.bringOut();
  const before = await list.app.page('/990001/2026');

  await list.report('招聘会', 9);
  const between = await list.app.page('/990001/2026');
  const { editionId } = valueIn<Published>(await list.prepare());
  const draft = (await list.office.get(`/publication/editions/${editionId}`)).body as Draft;
  const whileDraft = await list.app.page('/990001/2026');

  assert.equal(between.text, before.text);
  assert.equal(whileDraft.text, before.text);
  assert.equal(draft.comparedWith?.number, 1);
  const [changed] = draft.differences;
  assert.deepEqual([draft.differences.length, changed!.no, changed!.kind], [1, '1', 'changed']);
  assert.deepEqual(
    changed!.changes.find((it) => it.field === 'done'),
    { field: 'done', from: 8, to: 9 },
  );
});

test('a later edition takes the place of the first; the old one and its figures stay reachable and say so', async (t) => {
  const list = await aFrozenList(t);
  await list.report('招聘会', 8, { asOf: '2026-05-20' });
  await list.bringOut();
  const first = await list.app.page('/990001/2026');
  const data = JSON.parse((await list.app.page('/990001/2026/board.json')).text) as {
    figures: Record<string, string>;
    edition: { digest: string };
    content: object;
    disclosure: object;
  };
  const oldFigure = data.figures[[...list.promises].find(([object]) => object.includes('招聘会'))![1]]!;
  await list.report('招聘会', 9);
  await list.bringOut();

  const board = await list.app.page('/990001/2026');
  const old = await list.app.page('/990001/2026/editions/1');
  const figure = await list.app.page(`/990001/figures/${oldFigure}`);
  const editions = await list.app.page('/990001/2026/editions');

  assert.match(first.text, /<b>8<\/b>/);
  assert.match(board.text, /<b>9<\/b>/);
  assert.match(old.text, /<b>8<\/b>/);
  assert.match(old.text, /这是第 1 期公开版，留存备查；现行为第 2 期。/);
  assert.match(old.text, /已由新一期替代/);
  assert.match(figure.text, /这个数字之后有更新/);
  assert.ok(editions.text.includes('公开版第 1 期') && editions.text.includes('公开版第 2 期'));
  assert.equal(
    createHash('sha256')
      .update(canonicalText({ content: data.content, disclosure: data.disclosure }))
      .digest('hex'),
    data.edition.digest,
  );
});

test('a correction is a new edition of the same day; the corrected one says by which and why', async (t) => {
  const list = await aFrozenList(t);
  await list.report('招聘会', 8, { asOf: '2026-05-20' });
  await list.bringOut();

  const unknown = await list.prepare({ correction: { number: 7, reason: '写错期数' } });
  await list.bringOut({ correction: { number: 1, reason: '第一期漏列一场招聘会' } });
  const old = await list.app.page('/990001/2026/editions/1');
  const current = await list.app.page('/990001/2026');

  assert.equal(refusalOf(unknown).kind, 'no-such-edition-to-correct');
  assert.match(old.text, /本期已由第 2 期更正：第一期漏列一场招聘会/);
  assert.match(old.text, /已更正/);
  assert.match(current.text, /本期更正第 1 期：第一期漏列一场招聘会/);
});

test('one list has one open draft; a withdrawn one makes room, an unfrozen list has none', async (t) => {
  const list = await aFrozenList(t);
  const { editionId } = valueIn<Published>(await list.prepare());

  const second = await list.prepare();
  const withdrawn = await list.office.run('publication.withdraw-draft', { editionId, reason: '数字还要核对' });
  const third = await list.prepare();
  const none = await list.prepare({ year: 2027 });
  const future = await list.prepare({ kind: 'ten-things', asOf: '2026-07-01' });

  assert.equal(refusalOf(second).kind, 'draft-open');
  assert.equal(withdrawn.status, 200);
  assert.equal(third.status, 200);
  assert.equal(refusalOf(none).kind, 'list-not-frozen');
  assert.equal(refusalOf(future).kind, 'draft-open');
});

test('two people publish one edition at once: one is heard, the other is told', async (t) => {
  const list = await aFrozenList(t);
  const { editionId, digest } = valueIn<Published>(await list.prepare());
  await list.office.run('publication.review-edition', { editionId, holdsNoSecrets: true, mayBePublic: true });
  await list.leader.run('publication.sign-edition', { editionId, digest });

  const answers = await Promise.all([list.office, list.app.as('office')].map((it) => it.run('publication.publish-edition', { editionId })));

  assert.deepEqual(answers.map((it) => it.status).sort(), [200, 409]);
});

test('the figures and the content of an edition are rows that no later step writes again', async (t) => {
  const list = await aFrozenList(t);
  await list.report('招聘会', 8);
  const { editionId } = await list.bringOut();

  const changes = await list.app.ownerPool.query(
    `select count(*)::int as count from platform.change where table_name = 'publication.figure' group by key having count(*) > 1`,
  );
  const figures = await list.app.ownerPool.query(
    'select numerator::float, denominator::float, measure_unit, scope, approved_by from publication.figure where edition_id = $1 order by project_position',
    [editionId],
  );

  assert.equal(changes.rowCount, 0);
  assert.deepEqual(figures.rows[0], {
    numerator: 8,
    denominator: 15,
    measure_unit: '场',
    scope: '990001',
    approved_by: '清泉区政府督查室',
  });
});
