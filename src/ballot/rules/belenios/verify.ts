import { type ArchiveEvent, readArchive } from './archive.ts';
import { ballotFault, type OpenElection } from './ballot.ts';
import { GROUP_NAME, type Group, isElement } from './group.ts';
import { openElection } from './open.ts';
import {
  Ballot,
  Credentials,
  Election,
  EncryptedTally,
  hexHash,
  Owned,
  PartialDecryption,
  Result,
  readMessage,
  SetupData,
  SizedTally,
  type TrusteeKind,
  Trustees,
  textOf,
} from './structures.ts';
import { combinedFactors, counts, encryptedTally, isPartialDecryption, lastBallots, trusteeParts } from './tally.ts';
import { electionKey, trusteeFault } from './trustees.ts';

/** One check of an archive, by name; `why` says what failed. */
export type Check = { readonly name: CheckName; readonly ok: boolean; readonly why?: string };

export const CHECKS = [
  'archive-format',
  'event-chain',
  'setup',
  'trustees',
  'election-key',
  'credentials',
  'ballots',
  'ballots-unique',
  'encrypted-tally',
  'partial-decryptions',
  'result',
] as const;
export type CheckName = (typeof CHECKS)[number];

export type ArchiveReport = {
  readonly ok: boolean;
  readonly checks: readonly Check[];
  /** The counts question by question, as the archive states them; null while there are none. */
  readonly result: readonly (readonly number[])[] | null;
  readonly ballots: number;
  readonly tallied: number | null;
};

/** Checks ballots, possibly many at a time and elsewhere; answers in the order asked. */
export type BallotChecker = (open: OpenElection, ballots: readonly Ballot[]) => Promise<readonly (string | null)[]>;

const checkHere: BallotChecker = async (open, ballots) => ballots.map((it) => ballotFault(open, it));

/**
 * Every check of an archive, in order; the first that fails ends it, for what follows rests on it. Stricter than the tool of the specification's
 * authors: the published tally, its sizes and ballots recorded twice are held against each other, and every element must lie in the group.
 */
export async function verifyArchive(group: Group, bytes: Uint8Array, checkBallots: BallotChecker = checkHere): Promise<ArchiveReport> {
  const state: State = { group, checks: [], ballots: [], result: null, tallied: null };
  // What stops a check, be it only that a part is too large for any memory, is that check not passed.
  await checkAll(state, bytes, checkBallots).catch(() => note(state, CHECKS[state.checks.length]!, 'cannot-be-checked'));
  const { checks, result, ballots, tallied } = state;
  return { ok: checks.every((it) => it.ok), checks, result, ballots: ballots.length, tallied };
}

async function checkAll(state: State, bytes: Uint8Array, checkBallots: BallotChecker): Promise<void> {
  const read = readArchive(bytes);
  note(state, 'archive-format', read.ok ? null : read.fault);
  if (read.ok) await checkEvents(state, read.value.events, checkBallots);
}

type Cast = { readonly ballot: Ballot; readonly text: string };
type State = {
  readonly group: Group;
  readonly checks: Check[];
  ballots: Cast[];
  result: readonly (readonly number[])[] | null;
  tallied: number | null;
};

/** Returns whether the check passed. */
function note({ checks }: State, name: CheckName, why: string | null): boolean {
  checks.push(why === null ? { name, ok: true } : { name, ok: false, why });
  return why === null;
}

async function checkEvents(state: State, events: readonly ArchiveEvent[], checkBallots: BallotChecker): Promise<void> {
  if (!note(state, 'event-chain', chainFault(events))) return;
  const setup = readSetup(events[0]!);
  if (!note(state, 'setup', typeof setup === 'string' ? setup : null) || typeof setup === 'string') return;
  const { election, trustees, credentials, electionText } = setup;
  const { group } = state;
  const faults = trustees.map((it) => trusteeFault(group, it));
  const at = faults.findIndex((it) => it !== null);
  if (!note(state, 'trustees', at < 0 ? null : `${faults[at]} of part ${at + 1}`)) return;
  if (!note(state, 'election-key', electionKey(group, trustees) === election.public_key ? null : 'not-the-product-of-the-trustees')) return;
  const weights = readCredentials(group, credentials);
  if (!note(state, 'credentials', typeof weights === 'string' ? weights : null) || typeof weights === 'string') return;
  const open = openElection(group, election, electionText);
  if (!(await checkAllBallots(state, events, { open, weights, checkBallots }))) return;
  checkTally(state, events, { open, weights, trustees });
}

