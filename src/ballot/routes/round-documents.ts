import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { writeSheet } from '#/platform/documents/sheet.ts';
import { type Download, read } from '#/platform/module.ts';
import type { Reader } from '#/platform/transaction.ts';
import { writePaper } from '../documents/paper-docx.ts';
import { coverPage, type PaperContent, paperPage } from '../documents/papers.ts';
import { recordSheet } from '../documents/sheets.ts';
import { type Round, ruleOfRound } from '../rules/round.ts';
import type { Session } from '../rules/session.ts';
import { listBundles } from '../store/bundles.ts';
import { listCandidates } from '../store/candidates.ts';
import { getRound } from '../store/rounds.ts';
import { getSession } from '../store/sessions.ts';
import { coverWords, paperFile, recordWords } from '../words/documents.ts';
import { bandOf } from './band.ts';
import { page, word } from './files.ts';

const OfRound = z.object({ roundId: z.uuid() });

async function roundWithSession(reader: Reader, roundId: string): Promise<{ readonly round: Round; readonly session: Session }> {
  const round = await getRound(reader, roundId);
  return { round, session: await getSession(reader, round.sessionId) };
}

async function paperOf(reader: Reader, roundId: string): Promise<PaperContent & { readonly position: number }> {
  const { round, session } = await roundWithSession(reader, roundId);
  const all = await listCandidates(reader, session.id);
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

export const roundDocumentReads = [
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
      const { round, session } = await roundWithSession(reader, roundId);
      const serials = (await listBundles(reader, roundId)).map((it) => it.serial);
      return page(coverPage(session.title, round.position, serials).text, coverWords.file);
    },
  }),
  read({
    path: '/ballot/record-sheet.docx',
    permission: 'ballot.count-room',
    query: OfRound,
    summary: '计票结果报告单 for signatures, a Word file',
    async run(reader, { roundId }): Promise<Download> {
      const { round, session } = await roundWithSession(reader, roundId);
      if (round.outcome === null) throw new Problem(404, 'not-counted', { roundId });
      const sheet = recordSheet(session, round, await bandOf(reader));
      return word(await writeSheet(sheet, session.title), recordWords.file(round.position));
    },
  }),
];
