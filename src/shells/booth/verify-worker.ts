import { ballotFault, openedChoices } from '#/ballot/rules/belenios/ballot.ts';
import { belenios2048 } from '#/ballot/rules/belenios/group.ts';
import { openElection } from '#/ballot/rules/belenios/open.ts';
import { Ballot, Election, readMessage } from '#/ballot/rules/belenios/structures.ts';
import { verifyArchive } from '#/ballot/rules/belenios/verify.ts';

/** Either the whole archive (the ballots come back, to be checked by several), or a part of its ballots. */
const group = belenios2048();
let answerBallots: ((faults: readonly (string | null)[]) => void) | null = null;

self.onmessage = async ({ data }: MessageEvent) => {
  if (data.kind === 'archive') {
    const report = await verifyArchive(group, data.bytes as Uint8Array, (open, ballots) => {
      self.postMessage({ kind: 'ballots', election: open.text, ballots });
      return new Promise((resolve) => {
        answerBallots = resolve;
      });
    });
    self.postMessage({ kind: 'report', report });
  }
  if (data.kind === 'ready') self.postMessage({ kind: 'ready' });
  if (data.kind === 'faults') answerBallots?.(data.faults);
  if (data.kind === 'part') {
    const open = openElection(group, readMessage(Election, data.election)!, data.election);
    for (const { at, ballot } of data.ballots as readonly { at: number; ballot: Ballot }[])
      self.postMessage({ kind: 'checked', at, fault: ballotFault(open, ballot) });
  }
  if (data.kind === 'challenge') {
    const election = readMessage(Election, data.election);
    const ballot = readMessage(Ballot, data.ballot);
    const open = election === null ? null : openElection(group, election, data.election);
    const choices =
      open === null || ballot === null || ballotFault(open, ballot) !== null ? null : openedChoices(open, ballot, data.openings);
    self.postMessage({ kind: 'challenge', questions: election?.questions ?? [], choices });
  }
};