const ORDER = ['Setup', 'Ballot', 'EndBallots', 'EncryptedTally', 'PartialDecryption', 'Result'] as const;
const REPEATS: readonly string[] = ['Ballot', 'PartialDecryption'];
const DATA_COUNT = { Setup: 4, Ballot: 1, EndBallots: 0, EncryptedTally: 2, PartialDecryption: 2, Result: 1 } as const;

function chainFault(events: readonly ArchiveEvent[]): string | null {
  if (events.length === 0) return 'no-events';
  for (const [i, { event, data }] of events.entries()) {
    const before = events[i - 1]?.event;
    const parent = before === undefined ? undefined : hexHash(textOf(before));
    if (event.height !== i || event.parent !== parent) return `event ${i}: parent-or-height`;
    if (!mayFollow(before?.type, event.type)) return `event ${i}: ${event.type} after ${before?.type ?? 'nothing'}`;
    const wanted = DATA_COUNT[event.type];
    // A payload that was recorded before is not recorded again; whether it may stand twice is asked of the ballots.
    if (data.length !== wanted && !(event.type === 'Ballot' && data.length === 0)) return `event ${i}: ${data.length} data, not ${wanted}`;
    const payload = data.length === 0 ? event.payload : hexHash(data.at(-1)!);
    if ((event.payload === undefined) !== (wanted === 0) || event.payload !== payload) return `event ${i}: payload`;
  }
  return null;
}

function mayFollow(before: string | undefined, type: (typeof ORDER)[number]): boolean {
  if (before === undefined) return type === 'Setup';
  const [from, to] = [ORDER.indexOf(before as (typeof ORDER)[number]), ORDER.indexOf(type)];
  return to === from + 1 || (to === from && REPEATS.includes(type)) || (before === 'Setup' && type === 'EndBallots');
}

type Setup = {
  readonly election: Election;
  readonly electionText: string;
  readonly trustees: readonly TrusteeKind[];
  readonly credentials: readonly string[];
};

function readSetup({ data }: ArchiveEvent): Setup | string {
  const [electionText, trusteesText, credentialsText, setupText] = data as [string, string, string, string];
  const setup = readMessage(SetupData, setupText);
  if (setup === null) return 'setup-data';
  const hashes = [electionText, trusteesText, credentialsText].map(hexHash);
  if (setup.election !== hashes[0] || setup.trustees !== hashes[1] || setup.credentials !== hashes[2]) return 'setup-data-names-other-data';
  const election = readMessage(Election, electionText);
  if (election === null) return 'election';
  if (election.group !== GROUP_NAME) return `group ${election.group}`;
  if (election.questions.some((it) => it.min > it.max || it.max > it.answers.length)) return 'question-bounds';
  const trustees = readMessage(Trustees, trusteesText);
  const credentials = readMessage(Credentials, credentialsText);
  if (trustees === null) return 'trustees';
  return credentials === null ? 'credentials' : { election, electionText, trustees, credentials };
}

/** Weights by public credential. */
function readCredentials(group: Group, credentials: readonly string[]): ReadonlyMap<bigint, number> | string {
  const weights = new Map<bigint, number>();
  for (const line of credentials) {
    const [credential, weight = '1'] = line.split(',') as [string, string?];
    const element = BigInt(credential);
    if (weights.has(element)) return 'listed-twice';
    if (!isElement(group, element)) return 'not-in-group';
    weights.set(element, Number(weight));
  }
  return weights;
}

type Known = { readonly open: OpenElection; readonly weights: ReadonlyMap<bigint, number> };

