import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { type Api, failure } from './api.ts';
import { dropFromOutbox, putInOutbox, readOutbox, sendOutbox } from './outbox.ts';

const DISTRICT = '990001';

beforeEach(() => {
  const kept = new Map<string, string>();
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => void kept.set(key, text) };
  Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true });
});

/** A network that answers as it is told; what it was sent is kept. */
function aNetwork(answer: (name: string) => void): { readonly api: Api; readonly sent: string[] } {
  const sent: string[] = [];
  const send = async (name: string) => {
    sent.push(name);
    answer(name);
  };
  return { api: { district: DISTRICT, send } as unknown as Api, sent };
}

const away = () => {
  throw failure(0, 'offline');
};

test('what is dropped before it was sent is never sent', async () => {
  const [one, two] = ['a.one', 'a.two'].map((name) => putInOutbox(DISTRICT, name, {}, name)) as [string, string];
  const network = aNetwork((name) => name === 'a.one' && dropFromOutbox(DISTRICT, two));

  await sendOutbox(network.api, String);

  assert.deepEqual(network.sent, ['a.one']);
  assert.notEqual(one, two);
  assert.deepEqual(readOutbox(DISTRICT), []);
});

test('what was sent and never answered is told apart from what never left, for it may have arrived', async () => {
  putInOutbox(DISTRICT, 'a.one', {}, 'one');
  putInOutbox(DISTRICT, 'a.two', {}, 'two');

  await sendOutbox(aNetwork(away).api, String);

  assert.deepEqual(
    readOutbox(DISTRICT).map(({ name, isTried }) => [name, isTried ?? false]),
    [
      ['a.one', true],
      ['a.two', false],
    ],
  );
});

for (const status of [0, 401, 429, 500, 503])
  test(`what was answered with ${status} waits, and what comes after it too`, async () => {
    for (const name of ['a.one', 'a.two']) putInOutbox(DISTRICT, name, {}, name);
    const network = aNetwork(() => {
      throw failure(status, 'away');
    });

    await sendOutbox(network.api, String);

    assert.deepEqual(network.sent, ['a.one']);
    assert.deepEqual(
      readOutbox(DISTRICT).map(({ refusal }) => refusal),
      [null, null],
    );
  });
