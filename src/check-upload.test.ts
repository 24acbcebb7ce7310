import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { aCompoundFile, aDocx, aZip, p } from '#/platform/documents/test-files.ts';
import { type Answer, startTestApp } from '#/testing.ts';

const aPicture = (width = 40, height = 30) => sharp({ create: { width, height, channels: 3, background: '#c33' } });
const aPdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
const said = ({ status, body }: Answer) => {
  const { code, facts } = body as { code?: string; facts?: object };
  return { status, code, facts };
};

test('a marked, locked, macro-laden, damaged or unreadable file is refused with its reason, and nothing of it is kept', async (t) => {
  const app = await startTestApp(t);
  const liaison = app.as('liaison');
  const macros = { 'word/vbaProject.bin': 'x' };
  const cases: readonly (readonly [file: string, bytes: Buffer, refusal: object])[] = [
    ['方案.docx', aDocx(p('机密★5年') + p('目标任务')), { kind: 'classified', mark: '机密★5年' }],
    ['通知.txt', Buffer.from('秘密★\n各单位：'), { kind: 'classified', mark: '秘密★' }],
    ['绝密★长期.jpg', await aPicture().jpeg().toBuffer(), { kind: 'classified', mark: '绝密★长期' }],
    ['秘密★3年 台账.pdf', aPdf, { kind: 'classified', mark: '秘密★3年' }],
    ['带宏.docx', aDocx(p('正文'), macros), { kind: 'macros' }],
    ['加密.docx', aCompoundFile('EncryptionInfo', 'EncryptedPackage'), { kind: 'encrypted' }],
    ['旧版.doc', aCompoundFile('WordDocument'), { kind: 'old-format', which: 'doc' }],
    ['材料.zip', aZip({ '照片/1.jpg': 'x' }), { kind: 'not-a-document', looksLike: 'archive' }],
    ['坏的.docx', aDocx(p('正文')).subarray(0, 200), { kind: 'damaged', part: null }],
  ];

  for (const [name, bytes, refusal] of cases) {
    assert.deepEqual(said(await liaison.upload(name, bytes)), { status: 415, code: 'file-refused', facts: refusal }, name);
  }
  assert.equal((await app.ownerPool.query('select 1 from platform.file')).rowCount, 0);
});

test('documents, a document of pictures alone, PDF and pictures that decode are kept', async (t) => {
  const app = await startTestApp(t);
  const liaison = app.as('liaison');
  const files: readonly (readonly [string, Buffer])[] = [
    ['清单.docx', aDocx(p('新建集贸市场 15 处'))],
    ['扫描件.docx', aDocx(p(''))],
    ['签到表.csv', Buffer.from('姓名,日期\n张三,2026-06-01\n')],
    ['纪要.pdf', aPdf],
    ['现场.jpg', await aPicture().jpeg().toBuffer()],
    ['现场.png', await aPicture().png().toBuffer()],
  ];

  for (const [name, bytes] of files) assert.equal((await liaison.upload(name, bytes)).status, 200, name);
});

test('a picture that does not decode, or that unfolds beyond all measure, is refused', async (t) => {
  const app = await startTestApp(t);
  const liaison = app.as('liaison');
  const whole = await aPicture(400, 300).png().toBuffer();
  const huge = Buffer.from(whole);
  huge.writeUInt32BE(60_000, 16);
  huge.writeUInt32BE(60_000, 20);

  assert.deepEqual(said(await liaison.upload('半张.png', whole.subarray(0, whole.length / 2))), {
    status: 415,
    code: 'picture-unreadable',
    facts: { name: '半张.png' },
  });
  assert.equal(said(await liaison.upload('巨图.png', huge)).code, 'picture-pixels');
  for (const name of ['现场.jpg', '现场.JPEG', '现场.png'])
    assert.deepEqual(
      said(await liaison.upload(name, Buffer.from('这不是照片，改了个名字'))),
      { status: 415, code: 'picture-unreadable', facts: { name } },
      name,
    );
});

test('a picture of more than 20 MB is refused for its size, a file of more than 30 MB before it is read', async (t) => {
  const app = await startTestApp(t);
  const liaison = app.as('liaison');
  const padded = (megabytes: number, bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(megabytes * 1024 * 1024)]);

  const picture = said(await liaison.upload('大图.jpg', padded(20, await aPicture().jpeg().toBuffer())));
  assert.deepEqual([picture.status, picture.code], [413, 'picture-too-large']);
  assert.equal((await liaison.upload('长卷.pdf', padded(30, aPdf))).status, 413);
});