async function checkAllBallots(
  state: State,
  events: readonly ArchiveEvent[],
  { open, weights, checkBallots }: Known & { readonly checkBallots: BallotChecker },
): Promise<boolean> {
  const texts = new Map<string, string>();
  const cast: Cast[] = [];
  let repeated: number | null = null;
  for (const { event, data } of events.filter((it) => it.event.type === 'Ballot')) {
    const text = data[0] ?? texts.get(event.payload!);
    if (text === undefined) return note(state, 'ballots', `event ${event.height}: no-such-payload`);
    const ballot = readMessage(Ballot, text);
    if (ballot === null) return note(state, 'ballots', `event ${event.height}: not-canonical`);
    if (!weights.has(ballot.credential)) return note(state, 'ballots', `event ${event.height}: unknown-credential`);
    if (texts.has(event.payload!)) repeated ??= event.height;
    texts.set(event.payload!, text);
    cast.push({ ballot, text });
  }
  state.ballots = cast;
  const faults = await checkBallots(
    open,
    cast.map((it) => it.ballot),
  );
  const at = faults.findIndex((it) => it !== null);
  const isGood = note(state, 'ballots', at < 0 ? null : `ballot ${at + 1}: ${faults[at]}`);
  return note(state, 'ballots-unique', repeated === null ? null : `event ${repeated}: recorded-before`) && isGood;
}

function checkTally(state: State, events: readonly ArchiveEvent[], known: Known & { readonly trustees: readonly TrusteeKind[] }): void {
  const tallied = events.find((it) => it.event.type === 'EncryptedTally');
  if (tallied === undefined) return;
  const { group } = state;
  const { election } = known.open;
  const counted = lastBallots(state.ballots).map(({ ballot }) => ({ ballot, weight: known.weights.get(ballot.credential)! }));
  const most = counted.reduce((sum, it) => sum + it.weight, 0);
  const tally = encryptedTally(group, election.questions, counted);
  const [tallyText, sizedText] = tallied.data as [string, string];
  const sized = readMessage(SizedTally, sizedText);
  const fault = (() => {
    if (sized === null || readMessage(EncryptedTally, tallyText) === null) return 'not-canonical';
    if (sized.encrypted_tally !== hexHash(tallyText)) return 'names-other-data';
    if (sized.num_tallied !== counted.length || sized.total_weight !== most) return 'number-of-ballots';
    return textOf(tally) === tallyText ? null : 'not-the-product-of-the-ballots';
  })();
  if (!note(state, 'encrypted-tally', fault)) return;
  state.tallied = counted.length;
  const parts = trusteeParts(known.trustees);
  const decryptions = readDecryptions(group, events, { tally, fingerprint: known.open.fingerprint, keys: parts.flatMap((it) => it.keys) });
  if (decryptions === null) return;
  if (!note(state, 'partial-decryptions', typeof decryptions === 'string' ? decryptions : null) || typeof decryptions === 'string') return;
  const last = events.at(-1)!;
  if (last.event.type !== 'Result') return;
  const factors = combinedFactors(group, parts, decryptions);
  const found = factors === null ? null : counts(group, tally, { factors, most });
  const stated = readMessage(Result, last.data[0]!);
  const isRight = found !== null && stated !== null && textOf(stated.result) === textOf(found);
  note(state, 'result', isRight ? null : factors === null ? 'too-few-trustees' : 'not-what-the-tally-decrypts-to');
  state.result = isRight ? found : null;
}

function readDecryptions(
  group: Group,
  events: readonly ArchiveEvent[],
  { tally, fingerprint: print, keys }: { tally: EncryptedTally; fingerprint: string; keys: readonly bigint[] },
): ReadonlyMap<number, PartialDecryption> | string | null {
  const made = events.filter((it) => it.event.type === 'PartialDecryption');
  if (made.length === 0) return null;
  const decryptions = new Map<number, PartialDecryption>();
  for (const { event, data } of made) {
    const [text, ownedText] = data as [string, string];
    const owned = readMessage(Owned, ownedText);
    const decryption = readMessage(PartialDecryption, text);
    if (owned === null || decryption === null || owned.payload !== hexHash(text)) return `event ${event.height}: not-canonical`;
    const publicKey = keys[owned.owner - 1];
    if (publicKey === undefined) return `event ${event.height}: no trustee ${owned.owner}`;
    if (decryptions.has(owned.owner)) return `event ${event.height}: trustee ${owned.owner} twice`;
    const factorsInGroup = decryption.decryption_factors.every((row) => row.every((it) => isElement(group, it)));
    if (!factorsInGroup || !isPartialDecryption(group, decryption, { tally, fingerprint: print, publicKey }))
      return `event ${event.height}: proof of trustee ${owned.owner}`;
    decryptions.set(owned.owner, decryption);
  }
  return decryptions;
}
