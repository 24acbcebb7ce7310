import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, kindOf } from '#/delivery/test-list.ts';
import { newId } from '#/kernel/id.ts';
import { fictionalIdentity } from './rules/people/fictional.ts';
import { aPayment } from './test-entries.ts';
import { aDistrictWithTests } from './test-people.ts';

const ASSISTED = [[{ about: 'assisted' }]];
const who = (serial: number, birthOn: '1960-01-01' | '2015-03-04' = '1960-01-01') =>
  `虚构${serial},${fictionalIdentity(serial, birthOn, 'f')},东河乡`;
const LISTED = '姓名,证件号码,乡镇,救助类别';
const INSURED = '姓名,证件号码,乡镇,投保日期,报告编号,救助类别,监护人同意';
const insured = (person: string, on: string, policy: string, assistance: string, consent = '') =>
  [person, on, policy, assistance, consent].join(',');
const textOf = (heads: string, rows: readonly string[]) => [heads, ...rows].join('\r\n');

test('insurance of assistance recipients: who received assistance on the day it was paid is counted, who did not is not, and who is not known is told apart', async (t) => {
  const kind = { name: '救助对象意外保险', isSensitive: true, needsEvidence: true };
  const it = await aDistrictWithTests(t, { counts: 'eligible', kind, groups: ASSISTED });
  const rosterId = newId();
  const roster = { rosterId, name: '救助对象', unitId: it.unitId, asOf: '2026-01-01', source: '民政台账', statedCount: null };
  answerOf(await it.bureau.run('records.keep-roster', { ...roster, isEstimate: false, isSensitive: true }));
  const listed = [1, 2, 3, 4, 5, 6, 7, 8].map((serial) => `${who(serial)},低保`);
  await it.accept(await it.read(textOf(LISTED, listed), { target: 'roster', targetId: rosterId }));
  const spec = { kind: 'people', serviceKindId: it.kindId, counts: 'eligible', rosterId };
  const defined = { promiseId: it.promiseId, spec, replaces: 1, reason: '按救助对象名册' };
  answerOf(await it.list.office.run('records.set-definition', defined));

  const first = await it.read(
    textOf(INSURED, [
      insured(who(1), '2026-04-10', 'B1', '低保'),
      insured(who(2), '2026-04-10', 'B2', '特困'),
      insured(who(3), '2026-04-10', 'B3', '已退出'),
      insured(who(4), '2026-04-10', 'B4', '低保（2026-03 退出）'),
      insured(who(5), '2026-04-10', 'B5', ''),
      insured(who(6), '2026-04-10', '', '低保'),
      insured(who(20, '2015-03-04'), '2026-04-10', 'B7', '低保', '是'),
      insured(who(21, '2015-03-04'), '2026-04-10', 'B8', '低保'),
    ]),
  );
  await it.accept(first);
  const numbers = async () => {
    const { counted, four } = await it.figure();
    return {
      counted: counted.numerator,
      eligible: four.eligible,
      not: four.ineligible,
      unknown: four.undecided,
      unproven: four.withoutEvidence,
    };
  };
  assert.deepEqual(await numbers(), { counted: 3, eligible: 3, not: 1, unknown: 3, unproven: 1 });

  // Insured once more on a day on which the assistance is told: each day is judged by what it says.
  await it.accept(
    await it.read(textOf(INSURED, [insured(who(5), '2026-05-10', 'B9', '低保'), insured(who(3), '2026-05-10', 'B10', '无')])),
  );
  assert.deepEqual(await numbers(), { counted: 4, eligible: 4, not: 1, unknown: 2, unproven: 1 });
  const { coverage } = (await it.figure()) as unknown as { coverage: { from: number; to: number; total: number } };
  assert.deepEqual([coverage.total, coverage.from, coverage.to], [8, 50, 50]);

  // What was paid for it is money, of a period, and insures nobody by itself.
  const payment = aPayment({ amountFen: 800_00, payees: 8 });
  answerOf(await it.bureau.run('records.add-entry', { id: newId(), entry: { ...payment, promiseId: it.promiseId, evidence: [] } }));
  assert.equal((await numbers()).counted, 4);
});

test('a rule on assistance alone would count children without their guardians’ consent, and is not set', async (t) => {
  const it = await aDistrictWithTests(t, { kind: { name: '救助对象意外保险' } });
  const rule = { groups: ASSISTED, consentUnder14: false };
  const set = await it.list.office.run('records.set-eligibility', { serviceKindId: it.kindId, rule, reason: '按救助对象' });
  assert.equal(kindOf(set), 'children-without-consent');
});
