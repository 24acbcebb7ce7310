import { type Locale, longDate } from '#/kernel/format.ts';
import type { ScheduleRefusal } from '../rules/activity.ts';
import type { ActualRefusal } from '../rules/actual.ts';
import type { BaselineRefusal } from '../rules/baseline.ts';
import type { CalendarRefusal } from '../rules/calendar-setting.ts';
import type { DayRefusal } from '../rules/day-node.ts';
import type { NetworkRefusal, NotOwnNetwork } from '../rules/network-edit.ts';

export type SchedulingRefusal = NetworkRefusal | ActualRefusal | BaselineRefusal | CalendarRefusal | DayRefusal | NotOwnNetwork;

type Kind = SchedulingRefusal['kind'];
type Of<K extends Kind> = Extract<SchedulingRefusal, { kind: K }>;
type Sentences = { readonly [K in Kind]: (facts: Of<K>) => string };

const zh: Sentences = {
  'activity-of-other-unit': ({ name, task }) =>
    `“${name}”属于任务“${task}”，不是本单位牵头的，暂不能改；本单位可以改自己牵头的任务里的工序。`,
  'network-not-of-unit': ({ name }) => `“${name}”不是本单位牵头或配合的实事，暂不能改它的排期。`,
  'network-cycle': ({ names }) =>
    `工序互相等待，排不出日期：${[...names, names[0]].map((it) => `“${it}”`).join('→')}。请去掉其中一条搭接。`,
  'calendar-missing': ({ calendar, name }) => `工序“${name}”用的工作历“${calendar}”不存在，请换一种工作历，或先在“设置—工作历”里登记。`,
  'no-working-day': ({ calendar, name, days }) =>
    `工序“${name}”要 ${days} 天，工作历“${calendar}”里没有这么多可以施工的日子。请减少天数或换一种工作历。`,
  'link-outside': () => '搭接的一端不在这件实事里，请刷新后重新选择。',
  'finish-before-start': ({ name }) => `工序“${name}”的完成日期早于开工日期，请核对。`,
  'activity-unknown': () => '这道工序已不存在，请刷新后再改。',
  'activity-twice': ({ name }) => `工序“${name}”已经加过一次。`,
  'activity-name-taken': ({ name }) => `同一任务的同一点位已有工序“${name}”，请换一个名称。`,
  'activity-begun': ({ name }) => `工序“${name}”已经开工，暂不能删除。确属误填的，请先撤回开工日期。`,
  'task-outside': ({ name }) => `工序“${name}”选的任务不属于这件实事，请重新选择。`,
  'site-outside': ({ name }) => `工序“${name}”选的点位不属于这件实事，请重新选择。`,
  'link-outside-project': ({ from, to }) =>
    `搭接只能在同一件实事的工序之间建立${(from ?? to) ? `，“${from ?? to}”的另一端不在这件实事里` : ''}。请重新选择。`,
  'link-to-itself': ({ name }) => `工序“${name}”不能接在自己后面。`,
  'link-missing': ({ from, to }) => `“${from}”和“${to}”之间没有这条搭接，请刷新后再改。`,
  'window-inverted': ({ name, notBefore, finishBy }) =>
    `工序“${name}”最早 ${longDate(notBefore)} 才能开工，却要在 ${longDate(finishBy)} 前完成，请核对。`,
  'shorter-without-reason': ({ name, days, minimum, source }) =>
    `工序“${name}”填了 ${days} 天，少于法定最短 ${minimum} 天（${source}）。请改长，或写明理由。`,
  'too-many-activities': ({ limit }) => `一件实事最多 ${limit} 道工序，请按任务或点位拆分。`,
  'already-started': ({ name, on }) => `工序“${name}”已于 ${longDate(on)} 开工。`,
  'already-finished': ({ name, on }) => `工序“${name}”已于 ${longDate(on)} 完成。填错了的，请撤回后重填。`,
  'not-started': ({ name }) => `工序“${name}”还没有开工日期，请先填开工。`,
  'not-finished': ({ name }) => `工序“${name}”还没有完成，无需撤回。`,
  'actual-in-future': ({ on, today }) => `日期 ${longDate(on)} 晚于今天（${longDate(today)}），请填已经发生的日期。`,
  'milestone-needs-evidence': ({ name }) => `“${name}”是节点，请先上传佐证材料，再填完成。`,
  'nothing-to-lock': () => '还没有工序，暂不能锁定基线。请先排期。',
  'baseline-unchanged': ({ no, lockedOn }) => `排期与第 ${no} 版基线（${longDate(lockedOn)}锁定）相同，不必再锁。`,
  'baseline-of-unscheduled': () => '排期还排不出日期，暂不能锁定基线。请先按提示改好。',
  'day-of-unstarted': ({ name }) => `工序“${name}”这一天还没有开工，请先在排期里填报开工日期。`,
  'day-after-finish': ({ name, finishedOn }) => `工序“${name}”已于 ${longDate(finishedOn)} 完成，这一天不必再报。`,
  'day-in-future': ({ on, today }) => `${longDate(on)} 还没有到（今天 ${longDate(today)}），只能先写计划。`,
  'day-too-far': ({ last }) => `日计划最多写到 ${longDate(last)}。`,
  'day-without-plan': () => '请写明这一天计划做什么。',
  'day-without-note': () => '没有全部完成的，请写一句原因。',
  'calendar-unknown': ({ key }) => `没有工作历“${key}”，请刷新后重新选择。`,
  'calendar-title-taken': ({ title }) => `已有工作历“${title}”，请换一个名称。`,
  'calendar-without-days': ({ title }) => `工作历“${title}”一周里没有一天可以工作，请至少勾选一天。`,
  'closed-time-inverted': ({ why, from, to }) => `停工日期“${why}”从 ${longDate(from)} 到 ${longDate(to)}，先后颠倒，请核对。`,
  'holiday-year-gap': ({ year, next }) => `请先录入 ${next} 年的放假安排，再录入 ${year} 年，中间不能空缺。`,
  'holiday-of-other-year': ({ year, day }) => `${longDate(day)} 不属于 ${year} 年的放假安排，请核对年份。`,
  'holiday-span-inverted': ({ from, to }) => `放假从 ${longDate(from)} 到 ${longDate(to)}，先后颠倒，请核对。`,
  'makeup-is-free': ({ day }) => `${longDate(day)} 同时列为放假和上班，请核对。`,
  'makeup-on-weekday': ({ day }) => `${longDate(day)} 不是周六或周日，不必列为调休上班，请核对。`,
  'statutory-not-free': ({ day }) => `法定节日 ${longDate(day)} 是工作日，却没有列入放假，请核对。`,
};

