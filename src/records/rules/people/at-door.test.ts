import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readVisitor } from './at-door.ts';
import { fictionalIdentity } from './fictional.ts';

const TODAY = '2026-06-18';
const who = (more: object) => readVisitor({ name: '虚构来客', ...more }, TODAY);
const kindOf = (read: ReturnType<typeof who>) => (read.ok ? 'ok' : read.refusal.kind);
const number = fictionalIdentity(7, '1990-05-01', 'f');

test('who comes with a paper is told by its number, however it is written; birthday and sex are those of the number', () => {
  const wide = [...number].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('');
  const read = {
    name: '虚构来客',
    identity: { kind: 'resident', number, birthOn: '1990-05-01', sex: 'f' },
    birthOn: '1990-05-01',
    sex: 'f',
    phone: '',
  };
  for (const identity of [number, ` ${number.slice(0, 6)} ${number.slice(6)} `, wide])
    assert.deepEqual(who({ identity }), { ok: true, value: read });
});

test('a number that is no number is refused and never mended', () => {
  const fault = (identity: string) => {
    const read = who({ identity });
    return read.ok || read.refusal.kind !== 'visitor-identity' ? null : read.refusal.fault;
  };
  assert.equal(fault(number.slice(0, 17)), 'identity-length');
  assert.equal(fault(`${number.slice(0, 16)}${(Number(number[16]) + 1) % 10}${number[17]}`), 'identity-check');
  assert.equal(fault('990001199013019999'), 'identity-check');
});

test('who has no paper is told by name, birthday and telephone, and by no less', () => {
  const read = { name: '虚构来客', identity: null, birthOn: '1950-01-02', sex: null, phone: '13900000000' };
  assert.deepEqual(who({ birthOn: '1950-01-02', phone: '139-0000 0000' }), { ok: true, value: read });
  assert.equal(kindOf(who({ birthOn: '1950-01-02' })), 'visitor-without-papers');
  assert.equal(kindOf(who({ birthOn: '1950-01-02', phone: '123' })), 'visitor-without-papers');
  assert.equal(kindOf(who({ phone: '13900000000' })), 'visitor-without-papers');
  assert.equal(kindOf(who({ birthOn: '2026-06-19', phone: '13900000000' })), 'visitor-born-ahead');
  assert.equal(kindOf(who({ name: ' · ', identity: number })), 'visitor-nameless');
});
