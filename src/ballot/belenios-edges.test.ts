import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomBelow } from '#/kernel/random-below.ts';
import { nativePower } from '#/platform/big-numbers.ts';
import { archiveBytes, eventMembers, type Member, readArchive } from './rules/belenios/archive.ts';
import { belenios2048 } from './rules/belenios/group.ts';
import { type RehearsalPlan, rehearse } from './rules/belenios/rehearse.ts';
import { type Event, hexHash, textOf } from './rules/belenios/structures.ts';
import { counts } from './rules/belenios/tally.ts';
import { verifyArchive } from './rules/belenios/verify.ts';

const group = belenios2048(nativePower(belenios2048().p));
const QUESTION = { answers: ['公园', '步道'], min: 0, max: 1, question: '从中选出不超过 1 项' };
const PLAN: RehearsalPlan = { voters: 1, question: QUESTION, trustees: 1, threshold: null, name: '票决演练', timestamp: 1_790_000_000 };
const played = rehearse(group, randomBelow, PLAN, () => [1, 0]);

type Told = { readonly type: Event['type']; readonly data: readonly string[] };

function told(): readonly Told[] {
  const read = readArchive(played.archive);
  assert.ok(read.ok);
  return read.value.events.map(({ event, data }) => ({ type: event.type, data }));
}

/** The archive of these events, every hash and parent made right again. */
function archiveOf(events: readonly Told[]): Uint8Array {
  const members: Member[] = [];
  let last: Event | null = null;
  for (const { type, data } of events) {
    const made = eventMembers(last, type, data);
    members.push(...made.members);
    last = made.event;
  }
  return archiveBytes(PLAN.timestamp, members);
}

/** The same election with other public credentials, up to its ballots. */
function withCredentials(credentials: string): readonly Told[] {
  const [setup, ...rest] = told() as [Told, ...Told[]];
  const [election, trustees] = setup.data as [string, string];
  const named = textOf({ election: hexHash(election), trustees: hexHash(trustees), credentials: hexHash(credentials) });
  return [{ ...setup, data: [election, trustees, credentials, named] }, ...rest];
}

test('the one sign that the reference tool escapes and JSON does not is written as the tool writes it', () => {
  assert.equal(textOf({ name: 'a\u007fb' }), '{"name":"a\\u007fb"}');
});

test('a result of hundreds of millions is found without counting up to it, and none beyond the most there can be', () => {
  const most = 400_000_005;
  const tally = [[0, 1, 299_999_999, most, most + 1].map((value) => ({ alpha: 1n, beta: group.powerOfG(BigInt(value)) }))];
  const found = (row: typeof tally) => counts(group, row, { factors: [tally[0]!.map(() => 1n)], most });
  assert.deepEqual(found([tally[0]!.slice(0, 4)]), [[0, 1, 299_999_999, most]]);
  assert.equal(found(tally), null);
});

test('no and few ballots are counted the same way', () => {
  for (const most of [0, 1, 2, 3, 5, 12]) {
    const row = Array.from({ length: most + 1 }, (_, value) => ({ alpha: 1n, beta: group.powerOfG(BigInt(value)) }));
    const factors = [row.map(() => 1n)];
    assert.deepEqual(counts(group, [row], { factors, most }), [row.map((_, value) => value)]);
    const beyond = [[{ alpha: 1n, beta: group.powerOfG(BigInt(most + 1)) }]];
    assert.equal(counts(group, beyond, { factors: [[1n]], most }), null);
  }
});

test('a credential too long to be a number of the group is no credential, and is not reckoned with', async () => {
  const { ok, checks } = await verifyArchive(group, archiveOf(withCredentials(`["${'9'.repeat(2_000_000)}"]`)));
  assert.deepEqual([ok, checks.at(-1)!.name], [false, 'setup']);
});

test('whatever stops a check is told as that check not passed', async () => {
  const { ok, checks } = await verifyArchive(group, played.archive, () => Promise.reject(new RangeError('too much')));
  assert.deepEqual([ok, checks.at(-1)], [false, { name: 'ballots', ok: false, why: 'cannot-be-checked' }]);
});
