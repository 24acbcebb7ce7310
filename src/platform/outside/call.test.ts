import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { postJson } from './call.ts';
import { isPrivateAddress } from './private-address.ts';
import { LOOPBACK_CERTIFICATE, LOOPBACK_KEY } from './test-certificate.ts';

async function aServer(t: TestContext, answer: http.RequestListener, isSecure = false) {
  const server = isSecure ? https.createServer({ key: LOOPBACK_KEY, cert: LOOPBACK_CERTIFICATE }, answer) : http.createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `${isSecure ? 'https' : 'http'}://localhost:${(server.address() as AddressInfo).port}/send`;
}

const NAMED = { privateHosts: ['localhost'] };
const answering =
  (status: number, body: string): http.RequestListener =>
  (request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(status).end(body));
  };

test('an answer in JSON is handed over; what it means is for the one who called', async (t) => {
  const address = await aServer(t, answering(200, '{"errcode":0}'));

  assert.deepEqual(await postJson(address, {}, NAMED), { ok: true, status: 200, body: { errcode: 0 } });
});

test('a private address is called only where the operator named it, whether it is written as a number or hidden behind a name', async (t) => {
  const calls: string[] = [];
  const address = await aServer(t, (request, response) => {
    calls.push(request.url!);
    response.end('{}');
  });
  const secure = address.replace('http:', 'https:');
  const private_ = { ok: false, sent: { result: 'refused', reason: 'private-address' } };

  assert.deepEqual(await postJson(secure, {}, { privateHosts: [] }), private_);
  assert.deepEqual(await postJson(secure.replace('localhost', '127.0.0.1'), {}, { privateHosts: [] }), private_);
  assert.deepEqual(await postJson('https://[::1]/send', {}, { privateHosts: [] }), private_);
  assert.deepEqual(await postJson(address, {}, { privateHosts: [] }), { ok: false, sent: { result: 'refused', reason: 'not-https' } });
  assert.deepEqual(calls, []);
});

test('every network that is not the public internet counts as private', () => {
  const inside = [
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '127.0.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
  ];
  const outside = ['1.1.1.1', '8.8.8.8', '172.32.0.1', '2606:4700::1111'];

  assert.deepEqual(
    inside.filter((it) => !isPrivateAddress(it)),
    [],
  );
  assert.deepEqual(outside.filter(isPrivateAddress), []);
});

test('the wrong certificate ends the call before anything is said; the certificate of the house is accepted', async (t) => {
  const heard: string[] = [];
  const address = await aServer(
    t,
    (request, response) => {
      heard.push(request.method!);
      response.end('{}');
    },
    true,
  );

  assert.deepEqual(await postJson(address, {}, NAMED), { ok: false, sent: { result: 'again', reason: 'certificate' } });
  assert.deepEqual(heard, []);
  assert.equal((await postJson(address, {}, { ...NAMED, authority: LOOPBACK_CERTIFICATE })).ok, true);
});

test('refused, moved, too often, faulty, unreadable and endless answers are told apart', async (t) => {
  const cases = [
    [answering(403, 'no'), { result: 'refused', reason: 'refused-there' }],
    [
      (_request, response) => response.writeHead(302, { location: 'https://elsewhere.example/' }).end(),
      { result: 'refused', reason: 'moved' },
    ],
    [answering(429, ''), { result: 'again', reason: 'too-often' }],
    [answering(503, ''), { result: 'again', reason: 'fault-there' }],
    [answering(200, '<html>'), { result: 'unsure', reason: 'strange-answer' }],
    [answering(200, 'x'.repeat(100_000)), { result: 'unsure', reason: 'strange-answer' }],
  ] as const satisfies readonly (readonly [http.RequestListener, unknown])[];

  for (const [answer, sent] of cases) {
    const outcome = await postJson(await aServer(t, answer), {}, NAMED);
    assert.deepEqual(outcome, { ok: false, sent });
  }
});

test('who is not there is called again; who heard everything and never answers is not', async (t) => {
  const silent = await aServer(t, (request) => void request.resume());
  const gone = http.createServer().listen(0, '127.0.0.1');
  await once(gone, 'listening');
  const { port } = gone.address() as AddressInfo;
  gone.close();

  assert.deepEqual(await postJson(silent, {}, { ...NAMED, patienceMs: 400 }), {
    ok: false,
    sent: { result: 'unsure', reason: 'no-answer' },
  });
  assert.deepEqual(await postJson(`http://localhost:${port}/`, {}, NAMED), {
    ok: false,
    sent: { result: 'again', reason: 'not-reachable' },
  });
  assert.deepEqual(await postJson('https://nowhere.invalid/', {}, { privateHosts: [] }), {
    ok: false,
    sent: { result: 'again', reason: 'no-such-host' },
  });
});
