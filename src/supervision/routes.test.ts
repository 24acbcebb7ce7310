import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { openZip } from '#/platform/documents/zip.ts';
import type { TestPerson } from '#/testing.ts';
import { bulletinDocx } from './door.ts';
import { aFrozenList, aReportOf, signed } from './test-list.ts';

const JUNE_BULLETIN = { year: 2026, month: 6, kind: 'bulletin' };
const JUNE = '/supervision/bulletin?year=2026&month=6';

async function prepare(office: TestPerson, input: object = {}): Promise<string> {
  const answer = await office.run('supervision.prepare-bulletin', { year: 2026, month: 6, ...input });
  assert.equal(answer.status, 200, answer.text);
  return (answer.body as { value: { bulletinId: string } }).value.bulletinId;
}

function kindOf(answer: { readonly body: unknown }): string {
  return (answer.body as { refusal: { kind: string } }).refusal.kind;
}

async function textOf(bytes: Buffer): Promise<string> {
  const zip = await openZip(bytes);
  return (await zip.read('word/document.xml'))!.toString('utf8').replace(/<[^>]+>/g, '');
}

test('a bulletin is prepared with the month’s figures, signed by the office of the district', async (t) => {
  const { office } = await aFrozenList(t);
  const bulletinId = await prepare(office);

  const preview = (await office.get(JUNE)).body as {
    bulletin: { id: string; state: string; issue: number };
    content: { projectCount: number; asOf: string; settings: { issuer: string } };
    letter: { title: string[] };
  };

  assert.deepEqual([preview.bulletin.id, preview.bulletin.state, preview.bulletin.issue], [bulletinId, 'prepared', 6]);
  assert.deepEqual(
    [preview.content.projectCount, preview.content.asOf, preview.content.settings.issuer],
    [3, '2026-06-18', '清泉区政府督查室'],
  );
  assert.equal(preview.letter.title.join(''), '关于2026年6月份民生实事项目进展情况的通报');
});

test('the same month is one bulletin, however often it is prepared', async (t) => {
  const { office } = await aFrozenList(t);

  const first = await prepare(office);
  const second = await prepare(office, { issue: 9, settings: { addressee: '各乡镇、街道' } });
  const listed = (await office.get('/supervision/bulletins?year=2026')).body as {
    issue: number;
    settings: { addressee: string; mark: string };
  }[];

  assert.equal(second, first);
  assert.deepEqual(
    listed.map(({ issue, settings }) => [issue, settings.addressee, settings.mark]),
    [[9, '各乡镇、街道', '督查通报']],
  );
});

test('words are a person’s, figures the board’s: a placeholder prints the figure, a typed one that differs keeps the bulletin from being submitted', async (t) => {
  const { office } = await aFrozenList(t);
  const bulletinId = await prepare(office);
  const edit = (text: string | null) => office.run('supervision.edit-bulletin-text', { bulletinId, block: 'closing', text });

  const wrong = await edit('全区仅有9项承诺。');
  const refused = await office.run('supervision.submit-document', JUNE_BULLETIN);
  const unknown = await edit('共{项目数}件。');
  const right = await edit('共{承诺总数}项承诺，请各单位对照办理。');
  const issued = await office.run('supervision.submit-document', JUNE_BULLETIN);

  const { findings } = (wrong.body as { value: { findings: { kind: string; raw: string; use: string }[] } }).value;
  assert.deepEqual(
    findings.map(({ kind, raw, use }) => [kind, raw, use]),
    [['contradicts', '9项', '承诺总数']],
  );
  assert.deepEqual([kindOf(refused), kindOf(unknown)], ['text-contradicts', 'unknown-placeholder']);
  assert.deepEqual([right.status, issued.status], [200, 200]);
  const { blocks, history } = (await office.get(JUNE)).body as {
    blocks: { block: string; paragraphs: string[] }[];
    history: { writtenBy: string }[];
  };
  assert.deepEqual(blocks.find((it) => it.block === 'closing')?.paragraphs, ['共3项承诺，请各单位对照办理。']);
  assert.deepEqual(
    history.map((it) => it.writtenBy),
    ['office', 'office'],
  );
});

