import assert from 'node:assert/strict';
import fs from 'node:fs';
import { type TestContext, test } from 'node:test';
import { aFrozenList, type TestList } from '#/collection/test-list.ts';
import { LIMITS } from '#/platform/documents/refusal.ts';
import { aDocx, aXlsx, aZip, p } from '#/platform/documents/test-files.ts';
import { wordsOfRefusal } from '#/shells/staff/words.ts';
import type { Answer } from '#/testing.ts';
import { failure, type Refusal, refused } from '#/ui/api.ts';
import { sentenceOf, wordRefusalsWith } from '#/ui/sentence.ts';
import { STAGES } from './stages.ts';
import { aWordList } from './test-hostile/test-bases.ts';
import { type Door, READERS, type Step } from './test-hostile/test-doors.ts';
import { doorsOfLists, doorsOfPlaces } from './test-hostile/test-list-doors.ts';
import { type Hostile, hostileOf } from './test-hostile/test-mutate.ts';
import { doorsOfRecords, doorsOfVotes } from './test-hostile/test-people-doors.ts';

/** A sample of what the readers are given in tens of thousands; `LUOSHI_HOSTILE_FILES` asks for more, `LUOSHI_HOSTILE_SEED` for others. */
const FILES = Number(process.env.LUOSHI_HOSTILE_FILES ?? 200);
const FIRST_SEED = Number(process.env.LUOSHI_HOSTILE_SEED ?? 1);
/** Reads the bulletins that the house has issued, never what somebody sent; and how a file is read apart. */
const OWN_PAPERS: readonly string[] = ['publication/store/bulletins.ts', 'records/documents/run-reader.ts'];

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
    [[...STAGES]],
  );
  const text = tables.rows.map(({ name }) => `select '${name}' as name, count(*)::int as count from ${name}`).join(' union all ');
  return async () => {
    const counted = await app.ownerPool.query<{ name: string; count: number }>({ name: 'hostile-rows', text });
    return Object.fromEntries(counted.rows.map((it) => [it.name, it.count]));
  };
}

/** The commands that a person would give this file to, one after the other, as long as it is taken. */
async function* through({ office }: TestList, door: Door, { name, bytes }: Pick<Hostile, 'name' | 'bytes'>): AsyncGenerator<Step> {
  const upload = door.upload ?? (async () => (door.by.actor.roles.includes('setup') ? office : door.by).upload(name, bytes));
  const stored = await upload(name, bytes);
  yield { stage: 'file', answer: stored, mayWrite: stored.status !== 200 };
  if (stored.status === 200) yield* door.give({ digest: (stored.body as { digest: string }).digest, name });
}

async function aPlace(t: TestContext) {
  const list = await aFrozenList(t, { today: '2026-07-03' });
  const doors = [
    ...(await doorsOfLists(list)),
    ...(await doorsOfPlaces(list)),
    ...(await doorsOfRecords(list)),
    ...(await doorsOfVotes(list)),
  ];
  return { list, doors, countRows: await rowCounter(list) };
}

type Place = Awaited<ReturnType<typeof aPlace>>;

type Given = { readonly kinds: readonly string[]; readonly rows: Readonly<Record<string, number>> };

/** Gives one file to its door, beginning with the rows that stand: what each step came to, and the rows that stand afterwards. */
async function give({ list, doors, countRows }: Place, file: Hostile, about: string, standing: Given['rows']): Promise<Given> {
  const door = doors.find(({ base }) => base.name === file.name)!;
  const kinds: string[] = [];
  let rows = standing;
  for await (const { stage, answer, mayWrite = true } of through(list, door, file)) {
    const said = `${about} (${file.name}, ${file.way}): ${answer.status} ${answer.text.slice(0, 300)}`;
    assert.ok(answer.status === 200 || (answer.status >= 400 && answer.status < 500), said);
    if (answer.status !== 200) assert.match(sentence(stage, answer), /[\u4e00-\u9fff]{4}/, said);
    const after = mayWrite ? await countRows() : rows;
    if (answer.status !== 200) assert.deepEqual(after, rows, said);
    rows = after;
    kinds.push(`${stage} ${answer.status === 200 ? 'taken' : 'refused'}`);
  }
  return { kinds, rows };
}

test('a sound file passes every door, and every place that reads files of others has its door', async (t) => {
  const place = await aPlace(t);
  let rows = await place.countRows();

  for (const { base } of place.doors) {
    const given = await give(place, { ...base, way: 'sound' }, 'sound', rows);
    rows = given.rows;
    const said = `${base.name}: ${given.kinds.join(', ')}`;
    t.diagnostic(said);
    assert.ok(given.kinds.length > 1 && given.kinds.slice(0, 2).every((it) => it.endsWith('taken')), said);
  }

  assert.deepEqual(readersInSource(), Object.keys(READERS).sort());
  assert.deepEqual(new Set(Object.values(READERS).flat()), new Set(place.doors.map(({ base }) => base.name)));
});

/** Files of a stage that read a document, other than what the house itself has issued. */
function readersInSource(): readonly string[] {
  const files = STAGES.flatMap((stage) =>
    fs.readdirSync(new URL(`./${stage}/`, import.meta.url), { recursive: true, encoding: 'utf8' }).map((it) => `${stage}/${it}`),
  );
  return files
    .filter((it) => it.endsWith('.ts') && !/(^|\/)test-|\.test\.ts$/.test(it) && !OWN_PAPERS.includes(it))
    .filter((it) => /\breadDocument\(|\breadInProcess\(/.test(fs.readFileSync(new URL(`./${it}`, import.meta.url), 'utf8')))
    .sort();
}

test(`${FILES} damaged files through upload and command: each is taken, or answered with a sentence and leaves no row behind`, async (t) => {
  const place = await aPlace(t);
  const bases = place.doors.map(({ base }) => base);
  const counts = new Map<string, number>();
  let rows = await place.countRows();

  for (let seed = FIRST_SEED; seed < FIRST_SEED + FILES; seed++) {
    const given = await give(place, hostileOf(bases, seed), `seed ${seed}`, rows);
    rows = given.rows;
    for (const kind of given.kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }

  t.diagnostic([...counts].map(([kind, count]) => `${kind} ${count}`).join(', '));
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
