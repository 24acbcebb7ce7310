import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { randomBelow } from '#/kernel/random-below.ts';
import { certificateText, ownSecret, readCertificates, sharesFor } from './rules/belenios/ceremony.ts';
import { newCredential, randomSigns } from './rules/belenios/credentials.ts';
import { hexHash } from './rules/belenios/structures.ts';
import { verifyArchive } from './rules/belenios/verify.ts';
import {
  anOpenBox,
  aRound,
  ballotOf,
  castIn,
  DISTRICT,
  decrypt,
  done,
  group,
  makeKeys,
  refusedWith,
  shownBox,
  TITLES,
} from './test-box.ts';

const MARKS = [[1, 1, 0]] as const;
const referenceTool = spawnSync('belenios-tool', ['--version'], { encoding: 'utf8' }).status === 0;

test('deputies vote with slips, two of three trustees open the tally, and every check of the archive passes', async (t) => {
  const it = await anOpenBox(t);
  const choices = [MARKS, [[0, 1, 0]], [null], [[0, 1, 1]]] as const;
  for (const [i, choice] of choices.entries())
    assert.equal((await castIn(it.app, it.electionUuid, ballotOf(it.open, it.credentials[i]!, choice))).status, 200);
  await done(it.office.run('ballot.close-box', { boxId: it.boxId }));
  for (const position of [1, 3])
    await done(
      it.trustees[position - 1]!.run('ballot.publish-decryption', { boxId: it.boxId, position, decryption: await decrypt(it, position) }),
    );

  const counted = await done(it.office.run('ballot.count-box', { boxId: it.boxId }));

  assert.deepEqual(counted.value, { result: [[1, 1, 3, 1]] });
  const { part } = (await it.office.get(`/ballot/box?boxId=${it.boxId}`)).body as {
    part: { issued: number; collected: number; blank: number };
  };
  assert.deepEqual([part.issued, part.collected, part.blank], [5, 4, 1]);
  const response = await it.app.app.inject({
    url: `/api/${DISTRICT}/ballot/box-archive?boxId=${it.boxId}`,
    headers: { cookie: `test=${it.office.actor.accountId}` },
  });
  const report = await verifyArchive(group, response.rawPayload);
  assert.deepEqual([report.ok, report.tallied, report.result], [true, 4, [[1, 1, 3, 1]]]);
  await verifiedByOthers(response.rawPayload, it.electionUuid, (why) => t.diagnostic(why));
});

async function verifiedByOthers(bytes: Uint8Array, uuid: string, say: (line: string) => void): Promise<void> {
  if (!referenceTool) return say('belenios-tool is not installed here: its word on the archive was not asked for');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-bel-'));
  fs.writeFileSync(path.join(folder, `${uuid}.bel`), bytes);
  const told = spawnSync('belenios-tool', ['election', 'verify', '--dir', folder], { encoding: 'utf8' });
  fs.rmSync(folder, { recursive: true });
  assert.equal(told.status, 0, told.stderr);
}

test('with every trustee needed the same holds, and one missing is named', async (t) => {
  const it = await aRound(t);
  const boxId = newId();
  await done(it.office.run('ballot.set-up-box', { id: boxId, roundId: it.roundId, trustees: TITLES, threshold: null }));
  await makeKeys(boxId, it.trustees, null);
  assert.equal((await shownBox(it.office, boxId)).box.state, 'credentials');
});

test('a credential votes once: the same ballot again has the same tracker, another ballot is refused', async (t) => {
  const it = await anOpenBox(t);
  const [first, second] = [ballotOf(it.open, it.credentials[0]!, MARKS), ballotOf(it.open, it.credentials[0]!, [null])];

  const answers = [await castIn(it.app, it.electionUuid, first), await castIn(it.app, it.electionUuid, first)];

  assert.deepEqual(
    answers.map(({ status, body }) => [status, (body as { value: unknown }).value]),
    [
      [200, { tracker: hexHash(first) }],
      [200, { tracker: hexHash(first) }],
    ],
  );
  assert.deepEqual(await refusedWith(castIn(it.app, it.electionUuid, second)), { kind: 'credential-used' });
});

