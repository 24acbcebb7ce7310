import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFrozenList, answerOf } from '#/delivery/test-list.ts';
import { newId } from '#/kernel/id.ts';
import { anEvent } from './test-entries.ts';

type Seen = { readonly parts: { readonly byPlace: readonly { readonly numerator: number | null; readonly shown: number | null }[] } };

test('of fairs the public is shown every number as it is, and a nought where there are records and none counts', async (t) => {
  const list = await aFrozenList(t);
  const { id: promiseId } = list.promise('招聘会');
  const entry = anEvent(promiseId, { evidence: [] });
  answerOf(await list.liaisonOf('招聘会').run('records.add-entry', { id: newId(), entry }));
  const spec = { kind: 'events', eventKind: 'fair', counts: 'held' };
  answerOf(await list.office.run('records.set-definition', { promiseId, spec, reason: '按实际举办的招聘会计数' }));

  const { parts } = (await list.office.get(`/records/figure?promiseId=${promiseId}`)).body as unknown as Seen;
  assert.deepEqual(
    parts.byPlace.map(({ numerator, shown }) => [numerator, shown]),
    [[0, 0]],
  );
});
