import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Waiting } from '#/ui/outbox.ts';
import type { SignInList } from './contract.ts';
import { type Act, actsIn, clockOffset, onPhone, signedIn, stillShown } from './signed.ts';

const KIND = '01a20596-cb80-7d3d-bda6-28c390a0e1fa';
const OTHER = '01a20596-cb80-7d3d-bda6-28c390a0e1fb';
const SIGNED = '01a20596-cb80-7d3d-bda6-28c390a0e1fc';
const person = (no: number, signed: SignInList['people'][number]['signed'] = []) => ({
  no,
  areaId: OTHER,
  name: '虚构',
  born: null,
  isListed: true,
  signed,
});

const LIST: SignInList = {
  now: '2026-06-18T04:00:00.000Z',
  onDay: '2026-06-18',
  kind: { id: KIND, name: '助餐', slots: ['午餐', '晚餐'] },
  attended: null,
  people: [person(1, [{ slot: '午餐', eventId: null, id: SIGNED, by: '联络员' }]), person(2)],
  takenBack: [],
};

const waits = (id: string, name: string, input: object, refusal: string | null = null): Waiting => ({
  ...{ id, name, label: '', refusal },
  body: JSON.stringify({ id, name, input }),
});
const phone = (at: string, serviceKindId = KIND) => ({
  ...{ serviceKindId, personNo: 2, areaId: OTHER, slot: '午餐' },
  from: { way: 'phone', at, deviceAt: at },
});
const back = { serviceKindId: KIND, personNo: 1, onDay: '2026-06-18', slot: '午餐', signInId: SIGNED, reason: '点错了人' };
const now = '2026-06-18T04:05:00.000Z';

test('what waits in the browser shows on the list of its own service and day, and nowhere else', () => {
  const waiting = [
    waits('a', 'records.sign-in', phone(now)),
    waits('b', 'records.sign-in', phone(now, OTHER)),
    waits('c', 'records.sign-in', phone('2026-06-19T04:05:00.000Z')),
    waits('d', 'records.sign-in', phone(now), '名册里没有这个人'),
    waits('e', 'records.take-back-sign-in', back),
    waits('f', 'records.take-back-sign-in', { ...back, onDay: '2026-06-17' }),
    waits('g', 'records.add-visit', {}),
  ];
  assert.deepEqual(actsIn(waiting, LIST), [
    { id: 'a', personNo: 2, slot: '午餐', eventId: null },
    { id: 'e', personNo: 1, slot: '午餐', eventId: null, takesBack: { signInId: SIGNED } },
  ]);
});

test('who was tapped is signed in at once; who is taken back is not, and only by the sign-in that was meant', () => {
  const acts: readonly Act[] = [{ id: 'a', personNo: 2, slot: '午餐', eventId: null }];
  const on = (more: readonly Act[], slot = '午餐') => [...signedIn(LIST, { slot, eventId: null }, [...acts, ...more])];

  assert.deepEqual(on([]), [
    [1, { id: SIGNED, slot: '午餐', by: '联络员' }],
    [2, { id: 'a', slot: '午餐', by: null }],
  ]);
  assert.deepEqual(on([], '晚餐'), []);
  assert.deepEqual(on([{ id: 'b', personNo: 1, slot: '午餐', eventId: null, takesBack: { signInId: SIGNED } }]), [
    [2, { id: 'a', slot: '午餐', by: null }],
  ]);
  assert.equal(on([{ id: 'b', personNo: 1, slot: '午餐', eventId: null, takesBack: { signInId: OTHER } }]).length, 2);
  assert.deepEqual(on([{ id: 'b', personNo: 2, slot: '午餐', eventId: null, takesBack: { signInId: 'a' } }]).length, 1);
});

test('what has arrived is shown until a newer list is read; what was refused is shown no more', () => {
  const act: Act = { id: 'a', personNo: 2, slot: '午餐', eventId: null };
  const waiting = [waits('a', 'records.sign-in', phone(now))];

  assert.deepEqual(stillShown([act], waiting, LIST.now), [act]);
  assert.deepEqual(stillShown([act], [{ ...waiting[0]!, refusal: '名册里没有这个人' }], LIST.now), []);
  const arrived = stillShown([act], [], LIST.now);
  assert.deepEqual(arrived, [{ ...act, arrivedAt: LIST.now }]);
  assert.deepEqual(stillShown(arrived, [], LIST.now), arrived, 'the list is the one of before');
  assert.deepEqual(stillShown(arrived, [], now), []);
});

test('at an event who is signed in is told by the event, whatever its hour', () => {
  const list = { ...LIST, people: [person(1, [{ slot: '09:00', eventId: OTHER, id: SIGNED, by: '联络员' }]), person(2)] };
  const at = (eventId: string) => [...signedIn(list, { slot: '09:30', eventId }, []).keys()];
  assert.deepEqual([at(OTHER), at(KIND)], [[1], []]);
});

test('a phone whose clock is a year off signs in at the moment by the server’s clock, and says what it believed itself', () => {
  for (const believed of ['2025-06-18T04:00:00.000Z', '2027-06-18T04:00:00.000Z']) {
    const device = new Date(believed).getTime();
    const offsetMs = clockOffset(LIST.now, device);
    const fiveMinutes = 5 * 60_000;

    const { at, deviceAt } = onPhone(device + fiveMinutes, offsetMs);

    assert.deepEqual([at, deviceAt], [now, new Date(device + fiveMinutes).toISOString()]);
  }
});
