import { z } from 'zod';
import { canonicalText } from '#/kernel/canonical-text.ts';
import { civilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { digestOf } from '#/platform/secrets.ts';
import type { StepRefusal } from '../rules/proceedings.ts';
import {
  inPublishedOrder,
  mayAnnounce,
  type Notice,
  type NoticeContent,
  type NoticeRefusal,
  noticeContent,
  publishedOf,
  standing,
  votesIn,
} from '../rules/result.ts';
import { addNotice, listNotices } from '../store/notices.ts';
import { listRounds } from '../store/rounds.ts';
import { getSessionForUpdate, saveSessionState } from '../store/sessions.ts';
import { stepsTaken } from './rounds.ts';
import { OfSession, ofSession, reason } from './shapes.ts';

const Signed = OfSession.extend({
  /** 公告第几号. */
  serial: z.number().int().min(1).max(9999),
  signedBy: z.string().trim().min(2).max(60),
  signedOn: civilDate,
});

const digestOfNotice = (it: Omit<Notice, 'digest' | 'recordedBy'>) =>
  digestOf(canonicalText([it.serial, it.supersedesId, it.reason, it.content, it.signedBy, it.signedOn]));

/** 宣布和公告: the result as the presidium announced it; from here on nothing is rewritten. */
export const announce = command({
  name: 'ballot.announce',
  version: 1,
  input: Signed.extend({ openSeats: reason.nullable().default(null) }),
  permission: 'ballot.announce',
  subject: ofSession,
  changesPublicPages: true,
  async run(
    writer,
    { sessionId, serial, signedBy, signedOn, openSeats },
  ): Promise<Result<{ noticeId: string }, NoticeRefusal | StepRefusal>> {
    const session = await getSessionForUpdate(writer, sessionId);
    const before = standing(await listNotices(writer, sessionId));
    if (before !== null) return refuse({ kind: 'announced-already', serial: before.serial });
    if (signedOn > writer.today) return refuse({ kind: 'signed-in-future' });
    const rounds = await listRounds(writer, sessionId);
    const decided = mayAnnounce(session, rounds, openSeats);
    if (!decided.ok) return decided;
    const last = rounds.at(-1)!;
    if (!(await stepsTaken(writer, last)).includes('reported'))
      return refuse({ kind: 'step-missing', step: 'reported', wanted: 'announced' });
    const content = noticeContent(session, rounds, decided.value, openSeats);
    const notice = { id: newId(), sessionId, serial, supersedesId: null, reason: null, content, signedBy, signedOn };
    await addNotice(writer, { ...notice, digest: digestOfNotice(notice) });
    await saveSessionState(writer, sessionId, 'announced');
    return accept({ noticeId: notice.id });
  },
});

/** 更正公告: what was announced stays; the correcting notice says what holds instead, and why. */
export const correctNotice = command({
  name: 'ballot.correct-notice',
  version: 1,
  input: Signed.extend({
    supersedesId: z.uuid(),
    reason,
    elected: z.array(z.uuid()).max(200),
    openSeats: reason.nullable().default(null),
  }),
  permission: 'ballot.announce',
  subject: ofSession,
  changesPublicPages: true,
  async run(
    writer,
    { sessionId, serial, supersedesId, reason: why, elected, openSeats, signedBy, signedOn },
  ): Promise<Result<{ noticeId: string }, NoticeRefusal>> {
    const session = await getSessionForUpdate(writer, sessionId);
    const notices = await listNotices(writer, sessionId);
    const before = notices.find((it) => it.id === supersedesId);
    if (before === undefined) throw new Problem(404, 'unknown-notice', { id: supersedesId });
    const later = notices.find((it) => it.supersedesId === supersedesId);
    if (later !== undefined) return refuse({ kind: 'superseded-already', serial: later.serial });
    if (notices.some((it) => it.serial === serial)) return refuse({ kind: 'serial-taken', serial });
    if (signedOn > writer.today) return refuse({ kind: 'signed-in-future' });
    const chosen = [...new Set(elected)];
    const { seats } = session.sheet.rule;
    if (chosen.length > seats) return refuse({ kind: 'correction-exceeds-seats', elected: chosen.length, seats });
    const rounds = await listRounds(writer, sessionId);
    const publish = publishedOf(session.sheet, rounds);
    const named = chosen.map((candidateId) => electedIn(rounds, candidateId, publish));
    const content: NoticeContent = {
      ...before.content,
      elected: inPublishedOrder(named, publish, rounds[0]!.candidateIds),
      openSeats,
    };
    if (isSame(content, before.content)) return refuse({ kind: 'correction-changes-nothing' });
    const notice = { id: newId(), sessionId, serial, supersedesId, reason: why, content, signedBy, signedOn };
    await addNotice(writer, { ...notice, digest: digestOfNotice(notice) });
    return accept({ noticeId: notice.id });
  },
});

const isSame = (one: NoticeContent, other: NoticeContent) =>
  canonicalText([one.elected, one.openSeats]) === canonicalText([other.elected, other.openSeats]);

function electedIn(
  rounds: Awaited<ReturnType<typeof listRounds>>,
  candidateId: string,
  publish: NoticeContent['publish'],
): NoticeContent['elected'][number] {
  const round = rounds.findLast((it) => it.sheet?.candidates.some(({ id }) => id === candidateId));
  if (round === undefined) throw new Problem(404, 'unknown-candidate', { id: candidateId });
  const name = round.sheet!.candidates.find((it) => it.id === candidateId)!.name;
  return { candidateId, name, votes: publish === 'list-counts' ? votesIn(round, candidateId) : null, round: round.position };
}
