import type { Locale } from '#/kernel/format.ts';
import type { Office } from '../rules/officers.ts';
import type { Step } from '../rules/proceedings.ts';
import type { Deputy } from '../rules/roll.ts';
import type { PaperColour, Round } from '../rules/round.ts';
import type { Session } from '../rules/session.ts';

type Words<Key extends string> = Readonly<Record<Locale, Readonly<Record<Key, string>>>>;

export const stepWords: Words<Step | 'announced'> = {
  'zh-CN': {
    'officers-approved': '通过总监票人、监票人名单',
    'boxes-sealed': '检查、密封票箱',
    'papers-issued': '发票',
    'papers-cast': '填票、投票（监票人先投）',
    'papers-collected': '开箱清点收回的票',
    counted: '计票',
    reported: '总监票人向主席团报告',
    announced: '宣布结果',
  },
  en: {
    'officers-approved': 'scrutineers approved by show of hands',
    'boxes-sealed': 'boxes inspected and sealed',
    'papers-issued': 'papers issued',
    'papers-cast': 'papers marked and cast, scrutineers first',
    'papers-collected': 'boxes opened, papers counted',
    counted: 'votes counted',
    reported: 'chief scrutineer reports to the presidium',
    announced: 'result announced',
  },
};

export const officeWords: Words<Office> = {
  'zh-CN': { 'chief-scrutineer': '总监票人', scrutineer: '监票人', teller: '计票人' },
  en: { 'chief-scrutineer': 'chief scrutineer', scrutineer: 'scrutineer', teller: 'teller' },
};

export const colourWords: Words<PaperColour> = {
  'zh-CN': { white: '白色', pink: '粉色', yellow: '黄色', green: '绿色', blue: '蓝色' },
  en: { white: 'white', pink: 'pink', yellow: 'yellow', green: 'green', blue: 'blue' },
};

export const roundStateWords: Words<Round['state']> = {
  'zh-CN': { issuing: '准备发票', voting: '正在投票', counting: '正在计票', decided: '已出结果' },
  en: { issuing: 'before issue', voting: 'voting', counting: 'counting', decided: 'decided' },
};

export const causeWords: Words<Round['cause']> = {
  'zh-CN': { first: '首次投票', tie: '末位同票再次投票', shortage: '缺额再次投票', void: '无效后重新投票' },
  en: { first: 'first vote', tie: 'second vote on a tie', shortage: 'second vote for seats left over', void: 'new vote after a void one' },
};

export const attendanceWords: Words<Deputy['attendance']> = {
  'zh-CN': { unknown: '未签到', present: '到会', leave: '请假', absent: '缺席' },
  en: { unknown: 'not checked in', present: 'present', leave: 'on leave', absent: 'absent' },
};

export const sessionStateWords: Words<Session['state']> = {
  'zh-CN': { preparing: '筹备', sitting: '正在票决', announced: '已公告' },
  en: { preparing: 'being prepared', sitting: 'voting', announced: 'announced' },
};
