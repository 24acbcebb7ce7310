import type { DutyWords } from '#/kernel/duty.ts';
import type { RhythmDuty } from '../rules/duties.ts';

const zh: DutyWords<RhythmDuty>['zh-CN'] = {
  'rhythm.check': ({ week, projects }) => ({
    what: `报第${week}周碰头`,
    why: `本单位${projects}件需要说明：亮灯、临近关口或有堵点；没有变化的点一下即可`,
  }),
  'rhythm.blocker': ({ title, project, ageDays, asked }) => ({
    what: `解决堵点“${title}”`,
    why: `项目“${project}”，已${ageDays}天${asked === '' ? '' : `；请：${asked}`}`,
  }),
  'rhythm.letter': ({ title, toBody }) => ({ what: `催“${title}”的答复`, why: `函已发${toBody}，请记答复和来源` }),
  'rhythm.meeting': ({ year, no, place }) => ({ what: `${year}年第${no}次专题调度会`, why: `${place}；议程由数据算出，会前可增列、调序` }),
  'rhythm.attend-meeting': ({ year, no, place }) => ({
    what: `参加${year}年第${no}次专题调度会`,
    why: `${place}；本单位的事项在议程上的请到会，情况以周碰头所报为准`,
  }),
};

const en: DutyWords<RhythmDuty>['en'] = {
  'rhythm.check': ({ week, projects }) => ({
    what: `Weekly check, week ${week}`,
    why: `${projects} projects to speak about; one tap where nothing changed`,
  }),
  'rhythm.blocker': ({ title, project, ageDays, asked }) => ({
    what: `Solve the blocker “${title}”`,
    why: `“${project}”, for ${ageDays} days${asked === '' ? '' : `; asked: ${asked}`}`,
  }),
  'rhythm.letter': ({ title, toBody }) => ({
    what: `Ask for the answer to “${title}”`,
    why: `Sent to ${toBody}; record the answer and its source`,
  }),
  'rhythm.meeting': ({ year, no, place }) => ({ what: `Review meeting ${no} of ${year}`, why: place }),
  'rhythm.attend-meeting': ({ year, no, place }) => ({
    what: `Attend review meeting ${no} of ${year}`,
    why: `${place}; where a project of yours is on the agenda, by what the weekly check says`,
  }),
};

export const dutyWords: DutyWords<RhythmDuty> = { 'zh-CN': zh, en };
