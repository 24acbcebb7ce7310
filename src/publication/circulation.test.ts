import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Light } from '#/delivery/rules/standing.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import type { FigureChange } from '#/supervision/rules/changes-since.ts';
import { contentOf, countedOf, type EditionContent } from './rules/content.ts';
import { aBoard, aContent } from './rules/fixtures.ts';
import { aFrozenList, type Published, refusalOf, type TestPublication, valueIn } from './test-edition.ts';
import { aPhoto } from './test-pictures.ts';

const PERSON = { name: '罗知行', post: '区政府副区长', on: '2026-06-17' as CivilDate };

type View = {
  readonly edition: { readonly signed: { readonly name: string; readonly recordedBy?: string } | null; readonly content: EditionContent };
  readonly changes: readonly FigureChange[];
  readonly circulation: {
    readonly changesAtSigning: readonly FigureChange[] | null;
    readonly countersigns: readonly { readonly signed: { readonly name: string; readonly recordedBy?: string } | null }[];
  };
};
const viewOf = async (list: TestPublication, id: string) => (await list.office.get(`/publication/editions/${id}`)).body as unknown as View;

async function reviewed(list: TestPublication, change: Record<string, unknown> = {}): Promise<Published> {
  const draft = valueIn<Published>(await list.prepare(change));
  valueIn(await list.office.run('publication.review-edition', { editionId: draft.editionId, holdsNoSecrets: true, mayBePublic: true }));
  return draft;
}

async function unitsOf(list: TestPublication): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return (await list.office.get('/organisation/units')).body as never;
}

test('a leader signs after every unit that was asked has countersigned, in its own name or recorded from paper', async (t) => {
  const list = await aFrozenList(t);
  const [own, paper] = await unitsOf(list);
  const { editionId, digest } = await reviewed(list, { countersignUnits: [own!.id, paper!.id] });
  const of = (unitId: string, more: object = {}) => ({ editionId, unitId, digest, ...more });
  const head = list.app.as('unit-head', { unitId: own!.id, name: '单位负责人' });
  const typed = { name: '何有成', post: '局长', on: '2026-06-18' };

  const tooSoon = await list.leader.run('publication.sign-edition', { editionId, digest });
  const answers = {
    notHis: await head.run('publication.countersign-edition', of(paper!.id)),
    ahead: await list.office.run('publication.countersign-edition', of(paper!.id, { typed: { ...typed, on: '2026-06-19' } })),
    before: await list.office.run('publication.countersign-edition', of(paper!.id, { typed: { ...typed, on: '2026-06-17' } })),
    notAsked: await list.office.run('publication.countersign-edition', of(newId(), { typed })),
    otherContent: await head.run('publication.countersign-edition', of(own!.id, { digest: 'b'.repeat(64) })),
  };
  valueIn(await head.run('publication.countersign-edition', of(own!.id)));
  valueIn(await list.office.run('publication.countersign-edition', of(paper!.id, { typed })));
  const twice = await head.run('publication.countersign-edition', of(own!.id));
  const signed = await list.leader.run('publication.sign-edition', { editionId, digest });

  assert.deepEqual(refusalOf(tooSoon), { kind: 'countersign-missing', units: [own!.name, paper!.name].toSorted() });
  assert.deepEqual(
    Object.values(answers).map((it) => refusalOf(it).kind),
    ['countersign-of-another-unit', 'step-day-ahead', 'step-before-last', 'countersign-not-asked', 'other-content'],
  );
  assert.equal(refusalOf(twice).kind, 'countersigned-already');
  assert.equal(signed.status, 200);
  const { circulation } = await viewOf(list, editionId);
  assert.deepEqual(circulation.countersigns.map((it) => it.signed?.name).toSorted(), ['何有成', '单位负责人']);
});

test('two hands at one countersignature: one is written, the other is told', async (t) => {
  const list = await aFrozenList(t);
  const [unit] = await unitsOf(list);
  const { editionId, digest } = await reviewed(list, { countersignUnits: [unit!.id] });
  const heads = ['甲', '乙'].map((name) => list.app.as('unit-head', { unitId: unit!.id, name }));

  const answers = await Promise.all(heads.map((it) => it.run('publication.countersign-edition', { editionId, unitId: unit!.id, digest })));

  assert.deepEqual(answers.map((it) => it.status).toSorted(), [200, 409]);
});

test('a signature on paper is recorded with name, post and day once its scan is attached, and the scan is never public', async (t) => {
  const list = await aFrozenList(t);
  const { editionId, digest } = await reviewed(list);
  const record = (typed: object) => list.office.run('publication.record-signature', { editionId, digest, typed });
  const scan = (await list.office.upload('签批件.jpg', await aPhoto())).body as unknown as { digest: string };
  const text = (await list.office.upload('说明.txt', Buffer.from('不是扫描件'))).body as unknown as { digest: string };

  const without = await record({ ...PERSON, on: '2026-06-18' });
  const wrong = await list.office.run('publication.attach-scan', { editionId, digest: text.digest, name: '说明.txt' });
  valueIn(await list.office.run('publication.attach-scan', { editionId, digest: scan.digest, name: '签批件.jpg' }));
  const early = await record(PERSON);
  valueIn(await record({ ...PERSON, on: '2026-06-18' }));
  valueIn(await list.office.run('publication.publish-edition', { editionId }));
  const shown = await list.leader.get(`/publication/editions/${editionId}/scan`);
  const board = await list.app.page('/990001/2026');
  const json = await list.app.page('/990001/2026/board.json');

  assert.deepEqual(
    [without, wrong, early].map((it) => refusalOf(it).kind),
    ['scan-missing', 'scan-not-readable', 'step-before-last'],
  );
  const { signed } = (await viewOf(list, editionId)).edition;
  assert.deepEqual([signed?.name, signed?.recordedBy], ['罗知行', '区政府督查室']);
  assert.deepEqual([shown.status, shown.headers['content-type']], [200, 'image/webp']);
  assert.ok(board.text.includes('区政府副区长'));
  for (const page of [board, json]) assert.ok(!page.text.includes('罗知行') && !page.text.includes(scan.digest));
});

