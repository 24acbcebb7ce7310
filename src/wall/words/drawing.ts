import { lightWords } from '#/delivery/words/lights.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { type Locale, longDate, shortDate } from '#/kernel/format.ts';
import { demoWords } from '#/organisation/words/demo.ts';
import { scheduleSentence } from '#/planning/words/network-refusals.ts';
import type { WallWords } from '../rules/words.ts';

const zh: WallWords = {
  heading: '挂图',
  label: (title, asOf) => `${title}挂图，截至${longDate(asOf)}`,
  asOf: (on) => `截至 ${longDate(on)}`,
  lights: lightWords['zh-CN'],
  demo: demoWords['zh-CN'],
  noUnit: '未定牵头单位',
  reported: (on) => (on === null ? '还没有报送' : `${shortDate(on)}报送`),
  next: ({ name, slack, state }, on) => {
    const room = slack < 0 ? `已晚${-slack}天` : `余地${slack}天`;
    if (state === 'running' || on === null) return `正在${name}，${room}`;
    return slack < 0 ? `${shortDate(on)}就该开始${name}，${room}` : `${shortDate(on)}前开始${name}，${room}`;
  },
  overrun: (days) => `预计晚${days}天`,
  allDone: '工序全部完成',
  noSchedule: '还没有排期。牵头单位在“排期”里列出工序后，这里自动画出',
  refused: (it) => scheduleSentence(it, 'zh-CN'),
  noProjects: '这份清单里还没有实事',
  today: (on) => `今天 ${shortDate(on)}`,
  deadline: (on) => `期限 ${shortDate(on)}`,
  month: (month) => `${month}月`,
  year: (year) => `${year}年`,
  slack: (days) => (days < 0 ? `晚 ${-days} 天` : `${days} 天`),
  finished: '已完成',
  activity: '工序',
  slackHead: '余地',
  baseline: (no, on) => `基线第${no}版，${longDate(on)}锁定`,
  noBaseline: '还没有锁定基线',
  page: (page, pages) => `第${page}张，共${pages}张`,
  sites: '点位',
  notOnMap: '未上图',
  moreSites: (count) => `另有 ${count} 处，见“点位”`,
  stages: { 'not-begun': '未开工', 'under-way': '实施中', done: '已完成' },
  legend: {
    planned: '最早可做',
    critical: '没有余地',
    done: '已做',
    late: '最迟应做',
    latestStart: '最迟开始',
    baseline: '基线',
    milestone: '节点',
    gate: '关口',
    provisional: '暂定',
    free: '停工放假',
    longFree: '停工放假',
    deadline: '期限',
    today: '今天',
  },
};

const en: WallWords = {
  heading: 'on the wall',
  label: (title, asOf) => `Wall chart of ${title}, as of ${longDate(asOf, 'en')}`,
  asOf: (on) => `As of ${longDate(on, 'en')}`,
  lights: lightWords.en,
  demo: demoWords.en,
  noUnit: 'no lead unit yet',
  reported: (on) => (on === null ? 'nothing reported yet' : `reported ${shortDate(on, 'en')}`),
  next: ({ name, slack, state }, on) => {
    const room = slack < 0 ? `${-slack} days late` : `${slack} to spare`;
    return on === null || state === 'running' ? `Under way: ${name}, ${room}` : `Start ${name} by ${shortDate(on, 'en')}, ${room}`;
  },
  overrun: (days) => `${days} days late`,
  allDone: 'all works finished',
  noSchedule: 'Not planned yet: once the lead unit lists its works under Schedule, they are drawn here',
  refused: (it) => scheduleSentence(it, 'en'),
  noProjects: 'This list has no projects yet',
  today: (on) => `today ${shortDate(on, 'en')}`,
  deadline: (on) => `deadline ${shortDate(on, 'en')}`,
  month: monthWord,
  year: String,
  slack: (days) => (days < 0 ? `${-days} days late` : `${days} days`),
  finished: 'done',
  activity: 'Works',
  slackHead: 'To spare',
  baseline: (no, on) => `baseline ${no}, locked ${longDate(on, 'en')}`,
  noBaseline: 'no baseline locked yet',
  page: (page, pages) => `sheet ${page} of ${pages}`,
  sites: 'Sites',
  notOnMap: 'not on the map',
  moreSites: (count) => `${count} more, see Sites`,
  stages: { 'not-begun': 'not begun', 'under-way': 'under way', done: 'done' },
  legend: {
    planned: 'earliest',
    critical: 'no room left',
    done: 'done',
    late: 'latest',
    latestStart: 'latest start',
    baseline: 'baseline',
    milestone: 'milestone',
    gate: 'gate',
    provisional: 'provisional',
    free: 'no work',
    longFree: 'no work',
    deadline: 'deadline',
    today: 'today',
  },
};

function monthWord(month: number): string {
  return new Date(Date.UTC(2000, month - 1, 1)).toLocaleDateString('en-GB', { month: 'short', timeZone: 'UTC' });
}

export const drawingWords: Readonly<Record<Locale, WallWords>> = { 'zh-CN': zh, en };

/** The name of the file, in Chinese as all documents. */
export function sheetName(title: string, asOf: CivilDate, project: string | null): string {
  return `${title}挂图${project === null ? '' : `（${project}）`}（截至${longDate(asOf)}）`;
}
