import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { anonymousCommand } from '#/platform/command.ts';
import type { Reader } from '#/platform/db.ts';
import { type Box, CastBallot, type CastRefusal, credentialLines, FindTracker, ShowElection } from '../rules/box.ts';
import { cast, noteTry, type ReadBallot, readBallot, refusedBallot, type Tries, waitAfter } from '../rules/casting.ts';
import { findBoxState, findElection } from '../store/boxes.ts';
import { addPaper, countPapers, findTrackerOf, hasTracker, lockBox } from '../store/sealed-papers.ts';
import { checkInThread } from './check-threads.ts';

/** What never changes once deputies may vote. */
type Known = { readonly boxId: string; readonly election: string; readonly credentials: ReadonlySet<string> };
const known = new Map<string, Known>();
const tries = new Map<string, Tries>();

async function knownElection(reader: Reader, uuid: string): Promise<Known> {
  const name = `${reader.district} ${uuid}`;
  const kept = known.get(name);
  if (kept !== undefined) return kept;
  const box = await votableBox(reader, uuid);
  const made = { boxId: box.id, election: box.election!, credentials: new Set(credentialLines(box)) };
  known.set(name, made);
  return made;
}

async function votableBox(reader: Reader, uuid: string): Promise<Box> {
  const box = await findElection(reader, uuid);
  if (box?.credentials == null) throw new Problem(404, 'unknown-election');
  return box;
}

type Checked = { readonly boxId: string; readonly checked: Result<ReadBallot, CastRefusal> };

/**
 * 投票: puts one encrypted ballot into the box. All proofs are checked before the transaction begins; in it stand only the count, the credential
 * and the paper. Nothing of it is logged, timed or counted.
 */
export const castBallot = anonymousCommand({
  name: 'ballot.cast',
  version: 1,
  anonymous: true,
  input: CastBallot,
  async ahead(look, { election, ballot }): Promise<Checked> {
    const { boxId, ...it } = await look((reader) => knownElection(reader, election));
    const wait = waitAfter(tries.get(boxId), Date.now());
    const read = readBallot(ballot, it.credentials);
    if (!read.ok) {
      if (read.refusal.kind === 'unknown-credential') tries.set(boxId, noteTry(tries.get(boxId), Date.now()));
      return { boxId, checked: wait === null ? read : refuse({ kind: 'too-many-tries', seconds: wait }) };
    }
    const fault = await checkInThread(it.election, ballot);
    return { boxId, checked: fault === null ? read : refuse(refusedBallot(fault)) };
  },
  async run(writer, { ballot }, { boxId, checked }): Promise<Result<{ tracker: string }, CastRefusal>> {
    if (!checked.ok) return checked;
    const { credential, tracker } = checked.value;
    await lockBox(writer, boxId);
    const [box, ballots, ownTracker] = [
      await findBoxState(writer, boxId),
      await countPapers(writer, boxId),
      await findTrackerOf(writer, boxId, credential),
    ];
    const decided = cast({ box, ballots, ownTracker }, tracker);
    if (!decided.ok) return decided;
    if (decided.value.isNew) await addPaper(writer, boxId, { tracker, credential, content: ballot });
    return accept({ tracker });
  },
});

/** 查验: whether the box holds a ballot of this fingerprint. Whoever has lost the answer of casting learns here what came of it. */
export const findTracker = anonymousCommand({
  name: 'ballot.find-tracker',
  version: 1,
  anonymous: true,
  input: FindTracker,
  async run(reader, { election, tracker }): Promise<Result<{ recorded: boolean }, never>> {
    const { id } = await votableBox(reader, election);
    return accept({ recorded: await hasTracker(reader, id, tracker) });
  },
});

export type ShownElection = {
  readonly election: string;
  readonly credentials: readonly string[];
  readonly state: Box['state'];
  readonly form: Box['form'];
};

/** What a voting page needs: the election as published, and all public credentials, so that nobody asks about one. */
export const showElection = anonymousCommand({
  name: 'ballot.show-election',
  version: 1,
  anonymous: true,
  input: ShowElection,
  async run(reader, { election }): Promise<Result<ShownElection, never>> {
    const box = await votableBox(reader, election);
    return accept({ election: box.election!, credentials: credentialLines(box), state: box.state, form: box.form });
  },
});
