import assert from 'node:assert/strict';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import { aFrozenList, type TestList } from '#/delivery/test-list.ts';
import { newId } from '#/kernel/id.ts';
import type { Answer } from '#/testing.ts';
import type { RecordsRefusal } from './rules/refusals.ts';
import { anEvent } from './test-entries.ts';
import { wordsOf } from './words/refusals.ts';

const kindOf = ({ body }: Answer) => (body as { refusal?: { kind: string } }).refusal?.kind ?? (body as { kind?: string }).kind ?? null;

/** Eight fairs on record, and the promise counted from them. */
async function eightFairs(list: TestList): Promise<string> {
  const { id } = list.promise('招聘会');
  const liaison = list.liaisonOf('招聘会');
  const evidence = [await list.evidence()];
  for (let i = 0; i < 8; i++) {
    const entry = anEvent(id, { on: `2026-0${1 + (i % 5)}-1${i}` as never, title: `第${i + 1}场`, evidence });
    const answer = await liaison.run('records.add-entry', { id: newId(), entry });
    assert.equal(answer.status, 200, answer.text);
  }
  const defined = await list.office.run('records.set-definition', {
    promiseId: id,
    spec: { kind: 'events', eventKind: 'fair', counts: 'held' },
    reason: '按实际举办的招聘会计数',
  });
  assert.equal(defined.status, 200, defined.text);
  return id;
}

const switchOver = (list: TestList, promiseId: string) =>
  list.office.run('delivery.set-count-source', { promiseId, source: 'records', reason: '记录已经齐全，改由实绩计数' });

