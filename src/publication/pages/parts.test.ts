import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PublicFour } from '#/records/rules/public-four.ts';
import type { PublicCoverage, PublicParts } from '#/records/rules/public-parts.ts';
import type { PublicPromise } from '../rules/content.ts';
import { aContent } from '../rules/fixtures.ts';
import { partFacts } from './parts.ts';

const some = aContent().projects.flatMap(({ promises }) => promises)[0]!;
const gap = { ineligible: 0, undecided: 0, withoutEvidence: 0 };

/** A vaccination that is counted from records. */
function aCounted(parts: Partial<PublicParts>, change: Partial<PublicPromise> = {}): PublicPromise {
  const own: PublicParts = { versionNo: 1, kind: 'people', counts: 'eligible', byPlace: [], byMonth: [], coverage: null, ...parts };
  return { ...some, measureUnit: '名', target: 3600, done: 206, doneFrom: 'records', ...change, parts: own };
}

const factsOf = (promise: PublicPromise) => new Map(partFacts(promise, 'zh-CN'));
const fourOf = (four: PublicFour) => [...factsOf(aCounted({ four }))].slice(1);

test('the numbers beside the one that counts stand in a row that says how many they are, doses among them where a service has doses', () => {
  const told = { services: 265, doses: 265, persons: 206, eligible: 206, gap };
  assert.deepEqual(fourOf(told), [['四个数，不混用', '人次 265；剂次 265；人数 206；认定人数 206']]);
  assert.deepEqual(fourOf({ ...told, doses: null }), [['三个数，不混用', '人次 265；人数 206；认定人数 206']]);
  assert.deepEqual(fourOf({ services: null, persons: null, eligible: 206, gap: null }), [], 'alone it is the figure itself');
});

test('an edition that was published before doses were told reads as it did', () => {
  assert.deepEqual(fourOf({ services: 46, persons: 36, eligible: 30, gap: { ineligible: 0, undecided: 0, withoutEvidence: 6 } }), [
    ['三个数，不混用', '人次 46；人数 36；认定人数 30'],
    ['差在哪里', '人数比认定人数多 6：不符合资格 0，资格不明 0，没有佐证 6'],
  ]);
});

test('which dose is counted has a name of its own, beside the number of doses', () => {
  const facts = factsOf(aCounted({ series: { doseNo: 1, doses: 2, complete: 59 } }));

  assert.equal(facts.get('剂次怎么数'), '只数第 1 剂；全程 2 剂都完成的 59 人');
});

test('what the list calls about 3,600 is about 3,600 in the coverage too, and carries a range; a roster of its own number stays exact', () => {
  const coverage: PublicCoverage = { from: 5.72, to: 5.72, total: 3600, isEstimate: false, asOf: '2026-01-01', source: '学籍名册' };

  assert.match(factsOf(aCounted({ coverage }, { approx: true })).get('覆盖率')!, /^5%–7%（分母约 3,600，/);
  assert.match(factsOf(aCounted({ coverage })).get('覆盖率')!, /^5\.7%（分母 3,600，/);
  assert.match(factsOf(aCounted({ coverage: { ...coverage, total: 3512 } }, { approx: true })).get('覆盖率')!, /（分母 3,512，/);
});
