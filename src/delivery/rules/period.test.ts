import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mayEnter, mayGrant } from './late-entry.ts';
import { type KeyAct, type KeyActKind, type KeyState, keysOf, mayAct, mayClose, stateOf } from './period.ts';

const UNIT_ACTS = ['approve', 'withdraw', 'return', 'receive', 'unreceive'] as const;
const anAct = (act: KeyActKind, version = 1, unitId = 'u'): KeyAct & { period: string } => ({
  act,
  version,
  unitId: act === 'close' || act === 'reopen' ? null : unitId,
  onBehalf: false,
  reason: null,
  by: '周可行',
  on: '2026-07-01',
  at: '2026-07-01T00:00:00.000Z',
  period: '2026-06',
});
const LEADS: Readonly<Record<KeyState, readonly KeyActKind[]>> = { open: [], approved: ['approve'], received: ['approve', 'receive'] };
const acts = (kinds: readonly KeyActKind[]) => kinds.map((it, i) => anAct(it, i + 1));
const facts = { period: '2026-06', today: '2026-07-03', unanswered: [], waitingInUnit: 0, waiting: 0 } as const;

test('what may follow in each state of a month, and what it leads to', () => {
  const table = Object.entries(LEADS).map(([state, before]) => [
    state,
    UNIT_ACTS.map((act) => {
      const decided = mayAct(act, 'u', { ...facts, keys: keysOf(acts(before)) });
      return decided.ok ? decided.value : decided.refusal.kind;
    }),
  ]);

  assert.deepEqual(table, [
    //            approve      withdraw     return       receive      unreceive
    ['open', ['approved', 'key-state', 'key-state', 'key-state', 'key-state']],
    ['approved', ['key-state', 'open', 'open', 'received', 'key-state']],
    ['received', ['key-state', 'key-state', 'key-state', 'key-state', 'approved']],
  ]);
});

test('a month is approved and received at these edges and not before', () => {
  const open = keysOf([]);
  const approved = keysOf(acts(['approve']));
  const kind = (it: ReturnType<typeof mayAct>) => (it.ok ? null : it.refusal.kind);

  assert.equal(kind(mayAct('approve', 'u', { ...facts, keys: open, unanswered: ['举办招聘会'] })), 'promises-unanswered');
  assert.equal(kind(mayAct('approve', 'u', { ...facts, keys: open, waitingInUnit: 1 })), 'reports-waiting');
  assert.equal(kind(mayAct('approve', 'u', { ...facts, keys: open, waiting: 1 })), null);
  assert.equal(kind(mayAct('approve', 'u', { ...facts, keys: open, today: '2026-05-31' })), 'period-ahead');
  assert.equal(kind(mayAct('approve', 'u', { ...facts, keys: open, today: '2026-06-01' })), null);
  assert.equal(kind(mayAct('receive', 'u', { ...facts, keys: approved, waiting: 1 })), 'reports-waiting');
  assert.equal(kind(mayAct('receive', 'u', { ...facts, keys: approved })), null);
});

test('the district closes after its units, and while it is closed nothing below is undone', () => {
  const units = [
    { id: 'u', name: '区人社局' },
    { id: 'v', name: '区卫健局' },
  ];
  const one = acts(['approve', 'receive']);
  const both = [...one, anAct('approve', 3, 'v'), anAct('receive', 4, 'v')];

  assert.deepEqual(mayClose('2026-06', keysOf(one), units), { ok: false, refusal: { kind: 'units-not-received', units: ['区卫健局'] } });
  assert.ok(mayClose('2026-06', keysOf(both), units).ok);
  const closed = keysOf([...both, anAct('close', 5)]);
  for (const act of UNIT_ACTS)
    assert.deepEqual(mayAct(act, 'u', { ...facts, keys: closed }), { ok: false, refusal: { kind: 'period-closed', period: '2026-06' } });
});

test('whatever acts were allowed in turn, a received month was approved before, and its acts alternate', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...UNIT_ACTS), { maxLength: 30 }), (wanted) => {
      const taken: KeyAct[] = [];
      for (const act of wanted) if (mayAct(act, 'u', { ...facts, keys: keysOf(taken) }).ok) taken.push(anAct(act, taken.length + 1));
      const kinds = taken.map(({ act }) => act);
      const net = (up: KeyActKind, ...down: KeyActKind[]) =>
        kinds.filter((it) => it === up).length - kinds.filter((it) => down.includes(it)).length;
      const approved = net('approve', 'withdraw', 'return');
      const received = net('receive', 'unreceive');
      assert.ok(received <= approved && approved <= 1 && received >= 0);
      assert.equal(stateOf(keysOf(taken), 'u'), received === 1 ? 'received' : approved === 1 ? 'approved' : 'open');
    }),
  );
});

test('an exception opens one month for one unit up to and including its day', () => {
  const gate = {
    periods: ['2026-06'],
    unitIds: ['u'],
    acts: acts(['approve', 'receive']),
    exceptions: [{ period: '2026-06', unitId: 'u', until: '2026-07-05' }],
  } as const;
  const kind = (change: object) => {
    const it = mayEnter({ ...gate, today: '2026-07-05', ...change });
    return it.ok ? null : it.refusal.kind;
  };

  assert.deepEqual([kind({ today: '2026-07-04' }), kind({}), kind({ today: '2026-07-06' })], [null, null, 'period-locked']);
  assert.deepEqual(
    [kind({ unitIds: ['v'] }), kind({ periods: ['2026-07'] }), kind({ periods: ['2026-07', '2026-06'] })],
    [null, null, null],
  );
  assert.equal(kind({ exceptions: [{ period: '2026-05', unitId: 'u', until: '2026-07-05' }] }), 'period-locked');
  assert.equal(kind({ exceptions: [], acts: [anAct('close')], unitIds: ['v'] }), 'period-locked');
  assert.ok(mayGrant({ period: '2026-06', until: '2026-07-03' }, true, '2026-07-03').ok);
});
