import type { DutyWords } from '#/kernel/duty.ts';
import { shortDate } from '#/kernel/format.ts';
import type { PlanningDuty } from '../rules/duties.ts';

const zh: DutyWords<PlanningDuty>['zh-CN'] = {
  'planning.claim': ({ task, project, taskDueOn }) => ({
    what: `认领任务“${task}”`,
    why: `项目“${project}”分解给本单位，${shortDate(taskDueOn, 'zh-CN')}前完成；不属本单位的，请退回并说明`,
  }),
  'planning.start': ({ activity, project }) => ({ what: `“${activity}”开工`, why: `项目“${project}”倒排，再晚就赶不上时限` }),
  'planning.finish': ({ activity, project, isMilestone, slack }) => ({
    what: `完成${isMilestone ? '节点' : ''}“${activity}”`,
    why: `项目“${project}”${slack < 0 ? `，已晚 ${-slack} 个工作日` : slack === 0 ? '，没有余地' : `，余地 ${slack} 个工作日`}${isMilestone ? '，须附照片' : ''}`,
  }),
};

const en: DutyWords<PlanningDuty>['en'] = {
  'planning.claim': ({ task, project, taskDueOn }) => ({
    what: `Claim the task “${task}”`,
    why: `Part of “${project}” for your unit, due ${shortDate(taskDueOn, 'en')}; if it is not yours, decline it and say why`,
  }),
  'planning.start': ({ activity, project }) => ({ what: `Begin “${activity}”`, why: `“${project}”: any later and the deadline is missed` }),
  'planning.finish': ({ activity, project, isMilestone, slack }) => ({
    what: `Finish ${isMilestone ? 'the milestone ' : ''}“${activity}”`,
    why: `“${project}”${slack < 0 ? `, ${-slack} working days late` : slack === 0 ? ', nothing to spare' : `, ${slack} working days to spare`}${isMilestone ? '; needs a photo' : ''}`,
  }),
};

export const dutyWords: DutyWords<PlanningDuty> = { 'zh-CN': zh, en };
