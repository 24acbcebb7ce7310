import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import ExcelJS from 'exceljs';
import { fromBuffer } from 'yauzl';
import { newId } from '#/kernel/id.ts';
import { readDocument } from '#/platform/documents/read.ts';
import { aFrozenList, type TestPublication, valueIn } from '#/publication/test-edition.ts';
import { anEvidencePicture, aPhoto, type Evidence, release } from '#/publication/test-pictures.ts';
import type { BundleEntry, Gap } from './rules/archive.ts';
import { gapSentence } from './words.ts';

type Preview = { readonly name: string; readonly entries: readonly BundleEntry[]; readonly gaps: readonly Gap[]; readonly size: number };
type Made = { readonly bundleId: string; readonly files: number; readonly gaps: number; readonly size: number };

const ask = async (list: TestPublication, { programmeId, projectId }: Evidence, originals = false) =>
  (await list.office.get(`/archive/preview?programmeId=${programmeId}&projectId=${projectId}&originals=${originals}`)).body as Preview;

async function fetched(list: TestPublication, url: string, person = list.office) {
  const response = await list.app.app.inject({ url: `/api/990001${url}`, headers: { cookie: `test=${person.actor.accountId}` } });
  return { status: response.statusCode, bytes: response.rawPayload, headers: response.headers };
}

/** Unfolds a bundle into a folder of its own. */
async function unfold(t: TestContext, zip: Buffer): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-bundle-'));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  await new Promise<void>((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (fault, file) => {
      if (fault) return reject(fault);
      file.on('entry', (entry) =>
        file.openReadStream(entry, (broken, stream) => {
          if (broken) return reject(broken);
          const place = path.join(folder, entry.fileName);
          fs.mkdirSync(path.dirname(place), { recursive: true });
          stream.pipe(fs.createWriteStream(place)).on('finish', () => file.readEntry());
        }),
      );
      file.on('end', resolve);
      file.on('error', reject);
      file.readEntry();
    });
  });
  return folder;
}

