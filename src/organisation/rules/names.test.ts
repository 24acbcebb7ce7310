import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkSignOf, creditCodeWarning } from './credit-code.ts';
import { findUnitByName, findUnitWithin, nameKey } from './name.ts';
import { maskPhone, phoneDigits } from './person.ts';
import { deactivateUnit, mergeUnits, renameUnit, setUpUnit, type Unit } from './unit.ts';

function aUnit(values: Partial<Unit> = {}): Unit {
  return {
    id: 'u1',
    name: '青石区民政局',
    aliases: [],
    kind: 'department',
    creditCode: null,
    sortOrder: 10,
    isActive: true,
    mergedIntoId: null,
    version: 1,
    ...values,
  };
}

const civil = aUnit({ aliases: ['区民政'] });
const health = aUnit({ id: 'u2', name: '青石区卫生健康局', sortOrder: 20 });
const roads = aUnit({ id: 'u3', name: '青石区市场监督管理局', sortOrder: 30 });
const closed = aUnit({ id: 'u4', name: '青石区房管局', isActive: false });
const all = [civil, health, roads, closed];

test('a unit is found whatever the width, the blanks and the quotes of its name', () => {
  const found = ['青石区民政局', ' 青石区 民政局', '“青石区民政局”', '青石区　民政局'].map((text) => findUnitByName(all, text));

  assert.deepEqual(found, Array(4).fill({ kind: 'exact', unit: civil }));
});

test('a unit is found by another name, and a doubtful match is only offered', () => {
  const kinds = ['区民政', '民政局', '卫健局', '区卫健局', '市场监管局', '教育局', '房管局'].map((text) => {
    const found = findUnitByName(all, text);
    return [text, found.kind, found.kind === 'similar' ? found.units[0]?.id : null];
  });

  assert.deepEqual(kinds, [
    ['区民政', 'alias', null],
    ['民政局', 'similar', 'u1'],
    ['卫健局', 'similar', 'u2'],
    ['区卫健局', 'similar', 'u2'],
    ['市场监管局', 'similar', 'u3'],
    ['教育局', 'none', null],
    ['房管局', 'none', null],
  ]);
});

test('a file or a line names a unit with or without the district before it, and nobody where it may be two or another level', () => {
  const other = aUnit({ id: 'u5', name: '卫生健康局', aliases: ['卫健局'] });
  const said = ['民政局6月.xlsx', '6月区民政局', '青石区 民政局（盖章）', '市民政局', '卫生健康局', '区卫健局-3', '教育局'].map(
    (text) => findUnitWithin([civil, health, other], text)?.unit.id ?? null,
  );

  assert.deepEqual(said, ['u1', 'u1', 'u1', null, null, 'u5', null]);
  assert.equal(findUnitWithin([civil], '民政局-3桥.jpg')?.rest, ' -3桥.jpg');
});

test('comparing names twice changes nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => nameKey(nameKey(text)) === nameKey(text)));
  assert.equal(nameKey('e \u0301'), '\u00e9');
});

test('one name leads to one unit: a second one is refused, by name or alias', () => {
  const input = { name: '教育局', kind: 'department', aliases: ['区民政'], creditCode: null, sortOrder: 0 } as const;

  assert.deepEqual(setUpUnit(all, 'u9', { ...input, aliases: [...input.aliases] }), {
    ok: false,
    refusal: { kind: 'unit-name-taken', name: '区民政', by: '青石区民政局' },
  });
});

test('a renamed unit still answers to its old name', () => {
  const renamed = renameUnit(all, civil, '青石区民政事务局');

  assert.deepEqual(renamed.ok && [renamed.value.name, renamed.value.aliases], ['青石区民政事务局', ['区民政', '青石区民政局']]);
});

test('after a merger the staying unit answers to all names of the ended one', () => {
  const merged = mergeUnits(civil, health);

  assert.ok(merged.ok);
  assert.deepEqual([merged.value.from.isActive, merged.value.from.mergedIntoId], [false, 'u2']);
  assert.deepEqual(merged.value.into.aliases, ['青石区民政局', '区民政']);
  assert.deepEqual(mergeUnits(civil, civil), { ok: false, refusal: { kind: 'same-unit' } });
});

test('a unit whose posts are held is not closed', () => {
  const refusal = { kind: 'unit-has-holders', name: '青石区民政局', holders: ['钱一'] };

  assert.deepEqual(deactivateUnit(civil, ['钱一']), { ok: false, refusal });
  assert.equal(deactivateUnit(civil, []).ok, true);
});

test('a credit code is only warned about: its length, its signs, its check sign', () => {
  const codes = ['91350100M000100Y43', '91350100M000100Y44', '91350100M000100Y4', '9135O100M000100Y43'];

  assert.deepEqual(codes.map(creditCodeWarning), [
    null,
    { kind: 'credit-code-check', expected: '3' },
    { kind: 'credit-code-length', length: 17 },
    { kind: 'credit-code-sign', sign: 'O' },
  ]);
});

test('every code with its computed check sign passes', () => {
  const sign = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY');

  fc.assert(
    fc.property(
      fc.array(sign, { minLength: 17, maxLength: 17 }),
      (signs) => creditCodeWarning(signs.join('') + checkSignOf(signs.join(''))) === null,
    ),
  );
});

test('telephone numbers are read as people write them and shown in part', () => {
  assert.deepEqual(['138 1234 5678', '+8613812345678', '0352-1234567', '１３８１２３４５６７８', '', '12345'].map(phoneDigits), [
    '13812345678',
    '13812345678',
    '03521234567',
    '13812345678',
    '',
    null,
  ]);
  assert.equal(maskPhone('13812345678'), '138****5678');
});
