import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PeopleSpec } from '../rules/people/spec.ts';
import type { DefinitionSaid } from '../rules/said.ts';
import type { CountSpec } from '../rules/spec.ts';
import { saidOf } from './said.ts';

const rule = { versionNo: 2, from: '2026-03-01' } as const;
const service = { name: '乙肝检测', doses: 1, needsEvidence: true, asksConsent: false, rule, roster: null } as const;
const said = (spec: CountSpec, of: DefinitionSaid['service'] = null): DefinitionSaid => ({
  ...{ spec, versionNo: 1, from: '2026-01-01', period: { from: '2026-01-01', to: '2026-06-18' }, service: of },
});
const people = (change: Partial<PeopleSpec> = {}) =>
  PeopleSpec.parse({ kind: 'people', serviceKindId: crypto.randomUUID(), counts: 'eligible', ...change });
const zh = (it: DefinitionSaid, unit: string) => saidOf(it, unit, 'zh-CN');

test('a definition of people says the service, who counts by which rule, the days and the version', () => {
  assert.equal(
    zh(said(people(), service), '人'),
    '数的是“乙肝检测”的认定人数（符合条件、佐证齐全，一人只计一次），单位：人；符合条件按服务当天有效的资格规则判断，现行第 2 版；没有佐证的不计；计 2026-01-01 至 2026-06-18；口径第 1 版，自 2026-01-01 起。',
  );
});

test('where nobody set a rule it says so, and of sensitive data that children count with consent only', () => {
  const ofRule = (change: object) => zh(said(people(), { ...service, ...change }), '人').split('；')[1];

  assert.equal(ofRule({ rule: null }), '没有定资格规则，人人都算符合');
  assert.equal(ofRule({ rule: null, asksConsent: true }), '没有定资格规则，不满 14 周岁的要有监护人同意，其他人都算符合');
  assert.equal(ofRule({ asksConsent: true }), '符合条件按服务当天有效的资格规则判断，现行第 2 版，不满 14 周岁的要有监护人同意');
});

test('it says which dose of how many, and of which roster a share is', () => {
  const roster = { name: '应种女生', asOf: '2026-02-01', isEstimate: true } as const;
  const it = zh(said(people({ counts: 'persons', doseNo: 1 }), { ...service, doses: 2, roster }), '人');

  assert.match(it, /共 2 剂，只数第 1 剂/);
  assert.match(it, /分母是名册“应种女生”（截至 2026-02-01，约数）/);
  assert.doesNotMatch(it, /资格规则/);
});

test('couples are said to be couples, and services of couples are services', () => {
  assert.match(
    zh(said(people({ of: 'couples' }), service), '对'),
    /^数的是“乙肝检测”的对数（两人都有记录、都计入才算一对，一对只计一次），单位：对；/,
  );
  assert.match(zh(said(people({ of: 'couples', counts: 'services' }), service), '对'), /的人次，单位：对/);
});

test('events, works, money and visits say their kind, and works their own unit', () => {
  const first = (spec: CountSpec, unit: string) => zh(said(spec), unit).split('；')[0];

  assert.equal(
    first({ kind: 'events', eventKind: null, counts: 'held' }, '场'),
    '数的是“各类活动”的场次（日期、地点、主办单位、照片、人数齐全），单位：场',
  );
  assert.equal(
    first({ kind: 'works', workKind: '停车位', measureUnit: '个', counts: 'accepted' }, '项'),
    '数的是“停车位”的验收的工程量，单位：个',
  );
  assert.equal(first({ kind: 'money', moneyKind: 'premium', counts: 'amount', fenPerUnit: 100 }, '元'), '数的是“保费”的金额，单位：元');
  assert.equal(first({ kind: 'visits', counts: 'families' }, '户'), '数的是“走访”的走访户数，单位：户');
});
