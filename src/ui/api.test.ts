import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { makeApi } from './api.ts';

let kept = new Map<string, string>();
let sent: string[] = [];
let isAway = true;

beforeEach(() => {
  kept = new Map();
  sent = [];
  isAway = true;
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => void kept.set(key, text) };
  for (const name of ['sessionStorage', 'localStorage']) Object.defineProperty(globalThis, name, { value: storage, configurable: true });
  globalThis.fetch = async (_, init) => {
    sent.push((JSON.parse(String(init?.body)) as { readonly id: string }).id);
    if (isAway) throw new TypeError('no network');
    return Response.json({ ok: true, value: null });
  };
});

const api = makeApi({ district: '990001', csrf: () => '', post: () => null, onLogInNeeded: () => undefined });
const NUMBER = '990001199005010000';
const send = (inMemory: boolean) => api.run('a.one', { identity: NUMBER }, { inMemory }).catch(() => null);

test('what is sent again before an answer came has the same id, kept in the browser or in memory', async () => {
  for (const inMemory of [false, true]) {
    await send(inMemory);
    isAway = false;
    await send(inMemory);
    isAway = true;
  }
  assert.deepEqual([sent[0] === sent[1], sent[2] === sent[3], sent[1] === sent[2]], [true, true, false]);
});

test('somebody’s papers are in no storage of the browser, not even while no answer came', async () => {
  await send(true);
  assert.ok(![...kept.values()].join().includes(NUMBER));
  await send(false);
  assert.ok([...kept.values()].join().includes(NUMBER), 'what is no secret is kept until it is answered');
});