async function aTable(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('活动登记');
  for (const row of [['日期', '名称', '地点', '活动类别', '主办单位', '参加人数'], ...rows]) sheet.addRow([...row]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

type Report = {
  readonly value: { readonly remarks: readonly { row: number; field: string; kind: string; isError: boolean }[]; readonly summary: object };
};

test('once the office has switched it over, fifteen fairs are counted from their records and nobody types a figure', async (t) => {
  const list = await aFrozenList(t);
  const promiseId = await eightFairs(list);
  const switched = await switchOver(list, promiseId);
  assert.equal(switched.status, 200, switched.text);

  const { done, doneFrom } = await list.standing('招聘会');
  assert.deepEqual([done, doneFrom], [8, 'records']);
  const typed = await list.liaisonOf('招聘会').run('delivery.submit-report', {
    promiseId,
    asOf: '2026-06-18',
    valueKind: 'cumulative',
    value: 11,
    measureUnit: '场',
    text: '已举办十一场',
  });
  assert.deepEqual([typed.status, kindOf(typed)], [409, 'counted-by-records']);
});

test('a corrected line supersedes, a cancelled one counts no more, and both stay to be read with their reason', async (t) => {
  const list = await aFrozenList(t);
  const promiseId = await eightFairs(list);
  await switchOver(list, promiseId);
  const liaison = list.liaisonOf('招聘会');
  const view = async () => (await liaison.get(`/records/entries?promiseId=${promiseId}`)).body as unknown as View;
  const [last, other] = (await view()).entries;

  const corrected = await liaison.run('records.correct-entry', {
    entryId: last!.id,
    entry: anEvent(promiseId, { title: '社区专场', on: '2026-04-20', evidence: last!.evidence as string[] }),
    reason: '日期写错',
  });
  assert.equal(corrected.status, 200, corrected.text);
  const again = await liaison.run('records.correct-entry', { entryId: last!.id, entry: anEvent(promiseId), reason: '再改' });
  assert.equal(kindOf(again), 'entry-not-current');
  await liaison.run('records.cancel-entry', { entryId: other!.id, reason: '实际没有举办' });

  const { entries, counted } = await view();
  assert.deepEqual([counted!.value, entries.length], [7, 9]);
  assert.deepEqual(
    entries.filter((it) => it.state === 'cancelled').map((it) => it.reason),
    ['实际没有举办'],
  );
  assert.equal((await list.standing('招聘会')).done, 7);
});

test('of two fairs that look alike the same one stays the counted one when a number in it is corrected, twice too', async (t) => {
  const list = await aFrozenList(t);
  const { id: promiseId } = list.promise('招聘会');
  const liaison = list.liaisonOf('招聘会');
  const evidence = [await list.evidence()];
  const fair = (attended: number) => anEvent(promiseId, { attended, evidence });
  const view = async () => (await liaison.get(`/records/entries?promiseId=${promiseId}`)).body as unknown as View;
  for (const attended of [1260, 300]) await liaison.run('records.add-entry', { id: newId(), entry: fair(attended) });
  const [first] = (await view()).entries.filter(({ looksLike }) => looksLike === null);

  let entryId = first!.id;
  for (const attended of [1206, 1207]) {
    await liaison.run('records.correct-entry', { entryId, entry: fair(attended), reason: '数字写错' });
    const current = (await view()).entries.filter((it) => it.state === 'held');
    assert.deepEqual(
      current.filter(({ looksLike }) => looksLike === null).map((it) => it.attended),
      [attended],
    );
    entryId = current.find((it) => it.attended === attended)!.id;
  }
});

type View = {
  readonly entries: readonly {
    id: string;
    state: string;
    reason: string | null;
    evidence: readonly string[];
    attended: number | null;
    looksLike: string | null;
    lacks: readonly string[];
    source: { fileName: string; sheet: string | null; row: number } | null;
  }[];
  readonly counted: { readonly value: number } | null;
};

test('a table is taken whole or not at all; the same one again changes nothing, a corrected one supersedes', async (t) => {
  const list = await aFrozenList(t);
  const { id: promiseId } = list.promise('招聘会');
  const liaison = list.liaisonOf('招聘会');
  const upload = async (rows: readonly (readonly string[])[]) =>
    ((await liaison.upload('活动.xlsx', await aTable(rows))).body as { digest: string }).digest;
  const check = async (digest: string) =>
    (await liaison.get(`/records/entry-import/check?digest=${digest}&promiseId=${promiseId}&kind=event`)).body as unknown as Report;
  const take = (digest: string) => liaison.run('records.import-entries', { digest, promiseId, kind: 'event' });
  const sound = [
    ['2026-03-18', '春季招聘会', '清泉广场', '招聘会', '区人社局', '120'],
    ['2026.4.2', '社区专场', '清泉社区', '招聘会', '区人社局', '60'],
    ['2026-07-10', '暑期专场', '清泉广场', '招聘会', '区人社局', ''],
  ];
  const wrong = [...sound, ['2026-13-40', '', '', '展销会', '', '许多'], ['合计', '', '', '', '', '180'], sound[0]!];

  const bad = await upload(wrong);
  const { remarks } = (await check(bad)).value;
  assert.deepEqual(
    remarks.filter(({ isError }) => isError).map((it) => `${it.row} ${it.field} ${it.kind}`),
    [
      '5 title missing',
      '5 host missing',
      '5 on not-a-day',
      '5 attended not-whole',
      '5 eventKind unknown-word',
      '6 title totals-row',
      '7 title row-twice',
    ],
  );
  assert.equal(kindOf(await take(bad)), 'import-has-errors');

  const good = await upload(sound);
  assert.deepEqual((await take(good)).body, { ok: true, value: { added: 3, changed: 0, same: 0 } });
  assert.deepEqual((await take(good)).body, { ok: true, value: { added: 0, changed: 0, same: 3 } });
  const mended = await upload([sound[0]!, sound[1]!.with(5, '66'), sound[2]!]);
  assert.deepEqual((await take(mended)).body, { ok: true, value: { added: 0, changed: 1, same: 2 } });
  const { entries } = (await liaison.get(`/records/entries?promiseId=${promiseId}`)).body as unknown as View;
  assert.deepEqual(entries.map((it) => it.state).toSorted(), ['held', 'held', 'planned', 'superseded']);
  assert.deepEqual(
    entries.map(({ source }) => `${source?.fileName} ${source?.sheet} ${source?.row}`).toSorted(),
    [2, 3, 3, 4].map((row) => `活动.xlsx 活动登记 ${row}`),
  );
});

test('a table with nothing below its heads is said to have no rows, and nothing is taken, be it a workbook or a text', async (t) => {
  const list = await aFrozenList(t);
  const { id: promiseId } = list.promise('招聘会');
  const liaison = list.liaisonOf('招聘会');
  const text = Buffer.from('日期,名称,地点,活动类别,主办单位,参加人数\n');
  for (const [name, bytes] of [
    ['活动.xlsx', await aTable([])],
    ['活动.csv', text],
  ] as const) {
    const { digest } = (await liaison.upload(name, bytes)).body as { digest: string };

    const checked = await liaison.get(`/records/entry-import/check?digest=${digest}&promiseId=${promiseId}&kind=event`);
    assert.equal(kindOf(checked), 'import-empty', name);
    assert.match(wordsOf((checked.body as { refusal: RecordsRefusal }).refusal), /只有表头.*从表头下面一行填起/);
    assert.equal(kindOf(await liaison.run('records.import-entries', { digest, promiseId, kind: 'event' })), 'import-empty');
  }
});

test('a file that only its name calls a table is told what it is; no map is asked for where none is meant', async (t) => {
  const list = await aFrozenList(t);
  const { id: promiseId } = list.promise('招聘会');
  const liaison = list.liaisonOf('招聘会');
  const { digest } = (await liaison.upload('活动.xlsx', Buffer.from('%PDF-1.7\n'))).body as { digest: string };
  const { refusal } = (await liaison.run('records.import-entries', { digest, promiseId, kind: 'event' })).body as {
    refusal: RecordsRefusal;
  };
  assert.match(wordsOf(refusal), /这是 PDF 文件.*另存为 \.xlsx 或 \.csv/);
  for (const why of ['old-format', 'picture', 'encrypted', 'bomb'])
    for (const locale of ['zh-CN', 'en'] as const) assert.doesNotMatch(wordsOf({ kind: 'file-unread', why }, locale), /GeoJSON/);
});

test('two people who send one event at once, and one who sends it twice, put one on record', async (t) => {
  const list = await aFrozenList(t);
  const { id: promiseId } = list.promise('招聘会');
  const liaison = list.liaisonOf('招聘会');
  const input = { id: newId(), entry: anEvent(promiseId, { evidence: [await list.evidence()] }) };

  const answers = await Promise.all([1, 2, 3].map(() => liaison.run('records.add-entry', input)));
  const other = await list.office.run('records.add-entry', { ...input, id: newId() });

  assert.deepEqual(
    answers.map((it) => it.status),
    [200, 200, 200],
  );
  assert.equal(other.status, 200, other.text);
  const { entries } = (await liaison.get(`/records/entries?promiseId=${promiseId}`)).body as unknown as View;
  assert.deepEqual(
    entries.map((it) => it.lacks),
    [['duplicate'], []],
  );
  const settled = await list.office.run('records.settle-duplicate', { entryId: entries[0]!.id, reason: '上午下午各一场' });
  assert.equal(settled.status, 200, settled.text);
  assert.equal(kindOf(await list.office.run('records.settle-duplicate', { entryId: entries[0]!.id, reason: '再说一次' })), 'no-duplicate');
});

test('a unit enters nothing for a promise that is not its own', async (t) => {
  const list = await aFrozenList(t);
  const { id: promiseId } = list.promise('招聘会');
  const stranger = list.liaisonOf('送戏');

  const answer = await stranger.run('records.add-entry', { id: newId(), entry: anEvent(promiseId) });

  assert.equal(kindOf(answer), 'entry-not-of-unit');
});

test('a picture that lies nowhere proves nothing: neither a new line nor a corrected one is taken with it', async (t) => {
  const list = await aFrozenList(t);
  const { id: promiseId } = list.promise('招聘会');
  const liaison = list.liaisonOf('招聘会');
  const invented = anEvent(promiseId, { evidence: ['b'.repeat(64)] });
  assert.equal((await liaison.run('records.add-entry', { id: newId(), entry: invented })).status, 404);

  const id = newId();
  assert.equal((await liaison.run('records.add-entry', { id, entry: { ...invented, evidence: [await list.evidence()] } })).status, 200);
  assert.equal((await liaison.run('records.correct-entry', { entryId: id, entry: invented, reason: '换照片' })).status, 404);
});
