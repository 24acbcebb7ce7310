import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPromise } from './fixtures.ts';
import type { CheckKind } from './report.ts';
import { findingsOf, prepareReport, ReportContent, type SendingContext, usedOverrides } from './sending.ts';
import { stageLiesBeforeOutput } from './stage.ts';

const id = '01890000-0000-7000-8000-000000000001';
const digest = 'a'.repeat(64);

function context(change: Partial<SendingContext> = {}): SendingContext {
  return {
    promise: aPromise(),
    period: { from: '2026-01-01', to: '2026-12-31' },
    today: '2026-06-18',
    before: { done: 6, doneOn: '2026-05-31', doneFrom: 'report' },
    newestOn: '2026-05-31',
    behind: null,
    steps: [],
    usedEvidence: new Set(),
    slackBehind: () => null,
    stageLiesBeforeOutput,
    isCounted: false,
    ...change,
  };
}

function content(change: Record<string, unknown> = {}): ReportContent {
  return ReportContent.parse({ promiseId: id, asOf: '2026-06-18', valueKind: 'cumulative', value: 8, measureUnit: '场', ...change });
}

const checks = (change: Record<string, unknown>, at: Partial<SendingContext> = {}) =>
  findingsOf(content(change), context(at)).map((it) => it.check);

test('what looks odd is found before sending', () => {
  const cases: readonly (readonly [Record<string, unknown>, Partial<SendingContext>, readonly CheckKind[]])[] = [
    [{}, {}, []],
    [{ value: 6 }, {}, []],
    [{ value: 5 }, {}, ['falls']],
    [{ value: 15 }, {}, ['jumps']],
    [{ value: 16, valueKind: 'cumulative' }, { before: { done: 14, doneOn: '2026-05-31', doneFrom: 'report' } }, ['beyond-target']],
    [{ value: 10, valueKind: 'this-period' }, {}, ['jumps', 'beyond-target']],
    [{ value: 5, valueKind: 'this-period', asOf: '2026-05-31' }, {}, ['same-day']],
    [{ value: 15, asOf: '2026-05-31' }, {}, ['jumps']],
    [{ measureUnit: '期' }, {}, ['other-unit']],
    [{ value: 60, measureUnit: '%' }, {}, ['other-measure']],
    [{ evidence: [digest] }, { usedEvidence: new Set([digest]) }, ['same-photo']],
    [{ asOf: '2026-05-30', value: 6 }, {}, ['older-than-adopted']],
    [{ asOf: '2025-12-31' }, { newestOn: null, before: { done: null, doneOn: null, doneFrom: null } }, ['before-period']],
    [{ value: null, valueKind: null, stage: '无此说法' }, {}, ['unknown-stage']],
    [{ value: 7, measureUnit: '期' }, { promise: aPromise({ countingRule: accepting('期') }) }, []],
    [{ value: 3 }, { promise: aPromise({ measure: 'milestone-set' }) }, ['other-measure']],
    [{ value: 20_000, measureUnit: '个账号', inMeasure: false }, {}, []],
  ];

  for (const [change, at, expected] of cases) assert.deepEqual(checks(change, at), expected, JSON.stringify(change));
});

function accepting(measureUnit: string) {
  return { counts: '一期培训', when: '结束当日', proof: '签到表', accepts: [{ measureUnit, reason: '一期即一场' }] };
}

test('a finding is passed over only with a reason, and only reasons that were needed are kept', () => {
  const reasons = [
    { check: 'falls', reason: '核减重复' },
    { check: 'jumps', reason: '没有用上' },
  ];
  const refused = prepareReport(content({ value: 5 }), context());
  const passed = prepareReport(content({ value: 5, overrides: reasons }), context());

  assert.equal(refused.ok ? null : refused.refusal.kind, 'open-findings');
  assert.equal(passed.ok, true);
  assert.deepEqual(usedOverrides(content({ value: 5, overrides: reasons }), context()), [reasons[0]]);
});

test('a bare percentage is recorded with its reason and never counts', () => {
  const overrides = [{ check: 'other-measure', reason: '单位只报了百分比' }];

  const prepared = prepareReport(content({ value: 60, measureUnit: '%', overrides }), context());

  assert.deepEqual(prepared.ok && [prepared.value.inMeasure, prepared.value.value], [false, 60]);
});

test('another unit that somebody gives a reason for counts one for one', () => {
  const overrides = [{ check: 'other-unit', reason: '一期即一场' }];

  const prepared = prepareReport(content({ value: 8, measureUnit: '期', overrides }), context());

  assert.equal(prepared.ok && prepared.value.inMeasure, true);
});

test('the impossible is refused, with or without reasons', () => {
  const step = '01890000-0000-7000-8000-00000000000a';
  const kindOf = (change: Record<string, unknown>, at: Partial<SendingContext> = {}) => {
    const prepared = prepareReport(content(change), context(at));
    return prepared.ok ? null : prepared.refusal.kind;
  };

  assert.equal(kindOf({ asOf: '2026-06-19' }), 'as-of-in-future');
  assert.equal(kindOf({}, { isCounted: true }), 'counted-by-records');
  assert.equal(kindOf({ value: null, valueKind: null }), 'nothing-reported');
  assert.equal(kindOf({ valueKind: null }), 'value-kind-missing');
  assert.equal(kindOf({}, { promise: aPromise({ measure: 'ratio', measureUnit: '场' }) }), 'denominator-missing');
  assert.equal(kindOf({ stepsDone: [step], evidence: [digest] }), 'unknown-step');
  assert.equal(kindOf({ stepsDone: [step], value: null, valueKind: null }, { steps: [{ id: step }] }), 'steps-need-evidence');
  assert.equal(kindOf({ stepsDone: [step], value: null, valueKind: null, evidence: [digest] }, { steps: [{ id: step }] }), null);
});

test('本期数 or 累计数 has no default: the form must ask', () => {
  assert.equal(ReportContent.safeParse({ promiseId: id, asOf: '2026-06-18', value: 8, measureUnit: '场' }).success, false);
});
