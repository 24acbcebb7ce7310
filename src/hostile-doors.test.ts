import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { aFrozenList, type TestList } from '#/collection/test-list.ts';
import { newId } from '#/kernel/id.ts';
import { makeImportTemplate } from '#/organisation/import-template.ts';
import { LIMITS } from '#/platform/documents/refusal.ts';
import { aDocx, aXlsx, aZip, p } from '#/platform/documents/test-files.ts';
import { wordsOfRefusal } from '#/shells/staff/words.ts';
import type { Answer } from '#/testing.ts';
import { failure, type Refusal, refused } from '#/ui/api.ts';
import { sentenceOf, wordRefusalsWith } from '#/ui/sentence.ts';
import { aBase, aWordList, LIST_AS_CSV } from './test-hostile/test-bases.ts';
import { type Base, type Hostile, hostileOf } from './test-hostile/test-mutate.ts';

/** A sample of what the readers are given in tens of thousands; `LUOSHI_HOSTILE_FILES` asks for more, `LUOSHI_HOSTILE_SEED` for others. */
const FILES = Number(process.env.LUOSHI_HOSTILE_FILES ?? 200);
const FIRST_SEED = Number(process.env.LUOSHI_HOSTILE_SEED ?? 1);
const STAGES = ['organisation', 'programme', 'planning', 'delivery', 'collection', 'supervision', 'publication', 'archive'];

wordRefusalsWith(wordsOfRefusal);

/** What a person would read on the screen. */
function sentence(stage: string, { status, body }: Answer): string {
  const said = body as { refusal?: Refusal; code?: string; facts?: Readonly<Record<string, unknown>> };
  const problem = said.refusal === undefined ? failure(status, said.code ?? '', said.facts ?? {}) : refused(stage, said.refusal);
  return sentenceOf(problem, 'zh-CN');
}