test('what arrives after an edition was prepared changes nothing in it, is shown before the signature, and is kept with it', async (t) => {
  const list = await aFrozenList(t);
  await list.report('招聘会', 8);
  const { editionId, digest } = await reviewed(list);
  const quiet = await viewOf(list, editionId);
  await list.report('招聘会', 9);

  const before = await viewOf(list, editionId);
  valueIn(await list.leader.run('publication.sign-edition', { editionId, digest }));
  await list.report('招聘会', 10);
  valueIn(await list.office.run('publication.publish-edition', { editionId }));
  const after = await viewOf(list, editionId);
  const page = await list.app.page('/990001/2026/1');

  const figures = (changes: readonly FigureChange[]) => changes.map(({ was, now, report }) => [was.done, now.done, report !== null]);
  assert.deepEqual([quiet.changes, figures(before.changes)], [[], [[8, 9, true]]]);
  assert.deepEqual([figures(after.circulation.changesAtSigning!), after.changes], [[[8, 9, true]], []]);
  assert.match(page.text, /<b>8<\/b>/);
});

const decision = { basis: '政府常务会议纪要〔2026〕3号', reason: '涉及未定价的招标', decidedBy: '区政府常务会议', decidedOn: '2026-06-10' };

test('a line is left out by a recorded decision from the next edition on; the public reads how many, and no count changes', async (t) => {
  const list = await aFrozenList(t);
  await list.report('招聘会', 8);
  const whole = (await list.bringOut()).editionId;
  const promiseId = [...list.promises].find(([object]) => object.includes('招聘会'))![1];
  const which = { year: 2026, kind: 'ten-things' };
  const leave = (change: object = {}) =>
    list.office.run('publication.leave-line-out', { ...which, decision: { promiseId, ...decision, ...change } });

  const ahead = await leave({ decidedOn: '2026-06-19' });
  valueIn(await leave());
  const twice = await leave();
  const { editionId } = valueIn<Published>(await list.prepare());
  const onItsWay = await list.office.run('publication.restore-line', { ...which, promiseId });
  valueIn(await list.office.run('publication.withdraw-draft', { editionId, reason: '重新准备' }));
  const out = (await list.bringOut()).editionId;
  const page = await list.app.page('/990001/2026');
  valueIn(await list.office.run('publication.restore-line', { ...which, promiseId }));
  const [before, after] = [await viewOf(list, whole), await viewOf(list, out)];
  const { leftOut } = (await list.office.get(`/publication/left-out?programmeId=${list.programmeId}`)).body as unknown as {
    leftOut: readonly { restoredOn: string | null }[];
  };

  assert.deepEqual(
    [ahead, twice, onItsWay].map((it) => refusalOf(it).kind),
    ['decided-ahead', 'line-left-out-already', 'draft-open'],
  );
  assert.deepEqual(after.edition.content.counts, before.edition.content.counts);
  assert.deepEqual(
    after.edition.content.projects.map((it) => [it.light, it.promises.length]),
    before.edition.content.projects.map((it, i) => [it.light, i === 0 ? 0 : it.promises.length]),
  );
  assert.ok(!page.text.includes('<b>8</b>') && page.text.includes('另有 1 项依规定未逐项列出'));
  assert.deepEqual(
    leftOut.map((it) => it.restoredOn),
    ['2026-06-18'],
  );
});

test('whatever lines are left out, rows, lights and counts are those of the whole board', () => {
  const board = aBoard({ projects: 6 });
  const whole = aContent({}, board);
  const ids = whole.projects.flatMap((it) => it.promises.map(({ promiseId }) => promiseId));
  const counted = (content: EditionContent): readonly (readonly Light[])[] =>
    content.projects.map((it) =>
      countedOf(it)
        .map(({ light }) => light)
        .toSorted(),
    );
  fc.assert(
    fc.property(fc.subarray(ids), (leftOut) => {
      const { lightSettings, isDemo, bulletins } = whole;
      const content = contentOf(board, { sources: new Map(), lightSettings, isDemo, bulletins, leftOut });

      assert.deepEqual([content.counts, counted(content)], [whole.counts, counted(whole)]);
      const printed = content.projects.flatMap((it) => it.promises.map(({ promiseId }) => promiseId));
      assert.deepEqual(
        printed,
        ids.filter((it) => !leftOut.includes(it)),
      );
    }),
  );
});
