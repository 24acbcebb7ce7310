import { parentPort, workerData } from 'node:worker_threads';
import { nativePower } from '#/platform/big-numbers.ts';
import { ballotFault } from '../rules/belenios/ballot.ts';
import { belenios2048 } from '../rules/belenios/group.ts';
import { openElection } from '../rules/belenios/open.ts';
import { Ballot, Election, readMessage } from '../rules/belenios/structures.ts';

const { electionText, ballots } = workerData as { electionText: string; ballots: readonly string[] };
const group = belenios2048(nativePower(belenios2048().p));
const open = openElection(group, readMessage(Election, electionText)!, electionText);

parentPort!.postMessage(ballots.map((it) => ballotFault(open, readMessage(Ballot, it)!)));
