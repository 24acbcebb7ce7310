import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BatchView } from '#/collection/screens/contract.ts';
import { accepted, aFrozenList, fill, type TestList } from '#/collection/test-list.ts';
import type { BundleEntry, Gap } from './rules/archive.ts';
import { gapSentence } from './words.ts';

type Preview = { readonly entries: readonly BundleEntry[]; readonly gaps: readonly Gap[] };

const REASON = '场地未定，七月补上';

async function handIn(list: TestList, files: Readonly<Record<string, Buffer>>): Promise<string> {
  const { batchId } = await list.drop(files);
  const { staged } = (await list.office.get(`/collection/batch?batchId=${batchId}`)).body as BatchView;
  const rows = staged.rows.filter((it) => it.state === 'new').map((it) => ({ promiseId: it.promiseId, digest: it.candidates[0]!.digest }));
  accepted(await list.office.run('collection.confirm-batch', { batchId, rows, adopt: true }));
  return batchId;
}

async function projectsOf(list: TestList): Promise<ReadonlyMap<string, string>> {
  const found = await list.app.ownerPool.query<{ no: string; id: string }>('select no, id from programme.project');
  return new Map(found.rows.map((it) => [it.no, it.id]));
}

async function ask(list: TestList, projectId: string | null, originals: boolean): Promise<Preview> {
  const project = projectId === null ? '' : `&projectId=${projectId}`;
  return (await list.office.get(`/archive/preview?programmeId=${list.programmeId}${project}&originals=${originals}`)).body as Preview;
}

const formsIn = ({ entries }: Preview) => entries.filter((it) => it.path.includes('/报送表/')).map(({ path, by, on }) => [path, by, on]);

test('returned forms that figures were taken from go into the full bundle, each once and under the name of its unit; a row takes its own unit', async (t) => {
  const list = await aFrozenList(t);
  const labour = await fill((await list.form('区人社局')).bytes, [{ value: 9 }, { value: 5, reason: REASON }]);
  const culture = await fill((await list.form('区文旅局')).bytes, [{ value: 40, reason: REASON }]);
  await handIn(list, { '最终版 张三.xlsx': labour, '文旅.xlsx': culture });
  const civil = await fill((await list.form('区民政局')).bytes, [{ value: 1, reason: REASON }]);
  await list.drop({ '没有确认.xlsx': civil });
  const projects = await projectsOf(list);

  const whole = await ask(list, null, true);
  const plain = await ask(list, null, false);
  const own = await ask(list, projects.get('2')!, true);
  const silent = await ask(list, projects.get('3')!, true);

  const labourForm = ['00全部清单/报送表/001-2026-06 报送表（区人社局）.xlsx', '区人社局', '2026-07-03'];
  assert.deepEqual(formsIn(whole), [labourForm, ['00全部清单/报送表/002-2026-06 报送表（区文旅局）.xlsx', '区文旅局', '2026-07-03']]);
  assert.ok(whole.entries.filter((it) => it.path.includes('/报送表/')).every((it) => it.isOriginal && it.size > 0));
  assert.deepEqual(formsIn(own), [['00全部清单/报送表/001-2026-06 报送表（区文旅局）.xlsx', '区文旅局', '2026-07-03']]);
  assert.deepEqual([formsIn(plain), formsIn(silent)], [[], []]);
  assert.ok(plain.gaps.map((it) => gapSentence(it)).includes('全部清单：2 份签批件扫描件和报送表原件只收入含原件的归档包'));
});
