import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { boardOf } from './board.ts';
import { aBoardInput, aPromise, aReport } from './fixtures.ts';
import { DEFAULT_LIGHTS } from './lights.ts';
import { changedLights, standingIfAdopted } from './preview.ts';
import type { ReportFacts } from './report.ts';
import type { Verdict, VerdictResult } from './verdict.ts';

const aVerdict = (reportId: string, result: VerdictResult = 'confirmed', on: Verdict['on'] = '2026-06-18'): Verdict => ({
  reportId,
  promiseId: 'promise',
  result,
  on,
  dueOn: result === 'mismatch' ? '2026-06-30' : null,
});

function verified(reports: readonly ReportFacts[], verdicts: readonly Verdict[], promise = aPromise()) {
  const verification = { on: true, shareNeeded: 0.95 };
  return boardOf(aBoardInput({ promises: [promise], reports, verdicts, verification })).projects[0]!.promises[0]!.verified;
}

test('how much of a figure is verified, for each way of counting', () => {
  const total = (id: string, asOf: ReportFacts['asOf'], value: number) => aReport({ id, asOf, value });
  const added = (id: string, asOf: ReportFacts['asOf'], value: number) => aReport({ id, asOf, value, valueKind: 'this-period' });
  const totals = [total('a', '2026-04-30', 5), total('b', '2026-05-31', 8)];
  const parts = [added('a', '2026-04-30', 5), added('b', '2026-05-31', 3)];
  const ratio = aPromise({ measure: 'ratio', target: 90, measureUnit: '%' });
  const share = [aReport({ id: 'a', value: 90, denominator: 100, measureUnit: '%' })];
  const cases: readonly (readonly [ReturnType<typeof verified>, object | null])[] = [
    [verified(totals, []), { value: 0, of: 8 }],
    [verified(totals, [aVerdict('a')]), { value: 5, of: 8 }],
    [verified(totals, [aVerdict('b')]), { value: 8, of: 8 }],
    [verified(parts, [aVerdict('b')]), { value: 3, of: 8 }],
    [verified([total('a', '2026-04-30', 8), total('b', '2026-05-31', 5)], [aVerdict('a')]), { value: 5, of: 5 }],
    [verified(parts, [aVerdict('a'), aVerdict('b', 'unverifiable')]), { value: 5, of: 8 }],
    [verified(totals, [aVerdict('b'), aVerdict('b', 'mismatch')]), { value: 0, of: 8 }],
    [verified(totals, [aVerdict('b', 'confirmed', '2026-06-19')]), { value: 0, of: 8 }],
    [verified(share, [aVerdict('a')], ratio), { value: 90, of: 90 }],
    [verified(share, [], ratio), { value: 0, of: 90 }],
    [verified([aReport({ value: 0 })], [aVerdict('report-2026-06-18')]), null],
    [verified([], []), null],
  ];

  for (const [found, wanted] of cases) assert.deepEqual(found, wanted);
});

test('never more is verified than is done, and another confirmation never makes it less', () => {
  const reports = fc.array(
    fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      value: fc.integer({ min: 0, max: 50 }),
      isTotal: fc.boolean(),
      confirmed: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(reports, (rows) => {
      let total = 0;
      const facts = rows
        .toSorted((a, b) => a.day - b.day)
        .map((it, i) => {
          total += it.value;
          const asOf = `2026-05-${String(it.day).padStart(2, '0')}` as ReportFacts['asOf'];
          const said = it.isTotal ? { value: total } : { value: it.value, valueKind: 'this-period' as const };
          return aReport({ id: `r${i}`, asOf, submittedAt: `${asOf}T08:00:0${i % 10}.000Z`, ...said });
        });
      const verdicts = facts.filter((_, i) => rows[i]!.confirmed).map(({ id }) => aVerdict(id));
      const some = verified(facts, verdicts);
      const all = verified(
        facts,
        facts.map(({ id }) => aVerdict(id)),
      );
      if (some === null || all === null) return assert.equal(total, 0);
      assert.ok(some.value >= 0 && some.value <= some.of);
      assert.equal(all.value, all.of);
    }),
  );
});

test('a light is hatched below the share that the district needs, and not at it', () => {
  const reports = [aReport({ id: 'a', asOf: '2026-05-31', value: 19 }), aReport({ id: 'b', value: 20 })];
  const promises = [aPromise({ target: 40 })];
  const isHatched = (shareNeeded: number) =>
    boardOf(aBoardInput({ promises, reports, verdicts: [aVerdict('a')], verification: { on: true, shareNeeded } })).projects[0]!
      .promises[0]!.isUnderVerified;

  assert.deepEqual([isHatched(0.95), isHatched(0.96)], [false, true]);
});

test('the unit sees the light that its report would give, and the office the lights that other thresholds would give', () => {
  const { asOf, ...input } = aBoardInput({
    promises: [aPromise({ target: 15 })],
    reports: [aReport({ id: 'a', asOf: '2026-05-31', value: 2 })],
  });
  const waiting = { ...aReport({ id: 'b', value: 9 }), evidence: [], supersedes: null };
  const correction = { ...aReport({ id: 'b', asOf: '2026-05-31', value: 9 }), evidence: [], supersedes: 'a' };
  const lenient = { version: 1, redGapPoints: 60, yellowGapPoints: 50, redTspi: 9, yellowTspi: 8 };
  const now = boardOf({ ...input, asOf }).projects[0]!.promises[0]!;
  const changed = changedLights({ ...input, asOf }, { settings: { ...DEFAULT_LIGHTS, ...lenient } });

  assert.deepEqual(
    [now.light, standingIfAdopted(input, waiting, asOf).light, standingIfAdopted(input, correction, asOf).done],
    ['red', 'green', 9],
  );
  assert.deepEqual(
    changed.map(({ before, after }) => [before.light, after.light]),
    [['red', 'green']],
  );
  assert.deepEqual(changedLights({ ...input, asOf }, {}), []);
});
