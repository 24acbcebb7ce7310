import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { boardOf } from '#/delivery/rules/board.ts';
import { aBoardInput, aPromise, aReport, aTrajectory } from '#/delivery/rules/fixtures.ts';
import { aFullBoard } from '../test-board.ts';
import { addedSentences } from '../words/added.ts';
import { bulletinOf } from './bulletin.ts';
import { asOfFor, checkMonth, previousMonthEnd } from './month.ts';
import { defaultSettings } from './settings.ts';
import { sharesOf } from './shares.ts';

const settings = defaultSettings('清泉区政府督查室');

test('shares of a bulletin add up to 100.0 % whatever the counts are', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 13 });

  fc.assert(
    fc.property(counts, (list) => {
      const shares = sharesOf(list.map((count, i) => ({ key: String(i), count })));
      const sum = shares.reduce((total, { tenths }) => total + tenths, 0);
      return (
        sum === (list.some((it) => it > 0) ? 1000 : 0) && shares.every(({ count, tenths }) => tenths >= 0 && (count > 0 || tenths === 0))
      );
    }),
  );
});

const SHARES: readonly { readonly counts: readonly number[]; readonly tenths: readonly number[] }[] = [
  { counts: [4, 6], tenths: [400, 600] },
  { counts: [1, 1, 1], tenths: [334, 333, 333] },
  { counts: [5, 1, 6, 1, 1], tenths: [357, 71, 430, 71, 71] },
  { counts: [0, 0], tenths: [0, 0] },
];

test('what rounding left over goes to the largest class', () => {
  for (const { counts, tenths } of SHARES) {
    const shares = sharesOf(counts.map((count, i) => ({ key: String(i), count })));
    assert.deepEqual(
      shares.map((it) => it.tenths),
      tenths,
    );
  }
});

test('a list in mid-June: rows by their worst promise, promises by their class', () => {
  const content = bulletinOf({ board: aFullBoard(), month: 6, settings });

  assert.deepEqual(
    [content.projectCount, content.promiseCount, content.elapsedDays, content.periodDays, content.asOf],
    [10, 14, 169, 365, '2026-06-18'],
  );
  assert.deepEqual(
    content.projectsByLight.filter((it) => it.count > 0),
    [
      { key: 'red', count: 4, tenths: 400 },
      { key: 'grey', count: 6, tenths: 600 },
    ],
  );
  assert.deepEqual(
    content.promisesByClass.filter((it) => it.count > 0).map(({ key, count }) => [key, count]),
    [
      ['behind', 5],
      ['no-data', 1],
      ['no-target', 6],
      ['on-pace', 1],
      ['ahead', 1],
    ],
  );
});

test('those behind come with their days, what must happen from now on, and a forecast only where there is one', () => {
  const { behind } = bulletinOf({ board: aFullBoard(), month: 6, settings });

  assert.deepEqual(
    behind.map(({ no, object, behindDays, needed, forecast }) => [
      no,
      object,
      Math.round(behindDays!),
      needed!.per,
      Math.round(needed!.quantity * 10) / 10,
      needed!.times === null ? null : Math.round(needed!.times * 10) / 10,
      forecast.kind === 'on' ? forecast.on.slice(0, 7) : forecast.kind,
    ]),
    [
      ['5', '养老床位', 169, 'week', 4.3, null, 'too-early'],
      ['7', '意外保险', 169, 'day', 81.6, null, 'too-early'],
      ['8', '送戏下乡', 169, 'week', 2.5, null, 'too-early'],
      ['10', 'HPV疫苗', 148, 'day', 17.3, 14.4, '2034-03'],
      ['10', '乙肝抗体检测', 117, 'day', 1750, 5.2, '2029-03'],
    ],
  );
});

