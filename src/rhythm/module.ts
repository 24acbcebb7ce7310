import { dutySource, type Module } from '#/platform/module.ts';
import type { Role } from '#/platform/roles.ts';
import { changeBlocker, moveBlocker, raiseBlocker, reopenBlocker, settleBlocker } from './actions/blockers.ts';
import { closeWeeks, fileWeeklyCheck, setRhythm } from './actions/checks.ts';
import { closeMeeting, strikeDecision, writeDecision } from './actions/decisions.ts';
import { answerLetter, draftLetter, sendLetter, withdrawLetter } from './actions/letters.ts';
import {
  addAgendaItem,
  beginMeeting,
  cancelMeeting,
  changeMeeting,
  leaveItemOut,
  planMeeting,
  recordAttendance,
  reorderAgenda,
} from './actions/meetings.ts';
import { recordOnSite, strikeOnSite } from './actions/on-site.ts';
import { listRhythmDuties } from './content/duties.ts';
import { closeEndedWeeks } from './jobs.ts';
import { blockerReads } from './routes/blockers.ts';
import { checkReads } from './routes/checks.ts';
import { meetingReads } from './routes/meetings.ts';
import { dutyWords } from './words/duties.ts';

const UNIT: readonly Role[] = ['unit-head', 'deputy-head', 'liaison'];

export const rhythmModule: Module = {
  name: 'rhythm',
  migrations: new URL('./migrations/', import.meta.url),
  commands: [
    ...[fileWeeklyCheck, closeWeeks, setRhythm],
    ...[raiseBlocker, changeBlocker, moveBlocker, settleBlocker, reopenBlocker],
    ...[draftLetter, sendLetter, answerLetter, withdrawLetter, recordOnSite, strikeOnSite],
    ...[planMeeting, changeMeeting, cancelMeeting, addAgendaItem, leaveItemOut, reorderAgenda, beginMeeting, recordAttendance],
    ...[writeDecision, strikeDecision, closeMeeting],
  ],
  reads: [...checkReads, ...blockerReads, ...meetingReads],
  jobs: [closeEndedWeeks],
  duties: dutySource({ words: dutyWords, list: listRhythmDuties }),
  permissions: {
    'rhythm.read': ['office', 'leader', ...UNIT],
    'rhythm.check': ['office', ...UNIT],
    'rhythm.blockers': ['office', 'leader', ...UNIT],
    'rhythm.letters': ['office'],
    'rhythm.on-site': ['office', 'leader'],
    'rhythm.read-meetings': ['office', 'leader'],
    'rhythm.meeting': ['office'],
    'rhythm.set': ['office'],
  },
};
