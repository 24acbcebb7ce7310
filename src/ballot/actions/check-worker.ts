import { parentPort } from 'node:worker_threads';
import { nativePower } from '#/platform/big-numbers.ts';
import { ballotFault, type OpenElection } from '../rules/belenios/ballot.ts';
import { belenios2048 } from '../rules/belenios/group.ts';
import { openElection } from '../rules/belenios/open.ts';
import { Ballot, Election, readMessage } from '../rules/belenios/structures.ts';

/** Checks one ballot after another; an election's tables are made once. */
const group = belenios2048(nativePower(belenios2048().p));
let last: OpenElection | null = null;

parentPort!.on('message', ({ id, election, ballot }: { id: number; election: string; ballot: string }) => {
  if (last?.text !== election) last = openElection(group, readMessage(Election, election)!, election);
  parentPort!.postMessage({ id, fault: ballotFault(last, readMessage(Ballot, ballot)!) });
});
