import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOutside } from './settings.ts';

const MAIL = { LUOSHI_SMTP_HOST: 'mail.example.gov.cn', LUOSHI_SMTP_FROM: 'tixing@example.gov.cn' };

test('without a mail server nothing leaves the house; with one the line is encrypted unless it stays on this machine', () => {
  assert.deepEqual(readOutside({}), { mail: null, privateHosts: [], address: null });
  const read = readOutside({ ...MAIL, LUOSHI_ROBOT_HOSTS: 'im.example.gov.cn, 10.1.2.3:8443' });
  assert.ok('mail' in read);
  assert.deepEqual([read.mail?.tls, read.mail?.port, read.privateHosts], ['starttls', 587, ['im.example.gov.cn', '10.1.2.3:8443']]);
  assert.deepEqual(readOutside({ ...MAIL, LUOSHI_SMTP_TLS: 'none' }), {
    variable: 'LUOSHI_SMTP_TLS',
    value: 'none',
    wants: 'starttls 或 tls（none 只用于本机）',
  });
});

test('a setting that cannot be right is named, with what it wants', () => {
  const faults = [
    { ...MAIL, LUOSHI_SMTP_FROM: 'nobody' },
    { ...MAIL, LUOSHI_SMTP_PORT: '0' },
    { ...MAIL, LUOSHI_SMTP_PASSWORD_FILE: '/not/there' },
    { ...MAIL, LUOSHI_SMTP_TLS: 'yes' },
  ].map((env) => readOutside(env));

  assert.deepEqual(
    faults.map((it) => 'variable' in it && it.variable),
    ['LUOSHI_SMTP_FROM', 'LUOSHI_SMTP_PORT', 'LUOSHI_SMTP_PASSWORD_FILE', 'LUOSHI_SMTP_TLS'],
  );
});
