import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from './id.ts';

const NOW = Date.parse('2026-06-18T02:00:00.123Z');

test('an id is a UUID of version 7 that begins with the moment at which it was made', () => {
  const id = newId(NOW);

  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(Number.parseInt(id.replace('-', '').slice(0, 12), 16), NOW);
});

test('a thousand ids of one moment are a thousand different ones, in every digit that is drawn', () => {
  const ids = Array.from({ length: 1_000 }, () => newId(NOW));

  assert.equal(new Set(ids).size, 1_000);
  const drawn = [...'xxxxxxxx-xxxx-'].length + 1;
  for (let place = drawn; place < 36; place++) {
    const seen = new Set(ids.map((id) => id[place]));
    assert.equal(seen.size, place === 18 || place === 23 ? 1 : place === 19 ? 4 : 16, `place ${place}`);
  }
});
