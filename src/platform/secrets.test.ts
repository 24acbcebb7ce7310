import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { addKey, keyedDigest, keysOf, lookupDigest, openKeys, seal, unseal } from './secrets.ts';

function keyFile(): string {
  return path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-keys-')), 'luoshi.key');
}

test('a new installation gets a key file that only its owner can read', () => {
  const file = keyFile();

  openKeys(file);

  assert.equal(fs.statSync(file).mode & 0o777, 0o600);
});

test('what is sealed comes back as it was, and looks different each time', () => {
  const keys = openKeys(keyFile());

  fc.assert(
    fc.property(fc.string(), (text) => {
      assert.equal(unseal(keys, 'organisation.person.phone', seal(keys, 'organisation.person.phone', text)), text);
    }),
  );
  assert.notEqual(seal(keys, 'a.b.c', '13800000000'), seal(keys, 'a.b.c', '13800000000'));
});

test('a keyed digest is the HMAC of RFC 2104, for texts of any length and in either hash', () => {
  for (const digest of ['sha256', 'sm3'] as const) {
    const keys = keysOf({ hash: digest, current: 'k1', keys: { k1: Buffer.alloc(32, 7).toString('base64') } });
    const expected = (text: string) => createHmac(digest, keys.derive('journal')).update(text).digest('hex');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        assert.equal(keyedDigest(keys, 'journal', text), expected(text));
      }),
    );
    for (const length of [0, 1, 1_365, 1_366, 4_096, 100_000])
      assert.equal(keyedDigest(keys, 'journal', '号'.repeat(length)), expected('号'.repeat(length)));
  }
});

test('a sealed value moved to another column, or changed by one sign, cannot be opened', () => {
  const keys = openKeys(keyFile());
  const sealed = seal(keys, 'organisation.person.phone', '一段话');

  assert.throws(() => unseal(keys, 'organisation.person.name', sealed));
  const other = sealed.at(-3) === 'A' ? 'B' : 'A';
  assert.throws(() => unseal(keys, 'organisation.person.phone', `${sealed.slice(0, -3)}${other}${sealed.slice(-2)}`));
});

test('a process that runs while the key is changed elsewhere reads what the new key made', () => {
  const file = keyFile();
  const running = openKeys(file);

  const sealed = seal(addKey(file), 'a.b.c', '13800000000');

  assert.equal(unseal(running, 'a.b.c', sealed), '13800000000');
  assert.throws(() => running.derive('seal', 'k9'), /has no key k9/);
});

test('after a new key old values still open, new ones name the new key, and digests of the old key can be recomputed', () => {
  const file = keyFile();
  const before = openKeys(file);
  const sealed = seal(before, 'a.b.c', '一段话');
  const digest = keyedDigest(before, 'journal', '一行');

  const after = addKey(file);

  assert.equal(unseal(after, 'a.b.c', sealed), '一段话');
  assert.equal(seal(after, 'a.b.c', '一段话').split('.')[1], 'k2');
  assert.equal(keyedDigest(after, 'journal', '一行', 'k1'), digest);
  assert.notEqual(lookupDigest(after, 'a.b.c', '一段话'), lookupDigest(before, 'a.b.c', '一段话'));
});

test('a key file that asks for SM3 digests with SM3 (GB/T 32905)', () => {
  const file = keyFile();
  openKeys(file);
  fs.writeFileSync(file, JSON.stringify({ ...JSON.parse(fs.readFileSync(file, 'utf8')), hash: 'sm3' }));

  const keys = openKeys(file);

  assert.equal(keys.hash, 'sm3');
  assert.match(keyedDigest(keys, 'journal', '一行'), /^[0-9a-f]{64}$/);
});
