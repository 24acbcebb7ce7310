import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { randomBelow } from '#/kernel/random-below.ts';
import { nativePower } from '#/platform/big-numbers.ts';
import { archiveBytes, eventMembers, type Member, readArchive } from './rules/belenios/archive.ts';
import { ballotFault, choiceFaults, makeBallot, trackerOf } from './rules/belenios/ballot.ts';
import { isCredential, newCredential, secretOf } from './rules/belenios/credentials.ts';
import { belenios2048 } from './rules/belenios/group.ts';
import { openElection } from './rules/belenios/open.ts';
import { type RehearsalPlan, rehearse } from './rules/belenios/rehearse.ts';
import { Ballot, Election, type Event, fingerprint, hexHash, readMessage, textOf } from './rules/belenios/structures.ts';
import { verifyArchive } from './rules/belenios/verify.ts';

const group = belenios2048(nativePower(belenios2048().p));
const REFERENCE = fs.readFileSync(new URL('./rules/belenios/fixtures/reference-2.0.bel', import.meta.url));

const QUESTION = { answers: ['公园', '步道', '路灯'], blank: true, min: 1, max: 2, question: '从中选出不超过 2 项' };
const PLAN: RehearsalPlan = { voters: 3, question: QUESTION, trustees: 3, threshold: 2, name: '票决演练', timestamp: 1_790_000_000 };
const CHOICES = [[1, 1, 0], [0, 1, 0], null] as const;
const played = rehearse(group, randomBelow, PLAN, (voter) => CHOICES[voter]!);
const events = readEvents(played.archive);

type Told = { readonly type: Event['type']; readonly data: readonly string[] };

function readEvents(bytes: Uint8Array): readonly Told[] {
  const read = readArchive(bytes);
  assert.ok(read.ok);
  return read.value.events.map(({ event, data }) => ({ type: event.type, data }));
}

/** The archive of these events, every hash and parent made right again: what somebody with the server in hand could publish. */
function archiveOf(told: readonly Told[]): Uint8Array {
  const members: Member[] = [];
  let last: Event | null = null;
  for (const { type, data } of told) {
    const made = eventMembers(last, type, data);
    members.push(...made.members);
    last = made.event;
  }
  return archiveBytes(PLAN.timestamp, members);
}

async function failing(told: readonly Told[]): Promise<string> {
  const { ok, checks } = await verifyArchive(group, archiveOf(told));
  assert.equal(ok, false);
  const failed = checks.filter((it) => !it.ok);
  return failed.map((it) => it.name).join(' ');
}

const at = (type: Event['type']) => events.findIndex((it) => it.type === type);
const changed = (index: number, data: readonly string[]) => events.with(index, { ...events[index]!, data });

test('an archive made by the reference tool, with one mandatory trustee, two of three others and a changed vote, passes every check', async () => {
  const report = await verifyArchive(group, REFERENCE);
  assert.deepEqual(
    [report.ok, report.checks.filter((it) => !it.ok), report.result, report.ballots, report.tallied],
    [
      true,
      [],
      [
        [1, 1, 0, 2],
        [1, 2],
      ],
      5,
      4,
    ],
  );
});

test('our own election passes every check and counts what was voted', async () => {
  const { ok, result, tallied } = await verifyArchive(group, played.archive);
  assert.deepEqual([ok, result, tallied], [true, [[1, 1, 2, 0]], 3]);
});

