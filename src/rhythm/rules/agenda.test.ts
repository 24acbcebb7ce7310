import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type AgendaChange, type AgendaItem, agendaOf } from './agenda.ts';

const anItem = (key: string): AgendaItem => ({
  ...{ key, kind: 'silent', projectId: null, no: null, title: key, unitId: null, unit: null, note: '' },
  facts: { kind: 'silent', weeks: ['2026-W25'] },
});
const aChange = (key: string, change: Partial<AgendaChange> = {}): AgendaChange => ({
  ...{ key, sortOrder: null, leftOutReason: null, title: null, note: null, projectId: null },
  ...change,
});

test('what came up after the office had put the agenda in order stands behind it, and nothing is lost or doubled', () => {
  const keys = fc.uniqueArray(fc.stringMatching(/^[a-e][0-9]$/), { maxLength: 12 });
  const some = (of: readonly string[]) => fc.subarray([...of]);
  fc.assert(
    fc.property(
      keys.chain((all) => fc.tuple(fc.constant(all), some(all), some(all))),
      ([all, ordered, out]) => {
        const changes = all.map((key) =>
          aChange(key, {
            sortOrder: ordered.includes(key) ? ordered.indexOf(key) + 1 : null,
            leftOutReason: out.includes(key) ? '另行研究' : null,
          }),
        );

        const { items, leftOut } = agendaOf(all.map(anItem), changes, null);

        const left = leftOut.map(({ item }) => item.key);
        const inOrder = [...ordered, ...all.filter((key) => !ordered.includes(key))].filter((key) => !out.includes(key));
        assert.deepEqual(
          items.map(({ key }) => key),
          inOrder,
        );
        assert.deepEqual(left.toSorted(), [...out].toSorted());
      },
    ),
  );
});

test('an item of the office’s own stands where it was put, with its note', () => {
  const added = aChange('added:1', { title: '部署三季度工作', note: '请各单位准备', sortOrder: 1 });

  const { items } = agendaOf([anItem('silent:a')], [added], null);

  assert.deepEqual(
    items.map(({ key, kind, note }) => [key, kind, note]),
    [
      ['added:1', 'added', '请各单位准备'],
      ['silent:a', 'silent', ''],
    ],
  );
});
