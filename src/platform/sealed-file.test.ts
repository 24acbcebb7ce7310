import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import sharp from 'sharp';
import { startTestApp } from '#/testing.ts';
import { putBytes, readBytes, resealFiles } from './files.ts';
import { sealedBy, sealFile, unsealFile } from './sealed-file.ts';
import { digestOf, keysOf } from './secrets.ts';

const k1 = Buffer.alloc(32, 1).toString('base64');
const k2 = Buffer.alloc(32, 2).toString('base64');
const OLD = keysOf({ hash: 'sha256', current: 'k1', keys: { k1 } });
const NEW = keysOf({ hash: 'sha256', current: 'k2', keys: { k1, k2 } });
const DISTRICT = '990001';

function folderOf(t: TestContext): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-sealed-'));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  return folder;
}

function onDisk(folder: string, digest: string): string {
  return path.join(folder, DISTRICT, digest.slice(0, 2), digest);
}

test('a sealed file comes back as it was, whatever is in it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5_000 }), (content) => {
      const bytes = Buffer.from(content);
      assert.deepEqual(unsealFile(OLD, 'here', sealFile(OLD, 'here', bytes)), bytes);
    }),
  );
});

test('a sealed file in the place of another, cut short, or changed by one bit cannot be opened', () => {
  const sealed = sealFile(OLD, '990001/a', Buffer.from('一张照片'));
  const bent = Buffer.from(sealed);
  bent[sealed.length - 20]! ^= 1;

  assert.throws(() => unsealFile(OLD, '990001/b', sealed));
  assert.throws(() => unsealFile(OLD, '990001/a', sealed.subarray(0, -1)));
  assert.throws(() => unsealFile(OLD, '990001/a', bent));
});

test('the folder alone shows nothing of what was put into it', async (t) => {
  const place = { filesFolder: folderOf(t), keys: OLD };
  const content = Buffer.concat([Buffer.from('佐证：拍摄于北纬40度'), randomBytes(50)]);

  const digest = await putBytes(place, DISTRICT, content);

  const stored = fs.readFileSync(onDisk(place.filesFolder, digest));
  assert.equal(sealedBy(stored), 'k1');
  assert.ok(!stored.includes('佐证') && !stored.includes(content.subarray(30, 45)));
  assert.deepEqual(await readBytes(place, DISTRICT, digest), content);
});

test('a file from before files were sealed is read, and sealed on that occasion', async (t) => {
  const place = { filesFolder: folderOf(t), keys: OLD };
  const content = Buffer.from('早先存下的文件');
  const digest = digestOf(content);
  fs.mkdirSync(path.dirname(onDisk(place.filesFolder, digest)), { recursive: true });
  fs.writeFileSync(onDisk(place.filesFolder, digest), content);

  const read = await Promise.all([readBytes(place, DISTRICT, digest), readBytes(place, DISTRICT, digest)]);
  const again = await readBytes(place, DISTRICT, digest);

  assert.deepEqual([...read, again], [content, content, content]);
  assert.equal(sealedBy(fs.readFileSync(onDisk(place.filesFolder, digest))), 'k1');
});

test('after a new key every file is sealed under it, those of before files were sealed among them, and all stay readable', async (t) => {
  const filesFolder = folderOf(t);
  const first = await putBytes({ filesFolder, keys: OLD }, DISTRICT, Buffer.from('甲'));
  const plain = digestOf('乙');
  fs.mkdirSync(path.dirname(onDisk(filesFolder, plain)), { recursive: true });
  fs.writeFileSync(onDisk(filesFolder, plain), '乙');

  const written = await resealFiles({ filesFolder, keys: NEW }, DISTRICT);
  const again = await resealFiles({ filesFolder, keys: NEW }, DISTRICT);

  assert.deepEqual([written, again], [2, 0]);
  for (const [digest, text] of [
    [first, '甲'],
    [plain, '乙'],
  ] as const) {
    assert.equal(sealedBy(fs.readFileSync(onDisk(filesFolder, digest))), 'k2');
    assert.equal((await readBytes({ filesFolder, keys: NEW }, DISTRICT, digest)).toString(), text);
  }
});

test('a file whose bytes were exchanged behind the back of the store is a fault, never an answer', async (t) => {
  const place = { filesFolder: folderOf(t), keys: OLD };
  const digest = await putBytes(place, DISTRICT, Buffer.from('甲'));
  fs.writeFileSync(onDisk(place.filesFolder, digest), '乙');

  await assert.rejects(readBytes(place, DISTRICT, digest), /no longer matches/);
});

test('an original is opened by the supervision office for a purpose, and each opening stands in the audit trail', async (t) => {
  const app = await startTestApp(t);
  const office = app.as('office');
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#777' } })
    .withExif({ IFD0: { Make: 'TestCamera' } })
    .jpeg()
    .toBuffer();
  const { digest } = (await office.upload('现场.jpg', photo)).body as { digest: string };
  const at = `/files/${digest}/original`;
  const purpose = encodeURIComponent('核对佐证的拍摄时间');

  const withoutPurpose = await office.get(at);
  const named = await office.get(`${at}?purpose=${encodeURIComponent('核对13812345678的投诉')}`);
  const denied = await app.as('leader').get(`${at}?purpose=${purpose}`);
  const opened = await app.app.inject({
    url: `/api/${DISTRICT}${at}?purpose=${purpose}`,
    headers: { cookie: `test=${office.actor.accountId}` },
  });

  const lines = await app.ownerPool.query(`select command, result, facts from platform.audit where result = 'accepted'`);
  assert.deepEqual([withoutPurpose.status, named.status, denied.status, opened.statusCode], [400, 400, 403, 200]);
  assert.deepEqual(opened.rawPayload, photo);
  assert.deepEqual(lines.rows, [
    { command: 'read /files/:digest/original', result: 'accepted', facts: { digest, purpose: '核对佐证的拍摄时间' } },
  ]);
});
