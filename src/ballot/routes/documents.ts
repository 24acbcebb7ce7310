import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { writeOfficialLetter } from '#/platform/documents/official-letter/write.ts';
import { writeSheet } from '#/platform/documents/sheet.ts';
import { type Download, read } from '#/platform/module.ts';
import type { Reader } from '#/platform/transaction.ts';
import { noticeLetter } from '../documents/notice-letter.ts';
import { writePaper } from '../documents/paper-docx.ts';
import { coverPage, type PaperContent, paperPage } from '../documents/papers.ts';
import { booklet, minutes, recordSheet } from '../documents/sheets.ts';
import { onTheList } from '../rules/candidate.ts';
import { attendanceOf } from '../rules/roll.ts';
import { ruleOfRound } from '../rules/round.ts';
import { listBundles } from '../store/bundles.ts';
import { listCandidates } from '../store/candidates.ts';
import { listNotices } from '../store/notices.ts';
import { listOfficers } from '../store/officers.ts';
import { listPresence } from '../store/roll.ts';
import { getRound, listRounds, listSteps, listUndoings } from '../store/rounds.ts';
import { getSession } from '../store/sessions.ts';
import { bookletWords, coverWords, minutesWords, noticeWords, paperFile, recordWords } from '../words/documents.ts';
import { bandOf } from './band.ts';
import { OfSession } from './sessions.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const PAGE = 'text/html; charset=utf-8';
const OfRound = z.object({ roundId: z.uuid() });

const word = (bytes: Buffer, name: string): Download => ({ bytes, mediaType: DOCX, fileName: `${name}.docx` });
const page = (text: string, name: string): Download => ({
  bytes: Buffer.from(text),
  mediaType: PAGE,
  fileName: `${name}.html`,
  inline: true,
});

async function paperOf(reader: Reader, roundId: string): Promise<PaperContent & { readonly position: number }> {
  const round = await getRound(reader, roundId);
  const session = await getSession(reader, round.sessionId);
  const all = await listCandidates(reader, round.sessionId);
  return {
    sessionTitle: session.title,
    forYear: session.forYear,
    isSecond: round.position > 1,
    rule: ruleOfRound(session.sheet.rule, round),
    names: round.candidateIds.map((id) => all.find((it) => it.id === id)?.name ?? ''),
    paperSize: round.paperSize,
    position: round.position,
  };
}

export const documentReads = [
  read({
    path: '/ballot/booklet.docx',
    permission: 'ballot.read',
    query: OfSession,
    summary: '候选项目汇编, a Word file',
    async run(reader, { sessionId }): Promise<Download> {
      const session = await getSession(reader, sessionId);
      const sheet = booklet(session, onTheList(await listCandidates(reader, sessionId)), await bandOf(reader));
      return word(await writeSheet(sheet, session.title), bookletWords.file);
    },
  }),
  read({
    path: '/ballot/paper.html',
    permission: 'ballot.print-papers',
    query: OfRound.extend({ copies: z.coerce.number().int().min(1).max(600).default(1) }),
    summary: '表决票, as many as asked for, to be printed; all alike',
    async run(reader, { roundId, copies }): Promise<Download> {
      const paper = await paperOf(reader, roundId);
      return page(paperPage(paper, copies).text, paperFile(paper.position));
    },
  }),
  read({
    path: '/ballot/paper.docx',
    permission: 'ballot.print-papers',
    query: OfRound,
    summary: '表决票, one, a Word file',
    async run(reader, { roundId }): Promise<Download> {
      const paper = await paperOf(reader, roundId);
      return word(await writePaper(paper), paperFile(paper.position));
    },
  }),
  read({
    path: '/ballot/covers.html',
    permission: 'ballot.count-room',
    query: OfRound,
    summary: '捆封面 with their serials, to be printed',
    async run(reader, { roundId }): Promise<Download> {
      const round = await getRound(reader, roundId);
      const { title } = await getSession(reader, round.sessionId);
      const serials = (await listBundles(reader, roundId)).map((it) => it.serial);
      return page(coverPage(title, round.position, serials).text, coverWords.file);
    },
  }),
  read({
    path: '/ballot/record-sheet.docx',
    permission: 'ballot.count-room',
    query: OfRound,
    summary: '计票结果报告单 for signatures, a Word file',
    async run(reader, { roundId }): Promise<Download> {
      const round = await getRound(reader, roundId);
      if (round.outcome === null) throw new Problem(404, 'not-counted', { roundId });
      const session = await getSession(reader, round.sessionId);
      return word(await writeSheet(recordSheet(session, round, await bandOf(reader)), session.title), recordWords.file(round.position));
    },
  }),
  read({
    path: '/ballot/notice.docx',
    permission: 'ballot.read',
    query: OfSession.extend({ noticeId: z.uuid() }),
    summary: '公告 第N号, a Word file',
    async run(reader, { sessionId, noticeId }): Promise<Download> {
      const notices = await listNotices(reader, sessionId);
      const notice = notices.find((it) => it.id === noticeId);
      if (notice === undefined) throw new Problem(404, 'unknown-notice', { noticeId });
      const corrected = notices.find((it) => it.id === notice.supersedesId) ?? null;
      const heldOn = (await getSession(reader, sessionId)).opensOn;
      const letter = noticeLetter({ notice, corrected, heldOn, band: await bandOf(reader) });
      return word(await writeOfficialLetter(letter), noticeWords.file(notice.serial));
    },
  }),
  read({
    path: '/ballot/minutes.docx',
    permission: 'ballot.manage-roll',
    query: OfSession,
    summary: '票决情况记录, a Word file',
    async run(reader, { sessionId }): Promise<Download> {
      const session = await getSession(reader, sessionId);
      const facts = {
        session,
        attendance: attendanceOf(await listPresence(reader, sessionId), session.sheet.rule.quorum),
        officers: await listOfficers(reader, sessionId),
        candidates: await listCandidates(reader, sessionId),
        rounds: await listRounds(reader, sessionId),
        steps: await listSteps(reader, sessionId),
        undoings: await listUndoings(reader, sessionId),
        notices: await listNotices(reader, sessionId),
        band: await bandOf(reader),
      };
      return word(await writeSheet(minutes(facts), session.title), minutesWords.file);
    },
  }),
];
