import { type Choice, makeOpenableBallot, type OpenElection, type Opening, openedChoices } from '#/ballot/rules/belenios/ballot.ts';
import { secretOf } from '#/ballot/rules/belenios/credentials.ts';
import { belenios2048 } from '#/ballot/rules/belenios/group.ts';
import { openElection } from '#/ballot/rules/belenios/open.ts';
import { Ballot, Election, hexHash, readMessage, textOf } from '#/ballot/rules/belenios/structures.ts';
import { randomBelow } from '#/kernel/random-below.ts';

export type Openings = readonly (readonly Opening[])[];
export type VoteRequest =
  | { readonly kind: 'ready' }
  | { readonly kind: 'identify'; readonly election: string; readonly credential: string }
  | { readonly kind: 'make'; readonly election: string; readonly credential: string; readonly choices: readonly Choice[] }
  | { readonly kind: 'check'; readonly election: string; readonly ballot: string; readonly openings: Openings };
export type VoteAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'identified'; readonly publicKey: string }
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'made'; readonly ballot: string; readonly tracker: string; readonly openings: Openings }
  | { readonly kind: 'checked'; readonly choices: readonly Choice[] | null };

const group = belenios2048();
let last: OpenElection | null = null;

function openedElection(text: string): OpenElection {
  if (last?.text !== text) last = openElection(group, readMessage(Election, text)!, text);
  return last;
}

/** How many random numbers a ballot draws: one and a proof of two branches for each ciphertext, and the proofs of each sum. */
function drawsOf({ election }: OpenElection): number {
  return election.questions.reduce((sum, it) => {
    const ciphertexts = it.answers.length + (it.blank ? 1 : 0);
    return sum + ciphertexts * 6 + 2 * (it.max - it.min + 2) + (it.blank ? 8 : 1);
  }, 1);
}

self.onmessage = ({ data }: MessageEvent<VoteRequest>) => {
  const answer = (it: VoteAnswer) => self.postMessage(it);
  if (data.kind === 'ready') return answer({ kind: 'ready' });
  const open = openedElection(data.election);
  if (data.kind === 'check') {
    const ballot = readMessage(Ballot, data.ballot);
    return answer({ kind: 'checked', choices: ballot === null ? null : openedChoices(open, ballot, data.openings) });
  }
  const secret = secretOf(group, data.credential, open.election.uuid);
  if (data.kind === 'identify') return answer({ kind: 'identified', publicKey: group.powerOfG(secret).toString() });
  const all = drawsOf(open);
  let drawn = 0;
  const counting = (limit: bigint) => {
    drawn += 1;
    if (drawn % 8 === 0) answer({ kind: 'progress', share: Math.min(0.99, drawn / all) });
    return randomBelow(limit);
  };
  const made = makeOpenableBallot(open, counting, { secret, choices: data.choices });
  const ballot = textOf(made.ballot);
  answer({ kind: 'made', ballot, tracker: hexHash(ballot), openings: made.openings });
};
