import type { DutySource, Module } from '#/platform/module.ts';
import type { Role } from '#/platform/roles.ts';
import { changeRobot, setNotices, setPreference, setUpRobot } from './actions/channels.ts';
import { makeFeed, readNotices, revokeFeed, tidyNotices } from './actions/inbox.ts';
import { claimMessages, noteSent, testMail, testRobot } from './actions/messages.ts';
import { remindOf, tellAtOnceOf } from './actions/remind.ts';
import { atOnceJob, eveningJob, sendingLoop, tidy } from './jobs.ts';
import { calendarPage } from './pages/calendar.ts';
import { channelReads } from './routes/channels.ts';
import { myWeekReads } from './routes/my-week.ts';

const AT_WORK: readonly Role[] = ['office', 'leader', 'unit-head', 'deputy-head', 'liaison'];

/** What is owed lies in the stages before this one; whoever composes the product hands it in. */
export function noticesModule(sources: readonly DutySource[]): Module {
  const [remind, tellAtOnce] = [remindOf(sources), tellAtOnceOf(sources)];
  return {
    name: 'notices',
    migrations: new URL('./migrations/', import.meta.url),
    commands: [
      ...[remind, tellAtOnce, claimMessages, noteSent, tidyNotices],
      ...[readNotices, setPreference, testMail, makeFeed, revokeFeed],
      ...[setUpRobot, changeRobot, testRobot, setNotices],
    ],
    reads: [...myWeekReads(sources), ...channelReads],
    pages: [calendarPage(sources)],
    jobs: [eveningJob(remind), atOnceJob(tellAtOnce, sources), tidy],
    loops: [sendingLoop(sources)],
    sealed: [
      { table: 'notices.preference', column: 'address' },
      { table: 'notices.robot', column: 'address' },
      { table: 'notices.robot', column: 'secret' },
    ],
    permissions: {
      // Only the installation itself, by the calendar.
      'notices.remind': [],
      'notices.read-own': AT_WORK,
      'notices.see-test': [...AT_WORK, 'security-admin'],
      'notices.read-sent': ['office', 'security-admin'],
      'notices.set-notices': ['office'],
      // Where the house may be written out of is for the one who grants rights.
      'notices.set-channels': ['security-admin'],
    },
  };
}