/** How many rows every table of the stages holds; asked some tens of thousands of times, so the database plans it once. */
async function rowCounter({ app }: TestList): Promise<() => Promise<Readonly<Record<string, number>>>> {
  const tables = await app.ownerPool.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname = any($1) order by 1`,
    [STAGES],
  );
  const text = tables.rows.map(({ name }) => `select '${name}' as name, count(*)::int as count from ${name}`).join(' union all ');
  return async () => {
    const counted = await app.ownerPool.query<{ name: string; count: number }>({ name: 'hostile-rows', text });
    return Object.fromEntries(counted.rows.map((it) => [it.name, it.count]));
  };
}

type Step = { readonly stage: string; readonly answer: Answer; readonly mayWrite?: boolean };

/** The commands that a person would give this file to, one after the other, as long as it is taken. */
async function* through(list: TestList, { name, bytes }: Pick<Hostile, 'name' | 'bytes'>): AsyncGenerator<Step> {
  const { office, programmeId } = list;
  const stored = await office.upload(name, bytes);
  yield { stage: 'file', answer: stored, mayWrite: stored.status !== 200 };
  if (stored.status !== 200) return;
  const { digest } = stored.body as { digest: string };
  if (name.startsWith('报送表')) {
    const batchId = newId();
    const about = { batchId, programmeId, period: '2026-06', receivedOn: '2026-07-03', files: [{ digest, name }] };
    yield { stage: 'collection', answer: await office.run('collection.take-in', about) };
    yield { stage: 'collection', answer: await office.get(`/collection/batch?batchId=${batchId}`), mayWrite: false };
    const mapping = { cells: [{ sheet: '报送表', row: 0, column: 0, field: 'district', heading: '' }], blocks: [] };
    const template = { templateId: newId(), name: '市表', fileDigest: digest, fileName: name, mapping, basedOn: 0 };
    yield { stage: 'collection', answer: await office.run('collection.save-template', template) };
  } else if (name.startsWith('单位导入')) {
    yield { stage: 'organisation', answer: await list.app.as('setup').run('organisation.import', { digest }) };
  } else {
    const reading = { programmeId: newId(), year: 2027, title: '清泉区2027年民生实事', from: { digest, name }, replace: true };
    yield { stage: 'programme', answer: await office.run('programme.read-list', reading) };
  }
}

async function aPlace(t: TestContext) {
  const list = await aFrozenList(t, { today: '2026-07-03' });
  const bases: readonly Base[] = [
    await aBase('清单.docx', await aWordList()),
    await aBase('单位导入.xlsx', await makeImportTemplate()),
    await aBase('报送表.xlsx', (await list.form('区人社局')).bytes),
    { name: '清单.csv', bytes: LIST_AS_CSV, parts: null },
  ];
  return { list, bases };
}

test(`${FILES} damaged files through upload and command: each is taken, or answered with a sentence and leaves no row behind`, async (t) => {
  const { list, bases } = await aPlace(t);
  const kinds = new Map<string, number>();
  const countRows = await rowCounter(list);
  let before = await countRows();

  for (let seed = FIRST_SEED; seed < FIRST_SEED + FILES; seed++) {
    const hostile = hostileOf(bases, seed);
    for await (const { stage, answer, mayWrite = true } of through(list, hostile)) {
      const about = `seed ${seed} (${hostile.name}, ${hostile.way}): ${answer.status} ${answer.text.slice(0, 300)}`;
      assert.ok(answer.status === 200 || (answer.status >= 400 && answer.status < 500), about);
      if (answer.status !== 200) assert.match(sentence(stage, answer), /[\u4e00-\u9fff]{4}/, about);
      const after = mayWrite ? await countRows() : before;
      if (answer.status !== 200) assert.deepEqual(after, before, about);
      before = after;
      const kind = `${stage} ${answer.status === 200 ? 'taken' : 'refused'}`;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
  }

  t.diagnostic([...kinds].map(([kind, count]) => `${kind} ${count}`).join(', '));
});

test('bombs of every kind are refused at the door with a sentence, and the next person is served', async (t) => {
  const { list } = await aPlace(t);
  const wide = `<sheetData>${'<row><c t="inlineStr"><is><t>字</t></is></c></row>'.repeat(LIMITS.cells + 10)}</sheetData>`;
  const bombs: Readonly<Record<string, readonly [string, Buffer]>> = {
    inflated: ['炸弹.docx', aDocx(p('字'), { 'word/media/a.bin': Buffer.alloc(LIMITS.inflatedBytes + 1) })],
    entries: ['炸弹.xlsx', aXlsx('', Object.fromEntries(Array.from({ length: LIMITS.entries + 1 }, (_, i) => [`x/${i}`, ''])))],
    nesting: ['炸弹.docx', aDocx('<w:tbl><w:tr><w:tc>'.repeat(LIMITS.nesting) + '</w:tc></w:tr></w:tbl>'.repeat(LIMITS.nesting))],
    cells: ['炸弹.xlsx', aXlsx(wide)],
    'a lie about the size': ['炸弹.docx', aZip({ 'word/document.xml': Buffer.alloc(9_000_000) }, { 'word/document.xml': { size: 10 } })],
    entities: ['炸弹.docx', aDocx('').subarray(0, 60)],
    'too large': ['炸弹.csv', Buffer.alloc(31 * 1024 * 1024, 'a,')],
  };
  const countRows = await rowCounter(list);
  const before = await countRows();
  const files = async () => (await list.app.ownerPool.query('select 1 from platform.file')).rowCount;
  const stored = await files();

  for (const [kind, [name, bytes]] of Object.entries(bombs)) {
    const answer = await list.office.upload(name, bytes);
    assert.ok(answer.status >= 400 && answer.status < 500, `${kind}: ${answer.status} ${answer.text.slice(0, 200)}`);
    assert.match(sentence('file', answer), /[\u4e00-\u9fff]{4}/, kind);
  }

  assert.deepEqual([await countRows(), await files()], [before, stored]);
  assert.equal((await list.office.upload('清单.docx', await aWordList())).status, 200);
});
