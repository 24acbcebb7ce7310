import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boardOf } from '#/delivery/rules/board.ts';
import type { SourceDay } from '#/delivery/rules/count-source.ts';
import type { CountedSeries } from '#/delivery/rules/counter.ts';
import { aBoardInput, aPromise, aReport } from '#/delivery/rules/fixtures.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { addedSentences } from '../words/added.ts';
import { movementOf } from './movement.ts';

const RECORDED: SourceDay = { source: 'records', setOn: '2026-01-05' };
const COUNTED: CountedSeries = {
  versionNo: 1,
  records: 60,
  versions: [{ from: '2026-01-01', name: '1', isAnew: true }],
  points: [
    { on: '2026-02-10', value: 20, denominator: null },
    { on: '2026-04-10', value: 40, denominator: null },
    { on: '2026-05-20', value: 60, denominator: null },
  ],
};

/** What the unit had reported by then, unlike what was recorded. */
const REPORTED = aReport({ id: 'r', promiseId: 'a', asOf: '2026-04-20', value: 33, measureUnit: '场' });

type Counted = { readonly days?: readonly SourceDay[]; readonly breaks?: readonly CivilDate[]; readonly isAnew?: boolean };

/** May against what came before, of one promise that is counted from records. */
function mayOf({ days = [RECORDED], breaks = [], isAnew = true }: Counted) {
  const promise = aPromise({ id: 'a', object: '乙肝检测' });
  const later = breaks.map((from, i) => ({ from, name: String(i + 2), isAnew }));
  const derived = { a: [{ from: 'records', ...COUNTED, versions: [...COUNTED.versions, ...later] } as const] };
  const input = { promises: [promise], reports: [REPORTED], derived, sourceDays: { a: days } };
  const at = (asOf: CivilDate) => boardOf(aBoardInput({ ...input, asOf }));
  const movement = movementOf(at('2026-05-31'), at('2026-04-30'))!;
  const { a, b, verdict } = movement.added![0]!.comparison;
  const said = (['zh-CN', 'en'] as const).map((locale) => addedSentences({ movement, leftOut: [] }, locale).join(''));
  return { verdict, by: [a, b].map(({ definition, method }) => [definition, method]), counts: [a.count, b.count], said };
}

test('what one version of the definition counted is not taken from what another did, and the bulletin says why', () => {
  const { verdict, by, counts, said } = mayOf({ breaks: ['2026-05-01'] });

  assert.deepEqual(
    [verdict, by],
    [
      'refused',
      [
        ['1、2', 'records'],
        ['1', 'records'],
      ],
    ],
  );
  assert.deepEqual(counts, [null, 40], 'no difference of the two is said');
  assert.match(said[0]!, /不可比（计数口径改过：一个用第1、2版，一个用第1版[^）]*），前后不能相减，2026年5月新增的数不列/);
  assert.match(said[1]!, /The counting rule changed: version 1、2 and version 1.*is not a difference of the two/);
});

test('where nothing may be said of the two together, each stands alone and the sentence ends once', () => {
  const { counts, said } = mayOf({ breaks: ['2026-05-01'], isAnew: false });

  assert.deepEqual(counts, [20, 40]);
  assert.match(said[0]!, /2026年5月新增20.，此前（2026年1—4月）40.，不可比（计数口径改过：一个用第2版，一个用第1版；[^）]*）。$/);
  assert.doesNotMatch(said.join(), /。。|\. ?\./);
});

test('a definition that began before the month counts both sides of it, and they are compared', () => {
  for (const breaks of [['2026-03-01'], ['2026-04-30'], []] as const) {
    const { verdict, by, counts } = mayOf({ breaks });
    const version = String(breaks.length + 1);
    assert.deepEqual(by, [
      [version, 'records'],
      [version, 'records'],
    ]);
    assert.deepEqual(counts, [20, 40]);
    assert.equal(verdict, 'refused', 'a month against four');
  }
});

test('a month that is counted from records is not compared with one that was reported, and the bulletin says why', () => {
  const { verdict, by, counts, said } = mayOf({ days: [{ source: 'records', setOn: '2026-05-10' }] });

  assert.deepEqual(
    [verdict, by],
    [
      'refused',
      [
        ['1', 'records'],
        ['1', 'reports'],
      ],
    ],
  );
  assert.match(said[0]!, /取数方法不同：一个是“由实绩计数”，一个是“单位报送”/);
  assert.match(said[1]!, /The methods differ: "counted from records" and "reported by units"/);
  assert.doesNotMatch(said[0]!, /计数口径改过/);
  assert.deepEqual(counts, [null, 33], 'the month before says what was reported then');
  assert.doesNotMatch(said[0]!, /27/);
});

test('so few persons added that one might be known stand in the letter inside, and are only counted in the public one', () => {
  const promise = aPromise({ id: 'a', object: 'HPV疫苗接种', measureUnit: '名' });
  const counted = (points: CountedSeries['points'], isOfPersons: boolean) => {
    const derived = { a: [{ from: 'records', ...COUNTED, points, isOfPersons } as const] };
    const at = (asOf: CivilDate) => boardOf(aBoardInput({ promises: [promise], derived, sourceDays: { a: [RECORDED] }, asOf }));
    const movement = movementOf(at('2026-05-31'), at('2026-04-30'))!;
    return (['zh-CN', 'en'] as const).map((locale) =>
      [false, true].map((isPublic) => addedSentences({ movement, leftOut: [] }, locale, isPublic).join('')),
    );
  };
  const few: CountedSeries['points'] = [...COUNTED.points.slice(0, 2), { on: '2026-05-20', value: 43, denominator: null }];

  const [[inside, outside], [, english]] = counted(few, true) as [[string, string], [string, string]];
  assert.match(inside, /新增3名/);
  assert.deepEqual([outside, /fewer than 5/.test(english)], ['另有1项的新增人数不足5，不列。', true]);
  assert.match(counted(few, false)[0]![1]!, /新增3名/, 'events show nobody');
  assert.match(counted(COUNTED.points, true)[0]![1]!, /新增20名/);
});
