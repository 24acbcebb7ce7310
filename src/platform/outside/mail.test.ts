import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { type TestContext, test } from 'node:test';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { sendMail } from './mail.ts';
import type { MailSettings } from './settings.ts';
import { LOOPBACK_CERTIFICATE, LOOPBACK_KEY } from './test-certificate.ts';

const LETTER = { id: '0190-letter', to: 'wang@example.cn', subject: '清泉区民生实事：1 项待办', text: '您好！\n' } as const;

async function aMailServer(t: TestContext, options: SMTPServerOptions = {}) {
  const letters: string[] = [];
  const server = new SMTPServer({
    key: LOOPBACK_KEY,
    cert: LOOPBACK_CERTIFICATE,
    authOptional: true,
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        letters.push(Buffer.concat(parts).toString('utf8'));
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  t.after(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as net.AddressInfo;
  const settings: MailSettings = {
    host: 'localhost',
    port,
    from: 'tixing@example.cn',
    user: null,
    password: null,
    tls: 'starttls',
    authority: LOOPBACK_CERTIFICATE,
  };
  return { letters, settings };
}

test('a letter goes out over an encrypted line, marked as written by a machine, under a name that stays the same', async (t) => {
  const { letters, settings } = await aMailServer(t);

  assert.deepEqual(await sendMail(settings, LETTER), { result: 'sent' });
  assert.match(letters[0]!, /^Message-ID: <0190-letter@example\.cn>\r?$/m);
  assert.match(letters[0]!, /^Auto-Submitted: auto-generated\r?$/im);
});

test('a server that shows the wrong certificate, or offers no encryption, is given nothing', async (t) => {
  const strange = await aMailServer(t);
  const open = await aMailServer(t, { disabledCommands: ['STARTTLS'] });

  const answers = [
    await sendMail({ ...strange.settings, authority: null }, LETTER),
    await sendMail(open.settings, LETTER),
    await sendMail({ ...strange.settings, host: '127.0.0.2', authority: null }, LETTER, 500),
  ];

  assert.deepEqual(answers.slice(0, 2), [
    { result: 'again', reason: 'certificate' },
    { result: 'again', reason: 'no-encryption' },
  ]);
  assert.deepEqual([...strange.letters, ...open.letters], []);
});

test('what the server refuses is told apart: the log-in, the mailbox, the letter, and a fault that passes', async (t) => {
  const refusing = (responseCode: number) => Object.assign(new Error('no wang@example.cn here'), { responseCode });
  const login = await aMailServer(t, { authOptional: false, onAuth: (_auth, _session, done) => done(refusing(535)) });
  const mailbox = await aMailServer(t, { onRcptTo: (_address, _session, done) => done(refusing(550)) });
  const busy = await aMailServer(t, { onMailFrom: (_address, _session, done) => done(refusing(451)) });
  const letter = await aMailServer(t, {
    onData: (stream, _session, done) => {
      stream.resume();
      stream.on('end', () => done(refusing(554)));
    },
  });

  assert.deepEqual(
    [
      await sendMail({ ...login.settings, user: 'tixing', password: 'wrong' }, LETTER),
      await sendMail(mailbox.settings, LETTER),
      await sendMail(busy.settings, LETTER),
      await sendMail(letter.settings, LETTER),
    ],
    [
      { result: 'again', reason: 'login-refused' },
      { result: 'refused', reason: 'address-refused' },
      { result: 'again', reason: 'address-refused' },
      { result: 'refused', reason: 'refused-there' },
    ],
  );
});

test('a server that is not there, or says nothing, is tried again; one that falls silent with the letter in hand is not', async (t) => {
  const mute = net.createServer(() => {}).listen(0, '127.0.0.1');
  await once(mute, 'listening');
  t.after(() => mute.close());
  const slow = await aMailServer(t, { onData: (stream) => void stream.resume() });
  const { port } = mute.address() as net.AddressInfo;
  const closed = net.createServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const free = (closed.address() as net.AddressInfo).port;
  closed.close();

  assert.deepEqual(
    [
      await sendMail({ ...slow.settings, port: free }, LETTER, 500),
      await sendMail({ ...slow.settings, port }, LETTER, 500),
      await sendMail(slow.settings, LETTER, 500),
    ],
    [
      { result: 'again', reason: 'not-reachable' },
      { result: 'again', reason: 'not-reachable' },
      { result: 'unsure', reason: 'no-answer' },
    ],
  );
});
