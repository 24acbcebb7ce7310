import { boardOf } from '#/delivery/rules/board.ts';
import { aBoardInput, aProject, aPromise, aReport } from '#/delivery/rules/fixtures.ts';
import type { Board } from '#/delivery/rules/standing.ts';
import { type CivilDate, dayNumber, dayOf } from '#/kernel/civil-date.ts';
import { HOLIDAY_YEARS } from '#/kernel/schedule/china.ts';
import type { Activity, ActivityLink, ProjectNetwork, ProjectSchedule } from '#/planning/rules/activity.ts';
import { BUILT_IN, specOf } from '#/planning/rules/calendar.ts';
import { scheduleOf } from '#/planning/rules/network.ts';
import type { WallInput } from './wall.ts';

/** Builders for tests: works of a fictional district, planned by the same two passes as real ones. */
export function anActivity(change: Partial<Activity> = {}): Activity {
  return {
    ...{ id: 'a', projectId: 'project', taskId: 'task', siteId: null, position: 1, name: '编制方案', days: 5, calendar: 'office' },
    ...{ isMilestone: false, gate: null, notBefore: null, finishBy: null, pinnedOn: null, startedOn: null, finishedOn: null },
    ...{ remainingDays: null, evidence: [], legalMinimum: null, shorterBecause: null, version: 1 },
    ...change,
  };
}

const TODAY: CivilDate = '2026-06-18';

type Planned = { readonly deadline?: CivilDate; readonly withBaseline?: boolean };

const CALENDARS = Object.fromEntries(
  BUILT_IN.map((it) => [it.key, { title: it.title, spec: specOf(it, HOLIDAY_YEARS), quietHours: it.quietHours }]),
);

/** A chain unless links are given, held against the deadline; its baseline lies twelve days earlier. */
export function aNetwork(
  activities: readonly Activity[],
  { deadline = '2026-12-31', withBaseline = false }: Planned = {},
  links: readonly ActivityLink[] = chainOf(activities),
): ProjectNetwork {
  const projectId = activities[0]!.projectId;
  const network = {
    projectId,
    deadline,
    tasks: [],
    activities,
    links,
    calendars: CALENDARS,
    siteCalendars: {},
    baseline: null,
    version: 1,
  };
  if (!withBaseline) return network;
  const dates = scheduleOf(network, TODAY).planned.map(({ activity, dates: { earlyStart, earlyFinish } }) => ({
    activityId: activity.id,
    start: dayOf(dayNumber(earlyStart) - 12),
    finish: dayOf(dayNumber(earlyFinish) - 12),
  }));
  return { ...network, baseline: { no: 1, lockedOn: '2026-03-02', lockedBy: '演示·督查员', reason: '开工前锁定', digest: 'd', dates } };
}

export function aSchedule(...of: Parameters<typeof aNetwork>): ProjectSchedule {
  return scheduleOf(aNetwork(...of), TODAY);
}

export function chainOf(activities: readonly Activity[]): readonly ActivityLink[] {
  return activities.slice(1).map(({ id }, i) => ({ from: activities[i]!.id, to: id, type: 'FS', lag: 0, lagCalendar: null }));
}

/** The sewer of the worked example: seven steps from tender to acceptance over the summer's works. */
export function sewerWorks(projectId: string, finished = 0): readonly Activity[] {
  const steps = [
    ['审定、发布招标文件', 5, 'office', null],
    ['招标公告到开标', 20, 'every-day', null],
    ['中标候选人公示', 3, 'every-day', '已完成招投标'],
    ['签合同、进场', 10, 'office', '已开工'],
    ['管道敷设', 60, 'outdoor', null],
    ['路面恢复', 25, 'outdoor', '主体完工'],
    ['验收、移交资料', 10, 'office', '已竣工验收'],
  ] as const;
  return steps.map(([name, days, calendar, gate], i) => {
    const done =
      i < finished ? { startedOn: dayOf(dayNumber('2026-02-02') + i * 26), finishedOn: dayOf(dayNumber('2026-02-20') + i * 26) } : {};
    return anActivity({
      id: `${projectId}-${i}`,
      projectId,
      position: i + 1,
      name,
      days,
      calendar,
      gate,
      isMilestone: gate !== null,
      ...done,
    });
  });
}

const PROJECTS = [
  ['就业帮扶', '区人社局', 'unit1'],
  ['雨污管网改造', '区住建局', 'unit2'],
  ['老旧小区改造', '区住建局', 'unit2'],
  ['农村饮水安全', '区水务局', 'unit4'],
  ['中小学校园改善', '区教育局', 'unit5'],
  ['养老助餐服务', '区民政局', 'unit6'],
  ['送戏下乡', '区文旅局', 'unit7'],
  ['口袋公园', '区园林局', 'unit8'],
  ['农村道路提升', '区交通局', 'unit9'],
  ['重点人群健康', '区卫健局', 'unit10'],
] as const;
/** Of fifteen; null sends no report. */
const DONE = [8, 0, 5, 10, 15, 7, null, 6, 9, 1] as const;

export function aWallBoard(count = 10): Board {
  const taken = PROJECTS.slice(0, count);
  return boardOf(
    aBoardInput({
      projects: taken.map(([name, , leadUnitId], i) => aProject({ id: `p${i + 1}`, no: String(i + 1), position: i + 1, name, leadUnitId })),
      promises: taken.map((_, i) => aPromise({ id: `promise${i + 1}`, projectId: `p${i + 1}`, object: '改造点位', measureUnit: '处' })),
      reports: taken.flatMap((_, i) =>
        DONE[i] === null ? [] : [aReport({ id: `r${i}`, promiseId: `promise${i + 1}`, value: DONE[i]!, measureUnit: '处' })],
      ),
      unitNames: Object.fromEntries(PROJECTS.map(([, unit, id]) => [id, unit])),
    }),
  );
}

/** Ten projects: most planned, one of them too late, one finished in part, one not planned at all. */
export function aWallInput(): WallInput {
  const board = aWallBoard();
  const planned = board.projects
    .filter((it) => it.project.no !== '7')
    .map(({ project: { id } }, i) => {
      const works = sewerWorks(id, [0, 0, 3, 4, 6, 2, 0, 5, 1][i] ?? 0);
      const shortened = i % 3 === 0 ? works.map((it) => ({ ...it, days: Math.max(2, Math.round(it.days * 0.6)) })) : works;
      return aNetwork(i === 1 ? works.map((it) => (it.name === '管道敷设' ? { ...it, days: 70 } : it)) : shortened, {
        withBaseline: i % 2 === 0,
      });
    });
  return { board, networks: planned };
}
