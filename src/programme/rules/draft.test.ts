import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Draft, draftFromItems, matchUnit, newDraftHead, type ReadItem, type ReadPhrase } from './draft.ts';
import { mayFreeze, validateDraft } from './draft-check.ts';
import {
  addPromise,
  changeProgress,
  changeProject,
  changePromise,
  evenSteps,
  type PhraseReader,
  removePromise,
  setObjectFromSelection,
  setPromiseFromSelection,
  setQuantityFromSelection,
  splitItem,
  splitPoints,
} from './draft-edit.ts';
import { contentOf } from './freeze.ts';

const text = '新建口袋公园5处，惠及居民2万人';
const phrase = (part: Partial<ReadPhrase> & Pick<ReadPhrase, 'start' | 'end'>): ReadPhrase => ({
  quantity: 5,
  quantityMax: null,
  unit: '处',
  verb: '新建',
  object: '口袋公园',
  approx: false,
  bound: 'exact',
  kind: 'output',
  ...part,
});
const parks: ReadItem = {
  n: '1',
  text,
  promises: [
    phrase({ start: 6, end: 8 }),
    phrase({ quantity: 20000, unit: '人', verb: '惠及', object: '居民', kind: 'benefit', start: 13, end: 16 }),
  ],
  commitments: [],
  progressText: '已建成口袋公园2个',
  progress: { stage: null, percent: null, values: [{ quantity: 2, unit: '个', object: '口袋公园' }] },
  leadUnit: '青山区住建局',
  supportingUnits: ['自然资源局'],
};
const road: ReadItem = { n: '2', text: '“平安路”及老旧管网改造', promises: [], commitments: [], progressText: null, progress: null };
const units = [{ id: 'u1', name: '区住房和城乡建设局', aliases: ['住建局'] }];
const today = '2026-06-18';
const newDraft = (): Draft =>
  draftFromItems([parks, road], newDraftHead(2026, '2026年民生实事', { name: '清单.docx', digest: null }), units);
const readPhrase: PhraseReader = (words) => {
  const found = /(\d+)\s*(处|个|人|%)/.exec(words);
  return found ? { quantity: Number(found[1]), quantityMax: null, unit: found[2]!, approx: false, bound: 'exact' } : null;
};
const codes = (draft: Draft) => validateDraft(draft, today).map(({ code }) => code);

test('outputs become promises; a benefit figure stays visible but promises nothing', () => {
  const [first] = newDraft().projects;

  assert.deepEqual(
    first!.promises.map(({ target, measureUnit, object }) => [target, measureUnit, object]),
    [[5, '处', '口袋公园']],
  );
  assert.equal(first!.phrases.length, 2);
});

test('a printed unit is matched to a known one by its alias, whatever district name stands before it; another is proposed as new', () => {
  const [first] = newDraft().projects;

  assert.deepEqual(first!.leadUnit, { unitId: 'u1', name: '区住房和城乡建设局' });
  assert.deepEqual(first!.supportingUnits, [{ unitId: null, name: '自然资源局' }]);
  assert.deepEqual(matchUnit('青山区教育局', [{ id: 'u2', name: '教育局', aliases: [] }]), { unitId: 'u2', name: '教育局' });
});

test('an item without a promise blocks freezing until it is decided', () => {
  const draft = newDraft();
  const later = changeProject(draft, draft.projects[1]!.id, (project) => ({ ...project, withoutNumber: 'later' }));

  assert.ok(codes(draft).includes('target-undecided'));
  assert.ok(mayFreeze(validateDraft(later, today)));
});

test('marked words with a number become a promise, without one a promise by steps', () => {
  const draft = newDraft();
  const [first, second] = draft.projects;
  const benefit = setPromiseFromSelection(draft, first!.id, { start: 13, end: 16 }, readPhrase);
  const works = setPromiseFromSelection(draft, second!.id, { start: 6, end: 10 }, readPhrase);

  assert.deepEqual(
    benefit.projects[0]!.promises.map(({ target, measureUnit, object }) => [target, measureUnit, object]),
    [
      [5, '处', '口袋公园'],
      [20000, '人', '居民'],
    ],
  );
  assert.deepEqual(
    works.projects[1]!.promises.map(({ measure, target, object }) => [measure, target, object]),
    [['milestone-set', null, '老旧管网']],
  );
});

test('quantity and object of a promise are corrected by marking words; words without a number change no quantity', () => {
  const draft = newDraft();
  const { id } = draft.projects[0]!.promises[0]!;

  const corrected = setObjectFromSelection(setQuantityFromSelection(draft, id, { start: 6, end: 8 }, readPhrase), id, { start: 2, end: 4 });
  assert.deepEqual([corrected.projects[0]!.promises[0]!.target, corrected.projects[0]!.promises[0]!.object], [5, '口袋']);
  assert.equal(setQuantityFromSelection(draft, id, { start: 0, end: 2 }, readPhrase), draft);
});

test('a promise by steps keeps the printed number to be read, and its weights add up to 100', () => {
  const draft = newDraft();
  const { id } = draft.projects[0]!.promises[0]!;
  const steps = changePromise(draft, id, { measure: 'milestone-set', steps: evenSteps(['选址', '开工', '建成']) });
  const [promise] = steps.projects[0]!.promises;

  assert.equal(promise!.target, 5);
  assert.deepEqual(
    promise!.steps.map(({ weight }) => weight),
    [33, 33, 34],
  );
  const broken = changePromise(steps, id, { steps: promise!.steps.slice(1) });
  assert.ok(codes(broken).includes('step-weights'));
});

