import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { randomBelow } from '#/kernel/random-below.ts';
import { createDistrict } from '#/organisation/door.ts';
import { nativePower } from '#/platform/big-numbers.ts';
import { startTestApp, type TestApp } from '#/testing.ts';
import { type Choice, makeBallot, type OpenElection } from './rules/belenios/ballot.ts';
import { certificateText, ownSecret, publicKeyText, readCertificates, sharesFor, singleSecret } from './rules/belenios/ceremony.ts';
import { newCredential, randomSigns, secretOf } from './rules/belenios/credentials.ts';
import { belenios2048 } from './rules/belenios/group.ts';
import { openElection } from './rules/belenios/open.ts';
import { Election, EncryptedTally, fingerprint, readMessage, textOf } from './rules/belenios/structures.ts';
import { partialDecryption } from './rules/belenios/tally.ts';
import { FIRST_SHEET } from './rules/session.ts';
import type { SessionSheet } from './rules/session-sheet.ts';
import { placeRound } from './test-round.ts';

export const DISTRICT = '990001';
export const group = belenios2048(nativePower(belenios2048().p));

export type PlaceOptions = {
  readonly sheet?: Partial<SessionSheet>;
  readonly deputies?: number;
  readonly present?: number;
  readonly papers?: number;
  readonly state?: 'issuing' | 'voting';
};

export async function aRound(t: TestContext, { sheet = {}, deputies = 6, present = 5, papers = 0, state = 'voting' }: PlaceOptions = {}) {
  const app = await startTestApp(t);
  await app.mustRun(createDistrict, DISTRICT, { name: '清泉区' });
  const roundId = newId();
  const content = { ...FIRST_SHEET, electronic: true, leastBallots: 1, ...sheet };
  await app.mustRun(placeRound, DISTRICT, {
    roundId,
    sheet: content,
    deputies,
    present,
    papers,
    names: ['公园', '步道', '路灯'],
    maxMarks: 2,
    state,
  });
  const office = app.as('congress-office', { district: DISTRICT, name: '人大办' });
  const trustees = ['甲', '乙', '丙'].map((name) => app.as('scrutineer', { district: DISTRICT, name }));
  return { app, roundId, office, trustees };
}

type Person = ReturnType<TestApp['as']>;
type Shown = {
  readonly box: { readonly electionUuid: string; readonly state: string; readonly tally: string | null; readonly election: string };
  readonly trustees: readonly { readonly certificate: string; readonly coefficients: string; readonly shares: readonly string[] }[];
};

export async function shownBox(person: Person, boxId: string): Promise<Shown> {
  const { status, body } = await person.get(`/ballot/box?boxId=${boxId}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body as Shown;
}

export async function done(answer: Promise<{ status: number; body: unknown }>): Promise<{ readonly ok: true; readonly value: never }> {
  const { status, body } = await answer;
  assert.equal(status, 200, JSON.stringify(body));
  return body as never;
}

export async function refusedWith(
  answer: Promise<{ status: number; body: unknown }>,
): Promise<{ readonly kind: string; [fact: string]: unknown }> {
  const { status, body } = await answer;
  assert.equal(status, 409, JSON.stringify(body));
  return (body as { refusal: { kind: string } }).refusal;
}

export const TITLES = ['总监票人', '主席团代表', '司法局'];

/** Three trustees make their keys; any two of them open the tally. */
export async function makeKeys(boxId: string, trustees: readonly Person[], threshold: number | null = 2): Promise<readonly string[]> {
  const seeds = trustees.map(() => randomSigns(randomBelow, 22));
  const places = trustees.map((person, i) => ({ person, seed: seeds[i]!, position: i + 1 }));
  if (threshold === null) {
    for (const { person, seed, position } of places) {
      const publicKey = publicKeyText(group, randomBelow, { secret: singleSecret(group, seed), name: TITLES[position - 1]! });
      await done(person.run('ballot.publish-key', { boxId, position, publicKey }));
    }
    return seeds;
  }
  for (const { person, seed, position } of places)
    await done(person.run('ballot.publish-certificate', { boxId, position, certificate: certificateText(group, randomBelow, seed) }));
  const certificates = (await shownBox(trustees[0]!, boxId)).trustees.map((it) => it.certificate);
  const read = readCertificates(group, certificates);
  assert.ok(read.ok);
  for (const { person, seed, position } of places)
    await done(
      person.run('ballot.publish-shares', { boxId, position, ...sharesFor(group, randomBelow, { seed, threshold, keys: read.keys }) }),
    );
  for (const { person, seed, position } of places) {
    const publicKey = publicKeyText(group, randomBelow, {
      secret: await secretOfTrustee(person, boxId, { seed, position }),
      name: TITLES[position - 1]!,
    });
    await done(person.run('ballot.publish-key', { boxId, position, publicKey }));
  }
  return seeds;
}

export async function secretOfTrustee(
  person: Person,
  boxId: string,
  { seed, position }: { seed: string; position: number },
): Promise<bigint> {
  const { trustees } = await shownBox(person, boxId);
  const board = {
    threshold: 2,
    certificates: trustees.map((it) => it.certificate),
    coefficients: trustees.map((it) => it.coefficients),
    shares: trustees.map((it) => it.shares),
  };
  const own = ownSecret(group, randomBelow, { seed, position, board });
  assert.ok(own.ok);
  return own.secret;
}

export type OpenBox = Awaited<ReturnType<typeof anOpenBox>>;

/** A box that takes ballots, with the credentials on its slips. */
export async function anOpenBox(t: TestContext, { slips = 5, ...options }: PlaceOptions & { readonly slips?: number } = {}) {
  const place = await aRound(t, options);
  const { office, trustees, roundId } = place;
  const boxId = newId();
  const { value } = await done(office.run('ballot.set-up-box', { id: boxId, roundId, trustees: TITLES, threshold: 2 }));
  const { electionUuid } = value as { electionUuid: string };
  const seeds = await makeKeys(boxId, trustees);
  const credentials = Array.from({ length: options.deputies ?? 6 }, () => newCredential(randomBelow));
  const keys = credentials.map((it) => group.powerOfG(secretOf(group, it, electionUuid)).toString());
  await done(office.run('ballot.publish-credentials', { boxId, credentials: keys }));
  await done(office.run('ballot.open-box', { boxId, slips }));
  const { box } = await shownBox(office, boxId);
  const open = openElection(group, readMessage(Election, box.election)!, box.election);
  return { ...place, boxId, electionUuid, seeds, credentials, open };
}

export function ballotOf(open: OpenElection, credential: string, choices: readonly Choice[]): string {
  return textOf(makeBallot(open, randomBelow, { secret: secretOf(group, credential, open.election.uuid), choices }));
}

/** As a telephone sends it: no log-in, no cookie. */
export async function castIn(app: TestApp, election: string, ballot: string): Promise<{ status: number; body: never }> {
  const payload = { input: { election, ballot } };
  const response = await app.app.inject({ method: 'POST', url: `/api/${DISTRICT}/ballot/cast`, payload });
  return { status: response.statusCode, body: JSON.parse(response.body) as never };
}

export async function decrypt(it: Pick<OpenBox, 'boxId' | 'seeds' | 'trustees'>, position: number): Promise<string> {
  const person = it.trustees[position - 1]!;
  const { box } = await shownBox(person, it.boxId);
  const secret = await secretOfTrustee(person, it.boxId, { seed: it.seeds[position - 1]!, position });
  const tally = readMessage(EncryptedTally, box.tally!)!;
  return textOf(partialDecryption(group, randomBelow, { tally, fingerprint: fingerprint(box.election), secret }));
}
