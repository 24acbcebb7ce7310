import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { listOrderFacts } from '#/orders/door.ts';
import { listHoldersOn, listPosts, listUnits } from '#/organisation/door.ts';
import type { ActingReader } from '#/platform/db.ts';
import { writeSheet } from '#/platform/documents/sheet.ts';
import { read } from '#/platform/module.ts';
import { listOverseeing } from '#/programme/door.ts';
import { overseerOn } from '#/programme/rules/overseeing.ts';
import { getListOf, loadAgenda, loadLastDecisions } from '../content/meetings.ts';
import { minutesOf } from '../content/minutes-file.ts';
import { loadPapers } from '../content/papers.ts';
import { DOCX } from '../documents/media-type.ts';
import { meetingPapers } from '../documents/papers.ts';
import { isoWeekOf } from '../rules/iso-week.ts';
import { listAttendance } from '../store/agenda.ts';
import { listBlockers } from '../store/blockers.ts';
import { listChecks } from '../store/checks.ts';
import { listDecisions } from '../store/decisions.ts';
import { getMeeting, listMeetings } from '../store/meetings.ts';
import { papersFileName } from '../words/papers.ts';

const OfMeeting = z.object({ meetingId: z.uuid() });
const permission = 'rhythm.read-meetings';

async function people(reader: ActingReader) {
  const posts = (await listPosts(reader)).filter(({ isActive }) => isActive);
  const holders = await listHoldersOn(
    reader,
    posts.map(({ id }) => id),
    reader.today,
  );
  return {
    units: (await listUnits(reader)).map(({ id, name, isActive }) => ({ id, name, isActive })),
    posts: posts.map(({ id, title, unitId, kind }) => ({ id, title, unitId, kind, holder: holders.get(id)?.personName ?? null })),
  };
}

export const meetingReads = [
  read({
    path: '/rhythm/meetings',
    permission,
    query: z.object({}),
    summary: '调度会, the newest first, and who may chair one',
    run: async (reader) => ({ meetings: await listMeetings(reader), ...(await people(reader)), today: reader.today }),
  }),
  read({
    path: '/rhythm/meeting',
    permission,
    query: OfMeeting,
    summary: '一次调度会: its agenda (computed until it begins, frozen then), decisions, attendance, the state of the last decisions',
    async run(reader, { meetingId }) {
      const meeting = await getMeeting(reader, meetingId);
      const { agenda, board } = await loadAgenda(reader, meeting);
      const list = await getListOf(reader, meeting);
      const history = await listOverseeing(reader, list.id);
      const week = isoWeekOf(reader.today);
      return {
        ...{ meeting, agenda, today: reader.today, list: { id: list.id, title: list.title, year: list.year, kind: list.kind } },
        ...{ asOf: board.asOf, counts: board.counts, projects: board.projects },
        overseers: Object.fromEntries(
          board.projects.map(({ project }) => [project.id, overseerOn(history, project.id, board.asOf)?.postId]),
        ),
        blockers: await listBlockers(reader, { openOn: reader.today, programmeId: list.id }),
        checks: await listChecks(reader, week),
        decisions: await listDecisions(reader, meetingId),
        attendance: await listAttendance(reader, meetingId),
        last: await loadLastDecisions(reader, meeting),
        orders: await listOrderFacts(reader, { source: { kind: 'meeting', id: meetingId } }),
        ...(await people(reader)),
      };
    },
  }),
  read({
    path: '/rhythm/agenda',
    permission,
    query: OfMeeting,
    summary: '议程: what the meeting speaks about, computed from board, blockers, orders and checks',
    async run(reader, { meetingId }) {
      return (await loadAgenda(reader, await getMeeting(reader, meetingId))).agenda;
    },
  }),
  read({
    path: '/rhythm/papers',
    permission,
    query: OfMeeting,
    summary: '调度会材料 as a sheet, to be read and printed',
    async run(reader, { meetingId }) {
      return { sheet: meetingPapers(await loadPapers(reader, await getMeeting(reader, meetingId))) };
    },
  }),
  read({
    path: '/rhythm/papers.docx',
    permission,
    query: OfMeeting,
    summary: '调度会材料文件',
    async run(reader, { meetingId }) {
      const facts = await loadPapers(reader, await getMeeting(reader, meetingId));
      const bytes = await writeSheet(meetingPapers(facts), facts.issuer);
      return { bytes, fileName: papersFileName(facts.meeting), mediaType: DOCX };
    },
  }),
  read({
    path: '/rhythm/minutes.docx',
    permission,
    query: OfMeeting,
    summary: '会议纪要文件 of a meeting that is closed, as it was then',
    async run(reader, { meetingId }) {
      const meeting = await getMeeting(reader, meetingId);
      if (meeting.state !== 'closed') throw new Problem(404, 'meeting-not-closed', { id: meetingId });
      return { ...(await minutesOf(reader, meeting)), mediaType: DOCX };
    },
  }),
];