test('an issued bulletin is its bytes: later reports change nothing in it, and nobody rewords it', async (t) => {
  const list = await aFrozenList(t);
  const { office, app } = list;
  const bulletinId = await prepare(office);
  await signed(list);
  const issued = await office.run('supervision.issue-bulletin', { bulletinId });
  const { fileDigest } = (issued.body as { value: { fileDigest: string } }).value;
  const before = await app.read('990001', (reader) => bulletinDocx(reader, { year: 2026, month: 6 }));

  await aReportOf(list, '招聘会', 9);
  const after = await app.read('990001', (reader) => bulletinDocx(reader, { year: 2026, month: 6 }));
  const again = await office.run('supervision.issue-bulletin', { bulletinId });
  const reworded = await office.run('supervision.edit-bulletin-text', { bulletinId, block: 'opening', text: '另行通知。' });
  const stored = (await office.get('/supervision/bulletins?year=2026')).body as { fileDigest: string }[];

  assert.ok(before?.isIssued && after?.isIssued && before.bytes.equals(after.bytes));
  assert.deepEqual([kindOf(again), kindOf(reworded)], ['bulletin-issued', 'bulletin-issued']);
  assert.equal(stored[0]?.fileDigest, fileDigest);
});

test('the file is a letter whose figures are those of the board on that day', async (t) => {
  const list = await aFrozenList(t);
  await aReportOf(list, '招聘会', 8);

  const download = await list.office.get('/supervision/bulletin.docx?year=2026&month=6');
  const file = await list.app.read('990001', (reader) => bulletinDocx(reader, { year: 2026, month: 6 }));
  const text = await textOf(file!.bytes);

  assert.equal(download.status, 200);
  assert.match(String(download.headers['content-disposition']), /docx/);
  assert.match(text, /督查通报〔2026〕第6期/);
  assert.match(text, /目标15场，已完成8场，占目标的53\.3%/);
  assert.match(text, /序时进度46\.3%/);
});

test('a month that has not begun has no bulletin', async (t) => {
  const { office, app } = await aFrozenList(t);

  const refused = await office.run('supervision.prepare-bulletin', { year: 2026, month: 7 });
  const file = await app.read('990001', (reader) => bulletinDocx(reader, { year: 2026, month: 7 }));

  assert.deepEqual([kindOf(refused), file], ['month-not-begun', null]);
});

test('a published sentence is held against the board, and can be taken back', async (t) => {
  const { office } = await aFrozenList(t);
  const id = newId();
  const statement = { id, year: 2026, text: '各项工作均按计划推进。', source: '区报', publishedOn: '2026-06-18' };
  const codes = async () =>
    ((await office.get('/supervision/discrepancies?year=2026')).body as { discrepancies: { facts: { code: string } }[] }).discrepancies.map(
      (it) => it.facts.code,
    );

  const recorded = await office.run('supervision.record-statement', statement);
  const withIt = await codes();
  const withdrawn = await office.run('supervision.withdraw-statement', { statementId: id });
  const without = await codes();

  assert.deepEqual([recorded.status, withdrawn.status], [200, 200]);
  assert.deepEqual([withIt.includes('on-plan-without-plan'), without.includes('on-plan-without-plan')], [true, false]);
});

test('a published sentence that is sent twice at once stands there once, and its number cannot be taken by another', async (t) => {
  const { office } = await aFrozenList(t);
  const statement = { id: newId(), year: 2026, text: '各项工作均按计划推进。', source: '区报', publishedOn: '2026-06-18' };

  const twice = await Promise.all([1, 2].map(() => office.run('supervision.record-statement', statement)));
  const other = await office.run('supervision.record-statement', { ...statement, text: '各项工作全部完成。' });

  assert.deepEqual([...twice.map((it) => it.status), other.status], [200, 200, 409]);
});

test('a bulletin of one district does not exist in another', async (t) => {
  const { office, app } = await aFrozenList(t);
  const bulletinId = await prepare(office);
  const stranger = app.as('office', { district: '990002' });

  const issued = await stranger.run('supervision.issue-bulletin', { bulletinId });
  const read = await stranger.get(JUNE);

  assert.deepEqual([issued.status, read.status], [404, 404]);
});
