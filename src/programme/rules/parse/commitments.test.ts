import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseItem } from './item.ts';
import type { CadencePeriod } from './parsed.ts';

test('a dated commitment takes the year of the text, else the year of the list', () => {
  const table = [
    ['力争于8月底完成全部安装', '2026-08-31', '力争'],
    ['确保年内交付使用', '2026-12-31', '确保'],
    ['9月30日前完成验收', '2026-09-30', null],
    ['2027年3月底前建成通车', '2027-03-31', null],
    ['确保2027年底前投用', '2027-12-31', '确保'],
    ['上半年完成招标', '2026-06-30', null],
    ['第三季度末全部竣工', '2026-09-30', null],
    ['十月底前完成主体', '2026-10-31', null],
    ['争取今年底前开园', '2026-12-31', '力争'],
    ['秋季开学前投用', '2026-08-31', null],
    ['11月10日供热前完成检修', '2026-11-10', null],
  ] as const;

  for (const [text, by, firmness] of table) {
    assert.deepEqual(parseItem(text, { year: 2026 }).commitments, [{ by, text, firmness }], text);
  }
});

test('without any year the day stays open, and the promise to keep it is still noted', () => {
  assert.deepEqual(parseItem('确保年底前完工').commitments, [{ by: null, text: '确保年底前完工', firmness: '确保' }]);
});

test('a clause that only names the day brings the clause with the deed', () => {
  assert.deepEqual(parseItem('10月底前，改造公厕6座。', { year: 2026 }).commitments, [
    { by: '2026-10-31', text: '10月底前，改造公厕6座', firmness: null },
  ]);
});

test('two days in one clause are two commitments, and a word of firmness holds for both', () => {
  assert.deepEqual(parseItem('确保5月底前进场、10月底前通水', { year: 2026 }).commitments, [
    { by: '2026-05-31', text: '确保5月底前进场', firmness: '确保' },
    { by: '2026-10-31', text: '10月底前通水', firmness: '确保' },
  ]);
});

test('a bare month is a commitment where the text calls it the time limit', () => {
  assert.deepEqual(parseItem('完成时限：2026年11月', { year: 2026 }).commitments, [
    { by: '2026-11-30', text: '2026年11月', firmness: null },
  ]);
});

test('days that have passed and days in names are no commitments', () => {
  for (const text of [
    '截至5月底已完成4处',
    '3月12日已开工',
    '自6月起执行新标准',
    '弘扬“五一”精神',
    '2026年老旧小区改造',
    '13月底前完成',
    '已于4月20日前办结',
    '5月完成前期工作',
  ]) {
    assert.deepEqual(parseItem(text, { year: 2026 }).commitments, [], text);
  }
});

test('what is to happen again and again is a cadence, and adds nothing to the outputs', () => {
  const table: readonly (readonly [string, CadencePeriod, number, string, string])[] = [
    ['每月至少举办一场招聘会', 'month', 1, '场', 'at_least'],
    ['每季度开展2次义诊', 'quarter', 2, '次', 'exact'],
    ['每学期授课不少于8课时', 'term', 8, '课时', 'at_least'],
    ['每学年组织1次体质监测', 'school-year', 1, '次', 'exact'],
    ['每半年巡检3轮', 'half-year', 3, '轮', 'exact'],
  ];

  for (const [text, every, times, unit, bound] of table) {
    const { cadences, promises } = parseItem(text);
    assert.deepEqual(
      cadences.map((it) => [it.every, it.times, it.unit, it.bound]),
      [[every, times, unit, bound]],
      text,
    );
    assert.deepEqual(
      promises.filter((it) => it.kind !== 'spec'),
      [],
      text,
    );
  }
});
