import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { command, type Outcome } from '#/platform/command.ts';
import { enterForUnit, listReportLines } from './door.ts';
import type { ReportSource } from './rules/report.ts';
import { ReportContent } from './rules/sending.ts';
import { aContent, aFrozenList, answerOf, type TestList } from './test-list.ts';

/** Stands for the collecting stage: one row of a returned form. */
const enterRow = command({
  name: 'delivery.enter-row',
  version: 1,
  input: z.object({
    unitId: z.uuid(),
    content: ReportContent,
    source: z.custom<ReportSource>(),
    corrects: z.object({ reportId: z.uuid(), reason: z.string() }).optional(),
  }),
  permission: 'delivery.adopt',
  subject: ({ content }) => content.promiseId,
  run: (writer, { corrects, ...entry }) => enterForUnit(writer, corrects === undefined ? entry : { ...entry, corrects }),
});

async function aReturnedForm({ evidence }: TestList): Promise<ReportSource> {
  const signedBy = { filledBy: '周可行', reviewedBy: '林守成', headedBy: '林守成' };
  return { fileDigest: await evidence('返回的报送表'), sheet: '报送表', row: 5, formPeriod: '2026-06', signedBy };
}

const enter = async ({ app }: TestList, input: object) => (await app.run(enterRow, '990001', input)) as Outcome<{ reportId: string }>;

test('a row of a returned form is entered for its unit, says so down to the row, and counts once it is adopted', async (t) => {
  const list = await aFrozenList(t);
  const { id, leadUnitId } = list.promise('招聘会');
  const source = await aReturnedForm(list);

  const entered = await enter(list, { unitId: leadUnitId, content: aContent(id), source });
  assert.ok(entered.ok);
  answerOf(await list.office.run('delivery.adopt-report', { reportId: entered.value.reportId }));
  const within = { programmeId: list.programmeId, from: '2026-06-01', to: '2026-06-30' } as const;
  const lines = await list.app.read('990001', (reader) => listReportLines(reader, within));

  assert.deepEqual((await list.standing('招聘会')).done, 8);
  assert.deepEqual(
    lines.map(({ promiseId, unitId, asOf, state, onBehalf, source: from }) => ({ promiseId, unitId, asOf, state, onBehalf, from })),
    [{ promiseId: id, unitId: leadUnitId, asOf: '2026-06-18', state: 'adopted', onBehalf: true, from: source }],
  );
});

test('a form sent again with another figure corrects the earlier row; a row for another unit is refused', async (t) => {
  const list = await aFrozenList(t);
  const { id, leadUnitId } = list.promise('招聘会');
  const source = await aReturnedForm(list);
  const first = await enter(list, { unitId: leadUnitId, content: aContent(id), source });
  assert.ok(first.ok);

  const again = await enter(list, {
    unitId: leadUnitId,
    content: aContent(id, { value: 9 }),
    source,
    corrects: { reportId: first.value.reportId, reason: '单位重新报送了报送表' },
  });
  const strange = await enter(list, { unitId: list.promise('检测').leadUnitId, content: aContent(id), source });
  const within = { programmeId: list.programmeId, from: '2026-06-01', to: '2026-06-30' } as const;
  const lines = await list.app.read('990001', (reader) => listReportLines(reader, within));

  assert.ok(again.ok);
  assert.deepEqual(strange, { ok: false, refusal: { kind: 'not-of-unit', unitId: list.promise('检测').leadUnitId } });
  assert.deepEqual(
    lines.map((it) => it.state),
    ['superseded', 'submitted'],
  );
});

test('a unit that is behind says why and until when, and that is kept with its report', async (t) => {
  const list = await aFrozenList(t);
  const { id } = list.promise('招聘会');
  const behind = { behindReason: '场地未定，已协调文化馆', behindUntil: '2026-07-31' };

  const sent = await list.liaisonOf('招聘会').run('delivery.submit-report', aContent(id, behind));
  const halfSaid = await list
    .liaisonOf('招聘会')
    .run('delivery.submit-report', aContent(id, { behindReason: null, behindUntil: '2026-07-31' }));
  const { reports } = (await list.office.get(`/delivery/promise?promiseId=${id}`)).body as { reports: (typeof behind)[] };

  assert.equal(sent.status, 200);
  assert.equal((halfSaid.body as { refusal: { kind: string } }).refusal.kind, 'behind-until-without-reason');
  assert.deepEqual([reports[0]!.behindReason, reports[0]!.behindUntil], [behind.behindReason, behind.behindUntil]);
});
