import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeFault, fullName, lineageOf, removable, settleArea } from './area.ts';
import { planAreas } from './area-import.ts';
import { anArea, someAreas } from './fixtures.ts';

const own = { id: 'new', version: 1 };

test('an area lies in what may hold it, and in nothing else', () => {
  const cases = [
    ['village', 'town', null],
    ['village', 'estate', 'area-parent-wrong'],
    ['village', null, 'area-parent-wrong'],
    ['township', null, null],
    ['township', 'street', 'area-parent-wrong'],
    ['estate', 'community', null],
    ['estate', 'liuhe', null],
    ['estate', 'street', 'area-parent-wrong'],
  ] as const;

  for (const [kind, parentId, refusal] of cases) {
    const settled = settleArea(someAreas(), '990001', own, { kind, name: '新区域', parentId, code: null });
    assert.equal(settled.ok ? null : settled.refusal.kind, refusal, `${kind} in ${parentId}`);
  }
});

test('a name stands once below its parent, whatever its width and blanks', () => {
  const add = (name: string, parentId: string) => settleArea(someAreas(), '990001', own, { kind: 'village', name, parentId, code: null });

  assert.deepEqual([add('柳 河 村', 'town').ok, add('柳河村', 'street').ok], [false, true]);
});

test('a code says its district, its level and its parent', () => {
  const cases = [
    ['township', '990001100000', null, null],
    ['township', '99000110000', null, 'form'],
    ['township', '990002100000', null, 'district'],
    ['township', '990001100201', null, 'level'],
    ['village', '990001100201', '990001100000', null],
    ['village', '990001100201', null, null],
    ['village', '990001101201', '990001100000', 'parent'],
    ['village', '990001100000', '990001100000', 'level'],
    ['estate', '990001100201', null, 'level'],
  ] as const;

  for (const [kind, code, parent, fault] of cases) assert.equal(codeFault(kind, code, '990001', parent), fault, `${kind} ${code}`);
});

test('an area that holds others or sites stays', () => {
  const [town, village] = someAreas();

  assert.deepEqual(removable(someAreas(), town!, 0), { kind: 'area-in-use', name: '石桥镇', areas: 1, sites: 0 });
  assert.deepEqual(removable(someAreas(), village!, 2), { kind: 'area-in-use', name: '柳河村', areas: 0, sites: 2 });
  assert.equal(removable(someAreas(), village!, 0), null);
});

test('the lineage of an area ends at the district, even in a circle', () => {
  assert.equal(fullName(someAreas(), 'estate'), '东湖街道 · 清荷社区 · 清荷小区');
  assert.equal(lineageOf([anArea({ id: 'a', parentId: 'b' }), anArea({ id: 'b', parentId: 'a' })], 'a').length, 2);
});

const row = (at: number, name: string, kind: string, parent = '', code = '') => ({ row: at, sheet: null, name, kind, parent, code });
let made = 0;
const newId = () => `n${++made}`;

test('a table of areas is taken whole, in whatever order its rows stand', () => {
  const { plan, remarks } = planAreas(
    [
      row(2, '清荷小区', '', '清荷社区'),
      row(3, '清荷社区', '', '东湖街道'),
      row(4, '东湖街道', ''),
      row(5, '柳河村', '行政村', '石桥镇'),
      row(6, '石桥镇', ''),
    ],
    [],
    '990001',
    newId,
  );

  assert.deepEqual(remarks, []);
  assert.deepEqual(
    plan.added.map((it) => it.kind),
    ['township', 'subdistrict', 'village', 'community', 'estate'],
  );
  const again = planAreas([row(2, '柳河村', '', '石桥镇')], plan.added, '990001', newId);
  assert.deepEqual([again.plan.added.length, again.plan.changed.length, again.plan.same], [0, 0, 1]);
});

test('each row that cannot be taken says why', () => {
  const { remarks } = planAreas(
    [
      row(2, '', '社区'),
      row(3, '北岸', ''),
      row(4, '柳河村', '', '无名镇'),
      row(5, '清荷社区', ''),
      row(6, '石桥镇', ''),
      row(7, '石桥镇', ''),
      row(8, '南湖镇', '', '', '990002100000'),
    ],
    [],
    '990001',
    newId,
  );

  assert.deepEqual(
    remarks.map((it) => [it.row, it.field, it.kind]),
    [
      [2, 'name', 'missing'],
      [3, 'kind', 'kind-unknown'],
      [4, 'parent', 'parent-unknown'],
      [5, 'parent', 'parent-missing'],
      [7, 'name', 'row-twice'],
      [8, 'code', 'refused'],
    ],
  );
});

test('two communities of one name are told apart by what they lie in', () => {
  const areas = [
    ...someAreas(),
    anArea({ id: 'west', kind: 'subdistrict', name: '西湖街道', parentId: null }),
    anArea({ id: 'other', kind: 'community', name: '清荷社区', parentId: 'west' }),
  ];
  const ask = (parent: string) => planAreas([row(2, '新苑小区', '', parent)], areas, '990001', newId);

  assert.equal(ask('清荷社区').remarks[0]?.kind, 'parent-ambiguous');
  assert.equal(ask('西湖街道·清荷社区').plan.added[0]?.parentId, 'other');
});
