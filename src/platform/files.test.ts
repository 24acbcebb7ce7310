import assert from 'node:assert/strict';
import fs from 'node:fs';
import promises from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { startTestApp } from '#/testing.ts';
import { mediaTypeOf, openFile, putBytes, storeFile } from './files.ts';
import { keysOf } from './secrets.ts';

async function photo(): Promise<Buffer> {
  const exif = { IFD0: { Make: 'TestCamera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 5/1 0/1' } };
  return sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#888' } })
    .withExif(exif)
    .jpeg()
    .toBuffer();
}

const KEYS = keysOf({ hash: 'sha256', current: 'k1', keys: { k1: Buffer.alloc(32, 7).toString('base64') } });

type Stored = { readonly digest: string; readonly mediaType: string };

test('a photo is kept as it came, and shown to whoever asks only as a smaller copy without place, device or time', async (t) => {
  const app = await startTestApp(t);
  const office = app.as('office');
  const original = await photo();

  const stored = (await office.upload('现场.jpg', original)).body as Stored;
  const shown = await app.app.inject({
    url: `/api/990001/files/${stored.digest}?as=display`,
    headers: { cookie: `test=${office.actor.accountId}` },
  });
  const asked = await app.app.inject({
    url: `/api/990001/files/${stored.digest}?as=original`,
    headers: { cookie: `test=${office.actor.accountId}` },
  });
  const kept = await app.read('990001', (reader) => openFile(reader, stored.digest));

  const copy = await sharp(shown.rawPayload).metadata();
  assert.deepEqual([copy.format, copy.width, copy.exif], ['webp', 1600, undefined]);
  assert.deepEqual(asked.rawPayload, shown.rawPayload);
  assert.deepEqual(kept.bytes, original);
});

test('the same file twice is one file, and another district does not have it', async (t) => {
  const app = await startTestApp(t);
  const original = await photo();

  const first = (await app.as('office').upload('现场.jpg', original)).body as Stored;
  const second = (await app.as('office').upload('另名.jpg', original)).body as Stored;
  const elsewhere = await app.as('office', { district: '990002' }).get(`/files/${first.digest}`);

  assert.equal(second.digest, first.digest);
  assert.equal(elsewhere.status, 404);
  assert.equal((await app.ownerPool.query('select 1 from platform.file')).rowCount, 1);
});

const KINDS: readonly [string, Buffer, string | null][] = [
  ['a program named like a photo', Buffer.from('4d5a90000300000004000000ffff0000b8000000', 'hex'), null],
  ['a page named like a text', Buffer.from('<!doctype html><script>alert(1)</script>'), null],
  ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), null],
  ['a shell script', Buffer.from('#!/bin/sh\nrm -rf /'), null],
  ['a table as text', Buffer.from('序号,内容\n1,甲'), 'text/plain'],
  ['a GB18030 text', Buffer.from('d0f2bac52cc4dac8dd', 'hex'), 'text/plain'],
  ['a PDF', Buffer.from('%PDF-1.7 …'), 'application/pdf'],
];

for (const [name, bytes, mediaType] of KINDS) {
  test(`${name} is known by its content, not by its name`, () => {
    assert.equal(mediaTypeOf(bytes), mediaType);
  });
}

test('an upload that is neither picture nor document is refused, and leaves nothing', async (t) => {
  const app = await startTestApp(t);

  const refused = await app.as('office').upload('现场.jpg', Buffer.from('#!/bin/sh\nrm -rf /'));

  assert.deepEqual([refused.status, (refused.body as { code: string }).code], [415, 'file-kind']);
  assert.equal((await app.ownerPool.query('select 1 from platform.file')).rowCount, 0);
});

test('who may not upload or open files is denied before anything is kept, and the denial stands in the audit trail', async (t) => {
  const app = await startTestApp(t);
  const auditor = app.as('audit-admin');

  const denied = await auditor.upload('现场.jpg', await photo());
  const opened = await auditor.get(`/files/${'a'.repeat(64)}`);

  const lines = await app.ownerPool.query('select command, result, code from platform.audit order by at');
  assert.deepEqual([denied.status, opened.status], [403, 403]);
  assert.deepEqual(lines.rows, [
    { command: 'upload', result: 'denied', code: 'platform.upload' },
    { command: 'read /files', result: 'denied', code: 'platform.read-file' },
  ]);
});

test('one file filed several times at once is one file, and nobody meets a fault', async (t) => {
  const app = await startTestApp(t);
  const input = { digest: 'a'.repeat(64), name: '现场.jpg', size: 3, mediaType: 'image/jpeg' };

  const outcomes = await Promise.all([1, 2, 3, 4].map(() => app.run(storeFile, '990001', input)));

  assert.deepEqual(
    outcomes.map((it) => it.ok),
    [true, true, true, true],
  );
  assert.equal((await app.ownerPool.query('select 1 from platform.file')).rowCount, 1);
});

test('a file without a name, or with the name of a path, is kept under a name that leads nowhere', async (t) => {
  const app = await startTestApp(t);
  const office = app.as('office');
  const headers = { cookie: `test=${office.actor.accountId}`, 'x-luoshi-csrf': 'test', 'content-type': 'multipart/form-data; boundary=x' };
  const nameless =
    '--x\r\ncontent-disposition: form-data; name="file"\r\ncontent-type: application/octet-stream\r\n\r\n%PDF-1.7\r\n--x--\r\n';

  const first = await app.app.inject({ method: 'POST', url: '/api/990001/files', headers, payload: nameless });
  const second = (await office.upload('../../etc/台账\u0000.pdf', Buffer.from('%PDF-1.7 另'))).body as { name: string };

  assert.deepEqual([first.statusCode, first.json().name], [200, 'file']);
  assert.doesNotMatch(second.name, /[\p{Cc}/\\]/u);
});

test('a disk that takes no more leaves no half file behind', async (t) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-full-'));
  t.mock.method(promises, 'rename', async () => {
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  });

  await assert.rejects(putBytes({ filesFolder: folder, keys: KEYS }, '990001', Buffer.from('佐证')), { code: 'ENOSPC' });

  const left = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  assert.deepEqual(left, []);
  fs.rmSync(folder, { recursive: true });
});
