import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFrozenList, submitted, type TestList } from './test-list.ts';

const NEXT = '滞后的{滞后承诺数}项，请于次月5日前书面说明。\n没有可用数据的{无数据承诺数}项，请补报。';

type Block = {
  readonly block: string;
  readonly template: string;
  readonly paragraphs: readonly string[];
  readonly written: { readonly text: string } | null;
};

const set = ({ office }: TestList, input: { block: string; text: string | null }) =>
  office.run('supervision.set-standing-text', { ...input, reason: '按本区发文习惯' });

async function blockOf({ office }: TestList, block: string): Promise<Block> {
  const { blocks } = (await office.get('/supervision/bulletin?year=2026&month=6')).body as { blocks: readonly Block[] };
  return blocks.find((it) => it.block === block)!;
}

async function prepared({ office }: TestList): Promise<string> {
  const answer = await office.run('supervision.prepare-bulletin', { year: 2026, month: 6 });
  return (answer.body as { value: { bulletinId: string } }).value.bulletinId;
}

test('the district wording stands in every bulletin, with the figures of the month put in, and a line about 0 promises is not printed', async (t) => {
  const list = await aFrozenList(t);

  assert.equal((await set(list, { block: 'next-steps', text: NEXT })).status, 200);
  const { paragraphs, written } = await blockOf(list, 'next-steps');

  assert.deepEqual([paragraphs, written], [['没有可用数据的3项，请补报。'], null]);
});

test('what a month words itself goes before the district wording, and back to it', async (t) => {
  const list = await aFrozenList(t);
  await set(list, { block: 'opening', text: '现将{月}月份情况通报如下，请对照检查。' });
  const bulletinId = await prepared(list);
  const edit = (text: string | null) => list.office.run('supervision.edit-bulletin-text', { bulletinId, block: 'opening', text });

  await edit('本月只通报进度。');
  const own = (await blockOf(list, 'opening')).paragraphs;
  await edit(null);
  const back = (await blockOf(list, 'opening')).paragraphs;

  assert.deepEqual([own, back], [['本月只通报进度。'], ['现将6月份情况通报如下，请对照检查。']]);
});

test('going back to the text of the system is a setting too, and the history keeps every one with its reason', async (t) => {
  const list = await aFrozenList(t);
  const usual = (await blockOf(list, 'opening')).template;
  await set(list, { block: 'opening', text: '请看附表。' });
  await set(list, { block: 'opening', text: null });
  const { blocks } = (await list.office.get('/supervision/standing-texts?year=2026&month=6')).body as {
    blocks: readonly { block: string; usual: string; history: readonly { version: number; text: string | null; reason: string }[] }[];
  };
  const opening = blocks.find((it) => it.block === 'opening')!;

  assert.equal((await blockOf(list, 'opening')).template, usual);
  assert.deepEqual(
    opening.history.map((it) => [it.version, it.text, it.reason]),
    [
      [2, null, '按本区发文习惯'],
      [1, '请看附表。', '按本区发文习惯'],
    ],
  );
});

test('a placeholder that names no figure is refused before it can be printed', async (t) => {
  const answer = await set(await aFrozenList(t), { block: 'closing', text: '共{没有这个数}项。' });

  assert.deepEqual((answer.body as { refusal: unknown }).refusal, { kind: 'unknown-placeholder', placeholder: '没有这个数' });
});

test('a document that was submitted keeps the wording with which it was frozen', async (t) => {
  const list = await aFrozenList(t);
  await set(list, { block: 'opening', text: '第一种写法。' });
  await submitted(list.office);
  await set(list, { block: 'opening', text: '第二种写法。' });

  assert.deepEqual((await blockOf(list, 'opening')).paragraphs, ['第一种写法。']);
});