test('two telephones cast with one credential at once: one ballot is in the box', async (t) => {
  const it = await anOpenBox(t);
  const ballots = [ballotOf(it.open, it.credentials[0]!, MARKS), ballotOf(it.open, it.credentials[0]!, [null])];

  const answers = await Promise.all(ballots.map((ballot) => castIn(it.app, it.electionUuid, ballot)));

  assert.deepEqual(answers.map((one) => one.status).sort(), [200, 409]);
  const { rows } = await it.app.ownerPool.query('select tracker from ballot.sealed_paper');
  assert.equal(rows.length, 1);
});

test('the box never holds more ballots than slips were handed out, and no more slips go out than deputies are here without a paper', async (t) => {
  const it = await anOpenBox(t, { present: 4, papers: 2, slips: 1 });
  assert.equal((await castIn(it.app, it.electionUuid, ballotOf(it.open, it.credentials[0]!, MARKS))).status, 200);

  const full = await refusedWith(castIn(it.app, it.electionUuid, ballotOf(it.open, it.credentials[1]!, MARKS)));
  const tooMany = await refusedWith(it.office.run('ballot.open-box', { boxId: it.boxId, slips: 3 }));
  const fewer = await done(it.office.run('ballot.open-box', { boxId: it.boxId, slips: 2 })).then(() =>
    refusedWith(it.office.run('ballot.open-box', { boxId: it.boxId, slips: 1 })),
  );

  assert.deepEqual(full, { kind: 'box-full', admitted: 1 });
  assert.deepEqual(tooMany, { kind: 'slips-exceed-present', slips: 3, present: 4, papers: 2 });
  assert.deepEqual(fewer, { kind: 'slips-fewer-than-before', slips: 1, admitted: 2 });
});