test('what is missing is named: data, measure, target, plan and lead unit', () => {
  const { missing } = bulletinOf({ board: aFullBoard(), month: 6, settings });
  const nos = (items: readonly { readonly no: string }[]) => items.map((it) => it.no);

  assert.deepEqual(nos(missing.noData), []);
  assert.deepEqual(nos(missing.otherMeasure), ['3']);
  assert.deepEqual(nos(missing.noTarget), ['1', '2', '4', '6', '9', '10']);
  assert.deepEqual(nos(missing.noPlan), ['3', '5', '6', '7', '8', '9', '10', '10']);
  assert.deepEqual(nos(missing.noLeadUnit), ['2']);
});

test('a grey promise is in no good class, also where the office calls it routine while it has a target', () => {
  const board = boardOf(aBoardInput({ reports: [] }));

  const content = bulletinOf({ board, month: 6, settings, routine: ['promise'] });

  assert.deepEqual(
    content.items.map((it) => it.class),
    ['no-data'],
  );
});

test('a promise without a target is routine only when the office says so', () => {
  const board = boardOf(aBoardInput({ promises: [aPromise({ target: null })] }));

  const classes = [[], ['promise']].map((routine) => bulletinOf({ board, month: 6, settings, routine }).items[0]!.class);

  assert.deepEqual(classes, ['no-target', 'routine']);
});

test('an approved adjustment never hides that a promise is behind; a termination takes it out of the work', () => {
  const board = boardOf(aBoardInput({ reports: [aReport({ value: 1 })] }));
  const adjustment = {
    id: 'a',
    promiseId: 'promise',
    position: 1,
    after: { target: 15, dueOn: null, object: '招聘会' },
    reason: '场地',
    decidedBy: 'government-meeting',
    decision: '区政府第8次常务会议',
    documentNo: '清政发〔2026〕8号',
    decidedOn: '2026-05-01',
    documentDigest: null,
  } as const;

  const classOf = (kind: 'target' | 'termination') =>
    bulletinOf({ board, month: 6, settings, adjustments: [{ ...adjustment, kind }] }).items[0]!.class;

  assert.deepEqual([classOf('target'), classOf('termination')], ['behind', 'ended']);
});

test('a target met is 达标待核验 until it is accepted, then 提前完成 before the deadline', () => {
  const met = { reports: [aReport({ value: 15 })] };
  const classOf = (accepted: boolean) => {
    const acceptances = accepted ? [{ promiseId: 'promise', acceptedOn: '2026-06-10' as const }] : [];
    return bulletinOf({ board: boardOf(aBoardInput({ ...met, acceptances })), month: 6, settings }).items[0]!.class;
  };

  assert.deepEqual([classOf(false), classOf(true)], ['met-unverified', 'finished-early']);
});

test('before its first day a promise is 未启动, and 前期 once a stage is reported', () => {
  const trajectories = [aTrajectory({ startsOn: '2026-01-01', shape: { kind: 'season', from: '2026-07-01', to: '2026-10-31' } as never })];
  const report = (stage: string | null) => [aReport({ value: stage === null ? 0 : null, stage, beforeOutput: stage !== null })];
  const classOf = (stage: string | null) =>
    bulletinOf({ board: boardOf(aBoardInput({ trajectories, reports: report(stage) })), month: 6, settings }).items[0]!.class;

  assert.deepEqual([classOf(null), classOf('招投标')], ['not-started', 'preparing']);
});

test('an empty list and rows without a promise are said as they are', () => {
  const empty = bulletinOf({ board: boardOf(aBoardInput({ projects: [], promises: [], reports: [] })), month: 1, settings });
  const bare = bulletinOf({ board: boardOf(aBoardInput({ promises: [], reports: [] })), month: 1, settings });

  assert.deepEqual([empty.projectCount, empty.promiseCount, empty.behind.length], [0, 0, 0]);
  assert.deepEqual(bare.emptyProjects, [{ no: '1', name: '便民就业服务', leadUnit: '人社部门' }]);
  assert.deepEqual(
    bare.projectsByLight.find((it) => it.key === 'grey'),
    { key: 'grey', count: 1, tenths: 1000 },
  );
});