test('a bundle of one project holds every paper with its place, and sha256sum finds each as it says', async (t) => {
  const list = await aFrozenList(t);
  const evidence = await anEvidencePicture(list);
  await release(list.office, evidence);
  await list.bringOut();
  const bundleId = newId();

  const preview = await ask(list, evidence);
  const { programmeId, projectId } = evidence;
  const made = valueIn<Made>(await list.office.run('archive.make-bundle', { bundleId, programmeId, projectId }));
  const zip = await fetched(list, `/archive/bundles/${bundleId}/file`);
  const again = await fetched(list, `/archive/bundles/${bundleId}/file`, list.leader);

  const folder = await unfold(t, zip.bytes);
  const root = path.join(folder, fs.readdirSync(folder)[0]!);
  const checked = execFileSync('sha256sum', ['-c', 'SHA256SUMS.txt'], { cwd: root, encoding: 'utf8' });
  const files = fs.readdirSync(root, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  assert.deepEqual([zip.status, Number(zip.headers['content-length'])], [200, zip.bytes.length]);
  assert.deepEqual(again.bytes, zip.bytes);
  assert.equal(checked.trim().split('\n').length, files.length - 1);
  assert.doesNotMatch(checked, /FAILED/);
  assert.deepEqual(
    preview.entries.map((it) => it.path),
    fs
      .readFileSync(path.join(root, 'SHA256SUMS.txt'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.slice(66))
      .concat('SHA256SUMS.txt'),
  );
  assert.equal(made.files, files.length);
  for (const wanted of [
    '项目材料.docx',
    '数据.xlsx',
    '报送.csv',
    '流水.csv',
    '第1期.json',
    '01完成后.jpg',
    '缺项清单.docx',
    '卷内目录.docx',
    '卷内目录.xlsx',
  ])
    assert.ok(
      files.some((it) => it.name === wanted),
      wanted,
    );
});

test('the catalogue reads in both forms, the data in three, and the reports name who sent and who adopted', async (t) => {
  const list = await aFrozenList(t);
  const evidence = await anEvidencePicture(list);
  const bundleId = newId();
  const { programmeId, projectId } = evidence;
  valueIn(await list.office.run('archive.make-bundle', { bundleId, programmeId, projectId }));
  const folder = await unfold(t, (await fetched(list, `/archive/bundles/${bundleId}/file`)).bytes);
  const root = path.join(folder, fs.readdirSync(folder)[0]!);
  const project = path.join(root, fs.readdirSync(root).find((it) => it.startsWith('01'))!);

  const letter = await readDocument(fs.readFileSync(path.join(root, '卷内目录.docx')), '卷内目录.docx');
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path.join(project, '数据.xlsx'));
  const json = JSON.parse(fs.readFileSync(path.join(project, '数据', '全部.json'), 'utf8')) as { promises: readonly { done: number }[] };
  const csv = fs.readFileSync(path.join(project, '数据', '报送.csv'), 'utf8');

  assert.ok(letter.ok && JSON.stringify(letter.value).includes('卷内目录'));
  assert.deepEqual(
    book.worksheets.map((it) => it.name),
    ['承诺', '调整', '计划', '报送', '佐证文件', '核查', '公开版的数', '流水'],
  );
  assert.equal(json.promises[0]!.done, 8);
  assert.ok(csv.startsWith('\ufeff承诺,截至日') && csv.includes('区政府督查室') && csv.includes(evidence.sourceDigest));
  assert.match(fs.readFileSync(path.join(project, '数据', '流水.csv'), 'utf8'), /delivery\.adopt-report/);
});

test('what is missing is listed by name, row by row', async (t) => {
  const list = await aFrozenList(t);
  const evidence = await anEvidencePicture(list);

  const { gaps } = await ask(list, evidence);

  assert.deepEqual(
    gaps.map((it) => gapSentence(it)),
    [
      '全部清单：没有发布过公开版',
      '全部清单：没有印发通报的月份：2026-01、2026-02、2026-03、2026-04、2026-05',
      '第 1 件 · 举办专场招聘会：没有计数口径',
      '第 1 件 · 举办专场招聘会：没有批准过的计划，一直按默认直线推算',
      '第 1 件 · 举办专场招聘会：没有报送的月份：2026-01、2026-02、2026-03、2026-04、2026-05',
      '第 1 件 · 举办专场招聘会：没有核验销号记录',
      '第 1 件：1 张佐证照片没有遮挡后的副本，未收入',
    ],
  );
});

test('originals go in for a purpose only, and their bundle is fetched for a purpose only; the audit trail names each', async (t) => {
  const list = await aFrozenList(t);
  const photo = await aPhoto();
  const evidence = await anEvidencePicture(list, '招聘会', 8, { photo });
  const { programmeId, projectId } = evidence;
  const bundleId = newId();
  const input = { bundleId, programmeId, projectId };
  const purpose = '市政府督查组现场核查';

  const without = await list.office.run('archive.make-full-bundle', input);
  const notHis = await list.leader.run('archive.make-full-bundle', { ...input, purpose });
  valueIn(await list.office.run('archive.make-full-bundle', { ...input, purpose }));
  const plain = await fetched(list, `/archive/bundles/${bundleId}/file`);
  const zip = await fetched(list, `/archive/full-bundles/${bundleId}/file?purpose=${encodeURIComponent(purpose)}`);

  const folder = await unfold(t, zip.bytes);
  const found = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).find((it) => it.parentPath.endsWith('佐证原件'))!;
  const lines = await list.app.ownerPool.query(
    `select command, facts->>'digest' as digest, facts->>'purpose' as purpose from platform.audit where result = 'accepted' order by at`,
  );
  assert.deepEqual([without.status, notHis.status, plain.status, zip.status], [400, 403, 403, 200]);
  assert.deepEqual(fs.readFileSync(path.join(found.parentPath, found.name)), photo);
  assert.equal(found.name, '001-2026-06-18.jpg');
  assert.deepEqual(lines.rows, [
    { command: 'archive.make-full-bundle', digest: evidence.sourceDigest, purpose },
    { command: 'read /archive/full-bundles/:bundleId/file', digest: null, purpose },
  ]);
});

