import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import ExcelJS from 'exceljs';
import sharp from 'sharp';
import { newId } from '#/kernel/id.ts';
import { findPersonalData } from '#/kernel/privacy-gate.ts';
import type { TestApp } from '#/testing.ts';
import type { ContentFinding } from './rules/screening.ts';
import { aFrozenList, type Published, refusalOf, type TestPublication, valueIn } from './test-edition.ts';
import { identifiers, type Planted } from './test-identifiers.ts';
import { anEvidencePicture, CHECKED, release } from './test-pictures.ts';

/** 一千个假造的个人标识: planted wherever a person may type, upload or photograph one. None may be found in a byte that the public can fetch. */
const ALL = identifiers(200);

function chunks<T>(of: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(of.length / size) }, (_, i) => of.slice(i * size, (i + 1) * size));
}

const texts = (of: readonly Planted[]) => of.map((it) => it.text).join('；');

test('the thousand are what the gate looks for, each of its kind', () => {
  const missed = ALL.filter((it) => !findPersonalData(`联系：${it.text}。`).some(({ kind }) => kind === it.kind));

  assert.deepEqual([ALL.length, new Set(ALL.map((it) => it.text)).size, missed], [1_000, 1_000, []]);
});

test('in the texts of reports: an ID number stops the edition, everything else stops its review, until the text is mended', async (t) => {
  const list = await aFrozenList(t);
  let found = 0;
  for (const [i, batch] of chunks(ALL, 40).entries()) {
    const asOf = new Date(Date.UTC(2026, 1, 1 + i)).toISOString().slice(0, 10);
    await list.report('招聘会', 1, { asOf, text: `现场登记：${texts(batch)}` });
    found += await heldBack(list, batch);
  }
  await list.report('招聘会', 1, { asOf: '2026-06-18', text: '已办一场' });
  await list.bringOut();

  assert.equal(found, 1_000);
  assert.deepEqual(leaks(await everyPublicByte(list.app), ALL), []);
});

/** Prepares an edition and tries to bring it out; gives back how many of the planted were named. */
async function heldBack(list: TestPublication, batch: readonly Planted[]): Promise<number> {
  const prepared = await list.prepare();
  if (batch.some((it) => it.kind === 'id-number')) {
    const { kind, findings } = refusalOf<{ kind: string; findings: readonly ContentFinding[] }>(prepared);
    assert.equal(kind, 'personal-data');
    assert.ok(batch.every((it) => !prepared.text.includes(it.text)));
    return findings.length;
  }
  const { editionId } = valueIn<Published>(prepared);
  const reviewed = await list.office.run('publication.review-edition', { editionId, holdsNoSecrets: true, mayBePublic: true });
  valueIn(await list.office.run('publication.withdraw-draft', { editionId, reason: '发现个人信息，退回更正' }));
  return refusalOf<{ findings: readonly ContentFinding[] }>(reviewed).findings.length;
}

test('in the cells of an uploaded list: nothing of it comes out', async (t) => {
  const list = await aFrozenList(t, { district: '990001' });
  const second = await aListOfCells(
    list,
    ALL.filter((_, i) => i % 5 === 0),
  );

  const prepared = await list.prepare({ year: 2025 });

  assert.ok(second > 0);
  const { findings } = refusalOf<{ findings: readonly ContentFinding[] }>(prepared);
  assert.ok(findings.length >= 40, String(findings.length));
  await list.bringOut();
  assert.deepEqual(leaks(await everyPublicByte(list.app), ALL), []);
});

/** A table as an office keeps it, with telephone numbers and names of homes in its cells, uploaded, read and frozen. */
async function aListOfCells(list: TestPublication, planted: readonly Planted[]): Promise<number> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('清单');
  sheet.addRow(['序号', '项目内容', '牵头单位']);
  const rows = chunks(planted, 20);
  for (const [i, batch] of rows.entries()) sheet.addRow([i + 1, `全年举办便民活动${i + 5}场，登记：${texts(batch)}。`, '区民政局']);
  const bytes = Buffer.from(await book.xlsx.writeBuffer());
  const { digest } = (await list.office.upload('王某13912345678报来.xlsx', bytes)).body as { digest: string };
  const { programmeId, draft } = valueIn<{ programmeId: string; draft: { projects: readonly object[] } }>(
    await list.office.run('programme.read-list', {
      programmeId: newId(),
      year: 2025,
      title: '清泉区2025年民生实事',
      from: { digest, name: '民生实事.xlsx' },
    }),
  );
  const projects = draft.projects.map((it) => ({ ...it, withoutNumber: 'later' }));
  valueIn(await list.office.run('programme.save-draft', { programmeId, draft: { ...draft, projects } }));
  valueIn(await list.office.run('programme.freeze', { programmeId, reason: '专题会议通过' }));
  return projects.length;
}

