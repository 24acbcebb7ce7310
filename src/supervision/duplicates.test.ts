import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, kindOf } from '#/delivery/test-list.ts';
import { fictionalIdentity } from '#/records/rules/people/fictional.ts';
import { aDistrictWithTests, aRow, csvOf } from '#/records/test-people.ts';
import { signed, submitted } from './test-list.ts';
import { wordsOf } from './words/refusals.ts';

const JUNE = { year: 2026, month: 6, kind: 'bulletin' };

/** Two papers, one name, one birthday, one telephone. */
const alike = [50, 51].map((serial) =>
  aRow({ serial, name: '虚构同名', phone: '13900000009', identity: fictionalIdentity(serial, '1990-05-01', 'f') }),
);

test('a bulletin does not print a counted figure while more duplicates are open than its share allows, at 送审 and at the signature', async (t) => {
  const it = await aDistrictWithTests(t);
  const { office, app } = it.list;
  await it.accept(await it.read(csvOf(alike)));
  await submitted(office);
  answerOf(await office.run('delivery.set-count-source', { promiseId: it.promiseId, source: 'records', reason: '会议纪要' }));
  const [document] = (
    (await office.get('/supervision/document?year=2026&month=6&document=bulletin')).body as { editions: { id: string }[] }
  ).editions;
  answerOf(await office.run('supervision.return-document', { documentId: document!.id, reason: '改由实绩计数' }));

  const refused = await office.run('supervision.submit-document', JUNE);
  assert.equal(kindOf(refused), 'open-duplicates', 'what is reported is not asked, what is counted is');
  const said = wordsOf((refused.body as { refusal: Parameters<typeof wordsOf>[0] }).refusal);
  assert.match(said, /检测.*1 对疑似重复.*限额 1\.0%/);

  const share = { serviceKindId: it.kindId, reason: '专题会议纪要' };
  answerOf(await office.run('records.set-duplicate-share', { ...share, most: 0.6 }));
  const frozen = await submitted(office);
  answerOf(await office.run('records.set-duplicate-share', { ...share, most: 0.02 }));
  answerOf(await office.run('supervision.take-step', { ...frozen, step: 'checked' }));
  assert.equal(kindOf(await app.as('leader').run('supervision.take-step', { ...frozen, step: 'signed' })), 'open-duplicates');

  const { pairs } = (await it.bureau.get(`/records/duplicates?serviceKindId=${it.kindId}`)).body as { pairs: { no: number }[][] };
  const [personNo, otherNo] = pairs[0]!.map(({ no }) => no);
  const decided = { personNo, otherNo, serviceKindId: it.kindId, decision: 'different', reason: '电话核实' };
  answerOf(await it.bureau.run('records.decide-duplicate', decided));
  answerOf(await app.as('leader').run('supervision.take-step', { ...frozen, step: 'signed' }));
});

test('a line that the bulletin leaves out by a decision does not hold it back', async (t) => {
  const it = await aDistrictWithTests(t);
  const { office } = it.list;
  await it.accept(await it.read(csvOf(alike)));
  answerOf(await office.run('delivery.set-count-source', { promiseId: it.promiseId, source: 'records', reason: '会议纪要' }));
  const decided = { basis: '会议纪要第 3 号', reason: '疑似重复还在核实', decidedBy: '区政府办主任', decidedOn: '2026-06-17' };
  const decision = { promiseId: it.promiseId, ...decided };
  answerOf(await office.run('supervision.leave-line-out', { ...JUNE, decision }));
  await signed(it.list);
});
