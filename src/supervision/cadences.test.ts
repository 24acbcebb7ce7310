import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFrozenList, answerOf } from '#/delivery/test-list.ts';
import { newId } from '#/kernel/id.ts';
import { anEvent } from '#/records/test-entries.ts';

type Bulletin = { readonly content: { readonly extra: { readonly parts: readonly { heading: string; paragraphs: readonly string[] }[] } } };

test('the bulletin names the month in which what was to be every month was not, however many the year has', async (t) => {
  const list = await aFrozenList(t, {}, ['9\t全年举办技能培训12场，每月至少举办1场。\t\t区人社局']);
  const { id: promiseId } = list.promise('技能培训');
  const evidence = [await list.evidence()];
  for (const on of ['2026-01-15', '2026-01-20', '2026-03-05', '2026-04-16', '2026-05-07', '2026-05-08'] as const) {
    const entry = anEvent(promiseId, { on, title: `培训 ${on}`, eventKind: 'training', evidence });
    answerOf(await list.office.run('records.add-entry', { id: newId(), entry }));
  }
  const saidOf = async (month: number) => {
    const { content } = (await list.office.get(`/supervision/bulletin?year=2026&month=${month}`)).body as Bulletin;
    return content.extra.parts.find(({ heading }) => heading === '频次核对')?.paragraphs ?? [];
  };
  const spec = { kind: 'events', eventKind: 'training', counts: 'held' };
  answerOf(await list.office.run('records.set-definition', { promiseId, spec, reason: '实施方案' }));
  assert.deepEqual(await saidOf(6), [], 'nothing is said of what units report');

  answerOf(await list.office.run('delivery.set-count-source', { promiseId, source: 'records', reason: '会议纪要' }));
  assert.deepEqual(await saidOf(6), ['第9件“全年举办技能培训12场”清单写明“每月至少举办1场”，2月没有做到，4个月做到。']);
  assert.deepEqual(await saidOf(5), [], 'nor of a month in which units still reported');
});
