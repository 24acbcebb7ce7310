import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SaidLine } from '../rules/said.ts';
import { letterSubject, letterText, MOST_ROBOT_BYTES, robotText } from './letter.ts';

const aLine = (change: Partial<SaidLine> = {}): SaidLine => ({
  kind: 'delivery.report',
  what: '报送“举办招聘会”2026年6月的进展',
  why: '第 1 项“就业服务”，每月报送一次',
  dueOn: '2026-06-22',
  unitId: 'u1',
  link: 'promises/p1/report',
  ...change,
});
const news = { districtName: '清泉区', madeOn: '2026-06-18', until: '2026-06-22' } as const;
const late = aLine({ what: '更正“送戏下乡”的数字', why: '督查室退回', dueOn: '2026-06-15', link: 'promises/p2/report?corrects=r2' });

test('a letter says of each matter what, why, by when and where, what is overdue first', () => {
  const letter = { ...news, lines: [late, aLine()], place: 'https://luoshi.example.gov.cn/staff/990001/' };

  assert.equal(letterSubject(letter), '清泉区民生实事：2 项待办，其中 1 项已逾期');
  assert.equal(
    letterText(letter),
    `您好！截至6月18日，您有 2 项待办：

【已逾期】1 项

1. 更正“送戏下乡”的数字。督查室退回。应于6月15日前办理，已逾期 3 天。
   办理：https://luoshi.example.gov.cn/staff/990001/promises/p2/report?corrects=r2

【6月22日前到期】1 项

1. 报送“举办招聘会”2026年6月的进展。第 1 项“就业服务”，每月报送一次。应于6月22日前办理。
   办理：https://luoshi.example.gov.cn/staff/990001/promises/p1/report

全部事项：https://luoshi.example.gov.cn/staff/990001/my-week

已经办了的请忽略。不想再收邮件，登录后在“提醒方式”里关闭；工作台的收件箱照常提醒。
`,
  );
});

test('where the installation does not know its address, the letter says where to log in instead', () => {
  assert.match(letterText({ ...news, lines: [aLine()], place: null }), /请登录落实工作台，在“我的本周”里办理。/);
});

test('a number of a person that somebody typed into a title does not leave the house', () => {
  const typed = aLine({ what: '办理“联系 13800138000”' });

  assert.doesNotMatch(letterText({ ...news, lines: [typed], place: null }), /13800138000/);
  assert.doesNotMatch(robotText({ ...news, lines: [typed], unitName: '区人社局', unitNames: {} }), /13800138000/);
});

test('the group of a unit hears of its matters, the group of the district of counts by unit', () => {
  const lines = [late, aLine()];

  assert.equal(
    robotText({ ...news, lines, unitName: '区人社局', unitNames: {} }),
    `【清泉区民生实事】区人社局：6月22日前到期 1 项，已逾期 1 项。
1. 更正“送戏下乡”的数字。督查室退回。应于6月15日前办理，已逾期 3 天。
2. 报送“举办招聘会”2026年6月的进展。第 1 项“就业服务”，每月报送一次。应于6月22日前办理。`,
  );
  assert.equal(
    robotText({ ...news, lines, unitName: null, unitNames: { u1: '区人社局' } }),
    '【清泉区民生实事】各单位：6月22日前到期 1 项，已逾期 1 项。\n区人社局 2 项（逾期 1 项）',
  );
});

test('a text too long for a group is cut between two matters and says how many are left', () => {
  const lines = Array.from({ length: 40 }, () => aLine());

  const text = robotText({ ...news, lines, unitName: '区人社局', unitNames: {} });

  assert.ok(new TextEncoder().encode(text).length <= MOST_ROBOT_BYTES);
  const shown = text.split('\n').length - 2;
  assert.match(text, new RegExp(`另有 ${40 - shown} 项，请登录工作台查看。$`));
});
