import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newDraftHead } from './draft.ts';
import { draftFromFound, withProgressOf } from './draft-read.ts';
import { emptyItem, type FoundItem } from './find-list/found-list.ts';

const head = newDraftHead(2026, '2026年民生实事', { name: '清单.docx', digest: null });
const row = (part: Partial<FoundItem>): FoundItem => ({
  ...emptyItem,
  label: '1',
  project: '1',
  text: '',
  where: { sheet: null, row: 2 },
  ...part,
});

test('a printed row becomes promises, a due day and proposed progress in one reading', () => {
  const found = { items: [row({ text: '力争于9月底前新建口袋公园5处', progressText: '已新建口袋公园2处' })] };
  const [project] = draftFromFound(found, head).projects;

  assert.deepEqual(
    project!.promises.map(({ target, measureUnit, dueOn }) => [target, measureUnit, dueOn]),
    [[5, '处', '2026-09-30']],
  );
  assert.deepEqual(
    project!.progress!.values.map(({ quantity, promiseId }) => [quantity, promiseId]),
    [[2, project!.promises[0]!.id]],
  );
});

test('a stage word belongs to the promise that its own clause names', () => {
  const found = { items: [row({ text: '建设老年食堂，放映公益电影30场', progressText: '老年食堂正在施工，公益电影已完成招投标' })] };
  const [project] = draftFromFound(found, head).projects;

  assert.match(project!.progress!.stages.map(({ stage }) => stage).join(), /招投标/);
});

test('quarter columns fill the promise whose unit they print', () => {
  const found = { items: [row({ text: '培训护理员200名，举办义诊8场', quarterTargets: ['2场', '4场', '6场', '8场'] })] };
  const [project] = draftFromFound(found, head).projects;

  assert.deepEqual(project!.promises.find(({ measureUnit }) => measureUnit === '场')!.quarterTargets, [2, 4, 6, 8]);
  assert.deepEqual(project!.promises.find(({ measureUnit }) => measureUnit === '名')!.quarterTargets, [null, null, null, null]);
});

test('a progress table dropped later is read for the row with the same number', () => {
  const draft = draftFromFound({ items: [row({ text: '举办义诊8场' })] }, head);
  const later = withProgressOf(draft, { items: [row({ label: '1', text: '义诊', progressText: '已举办义诊3场' })] });

  assert.equal(draft.projects[0]!.progress, null);
  assert.equal(later.projects[0]!.progress!.values[0]!.quantity, 3);
});

test('what is promised to people is named by the service, and the last figure in a unit finds the last promise in it', () => {
  const found = {
    items: [
      row({
        text: '为2000名老年人提供免费体检，为300名符合条件的女孩免费接种疫苗',
        progressText: '已为800名老年人免费体检，已为满14周岁女孩50名接种疫苗',
      }),
    ],
  };
  const [project] = draftFromFound(found, head).projects;

  assert.equal(project!.promises[0]!.object, '免费体检（老年人）');
  assert.deepEqual(
    project!.progress!.values.map(({ quantity, promiseId }) => [quantity, project!.promises.findIndex(({ id }) => id === promiseId)]),
    [
      [800, 0],
      [50, 1],
    ],
  );
});

test('one thing to be built begins as steps that are settled later; several things, and single events, are counted', () => {
  const found = { items: [row({ text: '新建（改建）托育中心1处，建成口袋公园3处，举办开放日1场。' })] };
  const [project] = draftFromFound(found, head).projects;

  assert.deepEqual(
    project!.promises.map(({ measure, target, measureUnit, settledLater }) => [measure, target, measureUnit, settledLater]),
    [
      ['milestone-set', 1, '处', true],
      ['cumulative', 3, '处', false],
      ['cumulative', 1, '场', false],
    ],
  );
});
