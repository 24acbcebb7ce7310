import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameKey } from '#/organisation/rules/name.ts';
import { type EligibilityRule, judge } from './eligibility.ts';
import { fictionalIdentity } from './fictional.ts';
import { readHeads } from './heads.ts';
import { type LineContext, readLine } from './line.ts';

const HEADS = readHeads(['姓名', '证件号码', '乡镇', '投保日期', '保单号', '救助类别', '监护人同意']);
const RULE: EligibilityRule = { groups: [[{ about: 'assisted' }]], consentUnder14: true };
const CONTEXT: LineContext = {
  target: 'service',
  today: '2026-06-18',
  asOf: '2026-06-18',
  slots: [],
  doses: 2,
  areas: new Map([[nameKey('东河乡'), 'area']]),
};

/** Whether somebody is insured as the list promises, by what the table says of him on the day. */
function eligible(assistance: string, birthOn: '1960-01-01' | '2015-03-04' = '1960-01-01', consent = ''): boolean | null {
  const cells = ['虚构', fictionalIdentity(7, birthOn, 'f'), '东河乡', '2026-04-10', 'B1', assistance, consent];
  const read = readLine({ rowNo: 2, sheet: null, cells }, HEADS, CONTEXT);
  assert.ok('line' in read, JSON.stringify(read));
  return judge(RULE, read.line).eligible;
}

test('who receives assistance on the day of the insurance is eligible, under whichever name; who does not, is not', () => {
  for (const it of ['低保', '城乡低保', '特困', '特困供养', '低保边缘', '是', '√']) assert.equal(eligible(it), true, it);
  for (const it of ['无', '否', '未纳入', '不属于', '非低保', '×']) assert.equal(eligible(it), false, it);
});

test('who has left assistance receives none; where the table does not say since when, or it is not decided yet, it is not known', () => {
  for (const it of ['已退出', '退出低保', '已停保', '停发', '已取消', '原低保户', '曾享受低保']) assert.equal(eligible(it), false, it);
  for (const it of ['低保（2026-03 退出）', '低保，已停发', '', '不详', '待审核', '申请中', '审核中', '拟纳入低保', '正在申请低保'])
    assert.equal(eligible(it), null, it);
});

test('a child in assistance is insured with the consent of his guardian; without an answer it is not known', () => {
  const child = (assistance: string, consent: string) => eligible(assistance, '2015-03-04', consent);
  assert.deepEqual([child('低保', '是'), child('低保', '否'), child('低保', '')], [true, false, null]);
  assert.deepEqual([child('', '是'), child('无', ''), child('', '否')], [null, false, false]);
});
