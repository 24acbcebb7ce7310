import type { CivilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { Round } from './round.ts';
import type { Session } from './session.ts';
import { leastBallotsOf, type SessionSheet } from './session-sheet.ts';

/** 当选项目: chosen in which vote, with how many votes (points, in a ranking). */
export type Elected = { readonly candidateId: string; readonly name: string; readonly round: number; readonly votes: number };

/** 会议的结果: all votes of a session taken together, and what is still open after the last one. */
export type SessionResult = {
  readonly elected: readonly Elected[];
  readonly tied: readonly string[];
  readonly shortage: number;
  readonly isVoid: boolean;
};

/** What a vote left open is settled by the vote that follows it. */
export function resultOf(rounds: readonly Round[], seats: number): SessionResult {
  const decided = rounds.filter((it) => it.outcome !== null).toSorted((a, b) => a.position - b.position);
  const elected = decided.flatMap((round) =>
    round.outcome!.elected.map((candidateId) => ({
      candidateId,
      name: round.sheet!.candidates.find((it) => it.id === candidateId)?.name ?? '',
      round: round.position,
      votes: votesIn(round, candidateId),
    })),
  );
  const last = decided.at(-1)?.outcome ?? null;
  const tied = last?.tiedAtCut ?? [];
  return { elected, tied, shortage: Math.max(0, seats - elected.length), isVoid: last !== null && !last.valid };
}

export function votesIn({ sheet }: Round, candidateId: string): number {
  const votes = sheet!.votes[candidateId];
  return (sheet!.rule.form === 'rank' ? votes?.points : votes?.for) ?? 0;
}

/** 公告的内容: what was announced, no more than the rule sheet lets the public read. */
export type NoticeContent = {
  readonly sessionTitle: string;
  readonly forYear: number;
  readonly publish: SessionSheet['publish'];
  readonly roll: number;
  readonly attending: number;
  readonly seats: number;
  readonly candidates: number;
  /** `votes` only where the sheet lets counts be published. */
  readonly elected: readonly {
    readonly candidateId: string;
    readonly name: string;
    readonly votes: number | null;
    readonly round: number;
  }[];
  /** 主席团的决定 on seats that stay open. */
  readonly openSeats: string | null;
};

/** 公告: numbered, signed, dated; a correction supersedes the one before and rewrites nothing. */
export type Notice = {
  readonly id: string;
  readonly sessionId: string;
  readonly serial: number;
  readonly supersedesId: string | null;
  readonly reason: string | null;
  readonly content: NoticeContent;
  readonly signedBy: string;
  readonly signedOn: CivilDate;
  readonly recordedBy: string;
  readonly digest: string;
};

export type NoticeRefusal =
  | { readonly kind: 'count-not-finished' }
  | { readonly kind: 'vote-void' }
  | { readonly kind: 'result-open'; readonly tied: number; readonly shortage: number }
  | { readonly kind: 'announced-already'; readonly serial: number }
  | { readonly kind: 'not-announced' }
  | { readonly kind: 'serial-taken'; readonly serial: number }
  | { readonly kind: 'superseded-already'; readonly serial: number }
  | { readonly kind: 'correction-changes-nothing' }
  | { readonly kind: 'correction-exceeds-seats'; readonly elected: number; readonly seats: number }
  | { readonly kind: 'signed-in-future' };

/** 宣布: nothing may be open, except seats that the rule or the presidium leaves open. */
export function mayAnnounce(session: Session, rounds: readonly Round[], openSeats: string | null): Result<SessionResult, NoticeRefusal> {
  if (rounds.length === 0 || rounds.some((it) => it.state !== 'decided')) return refuse({ kind: 'count-not-finished' });
  const result = resultOf(rounds, session.sheet.rule.seats);
  if (result.isVoid) return refuse({ kind: 'vote-void' });
  const mayStayOpen = openSeats !== null || (result.tied.length === 0 && session.sheet.rule.shortage === 'leave');
  if (result.shortage > 0 && !mayStayOpen) return refuse({ kind: 'result-open', tied: result.tied.length, shortage: result.shortage });
  return accept(result);
}

/** What of a result may be read: no ranks and no counts where so few papers were counted that they would tell single votes. */
export function publishedOf(sheet: SessionSheet, rounds: readonly Round[]): SessionSheet['publish'] {
  const isSmall = rounds.some((it) => it.sheet !== null && it.sheet.collected < leastBallotsOf(sheet));
  return isSmall ? 'list' : sheet.publish;
}

/** 存档 opens to the counts of the electronic part, and so to those of the paper part beside it: neither may be small. */
export function isArchivePublic(sheet: SessionSheet, papers: number): boolean {
  return sheet.publish === 'list-counts' && (papers === 0 || papers >= leastBallotsOf(sheet));
}

export function noticeContent(session: Session, rounds: readonly Round[], result: SessionResult, openSeats: string | null): NoticeContent {
  const { sheet } = session;
  const first = rounds.find((it) => it.position === 1)!;
  const publish = publishedOf(sheet, rounds);
  return {
    sessionTitle: session.title,
    forYear: session.forYear,
    publish,
    roll: first.rollCount,
    attending: first.attending,
    seats: sheet.rule.seats,
    candidates: sheet.candidates,
    elected: inPublishedOrder(result.elected, publish, first.candidateIds).map(({ candidateId, name, votes, round }) => ({
      candidateId,
      name,
      votes: publish === 'list-counts' ? votes : null,
      round,
    })),
    openSeats: result.shortage > 0 ? openSeats : null,
  };
}

/** A list without ranks stands in the order of the ballot paper, so that its order tells nothing. */
export function inPublishedOrder<It extends { readonly candidateId: string }>(
  elected: readonly It[],
  publish: SessionSheet['publish'],
  onPaper: readonly string[],
): readonly It[] {
  if (publish !== 'list') return elected;
  return elected.toSorted((a, b) => onPaper.indexOf(a.candidateId) - onPaper.indexOf(b.candidateId));
}

/** The notice that holds: the one that no other supersedes. */
export function standing(notices: readonly Notice[]): Notice | null {
  return notices.find((it) => !notices.some((other) => other.supersedesId === it.id)) ?? null;
}