test('ballots that are late, malformed, of another election or of an unknown credential are refused, each for its reason', async (t) => {
  const it = await anOpenBox(t);
  const good = ballotOf(it.open, it.credentials[0]!, MARKS);
  const stranger = ballotOf(it.open, newCredential(randomBelow), MARKS);
  const elsewhere = good.replace(it.electionUuid, randomSigns(randomBelow, 14));
  const forged = good.replace(/"response":"(\d)/, (_, digit: string) => `"response":"${(Number(digit) % 9) + 1}`);
  const cases = [
    ['{}', 'not-canonical'],
    [`${good} `, 'not-canonical'],
    [elsewhere, 'other-election'],
    [forged, 'signature'],
  ] as const;

  for (const [ballot, check] of cases)
    assert.deepEqual(await refusedWith(castIn(it.app, it.electionUuid, ballot)), { kind: 'ballot-malformed', check });
  assert.deepEqual(await refusedWith(castIn(it.app, it.electionUuid, stranger)), { kind: 'unknown-credential' });
  await castIn(it.app, it.electionUuid, good);
  await done(it.office.run('ballot.close-box', { boxId: it.boxId }));
  assert.equal((await castIn(it.app, it.electionUuid, good)).status, 200, 'what is in the box is in the box');
  const late = await refusedWith(castIn(it.app, it.electionUuid, ballotOf(it.open, it.credentials[1]!, MARKS)));
  assert.deepEqual(late, { kind: 'box-not-open', state: 'closed' });
});

test('after twenty unknown credentials within a minute the box tells to wait, and good ballots go in all the same', async (t) => {
  const it = await anOpenBox(t);
  const stranger = ballotOf(it.open, newCredential(randomBelow), MARKS);

  const kinds: string[] = [];
  for (let i = 0; i < 21; i++) kinds.push((await refusedWith(castIn(it.app, it.electionUuid, stranger))).kind);

  assert.deepEqual([kinds[19], kinds[20]], ['unknown-credential', 'too-many-tries']);
  assert.equal((await castIn(it.app, it.electionUuid, ballotOf(it.open, it.credentials[0]!, MARKS))).status, 200);
});

test('whoever lost the answer asks for the tracker and hears whether the ballot is in the box', async (t) => {
  const it = await anOpenBox(t);
  const [first, second] = [0, 1].map((i) => ballotOf(it.open, it.credentials[i]!, MARKS)) as [string, string];
  await castIn(it.app, it.electionUuid, first);

  const ask = async (ballot: string) => {
    const payload = { input: { election: it.electionUuid, tracker: hexHash(ballot) } };
    return (await it.app.app.inject({ method: 'POST', url: `/api/${DISTRICT}/ballot/find-tracker`, payload })).json().value;
  };

  assert.deepEqual([await ask(first), await ask(second)], [{ recorded: true }, { recorded: false }]);
});

test('a trustee whose decryption is not proven is named and not counted; with too few the tally stays shut', async (t) => {
  const it = await anOpenBox(t);
  await castIn(it.app, it.electionUuid, ballotOf(it.open, it.credentials[0]!, MARKS));
  await done(it.office.run('ballot.close-box', { boxId: it.boxId }));
  const own = await decrypt(it, 1);

  const lie = await refusedWith(it.trustees[1]!.run('ballot.publish-decryption', { boxId: it.boxId, position: 2, decryption: own }));
  await done(it.trustees[0]!.run('ballot.publish-decryption', { boxId: it.boxId, position: 1, decryption: own }));
  const early = await refusedWith(it.office.run('ballot.count-box', { boxId: it.boxId }));

  assert.deepEqual(lie, { kind: 'decryption-not-proven', title: '主席团代表' });
  assert.deepEqual(early, { kind: 'trustees-missing', has: 1, needed: 2, titles: ['主席团代表', '司法局'] });
});

test('one person holds one place among the trustees, and nobody takes the place of another', async (t) => {
  const { office, trustees, roundId } = await aRound(t);
  const boxId = newId();
  await done(office.run('ballot.set-up-box', { id: boxId, roundId, trustees: TITLES, threshold: 2 }));
  const publish = (i: number, position: number) =>
    trustees[i]!.run('ballot.publish-certificate', {
      boxId,
      position,
      certificate: certificateText(group, randomBelow, randomSigns(randomBelow, 22)),
    });
  await done(publish(0, 1));

  assert.deepEqual(await refusedWith(publish(0, 2)), { kind: 'holds-another-place', title: '总监票人' });
  assert.deepEqual(await refusedWith(publish(1, 1)), { kind: 'place-taken', title: '总监票人' });
});

test('a share that does not fit what its sender published names the sender', () => {
  const seeds = [0, 1].map(() => randomSigns(randomBelow, 22)) as [string, string];
  const certificates = seeds.map((seed) => certificateText(group, randomBelow, seed));
  const read = readCertificates(group, certificates);
  assert.ok(read.ok);
  const sent = seeds.map((seed) => sharesFor(group, randomBelow, { seed, threshold: 2, keys: read.keys }));
  const board = { threshold: 2, certificates, coefficients: sent.map((it) => it.coefficients), shares: sent.map((it) => [...it.shares]) };
  const good = ownSecret(group, randomBelow, { seed: seeds[0], position: 1, board });
  board.shares[1]![0] = sent[0]!.shares[0]!;

  const bad = ownSecret(group, randomBelow, { seed: seeds[0], position: 1, board });

  assert.equal(good.ok, true);
  assert.deepEqual(bad, { ok: false, fault: { position: 2, check: 'share' } });
});

test('no box where the adopted sheet has no electronic ballot, none beside another, none for priority numbers', async (t) => {
  for (const [sheet, kind] of [
    [{ electronic: false }, 'session-not-electronic'],
    [{ rule: { form: 'rank' } }, 'form-not-electronic'],
  ] as const) {
    const { office, roundId } = await aRound(t, { sheet: sheet as never });
    assert.equal((await refusedWith(office.run('ballot.set-up-box', { id: newId(), roundId, trustees: TITLES, threshold: 2 }))).kind, kind);
  }
  const { office, roundId } = await aRound(t);
  await done(office.run('ballot.set-up-box', { id: newId(), roundId, trustees: TITLES, threshold: 2 }));
  const second = await refusedWith(office.run('ballot.set-up-box', { id: newId(), roundId, trustees: TITLES, threshold: 2 }));
  assert.deepEqual(second, { kind: 'round-has-box' });
});

test('a box that is given up with its reason makes room for another', async (t) => {
  const it = await anOpenBox(t);
  await done(it.office.run('ballot.abandon-box', { boxId: it.boxId, reason: '一名受托人的密钥文件丢失' }));
  const gone = await refusedWith(castIn(it.app, it.electionUuid, ballotOf(it.open, it.credentials[0]!, MARKS)));
  assert.deepEqual(gone, { kind: 'box-not-open', state: 'abandoned' });
  await done(it.office.run('ballot.set-up-box', { id: newId(), roundId: it.roundId, trustees: TITLES, threshold: 2 }));
});