test('since the month before: completed, fallen behind, recovered, stood still', () => {
  const promises = ['a', 'b', 'c', 'd'].map((id, i) => aPromise({ id, position: i }));
  const at = (values: readonly number[], asOf: '2026-05-31' | '2026-06-18') =>
    boardOf(
      aBoardInput({
        promises,
        asOf,
        reports: promises.map(({ id }, i) => aReport({ id: `${id}${asOf}`, promiseId: id, asOf, value: values[i]! })),
      }),
    );

  const { movement } = bulletinOf({
    board: at([1, 9, 1, 5], '2026-06-18'),
    previousBoard: at([1, 1, 9, 8], '2026-05-31'),
    month: 6,
    settings,
  });

  const { added, ...counts } = movement!;
  assert.deepEqual(counts, { since: '2026-05-31', finished: 0, fellBehind: 2, recovered: 1, stoodStill: 1 });
  assert.deepEqual(
    addedSentences({ movement, leftOut: [] }, 'zh-CN').map((it) => it.replace(/^第.*?2026年6月1日/, '2026年6月1日')),
    [
      '2026年6月1日至2026年6月18日新增8场，此前（2026年1—5月）1场，不可比（期间长短不同：18天对5个月）。按日均折算：0.44场对0.01场，变化+6611%；不可作同比。',
    ],
  );
});

test('where the same keeps several figures from comparison, it is said once', () => {
  const promises = ['a', 'b'].map((id, i) => aPromise({ id, position: i }));
  const at = (asOf: '2026-04-30' | '2026-05-31', values: readonly number[]) =>
    boardOf(
      aBoardInput({
        promises,
        asOf,
        reports: promises.map(({ id }, i) => aReport({ id: `${id}${asOf}`, promiseId: id, asOf, value: values[i]! })),
      }),
    );
  const board = at('2026-05-31', [4, 6]);

  const { movement } = bulletinOf({ board, previousBoard: at('2026-04-30', [2, 4]), month: 5, settings });
  const said = addedSentences({ movement, leftOut: [] }, 'zh-CN');

  assert.equal(said.length, 1);
  assert.match(
    said[0]!,
    /^2026年5月新增的与此前（2026年1—4月）不可比（期间长短不同：1个月对4个月），只列月均（新增对此前）：第\d+件.+新增2场，2对0\.5；第\d+件.+新增2场，2对1。$/,
  );
});

test('a figure is as of the end of the month, or of today while the month runs', () => {
  const days = ['2026-06-18', '2026-06-30', '2026-07-01'] as const;

  assert.deepEqual(
    days.map((today) => asOfFor({ year: 2026, month: 6 }, today)),
    ['2026-06-18', '2026-06-30', '2026-06-30'],
  );
  assert.equal(asOfFor({ year: 2026, month: 2 }, '2026-12-01'), '2026-02-28');
  assert.equal(asOfFor({ year: 2026, month: 12 }, '2027-01-05'), '2026-12-31');
});

test('a month that has not begun, or that the list does not touch, has no bulletin; January has no month before', () => {
  const list = { from: '2026-01-01', to: '2026-12-31' } as const;
  const kind = (year: number, month: number) => {
    const checked = checkMonth({ year, month }, '2026-06-18', list);
    return checked.ok ? checked.value : checked.refusal.kind;
  };

  assert.deepEqual(
    [kind(2026, 6), kind(2026, 7), kind(2025, 12), kind(2026, 1)],
    ['2026-06-18', 'month-not-begun', 'month-outside-list', '2026-01-31'],
  );
  assert.deepEqual([previousMonthEnd({ year: 2026, month: 1 }), previousMonthEnd({ year: 2026, month: 3 })], [null, '2026-02-28']);
});
