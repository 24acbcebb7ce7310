import type { Labels } from '#/ui/locale.tsx';

const zh = {
  title: '周碰头和调度会',
  lead: '从下一次起按新的办；已经结束的周不变',
  isAsked: '每周要各单位碰头',
  dueWeekday: '星期几前报',
  weekdays: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  gateDays: '关口提前几天问',
  meetingSlackDays: '余地不超过几个工作日的关口上会',
  blockerDays: '堵点到某一级后几天内要办',
  meetingBlockerDays: '未解决的堵点满几天上会',
  orderKind: '会议议定事项按哪类督办件交办',
  reason: '为什么改',
  save: '保存',
  saved: '已保存',
  history: '改过什么',
  noHistory: '没有改过，用的是默认值',
  version: (version: number, by: string, day: string) => `第${version}版 ${by} ${day}`,
};
type SettingLabels = typeof zh;

const en: SettingLabels = {
  title: 'Weekly check and meeting',
  lead: 'Holds from now on; weeks that are over stay as they were',
  isAsked: 'Ask units every week',
  dueWeekday: 'Due on',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  gateDays: 'Days before a gate',
  meetingSlackDays: 'Slack in working days that comes to the meeting',
  blockerDays: 'Days to deal with a blocker at a level',
  meetingBlockerDays: 'Days after which a blocker comes to the meeting',
  orderKind: 'Kind of order for decisions',
  reason: 'Why',
  save: 'Save',
  saved: 'Saved',
  history: 'Changes',
  noHistory: 'Never changed: the defaults hold',
  version: (version, by, day) => `Version ${version}, ${by}, ${day}`,
};

export const settingLabels: Labels<SettingLabels> = { 'zh-CN': zh, en };
