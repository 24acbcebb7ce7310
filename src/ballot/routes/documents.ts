import { Problem } from '#/kernel/problem.ts';
import { writeImportTemplate } from '#/platform/documents/import-template.ts';
import { writeOfficialLetter } from '#/platform/documents/official-letter/write.ts';
import { writeSheet } from '#/platform/documents/sheet.ts';
import { type Download, read } from '#/platform/module.ts';
import { TEMPLATES } from '../documents/import-templates.ts';
import { noticeLetter } from '../documents/notice-letter.ts';
import { booklet, minutes } from '../documents/sheets.ts';
import { onTheList } from '../rules/candidate.ts';
import { listCandidates } from '../store/candidates.ts';
import { listNotices } from '../store/notices.ts';
import { listOfficers } from '../store/officers.ts';
import { getSession } from '../store/sessions.ts';
import { bookletWords, minutesWords, noticeWords } from '../words/documents.ts';
import { bandOf } from './band.ts';
import { excel, word } from './files.ts';
import { sessionFacts } from './session-facts.ts';
import { NoInput, OfSession } from './sessions.ts';

/** Documents of a whole session; those of one vote are in `round-documents.ts`. */
export const documentReads = [
  read({
    path: '/ballot/roll/template.xlsx',
    permission: 'ballot.manage-roll',
    query: NoInput,
    summary: '代表名册导入模板, an Excel file to fill in',
    run: async (): Promise<Download> => excel(await writeImportTemplate(TEMPLATES.roll), TEMPLATES.roll.name),
  }),
  read({
    path: '/ballot/candidates/template.xlsx',
    permission: 'ballot.prepare',
    query: NoInput,
    summary: '候选项目导入模板, an Excel file to fill in',
    run: async (): Promise<Download> => excel(await writeImportTemplate(TEMPLATES.candidates), TEMPLATES.candidates.name),
  }),
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
    path: '/ballot/notice.docx',
    permission: 'ballot.read',
    query: OfSession.extend({ noticeId: OfSession.shape.sessionId }),
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
      const facts = await sessionFacts(reader, sessionId);
      const sheet = minutes({ ...facts, officers: await listOfficers(reader, sessionId), band: await bandOf(reader) });
      return word(await writeSheet(sheet, facts.session.title), minutesWords.file);
    },
  }),
];
