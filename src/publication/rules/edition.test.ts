import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayPrepare, publish, type ReviewEdition, review, sign, withdraw } from './edition.ts';
import { anEdition } from './fixtures.ts';
import type { ContentFinding } from './screening.ts';

const reviewer = { name: '林守成', post: '区政府办公室副主任', on: '2026-06-19' } as const;
const leader = { name: '沈怀民', post: '区政府分管副区长', on: '2026-06-19' } as const;
const mobile: ContentFinding = {
  key: 'a:0-11:mobile',
  kind: 'mobile',
  path: ['a'],
  no: null,
  start: 0,
  end: 11,
  masked: '138****5678',
  isOverridable: true,
};
const idNumber: ContentFinding = { ...mobile, key: 'a:0-18:id-number', kind: 'id-number', isOverridable: false };

function said(change: Partial<ReturnType<typeof ReviewEdition.parse>> = {}): ReturnType<typeof ReviewEdition.parse> {
  return { editionId: anEdition().id, holdsNoSecrets: true, mayBePublic: true, settlements: [], ...change };
}

test('an edition is prepared, reviewed, signed and published in this order and in no other', () => {
  const prepared = anEdition();
  const reviewed = { ...prepared, state: 'reviewed', reviewed: reviewer } as const;
  const signed = { ...reviewed, state: 'signed', signed: leader } as const;

  assert.deepEqual(review(prepared, said(), [], reviewer), { ok: true, value: reviewed });
  assert.deepEqual(sign(reviewed, prepared.digest, leader), { ok: true, value: signed });
  assert.deepEqual(publish(signed, 2, reviewer), { ok: true, value: { ...signed, state: 'published', number: 3, published: reviewer } });
  assert.deepEqual(sign(prepared, prepared.digest, leader), {
    ok: false,
    refusal: { kind: 'wrong-step', wants: ['reviewed'], state: 'prepared' },
  });
  assert.deepEqual(publish(reviewed, 0, leader), { ok: false, refusal: { kind: 'wrong-step', wants: ['signed'], state: 'reviewed' } });
  assert.deepEqual(review(signed, said(), [], reviewer), {
    ok: false,
    refusal: { kind: 'wrong-step', wants: ['prepared'], state: 'signed' },
  });
});

test('a leader signs the content he saw and no other', () => {
  const reviewed = anEdition({ state: 'reviewed', reviewed: reviewer });

  assert.deepEqual(sign(reviewed, 'b'.repeat(64), leader), {
    ok: false,
    refusal: { kind: 'other-content', seen: 'b'.repeat(64), current: reviewed.digest },
  });
});

test('personal data is let through only with a reason, an ID number not even then', () => {
  const edition = anEdition();
  const reason = { key: mobile.key, reason: '值班电话，依法公开' };

  assert.deepEqual(review(edition, said(), [mobile], reviewer), { ok: false, refusal: { kind: 'personal-data', findings: [mobile] } });
  assert.deepEqual(review(edition, said({ settlements: [{ ...reason, reason: ' ' }] }), [mobile], reviewer), {
    ok: false,
    refusal: { kind: 'personal-data', findings: [mobile] },
  });
  assert.equal(review(edition, said({ settlements: [reason] }), [mobile], reviewer).ok, true);
  assert.deepEqual(review(edition, said({ settlements: [{ key: idNumber.key, reason: '本人同意' }] }), [idNumber], reviewer), {
    ok: false,
    refusal: { kind: 'personal-data', findings: [idNumber] },
  });
});

test('a review answers both questions', () => {
  const refused = review(anEdition(), said({ holdsNoSecrets: false, mayBePublic: false }), [], reviewer);

  assert.deepEqual(refused, { ok: false, refusal: { kind: 'review-incomplete', missing: ['no-secrets', 'may-be-public'] } });
});

test('a draft may be given up until it is published, a published edition never', () => {
  for (const state of ['prepared', 'reviewed', 'signed'] as const) assert.equal(withdraw(anEdition({ state })).ok, true);
  assert.equal(withdraw(anEdition({ state: 'published' })).ok, false);
});

test('an edition speaks of no future day and of none before the one in force, unless it corrects', () => {
  const current = { asOf: '2026-06-18' } as const;
  const asked = { today: '2026-06-20', isCorrection: false } as const;

  assert.equal(mayPrepare({ ...asked, asOf: '2026-06-18' }, current), null);
  assert.deepEqual(mayPrepare({ ...asked, asOf: '2026-06-21' }, current), { kind: 'future-day', asOf: '2026-06-21', today: '2026-06-20' });
  assert.deepEqual(mayPrepare({ ...asked, asOf: '2026-06-17' }, current), {
    kind: 'older-than-current',
    asOf: '2026-06-17',
    current: '2026-06-18',
  });
  assert.equal(mayPrepare({ ...asked, asOf: '2026-06-17', isCorrection: true }, current), null);
});