test('a bundle of the whole list holds every row; one of an unfrozen list, or of a row that is not in it, is not made', async (t) => {
  const list = await aFrozenList(t);
  const { programmeId } = await anEvidencePicture(list);

  const whole = valueIn<Made>(await list.office.run('archive.make-bundle', { bundleId: newId(), programmeId, projectId: null }));
  const noRow = await list.office.run('archive.make-bundle', { bundleId: newId(), programmeId, projectId: newId() });
  const noList = await list.office.run('archive.make-bundle', { bundleId: newId(), programmeId: newId(), projectId: null });
  const { bundles } = (await list.leader.get(`/archive/bundles?programmeId=${programmeId}`)).body as {
    bundles: readonly { files: number; name: string; made: { name: string } }[];
  };

  assert.deepEqual([noRow.status, noList.status], [404, 404]);
  assert.deepEqual(
    bundles.map((it) => [it.files, it.name, it.made.name]),
    [[whole.files, '清泉区2026年民生实事归档', '区政府督查室']],
  );
});

test('a file that was lost from the folder is named as missing and left out, and the bundle is whole without it', async (t) => {
  const list = await aFrozenList(t);
  const evidence = await anEvidencePicture(list);
  const { sourceDigest } = evidence;
  fs.rmSync(path.join(list.app.world.filesFolder, '990001', sourceDigest.slice(0, 2), sourceDigest));

  const { gaps, entries } = await ask(list, evidence, true);

  assert.ok(gaps.some((it) => it.kind === 'files-missing' && it.count === 1));
  assert.ok(!entries.some((it) => it.digest === sourceDigest));
});

test('signed scans, returned forms and what the checking found go in; a paper that is missing or held back is named', async (t) => {
  const list = await aFrozenList(t);
  const evidence = await anEvidencePicture(list);
  const { programmeId, projectId } = evidence;
  const [report] = (await list.app.ownerPool.query<{ id: string }>('select id from delivery.report')).rows;
  valueIn(await list.app.as('office', { name: '核查人' }).run('delivery.verify-report', verdictOf(report!.id)));
  const { editionId } = await list.bringOut();
  await list.report('送戏', 3);
  await list.bringOut();
  const scan = (await list.office.upload('签批件.jpg', await aPhoto(40))).body as unknown as { digest: string };
  valueIn(await list.office.run('publication.attach-scan', { editionId, digest: scan.digest, name: '签批件.jpg' }));

  const plain = await ask(list, evidence);
  const whole = await ask(list, evidence, true);
  const bundleId = newId();
  valueIn(await list.office.run('archive.make-bundle', { bundleId, programmeId, projectId }));
  const folder = await unfold(t, (await fetched(list, `/archive/bundles/${bundleId}/file`)).bytes);
  const checked = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).find((it) => it.name === '核查.csv')!;

  const said = (gaps: readonly Gap[]) => gaps.map((it) => gapSentence(it));
  const kept = whole.entries.find((it) => it.digest === scan.digest);
  assert.deepEqual([kept?.path, kept?.title], ['00全部清单/签批件/001-公开版第1期签批件.jpg', '公开版第1期签批件']);
  assert.ok(!plain.entries.some((it) => it.digest === scan.digest));
  assert.ok(said(plain.gaps).includes('全部清单：1 份签批件扫描件和报送表原件只收入含原件的归档包'));
  assert.ok(said(whole.gaps).includes('全部清单：没有附签批件扫描件：公开版第2期'));
  assert.match(fs.readFileSync(path.join(checked.parentPath, checked.name), 'utf8'), /看佐证,否,属实,与签到表一致/);
});

const verdictOf = (reportId: string) => ({ reportId, way: 'evidence', result: 'confirmed', note: '与签到表一致' });
