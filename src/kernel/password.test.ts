import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passwordFaults } from './password.ts';

test('a password is long enough and mixed, or very long; not the user name, not a common one', () => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['Qing-shi-26', []],
    ['Qing-shi2', ['password-too-short']],
    ['qingshixingan', ['password-too-plain']],
    ['qingshixingan26', ['password-too-plain']],
    ['qingshixinganlushang', []],
    ['青石桥头有三棵老槐树，夏天好乘凉', []],
    ['Zhouchu-2026', ['password-holds-user-name']],
    ['P@ssw0rd2026', ['password-too-common']],
    ['Admin123456!', ['password-too-common']],
    ['Aaaaaaaaaaaaaaaa', ['password-too-common']],
    ['1234567890123456', ['password-too-common']],
    ['x'.repeat(64) + 'Y1-'.repeat(30), ['password-too-long']],
  ];

  const found = table.map(([password]) => [password, passwordFaults(password, 'zhouchu').map((it) => it.kind)]);

  assert.deepEqual(found, table);
});
