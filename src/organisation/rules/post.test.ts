import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closeSetup } from './account.ts';
import {
  appoint,
  changePostRoles,
  excludedAdministrators,
  type Holding,
  isHeldOn,
  mayGrant,
  type Post,
  release,
  setStandIn,
} from './post.ts';

function aPost(values: Partial<Post> = {}): Post {
  return {
    id: 'p1',
    unitId: 'u1',
    title: '联络员',
    kind: 'liaison',
    roles: ['liaison'],
    standInPostId: null,
    isActive: true,
    sortOrder: 0,
    version: 1,
    ...values,
  };
}

function aHolding(values: Partial<Holding> = {}): Holding {
  return { id: 'h1', postId: 'p1', personId: 'a', personName: '钱一', fromOn: '2026-01-01', toOn: null, ...values };
}

const next = aHolding({ id: 'h2', personId: 'b', personName: '孙二', fromOn: '2026-06-18' });
const vacant = { post: aPost(), holdings: [], otherRoles: [], replacesHolder: false };

test('a vacant post is filled from its day on', () => {
  assert.deepEqual(appoint(vacant, next), { ok: true, value: { holding: next, ended: null } });
});

test('a post is not held by two people at once, not even for a day', () => {
  const held = (holding: Holding) => {
    const decided = appoint({ ...vacant, holdings: [holding] }, next);
    return decided.ok ? 'accepted' : decided.refusal.kind;
  };

  assert.deepEqual(
    [held(aHolding()), held(aHolding({ toOn: '2026-06-18' })), held(aHolding({ toOn: '2026-06-17' }))],
    ['post-held', 'post-held', 'accepted'],
  );
});

test('a successor ends the term of the holder the day before', () => {
  const decided = appoint({ ...vacant, holdings: [aHolding()], replacesHolder: true }, next);

  assert.deepEqual(decided.ok && decided.value.ended, aHolding({ toOn: '2026-06-17' }));
});

test('a successor cannot begin before the holder did', () => {
  const decided = appoint({ ...vacant, holdings: [aHolding({ fromOn: '2026-06-18' })], replacesHolder: true }, next);

  assert.deepEqual(decided, { ok: false, refusal: { kind: 'post-held', name: '钱一', fromOn: '2026-06-18', toOn: null } });
});

test('nobody holds two of the three administrators, whichever comes first', () => {
  const pairs = [
    ['system-admin', 'security-admin'],
    ['security-admin', 'audit-admin'],
    ['audit-admin', 'system-admin'],
  ] as const;

  for (const [held, wanted] of pairs) {
    const refused = { kind: 'administrators-exclude', held, wanted };
    assert.deepEqual(excludedAdministrators([held, 'office'], [wanted]), refused);
    assert.deepEqual(appoint({ ...vacant, post: aPost({ roles: [wanted] }), otherRoles: [held] }, next), { ok: false, refusal: refused });
    assert.deepEqual(changePostRoles(aPost(), [wanted], [held]), { ok: false, refusal: refused });
    assert.deepEqual(setStandIn(aPost({ roles: [wanted] }), aPost({ id: 'p2', roles: [held] }), []), { ok: false, refusal: refused });
  }
  assert.equal(excludedAdministrators(['system-admin'], ['system-admin', 'office']), null);
  assert.equal(changePostRoles(aPost(), ['system-admin', 'audit-admin'], []).ok, false);
});

test('rights beyond a unit are given by the security administrator, or in the first hour', () => {
  const may = [['office'], ['system-admin'], ['security-admin'], ['setup']] as const;

  assert.deepEqual(
    may.map((roles) => [mayGrant(roles, ['liaison', 'unit-head']).ok, mayGrant(roles, ['office']).ok]),
    [
      [true, false],
      [true, false],
      [true, true],
      [true, true],
    ],
  );
});

test('a term counts its last day, and does not end before it began', () => {
  const ended = release(aPost(), [aHolding()], '2026-06-18');

  assert.deepEqual(ended.ok && [isHeldOn(ended.value, '2026-06-18'), isHeldOn(ended.value, '2026-06-19')], [true, false]);
  assert.deepEqual(release(aPost(), [aHolding()], '2025-12-31'), {
    ok: false,
    refusal: { kind: 'ends-before-start', fromOn: '2026-01-01' },
  });
  assert.deepEqual(release(aPost(), [], '2026-06-18'), { ok: false, refusal: { kind: 'post-vacant', title: '联络员' } });
});

test('the setup account closes only when all three administrators have accounts', () => {
  assert.deepEqual(closeSetup({ isSetup: true }, ['system-admin', 'office']), {
    ok: false,
    refusal: { kind: 'administrators-missing', roles: ['security-admin', 'audit-admin'] },
  });
  assert.equal(closeSetup({ isSetup: true }, ['system-admin', 'security-admin', 'audit-admin']).ok, true);
  assert.deepEqual(closeSetup({ isSetup: false }, []), { ok: false, refusal: { kind: 'not-a-setup-account' } });
});
