import { accept, type Result, refuse } from '#/kernel/result.ts';
import type { BallotFault } from './belenios/ballot.ts';
import { Ballot, hexHash, readMessage } from './belenios/structures.ts';
import type { Box, CastRefusal } from './box.ts';

/** A ballot as it came. By its `tracker` (查验码), the fingerprint of its bytes, the deputy finds it again in the box and in the archive. */
export type ReadBallot = { readonly ballot: Ballot; readonly tracker: string; readonly credential: string };

/** What costs next to nothing is asked first: is it a ballot at all, and of a credential of this election. */
export function readBallot(text: string, credentials: ReadonlySet<string>): Result<ReadBallot, CastRefusal> {
  const ballot = readMessage(Ballot, text);
  if (ballot === null) return refuse({ kind: 'ballot-malformed', check: 'not-canonical' });
  const credential = ballot.credential.toString();
  if (!credentials.has(credential)) return refuse({ kind: 'unknown-credential' });
  return accept({ ballot, tracker: hexHash(text), credential });
}

export function refusedBallot(fault: BallotFault): CastRefusal {
  return { kind: 'ballot-malformed', check: fault };
}

/** What the box holds at the moment of casting. */
export type Standing = {
  readonly box: Pick<Box, 'state' | 'admitted'>;
  readonly ballots: number;
  /** The fingerprint of the ballot that this credential has in the box. */
  readonly ownTracker: string | null;
};

export type Cast = { readonly tracker: string; readonly isNew: boolean };

/** One ballot for each credential. The same bytes sent again are the same ballot, also after the end; the box never holds more than were admitted. */
export function cast({ box, ballots, ownTracker }: Standing, tracker: string): Result<Cast, CastRefusal> {
  if (ownTracker === tracker) return accept({ tracker, isNew: false });
  if (box.state !== 'open') return refuse({ kind: 'box-not-open', state: box.state });
  if (ownTracker !== null) return refuse({ kind: 'credential-used' });
  if (ballots >= box.admitted!) return refuse({ kind: 'box-full', admitted: box.admitted! });
  return accept({ tracker, isNew: true });
}

const WRONG_TRIES = 20;
const TRIES_WINDOW_MS = 60_000;

/** How many unknown credentials came within the window. Who sent them is not kept. */
export type Tries = { readonly since: number; readonly count: number };

export function noteTry(before: Tries | undefined, now: number): Tries {
  return before === undefined || now - before.since >= TRIES_WINDOW_MS ? { since: now, count: 1 } : { ...before, count: before.count + 1 };
}

/** Unknown credentials are answered slowly after a while: none of them could be guessed in the life of a district, but guessing costs others time. */
export function waitAfter(tries: Tries | undefined, now: number): number | null {
  if (tries === undefined || tries.count < WRONG_TRIES || now - tries.since >= TRIES_WINDOW_MS) return null;
  return Math.ceil((TRIES_WINDOW_MS - (now - tries.since)) / 1000);
}
