import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskedAddress, robotFault } from './channels.ts';
import { after, claimed, isAbandoned, type Message } from './message.ts';

const NOW = new Date('2026-06-18T10:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const aMessage = (change: Partial<Message> = {}): Message => ({
  id: 'm1',
  state: 'waiting',
  tries: 0,
  nextTryAt: NOW.toISOString(),
  claimedAt: null,
  endedAt: null,
  reason: null,
  ...change,
});

test('a message that failed waits longer each time, and is given up after the fifth', () => {
  let message = aMessage();
  const waits: (number | null)[] = [];
  for (let i = 0; i < 5; i++) {
    message = after(claimed(message, NOW), { result: 'again', reason: 'not-reachable' }, NOW);
    waits.push(message.nextTryAt === null ? null : (Date.parse(message.nextTryAt) - NOW.getTime()) / 60_000);
  }

  assert.deepEqual(waits, [1, 5, 15, 60, null]);
  assert.deepEqual([message.state, message.reason, message.tries], ['refused', 'not-reachable', 5]);
});

test('what may have arrived is never sent again', () => {
  const ended = after(claimed(aMessage(), NOW), { result: 'unsure', reason: 'no-answer' }, NOW);

  assert.deepEqual([ended.state, ended.nextTryAt, ended.endedAt], ['unsure', null, NOW.toISOString()]);
});

test('whoever took a message and did not come back within five minutes has stopped', () => {
  const taken = claimed(aMessage(), NOW);

  assert.deepEqual(
    [0, 5, 5.1].map((minutes) => isAbandoned(taken, later(minutes))),
    [false, false, true],
  );
  assert.equal(isAbandoned(aMessage(), later(60)), false);
});

test('an address is shown so that its owner knows it, and nobody else learns it', () => {
  assert.deepEqual(['wanglili@example.gov.cn', 'a@b.cn'].map(maskedAddress), ['w***@e***.cn', 'a***@b***.cn']);
});

test('a signing secret belongs to DingTalk alone, and an address is one of the web', () => {
  assert.deepEqual(robotFault('wecom', true, 'https://qyapi.example.cn/'), { kind: 'secret-only-for-dingtalk' });
  assert.deepEqual(robotFault('dingtalk', true, 'ftp://example.cn/'), { kind: 'no-web-address' });
  assert.equal(robotFault('dingtalk', true, 'https://oapi.example.cn/'), null);
});