test('the tool of the specification’s authors accepts our archive', async (t) => {
  if (spawnSync('belenios-tool', ['--version']).status !== 0) return t.skip('belenios-tool is not installed');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-ballot-'));
  t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  for (const plan of [PLAN, { ...PLAN, threshold: null, question: { ...QUESTION, blank: undefined, min: 0 } }]) {
    const { uuid, archive } = rehearse(group, randomBelow, plan, (voter) => CHOICES[voter] ?? [0, 0, 1]);
    fs.mkdirSync(path.join(folder, uuid));
    fs.writeFileSync(path.join(folder, uuid, `${uuid}.bel`), archive);
    const { status, stderr } = spawnSync('belenios-tool', ['election', 'verify', '--dir', path.join(folder, uuid)], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  }
});

test('an election that is still open, or not yet decrypted, passes the checks that can be made and has no result', async () => {
  for (const type of ['EndBallots', 'EncryptedTally', 'PartialDecryption', 'Result'] as const) {
    const { ok, result } = await verifyArchive(group, archiveOf(events.slice(0, at(type))));
    assert.deepEqual([ok, result], [true, null], type);
  }
});

test('one byte changed, one cut off or one added anywhere is refused', async () => {
  const bytes = Buffer.from(played.archive);
  for (const place of [0, 100, 130, 150, 160, 300, 600, 5_000, bytes.length - 700, bytes.length - 1]) {
    const other = Buffer.from(bytes);
    other[place]! ^= 1;
    assert.equal((await verifyArchive(group, other)).ok, false, `byte ${place}`);
  }
  assert.equal((await verifyArchive(group, bytes.subarray(0, bytes.length - 512))).ok, false);
  assert.equal((await verifyArchive(group, Buffer.concat([bytes, Buffer.alloc(512)]))).ok, false);
  for (const nothing of [Buffer.alloc(0), Buffer.alloc(512), Buffer.from('not an archive'), REFERENCE.subarray(0, 511)])
    assert.deepEqual(
      (await verifyArchive(group, nothing)).checks.map((it) => it.name),
      ['archive-format'],
    );
});

test('the four changes that the reference tool lets pass are refused: tally, number, ballot twice, older ballot again', async () => {
  const tallyAt = at('EncryptedTally');
  const [tally, sized] = events[tallyAt]!.data as [string, string];
  const rows = JSON.parse(tally) as { alpha: string; beta: string }[][];
  rows[0]!.reverse();
  const turned = JSON.stringify(rows);
  assert.equal(
    await failing(changed(tallyAt, [turned, sized.replace(hexHash(tally), hexHash(turned))]).slice(0, tallyAt + 1)),
    'encrypted-tally',
  );
  assert.equal(await failing(changed(tallyAt, [tally, sized.replace('"num_tallied":3', '"num_tallied":4')])), 'encrypted-tally');
  const ballots = events.filter((it) => it.type === 'Ballot');
  const upTo = events.slice(0, at('EndBallots'));
  assert.equal(await failing([...upTo, ballots.at(-1)!]), 'ballots-unique');
  assert.equal(await failing([...upTo, { ...ballots[0]!, data: revote() }, ballots[0]!]), 'ballots-unique');
});

function open() {
  const text = events[0]!.data[0]!;
  return openElection(group, readMessage(Election, text)!, text);
}

/** The first voter votes again, for the third candidate alone. */
function revote(): readonly string[] {
  const secret = secretOf(group, played.credentials[0]!, played.uuid);
  return [textOf(makeBallot(open(), randomBelow, { secret, choices: [[0, 0, 1]] }))];
}

test('a later ballot of a credential replaces the earlier one', async () => {
  const { ok, ballots } = await verifyArchive(group, archiveOf([...events.slice(0, at('EndBallots')), { type: 'Ballot', data: revote() }]));
  assert.deepEqual([ok, ballots], [true, 4]);
});

test('each part that was tampered with fails the check of its name', async () => {
  const [election, trustees, credentials, setup] = events[0]!.data as [string, string, string, string];
  const ballotAt = at('Ballot');
  const ballot = events[ballotAt]!.data[0]!;
  const bump = (text: string, field: RegExp) => text.replace(field, (_, head: string, digits: string) => `${head}${BigInt(digits) + 1n}`);
  const withSetup = (parts: readonly [string, string, string]) => {
    const hashes = { election: hexHash(parts[0]), trustees: hexHash(parts[1]), credentials: hexHash(parts[2]) };
    return changed(0, [...parts, JSON.stringify(hashes)]);
  };
  const resultAt = at('Result');
  const partialAt = at('PartialDecryption');
  const [partial, owned] = events[partialAt]!.data as [string, string];
  const otherPartial = bump(partial, /("decryption_proofs":\[\[\{"challenge":")(\d+)/);
  const cases: readonly (readonly [string, readonly Told[]])[] = [
    ['setup', changed(0, [election, trustees, credentials, setup.replace(/[0-9a-f]{8}/, '00000000')])],
    ['setup', withSetup([election.replace('BELENIOS-2048', 'RFC-3526-2048'), trustees, credentials])],
    ['trustees', withSetup([election, bump(trustees, /("pok":\{"challenge":")(\d+)/), credentials])],
    ['trustees', withSetup([election, bump(trustees, /("signature":\{"challenge":")(\d+)/), credentials])],
    ['trustees', withSetup([election, trustees.replace('"threshold":2', '"threshold":1'), credentials])],
    ['election-key', withSetup([bump(election, /("public_key":")(\d+)/), trustees, credentials])],
    ['credentials', withSetup([election, trustees, credentials.replace(/^\["(\d+)","\d+"/, '["$1","$1"')])],
    ['credentials', withSetup([election, trustees, credentials.replace(/^\["\d+"/, '["2"')])],
    ['ballots', changed(ballotAt, [bump(ballot, /("individual_proofs":\[\[\{"challenge":")(\d+)/)])],
    ['ballots', changed(ballotAt, [bump(ballot, /("overall_proof":\[\{"challenge":")(\d+)/)])],
    ['ballots', changed(ballotAt, [` ${ballot}`])],
    ['ballots', changed(ballotAt, [bump(ballot, /("credential":")(\d+)/)])],
    ['event-chain', [...events.slice(0, ballotAt), ...events.slice(at('EncryptedTally'))]],
    ['encrypted-tally', events.toSpliced(ballotAt, 1)],
    ['partial-decryptions', changed(partialAt, [otherPartial, owned.replace(hexHash(partial), hexHash(otherPartial))])],
    ['partial-decryptions', changed(partialAt, [partial, owned.replace('"owner":1', '"owner":3')])],
    ['result', events.toSpliced(partialAt, 1)],
    ['result', changed(resultAt, ['{"result":[[1,2,1,0]]}'])],
  ];
  for (const [name, told] of cases) assert.equal(await failing(told), name, name);
});

test('every proof of a ballot binds it: to its election, its credential and its own content', () => {
  const ballot = readMessage(Ballot, events[at('Ballot')]!.data[0]!)!;
  const resigned = (it: typeof ballot) => {
    const { signature: _, ...unsigned } = it;
    return { ...it, signature: { ...it.signature, hash: fingerprint(textOf(unsigned)) } };
  };
  const [answer] = ballot.answers as [(typeof ballot.answers)[0]];
  assert.equal(ballotFault(open(), ballot), null);
  assert.equal(ballotFault(open(), { ...ballot, election_hash: 'x' }), 'other-election');
  assert.equal(ballotFault(open(), { ...ballot, answers: [] }), 'wrong-shape');
  assert.equal(ballotFault(open(), { ...ballot, answers: [{ ...answer, choices: answer.choices.toReversed() }] }), 'signature');
  assert.equal(ballotFault(open(), resigned({ ...ballot, answers: [{ ...answer, choices: answer.choices.toReversed() }] })), 'signature');
  const negative = {
    ...ballot.signature,
    proof: { challenge: ballot.signature.proof.challenge, response: ballot.signature.proof.response + group.q },
  };
  assert.equal(ballotFault(open(), { ...ballot, signature: negative }), 'signature');
});

test('a credential is fifteen signs with a check digit; a slip of the pen is told', () => {
  for (let i = 0; i < 20; i++) {
    const credential = newCredential(randomBelow);
    assert.ok(isCredential(credential), credential);
    const wrong = credential.replace(/^./, credential[0] === 'A' ? 'B' : 'A');
    assert.equal(isCredential(wrong), false);
  }
  assert.ok(played.credentials.every(isCredential));
});

test('choices that are no vote are told before anything is encrypted, and cannot be encrypted', () => {
  const kinds = (choice: readonly (0 | 1)[] | null) => choiceFaults([QUESTION], [choice]).map((it) => it.kind);
  assert.deepEqual(
    [[1, 1, 0], null, [1, 1, 1], [0, 0, 0], [1]].map((it) => kinds(it as (0 | 1)[] | null)),
    [[], [], ['too-many-marks'], ['too-few-marks'], ['wrong-length']],
  );
  assert.deepEqual(choiceFaults([{ ...QUESTION, blank: false }], [null]), [{ kind: 'blank-not-allowed', question: 0 }]);
  assert.throws(() => makeBallot(open(), randomBelow, { secret: 5n, choices: [[1, 1, 1]] }));
});

test('two ballots of the same choice have nothing in common, and each has its own tracker', () => {
  const make = () => makeBallot(open(), randomBelow, { secret: 7n, choices: [[1, 0, 0]] });
  const [one, other] = [make(), make()];
  assert.notEqual(trackerOf(one), trackerOf(other));
  assert.ok(one.answers[0]!.choices.every((it, i) => it.alpha !== other.answers[0]!.choices[i]!.alpha));
});

test('native powers and powers by table agree with plain multiplication', () => {
  const plain = belenios2048();
  for (let i = 0; i < 12; i++) {
    const exponent = i < 4 ? BigInt(i) : randomBelow(group.q);
    const base = 2n + randomBelow(group.p - 2n);
    assert.equal(group.power(base, exponent), plain.power(base, exponent));
    assert.equal(group.powerOfG(exponent), plain.power(group.g, exponent));
  }
});
