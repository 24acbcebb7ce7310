import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOfPersons, publicParts } from './public-parts.ts';
import { CountSpec } from './spec.ts';

const specs = {
  persons: { kind: 'people', serviceKindId: crypto.randomUUID(), counts: 'services' },
  visits: { kind: 'visits', counts: 'visits' },
  attended: { kind: 'events', counts: 'attended' },
  certified: { kind: 'events', counts: 'certified' },
  payees: { kind: 'money', moneyKind: 'subsidy', counts: 'payees' },
  held: { kind: 'events', counts: 'held' },
  accepted: { kind: 'works', workKind: '道路', measureUnit: '公里', counts: 'accepted' },
  amount: { kind: 'money', moneyKind: 'subsidy', counts: 'amount' },
} as const;
const names = Object.keys(specs) as readonly (keyof typeof specs)[];
const publicOf = (of: keyof typeof specs) => {
  const byPlace = [3, 40, 60].map((numerator, i) => ({ areaId: `${i}`, numerator }));
  const byMonth = [3, 40, 60].map((numerator, i) => ({ month: `2026-0${i + 1}`, numerator }));
  const known = {
    versionNo: 1,
    since: '2026-01-01',
    numerator: 103,
    parts: { byPlace, byMonth },
    areaNames: new Map(['甲', '乙', '丙'].map((it, i) => [String(i), it])),
    whole: null,
  };
  return publicParts(CountSpec.parse(specs[of]), { versions: [], series: null, four: null, ...known } as unknown as Parameters<
    typeof publicParts
  >[1]);
};

test('whoever attended, passed, was visited, served or paid is a person: where they are few the public is not told how many', () => {
  assert.deepEqual(
    names.filter((it) => isOfPersons(CountSpec.parse(specs[it]))),
    ['persons', 'visits', 'attended', 'certified', 'payees'],
  );
  assert.deepEqual(
    names.filter((it) => publicOf(it).byMonth?.some(({ count }) => count === 3)),
    ['held', 'accepted', 'amount'],
  );
});

test('money goes out by the month and never by place, whether sums or payees are counted', () => {
  assert.deepEqual(
    names.filter((it) => publicOf(it).byPlace === null),
    ['payees', 'amount'],
  );
  assert.equal(publicOf('amount').byMonth?.length, 3);
});
