import type { OpenElection } from './ballot.ts';
import { type Group, tableOf } from './group.ts';
import { type Election, fingerprint } from './structures.ts';

/** An election ready to vote in and to check ballots of; `text` is the election as it was published, byte for byte. */
export function openElection(group: Group, election: Election, text: string): OpenElection {
  const y = election.public_key;
  return { election, text, fingerprint: fingerprint(text), key: { group, y, powerOfY: tableOf(group, y) } };
}