const en: Sentences = {
  'activity-of-other-unit': ({ name, task }) =>
    `“${name}” belongs to the task “${task}”, which your unit does not lead. It may change the works of the tasks that it leads.`,
  'network-not-of-unit': ({ name }) => `“${name}” is neither led nor supported by your unit, so its schedule cannot be changed here.`,
  'network-cycle': ({ names }) =>
    `These wait for each other, so there are no dates: ${[...names, names[0]].map((it) => `“${it}”`).join(' → ')}. Remove one of the links.`,
  'calendar-missing': ({ calendar, name }) =>
    `“${name}” uses the calendar “${calendar}”, which does not exist. Choose another, or set it up first.`,
  'no-working-day': ({ calendar, name, days }) =>
    `“${name}” takes ${days} days, and “${calendar}” has not that many. Shorten it or choose another calendar.`,
  'link-outside': () => 'One end of a link is not of this project. Reload and choose again.',
  'finish-before-start': ({ name }) => `“${name}” is finished before it was begun. Check the days.`,
  'activity-unknown': () => 'This activity is gone. Reload before you go on.',
  'activity-twice': ({ name }) => `“${name}” was added already.`,
  'activity-name-taken': ({ name }) => `The task has an activity “${name}” at this site already. Choose another name.`,
  'activity-begun': ({ name }) => `“${name}” has begun and stays. Take its start back first if it was a slip.`,
  'task-outside': ({ name }) => `The task of “${name}” is not of this project.`,
  'site-outside': ({ name }) => `The site of “${name}” is not of this project.`,
  'link-outside-project': () => 'A link joins two activities of one project. Choose again.',
  'link-to-itself': ({ name }) => `“${name}” cannot follow itself.`,
  'link-missing': ({ from, to }) => `There is no such link between “${from}” and “${to}”. Reload before you go on.`,
  'window-inverted': ({ name, notBefore, finishBy }) => `“${name}” cannot start before ${notBefore} and be finished by ${finishBy}.`,
  'shorter-without-reason': ({ name, days, minimum, source }) =>
    `“${name}” has ${days} days, fewer than the legal minimum of ${minimum} (${source}). Lengthen it or state the reason.`,
  'too-many-activities': ({ limit }) => `At most ${limit} activities in one project.`,
  'already-started': ({ name, on }) => `“${name}” began on ${on}.`,
  'already-finished': ({ name, on }) => `“${name}” was finished on ${on}. Take that back first if it was a slip.`,
  'not-started': ({ name }) => `“${name}” has no start yet. Enter that first.`,
  'not-finished': ({ name }) => `“${name}” is not finished.`,
  'actual-in-future': ({ on, today }) => `${on} lies after today, ${today}. Enter a day that has come.`,
  'milestone-needs-evidence': ({ name }) => `“${name}” is a milestone: upload the evidence first.`,
  'nothing-to-lock': () => 'There are no activities yet, so there is nothing to lock.',
  'baseline-unchanged': ({ no, lockedOn }) => `The schedule is the same as baseline ${no} of ${lockedOn}.`,
  'baseline-of-unscheduled': () => 'The network has no dates yet. Mend it first.',
  'day-of-unstarted': ({ name }) => `“${name}” had not begun on that day. Enter its start in the schedule first.`,
  'day-after-finish': ({ name, finishedOn }) => `“${name}” was finished on ${finishedOn}.`,
  'day-in-future': ({ on, today }) => `${on} lies after today, ${today}: only a plan can be written.`,
  'day-too-far': ({ last }) => `Plans by the day reach to ${last}.`,
  'day-without-plan': () => 'Say what is planned for the day.',
  'day-without-note': () => 'Say in a line why not all was done.',
  'calendar-unknown': ({ key }) => `There is no calendar “${key}”.`,
  'calendar-title-taken': ({ title }) => `There is a calendar “${title}” already.`,
  'calendar-without-days': ({ title }) => `“${title}” has no day of work in the week. Tick at least one.`,
  'closed-time-inverted': ({ why, from, to }) => `“${why}” runs from ${from} to ${to}: the days are in the wrong order.`,
  'holiday-year-gap': ({ year, next }) => `Enter ${next} before ${year}, so that no year is missing.`,
  'holiday-of-other-year': ({ year, day }) => `${day} does not belong to the holidays of ${year}.`,
  'holiday-span-inverted': ({ from, to }) => `The days off from ${from} to ${to} are in the wrong order.`,
  'makeup-is-free': ({ day }) => `${day} is both a day off and a day of work.`,
  'makeup-on-weekday': ({ day }) => `${day} is neither Saturday nor Sunday and needs no make-up.`,
  'statutory-not-free': ({ day }) => `The statutory holiday ${day} is a weekday that is not among the days off.`,
};

export const SCHEDULE_SENTENCES: Readonly<Record<Locale, Sentences>> = { 'zh-CN': zh, en };

/** Why a network has no dates, where it is drawn or listed instead of being answered to a writer. */
export function scheduleSentence(refusal: ScheduleRefusal, locale: Locale): string {
  return (SCHEDULE_SENTENCES[locale][refusal.kind] as (facts: ScheduleRefusal) => string)(refusal);
}
