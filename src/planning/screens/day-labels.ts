import type { Labels } from '#/ui/locale.tsx';
import type { DayState } from '../rules/day-node.ts';

const zh = {
  days: '日节点',
  lead: '在建工序每天做什么、做了没有，一点就报；没做完的写一句原因。',
  day: '日期',
  nothing: '没有在建的工序',
  nothingText: '工序填报开工以后，在这里一天一天报。',
  toSchedule: '去排期',
  plan: '计划做什么',
  planFirst: '写明计划，如“铺管 60 米”',
  done: '实际做了什么（可不填）',
  note: '原因或说明',
  states: { planned: '计划', done: '完成', partly: '部分完成', 'not-done': '未完成' } satisfies Record<DayState, string> as Record<
    DayState,
    string
  >,
  keepPlan: '存计划',
  saved: '已报',
  photos: '照片',
  history: '近两周',
  historyNone: '近两周还没有填报。',
  lanes: '错峰排班',
  lanesLead:
    '把几处同类的活分给几支队伍：余地最少的先做，余地相同按工序的先后；避开停工日期和静默时段。这是一种简便排法，不保证最优，只供参考，不改排期。',
  crews: '队伍数',
  works: '要分的活',
  crew: (no: number) => `第 ${no} 队`,
  late: '赶不上最迟日期',
  notPlaced: (count: number) => `有 ${count} 项在它的工作历里没有可施工的时间，排不进去。`,
  choose: '选两道以上未完成的工序',
};
export type DayLabels = typeof zh;

const en: DayLabels = {
  days: 'Day by day',
  lead: 'What the works under way do each day, in one tap; a line of reason where something was left.',
  day: 'Day',
  nothing: 'Nothing is under way',
  nothingText: 'Once the start of an activity is entered, its days are told here.',
  toSchedule: 'To the schedule',
  plan: 'Planned',
  planFirst: 'What is planned, as “60 m of pipe”',
  done: 'What was done (optional)',
  note: 'Reason or remark',
  states: { planned: 'planned', done: 'done', partly: 'partly done', 'not-done': 'not done' },
  keepPlan: 'Keep the plan',
  saved: 'Entered',
  photos: 'Photos',
  history: 'The last two weeks',
  historyNone: 'Nothing was entered in two weeks.',
  lanes: 'Crews',
  lanesLead:
    'Shares works of one kind among crews: the least slack first, then by order; closed days and quiet hours are left out. A simple rule of thumb, not the best of all plans; it changes no schedule.',
  crews: 'Crews',
  works: 'Works',
  crew: (no) => `Crew ${no}`,
  late: 'too late',
  notPlaced: (count) => `${count} have no time to be worked at in their calendar.`,
  choose: 'Choose two or more open activities',
};

export const dayLabels: Labels<DayLabels> = { 'zh-CN': zh, en };