test('a row that joins two matters is divided into .1 and .2, and what stands in quotation marks is not a joint', () => {
  const draft = newDraft();
  const { id, text: printed } = draft.projects[1]!;
  const [joint] = splitPoints(printed);
  const divided = splitItem(draft, id, joint!);

  assert.deepEqual(
    divided.projects.map(({ no, name }) => [no, name]),
    [
      ['1', '新建口袋公园5处'],
      ['2.1', '“平安路”'],
      ['2.2', '老旧管网改造'],
    ],
  );
  assert.equal(divided.projects[1]!.id, id);
  assert.deepEqual(splitPoints('“教育和卫生”提升行动'), []);
});

const joinedRow = (words: string): ReadItem => {
  const at = (figure: string) => ({ start: words.indexOf(figure), end: words.indexOf(figure) + figure.length });
  return {
    n: '3',
    text: words,
    promises: [
      phrase({ quantity: 9, unit: '公里', object: '公路', ...at('9公里') }),
      phrase({ quantity: 4, unit: '部', verb: '更新', object: '电梯', ...at('4部') }),
    ],
    commitments: [],
    progressText: '公路完工2公里，电梯更换1部',
    progress: {
      stage: null,
      percent: null,
      values: [
        { quantity: 2, unit: '公里', object: '公路' },
        { quantity: 1, unit: '部', object: '电梯' },
      ],
    },
  };
};

for (const words of ['新建公路9公里及更新电梯4部', '农村公路提升及老旧电梯更新，新建公路9公里，更新电梯4部'])
  test(`promises and figures of a divided row go with the part they speak of: ${words}`, () => {
    const draft = draftFromItems([joinedRow(words)], newDraftHead(2026, '2026年民生实事', { name: '清单.docx', digest: null }));
    const divided = splitItem(draft, draft.projects[0]!.id, words.indexOf('及'));

    const matched = divided.projects.map(({ promises, progress }) =>
      progress!.values.map(({ quantity, promiseId }) => [quantity, promises.find(({ id }) => id === promiseId)?.object ?? null]),
    );
    assert.deepEqual(matched, [
      [
        [2, '公路'],
        [1, null],
      ],
      [
        [2, null],
        [1, '电梯'],
      ],
    ]);
  });

test('people who passed are not offered to a promise of sessions', () => {
  const item: ReadItem = {
    n: '6',
    text: '举办救护员培训8场',
    promises: [phrase({ quantity: 8, unit: '场', verb: '举办', object: '救护员培训', start: 7, end: 9 })],
    commitments: [],
    progressText: '举办救护员培训6期，救护员培训取证420人',
    progress: {
      stage: null,
      percent: null,
      values: [
        { quantity: 6, unit: '期', object: '救护员培训' },
        { quantity: 420, unit: '人', object: '救护员培训取证' },
      ],
    },
  };
  const [project] = draftFromItems([item], newDraftHead(2026, '2026年民生实事', { name: '清单.docx', digest: null })).projects;

  assert.deepEqual(
    project!.progress!.values.map(({ measureUnit, promiseId }) => [measureUnit, promiseId]),
    [
      ['期', project!.promises[0]!.id],
      ['人', null],
    ],
  );
});

test('a figure reported in a sister unit is matched, but counts only with a recorded reason, which becomes part of the counting rule', () => {
  const draft = { ...newDraft(), progressAsOf: today } as Draft;
  const [first] = draft.projects;
  const [value] = first!.progress!.values;
  const confirmed = changeProgress(draft, first!.id, (progress) => ({ ...progress, confirmed: true }));
  const reasoned = changeProgress(confirmed, first!.id, (progress) => ({
    ...progress,
    values: [{ ...value!, countedAs: '一个公园占一处' }],
  }));

  assert.equal(value!.promiseId, first!.promises[0]!.id);
  assert.ok(codes(confirmed).includes('progress-unit-differs'));
  assert.ok(!codes(reasoned).includes('progress-unit-differs'));
  const { promises } = contentOf(reasoned, 'list', () => null);
  assert.deepEqual(promises[0]!.countingRule!.accepts, [{ measureUnit: '个', reason: '一个公园占一处' }]);
});

test('confirmed progress needs its as-of date, and not one in the future', () => {
  const draft = newDraft();
  const confirmed = changeProgress(draft, draft.projects[0]!.id, (progress) => ({ ...progress, confirmed: true }));

  assert.ok(codes(confirmed).includes('as-of-missing'));
  assert.ok(codes({ ...confirmed, progressAsOf: '2026-06-19' }).includes('as-of-in-future'));
});

test('quarter targets are cumulative: they never fall and never pass the target', () => {
  const draft = newDraft();
  const { id } = draft.projects[0]!.promises[0]!;
  const quarters = (...quarterTargets: (number | null)[]) =>
    codes(changePromise(draft, id, { quarterTargets })).filter((code) => code.startsWith('quarter'));

  assert.deepEqual(quarters(1, 2, null, 5), []);
  assert.deepEqual(quarters(3, 2, null, 5), ['quarters-fall']);
  assert.deepEqual(quarters(1, 2, 4, 6), ['quarter-beyond-target']);
});

test('adding a promise and removing it leaves the draft as it was, wherever it was added', () => {
  const draft = newDraft();
  fc.assert(
    fc.property(fc.nat({ max: 1 }), fc.option(fc.nat({ max: 15 })), (row, start) => {
      const project = draft.projects[row]!;
      const added = addPromise(draft, project.id, { object: '体育公园', start });
      const fresh = added.projects[row]!.promises.find(({ id }) => !project.promises.some((old) => old.id === id))!;
      assert.deepEqual(removePromise(added, fresh.id), draft);
    }),
  );
});
