import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passwordFaults } from '#/kernel/password.ts';
import { hashPassword, isPassword } from './hash.ts';
import { DEFAULT_LIMITS, deviceOf, lockedUntil, readablePassword } from './rules.ts';

test('a password is kept as argon2id of its own nonce, and only the right one fits', async () => {
  const [first, second] = [await hashPassword('Qing-shi-26'), await hashPassword('Qing-shi-26')];

  assert.match(first, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  assert.notEqual(first, second);
  assert.deepEqual(
    await Promise.all([
      isPassword(first, 'Qing-shi-26'),
      isPassword(first, 'qing-shi-26'),
      isPassword('', 'x'),
      isPassword('$argon2id$', 'x'),
    ]),
    [true, false, false, false],
  );
});

test('five failures within a quarter of an hour lock for a quarter of an hour from the last', () => {
  const minute = 60_000;
  const at = (...minutes: readonly number[]) =>
    lockedUntil(
      minutes.map((it) => it * minute),
      5,
      DEFAULT_LIMITS,
    );

  assert.deepEqual(
    [at(), at(4, 3, 2, 1), at(15, 3, 2, 1, 0), at(15.1, 3, 2, 1, 0), at(4, 3, 2, 1, 0)],
    [null, null, 30 * minute, null, 19 * minute],
  );
});

test('a first password can be typed from paper and satisfies the rules', () => {
  for (let seed = 0; seed < 256; seed += 1) {
    const password = readablePassword(new Uint8Array(32).fill(seed));
    assert.match(password, /^[^0O1lIi-]{4}-[^0O1lIi-]{4}-[^0O1lIi-]{4}$/);
    assert.deepEqual(
      passwordFaults(password, '990001001').filter((it) => it.kind !== 'password-too-common'),
      [],
    );
  }
});

test('a log-in is named by browser and system', () => {
  const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36';

  assert.deepEqual(
    [deviceOf(agent), deviceOf(`${agent} Edg/130.0`), deviceOf('curl/8')],
    [
      { browser: 'Chrome', system: 'Windows' },
      { browser: 'Edge', system: 'Windows' },
      { browser: '', system: '' },
    ],
  );
});