test('in file names and in the metadata of pictures: the covered copies are public, and nothing of the thousand goes with them', async (t) => {
  const list = await aFrozenList(t);
  const batches = chunks(ALL, 100);
  const originals: Buffer[] = [];
  for (const [i, batch] of batches.entries()) {
    const photo = await aTalkingPhoto(batch, i);
    originals.push(photo);
    const name = `${batch[0]!.text}-${batch[1]!.text}.jpg`;
    const evidence = await anEvidencePicture(list, '招聘会', 8, { photo, name, asOf: `2026-06-${String(i + 1).padStart(2, '0')}` });
    await release(list.office, evidence, { boxes: [], checks: CHECKED, nothingToCover: true, caption: `第${i + 1}场招聘会` });
  }
  await list.bringOut();

  const bytes = await everyPublicByte(list.app);

  const planted = batches.flat();
  assert.equal(planted.filter((it) => originals.some((photo) => photo.includes(it.text))).length, 1_000);
  assert.equal([...bytes.keys()].filter((it) => it.includes('/pictures/')).length, batches.length);
  assert.deepEqual(leaks(bytes, ALL), []);
  const marks = ['Exif', 'Photoshop 3.0', 'ns.adobe.com', 'TestCamera', 'GPS', '某拍摄人', '.jpg"}'];
  assert.deepEqual(
    [...bytes].flatMap(([url, body]) => marks.filter((it) => body.includes(it)).map((it) => `${url}: ${it}`)),
    [],
  );
});

/** A photo that says a hundred things beside what it shows: EXIF, XMP, IPTC and a comment. */
async function aTalkingPhoto(planted: readonly Planted[], shade: number): Promise<Buffer> {
  const [exif, xmp, iptc, comment] = chunks(planted, 25) as [Planted[], Planted[], Planted[], Planted[]];
  const photo = await sharp({ create: { width: 320, height: 240, channels: 3, background: { r: 40 + shade * 5, g: 90, b: 60 } } })
    .withExif({
      IFD0: { Make: 'TestCamera', Artist: '某拍摄人', ImageDescription: texts(exif) },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 5/1 0/1' },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>${texts(xmp)}</note></x:xmpmeta>`)
    .jpeg()
    .toBuffer();
  const caption = Buffer.from(texts(iptc));
  const record = Buffer.concat([Buffer.from([0x1c, 2, 120, caption.length >> 8, caption.length & 255]), caption]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(record.length);
  const app13 = Buffer.concat([Buffer.from('Photoshop 3.0\x008BIM\x04\x04\x00\x00', 'latin1'), size, record]);
  return Buffer.concat([
    photo.subarray(0, 2),
    segment(0xed, app13),
    segment(0xfe, Buffer.from(texts([...comment, ...exif]))),
    photo.subarray(2),
  ]);
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** Follows every link and picture from the front page on, in every look, and the data files beside it. */
async function everyPublicByte(app: TestApp): Promise<ReadonlyMap<string, Buffer>> {
  const seen = new Map<string, Buffer>();
  const waiting = ['/', '/en', '/big', '/en/big', '/990001', '/990001/2026/board.csv', '/990001/2026/board.json', '/990001/2026/feed.atom'];
  while (waiting.length > 0) {
    const url = waiting.shift()!;
    if (seen.has(url)) continue;
    const { rawPayload, headers } = await app.app.inject({ url });
    seen.set(url, Buffer.concat([rawPayload, Buffer.from(decodeURIComponent(JSON.stringify(headers).replaceAll('%"', '"')))]));
    if (!/html|xml/.test(String(headers['content-type']))) continue;
    for (const [, link] of rawPayload.toString().matchAll(/(?:href|src)="(\/[^"#]*)/g)) {
      const next = link!.replaceAll('&amp;', '&');
      if (!next.startsWith('/staff') && !seen.has(next)) waiting.push(next);
    }
  }
  assert.ok(seen.size > 20, `${seen.size} addresses seen`);
  return seen;
}

function leaks(bytes: ReadonlyMap<string, Buffer>, planted: readonly Planted[]): readonly string[] {
  return [...bytes].flatMap(([url, body]) => {
    const utf16 = (text: string) => body.includes(Buffer.from(text, 'utf16le'));
    return planted.filter(({ text }) => body.includes(text) || utf16(text)).map(({ text }) => `${url}: ${text}`);
  });
}

test('the search finds what it looks for: an identifier that a reviewer let through is seen on its page', async (t: TestContext) => {
  const list = await aFrozenList(t);
  const planted = ALL.find((it) => it.kind === 'mobile')!;
  await list.report('招聘会', 8, { text: `报名电话${planted.text}` });
  const { editionId, digest } = valueIn<Published>(await list.prepare());
  const { findings } = (await list.office.get(`/publication/editions/${editionId}`)).body as { findings: readonly ContentFinding[] };
  const settlements = findings.map(({ key }) => ({ key, reason: '单位对外公布的报名电话' }));
  valueIn(await list.office.run('publication.review-edition', { editionId, holdsNoSecrets: true, mayBePublic: true, settlements }));
  valueIn(await list.leader.run('publication.sign-edition', { editionId, digest }));
  valueIn(await list.office.run('publication.publish-edition', { editionId }));

  assert.ok(leaks(await everyPublicByte(list.app), ALL).length > 0);
});
