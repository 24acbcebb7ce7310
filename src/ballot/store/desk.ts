import type { Reader } from '#/platform/db.ts';
import type { Box } from '../rules/box.ts';
import type { Round } from '../rules/round.ts';
import { findBoxOfRound } from './boxes.ts';
import { listRounds } from './rounds.ts';

export type RoundAtTheDesk = { readonly round: Round | null; readonly box: Box | null };

/** The vote that deputies come for: the last one, while it is not decided, with its electronic box. */
export async function roundAtTheDesk(reader: Reader, sessionId: string): Promise<RoundAtTheDesk> {
  const round = (await listRounds(reader, sessionId)).findLast((it) => it.state !== 'decided') ?? null;
  const box = round === null ? null : ((await findBoxOfRound(reader, round.id)) ?? null);
  return { round, box };
}

/** Attendance counts for a vote until its papers go out. */
export function isAttendanceClosed(round: Round | null): boolean {
  return round?.state === 'voting' || round?.state === 'counting';
}
