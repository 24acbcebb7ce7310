import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import type { Outside } from '#/platform/outside/settings.ts';
import { claimMessages } from './actions/messages.ts';
import { remindOf } from './actions/remind.ts';
import { sendingLoop } from './jobs.ts';
import { aMatter, anOfficeAtWork, asking, DISTRICT, onDay, type TestOffice } from './test-notices.ts';

const SOURCES = [asking(() => [aMatter('联系 13800138000 的事项', { dueOn: '2026-06-19' })])];
const TODAY = '2026-06-18';

async function aMailbox(t: TestContext): Promise<{ letters: string[]; outside: Outside }> {
  const letters: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const [head, body] = Buffer.concat(parts).toString('utf8').split('\r\n\r\n') as [string, string];
        letters.push(`${session.envelope.rcptTo[0]!.address} ${head} ${Buffer.from(body, 'base64').toString('utf8')}`);
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  t.after(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  const mail = { host: '127.0.0.1', port, from: 'tixing@example.cn', user: null, password: null, tls: 'none', authority: null } as const;
  return { letters, outside: { mail, privateHosts: ['127.0.0.1'], address: 'https://luoshi.example.cn' } };
}

async function aGroup(t: TestContext, answers: readonly string[]) {
  const heard: { url: URL; text: string }[] = [];
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => {
      heard.push({ url: new URL(request.url!, 'http://group'), text: JSON.parse(body).text.content });
      response.end(answers[Math.min(heard.length, answers.length) - 1]);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return { heard, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/robot/send?access_token=geheim-12345` };
}

const statesOf = async ({ app }: TestOffice) =>
  (await app.ownerPool.query('select state, reason, tries from notices.message order by id')).rows as {
    state: string;
    reason: string | null;
    tries: number;
  }[];

test('a reminder goes by mail to whoever wants mail, without any number of a person, and to nobody else', async (t) => {
  const it = await anOfficeAtWork(t);
  const { letters, outside } = await aMailbox(t);
  const deps = onDay(it.app, TODAY, { outside });
  assert.equal((await it.liaison.run('notices.set-preference', { address: 'wang@example.cn', wantsMail: true })).status, 200);

  await deps.run(remindOf(SOURCES), DISTRICT, {});
  await sendingLoop(SOURCES).run(DISTRICT, deps);
  await sendingLoop(SOURCES).run(DISTRICT, deps);

  assert.equal(letters.length, 1);
  assert.match(letters[0]!, /^wang@example\.cn /);
  assert.match(letters[0]!, /办理：https:\/\/luoshi\.example\.cn\/staff\/990001\/my-week/);
  assert.doesNotMatch(letters[0]!, /13800138000/);
  assert.deepEqual(await statesOf(it), [{ state: 'sent', reason: null, tries: 1 }]);
});

test('mail can be switched off, also after it was written; the inbox cannot', async (t) => {
  const it = await anOfficeAtWork(t);
  const { letters, outside } = await aMailbox(t);
  const deps = onDay(it.app, TODAY, { outside });
  await it.liaison.run('notices.set-preference', { address: 'wang@example.cn', wantsMail: true });
  await deps.run(remindOf(SOURCES), DISTRICT, {});
  await it.liaison.run('notices.set-preference', { wantsMail: false });

  await sendingLoop(SOURCES).run(DISTRICT, deps);

  assert.deepEqual([letters.length, (await statesOf(it))[0]!.reason], [0, 'nobody-there']);
  assert.equal(((await it.liaison.get('/notices/inbox')).body as { notices: unknown[] }).notices.length, 1);
});

test('two processes that send at the same moment send each message once', async (t) => {
  const it = await anOfficeAtWork(t);
  const { letters, outside } = await aMailbox(t);
  await it.liaison.run('notices.set-preference', { address: 'wang@example.cn', wantsMail: true });
  const processes = [1, 2, 3].map(() => onDay(it.app, TODAY, { outside }));
  await processes[0]!.run(remindOf(SOURCES), DISTRICT, {});

  await Promise.all(processes.map((deps) => sendingLoop(SOURCES).run(DISTRICT, deps)));

  assert.equal(letters.length, 1);
});

test('a process that stopped with a message in hand leaves it uncertain, and nobody is told twice', async (t) => {
  const it = await anOfficeAtWork(t);
  const { letters, outside } = await aMailbox(t);
  await it.liaison.run('notices.set-preference', { address: 'wang@example.cn', wantsMail: true });
  const at = (minute: number) => onDay(it.app, TODAY, { outside, now: new Date(Date.UTC(2026, 5, 18, 10, minute)) });
  await at(0).run(remindOf(SOURCES), DISTRICT, {});
  await at(0).run(claimMessages, DISTRICT, {});

  await sendingLoop(SOURCES).run(DISTRICT, at(4));
  const inHand = (await statesOf(it))[0]!.state;
  await sendingLoop(SOURCES).run(DISTRICT, at(6));

  assert.deepEqual([inHand, letters.length], ['claimed', 0]);
  assert.deepEqual(await statesOf(it), [{ state: 'unsure', reason: 'stopped-midway', tries: 1 }]);
});

test('a group that limits its messages is tried again after a minute, and hears everything once', async (t) => {
  const it = await anOfficeAtWork(t);
  const { outside } = await aMailbox(t);
  const group = await aGroup(t, ['{"errcode":130101}', '{"errcode":0}']);
  const security = it.app.as('security-admin');
  const at = (minute: number) => onDay(it.app, TODAY, { outside, now: new Date(Date.UTC(2026, 5, 18, 10, minute)) });
  const set = await security.run('notices.set-up-robot', {
    kind: 'dingtalk',
    name: '督办群',
    address: group.address,
    secret: 'SEC-0123456789',
  });
  assert.equal(set.status, 200, set.text);

  await at(0).run(remindOf(SOURCES), DISTRICT, {});
  for (const minute of [0, 0, 1, 2]) await sendingLoop(SOURCES).run(DISTRICT, at(minute));

  assert.equal(group.heard.length, 2);
  assert.match(group.heard[1]!.text, /^【清泉区民生实事】各单位：6月22日前到期 1 项，已逾期 0 项。/);
  assert.deepEqual(await statesOf(it), [{ state: 'sent', reason: null, tries: 2 }]);
});

test('a robot of DingTalk is called with the signature over its time, one of WeCom with its address alone', async (t) => {
  const it = await anOfficeAtWork(t);
  const { outside } = await aMailbox(t);
  const group = await aGroup(t, ['{"errcode":0}']);
  const now = new Date(Date.UTC(2026, 5, 18, 10));
  const security = it.app.as('security-admin');
  for (const [kind, secret] of [
    ['dingtalk', 'SEC-0123456789'],
    ['wecom', null],
  ] as const) {
    const { body } = await security.run('notices.set-up-robot', { kind, name: `群 ${kind}`, address: group.address, secret });
    const { id } = (body as { value: { id: string } }).value;
    await security.run('notices.test-robot', { robotId: id });
    await sendingLoop(SOURCES).run(DISTRICT, onDay(it.app, TODAY, { outside, now: new Date(now.getTime() + 1000) }));
  }

  // The test command notes the real hour; the loop of these tests comes after it only when its own clock says so.
  await sendingLoop(SOURCES).run(DISTRICT, onDay(it.app, TODAY, { outside, now: new Date(Date.now() + 60_000) }));

  const [first, second] = group.heard.map(({ url }) => url.searchParams);
  const timestamp = first!.get('timestamp')!;
  assert.equal(first!.get('sign'), createHmac('sha256', 'SEC-0123456789').update(`${timestamp}\nSEC-0123456789`).digest('base64'));
  assert.deepEqual([...second!.keys()], ['access_token']);
});

test('neither address nor secret nor content stands in clear in the database, in the answers or in the log', async (t) => {
  const it = await anOfficeAtWork(t);
  const { outside } = await aMailbox(t);
  const group = await aGroup(t, ['{"errcode":310000,"errmsg":"sign not match SEC-0123456789"}']);
  const security = it.app.as('security-admin');
  await it.liaison.run('notices.set-preference', { address: 'wang@example.cn', wantsMail: true });
  await security.run('notices.set-up-robot', { kind: 'dingtalk', name: '督办群', address: group.address, secret: 'SEC-0123456789' });
  const written: string[] = [];
  const stderr = t.mock.method(process.stderr, 'write', (text: string) => written.push(text) > 0);
  const deps = onDay(it.app, TODAY, { outside: { ...outside, mail: { ...outside.mail!, port: 1 } } });
  await deps.run(remindOf(SOURCES), DISTRICT, {});
  await sendingLoop(SOURCES).run(DISTRICT, deps);
  stderr.mock.restore();

  const shown = await Promise.all([security.get('/notices/robots'), it.office.get('/notices/sent'), it.liaison.get('/notices/preference')]);
  const tables = await it.app.ownerPool.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('notices', 'platform')`,
  );
  const rows = await Promise.all(tables.rows.map(({ name }) => it.app.ownerPool.query(`select t::text as row from ${name} t`)));
  const stored = rows.flatMap((found) => found.rows.map(({ row }) => row as string)).join('\n');

  for (const secret of ['wang@example.cn', 'geheim-12345', 'SEC-0123456789', 'sign not match']) {
    assert.equal(stored.includes(secret), false, `stored: ${secret}`);
    assert.equal([...shown.map(({ text }) => text), ...written].join('\n').includes(secret), false, `shown: ${secret}`);
  }
  const messages = (shown[1]!.body as { messages: { person: string | null; reason: string | null }[] }).messages;
  assert.deepEqual(messages.map(({ reason }) => reason).toSorted(), ['not-reachable', 'refused-there']);
});
