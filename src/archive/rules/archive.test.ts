import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { endedMonths, manifestOf, monthsBetween, safeName } from './archive.ts';

test('a name in a bundle is one that every system opens, whatever the project is called', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const name = safeName(text);
      assert.doesNotMatch(name, /[<>:"/\\|?*\p{Cc}]|[. ]$/u);
      assert.ok(name.length > 0 && [...name].length <= 40);
    }),
  );
  assert.deepEqual([safeName('../../etc'), safeName('一、小区“改造”: A/B\n'), safeName('  ')], ['....etc', '一、小区“改造” AB', '未命名']);
});

test('the manifest is what sha256sum -c reads', () => {
  assert.equal(manifestOf([{ path: '01小区/项目材料.docx', digest: 'a'.repeat(64) }]), `${'a'.repeat(64)}  01小区/项目材料.docx\n`);
});

test('months are counted from the first to the last that the days touch, and only those that are over can be missed', () => {
  assert.deepEqual(monthsBetween('2025-11-30', '2026-02-01'), ['2025-11', '2025-12', '2026-01', '2026-02']);
  assert.deepEqual(endedMonths('2026-01-01', '2026-03-31'), ['2026-01', '2026-02']);
  assert.deepEqual([endedMonths('2026-03-01', '2026-03-01'), monthsBetween('2026-03-01', '2026-02-01')], [[], []]);
});
