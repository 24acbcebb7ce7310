import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#/kernel/id.ts';
import { openZip } from '#/platform/documents/zip.ts';
import { DEFAULT_SHEET } from './rules/sheet.ts';
import { aFrozenList, aReportOf, kindOf, openQuarter, Q2, quarterOf, type TestList, valueIn } from './test-list.ts';

const confirmAll = async ({ office }: TestList, roundId: string) => {
  for (const { unitId } of (await quarterOf(office)).scores) valueIn(await office.run('assessment.confirm-draft', { roundId, unitId }));
};
const publish = ({ office }: TestList, roundId: string) => office.run('assessment.publish-round', { roundId });

test('a quarter is scored from the records alone, and every line opens down to its facts', async (t) => {
  const list = await aFrozenList(t);
  await aReportOf(list, '招聘会', 8);

  const { scores, round } = await quarterOf(list.office);
  const first = scores[0]!;
  const completion = first.lines.find(({ key }) => key === 'completion')!;

  assert.equal(round, null);
  assert.deepEqual(
    scores.map(({ unit, rank }) => [unit, rank]),
    [
      ['区人社局', 1],
      ['区文旅局', 2],
      ['区民政局', 2],
    ].toSorted((a, b) => Number(a[1]) - Number(b[1])),
  );
  assert.equal(completion.points, 50);
  assert.deepEqual(
    completion.parts.map(({ title, facts }) => [title, facts.done, facts.light]),
    [['举办专场招聘会', 8, 'green']],
  );
});

test('before a draft goes out a unit reads nothing; then it reads its own, and after publishing every rank but not the facts of others', async (t) => {
  const list = await aFrozenList(t);
  await aReportOf(list, '招聘会', 8);
  const head = await list.headOf('招聘会');

  const before = await quarterOf(head);
  const roundId = await openQuarter(list);
  const draft = await quarterOf(head);
  await confirmAll(list, roundId);
  valueIn(await publish(list, roundId));
  const after = await quarterOf(head);

  assert.deepEqual([before.scores.length, draft.scores.map(({ unit }) => unit), after.scores.length], [0, ['区人社局'], 3]);
  const own = await list.unitOf('招聘会');
  assert.ok(after.scores.filter(({ unitId }) => unitId !== own).every(({ lines }) => lines.every(({ parts }) => parts.length === 0)));
});

test('a draft is frozen: later reports change it only when it is counted anew, with a reason, as another edition', async (t) => {
  const list = await aFrozenList(t);
  const roundId = await openQuarter(list);
  const total = async () => (await quarterOf(list.office)).scores.find(({ unit }) => unit === '区人社局')!.total;

  const before = await total();
  await aReportOf(list, '招聘会', 8);
  const still = await total();
  const without = kindOf(await list.office.run('assessment.open-round', Q2));
  const again = await openQuarter(list, { reason: '采用了补报的数' });
  const { round } = await quarterOf(list.office);

  assert.deepEqual([still, without, again, round!.edition], [before, 'recount-needs-reason', roundId, 2]);
  assert.ok((await total())! > before!);
});

test('a unit appeals against a line of its own, once; the decision is recorded, changes the line, and only then the quarter is published', async (t) => {
  const list = await aFrozenList(t);
  await aReportOf(list, '招聘会', 4);
  const roundId = await openQuarter(list);
  const head = await list.headOf('招聘会');
  const appeal = { id: newId(), roundId, lineKey: 'completion', reason: '五月办的两场没有计入' };

  const filed = kindOf(await head.run('assessment.file-appeal', appeal));
  const twice = kindOf(await head.run('assessment.file-appeal', { ...appeal, id: newId() }));
  const unknown = kindOf(await head.run('assessment.file-appeal', { ...appeal, id: newId(), lineKey: 'log-ins' }));
  const early = kindOf(await publish(list, roundId));
  const decide = (input: object) =>
    list.office.run('assessment.decide-appeal', { appealId: appeal.id, result: 'upheld', decision: '核实属实', ...input });
  const tooMany = kindOf(await decide({ points: 51 }));
  const decided = kindOf(await decide({ points: 40 }));
  const again = kindOf(await decide({ points: 10 }));
  const silent = kindOf(await publish(list, roundId));
  for (const unitId of (await quarterOf(list.office)).silent)
    valueIn(await list.office.run('assessment.confirm-draft', { roundId, unitId }));
  const published = kindOf(await publish(list, roundId));

  const line = (await quarterOf(head)).scores.find(({ unit }) => unit === '区人社局')!.lines.find(({ key }) => key === 'completion')!;
  assert.deepEqual([filed, twice, unknown, early], ['accepted', 'appeal-standing', 'no-such-line', 'appeals-open']);
  assert.deepEqual(
    [tooMany, decided, again, silent, published],
    ['points-beyond-line', 'accepted', 'appeal-decided', 'appeal-time-running', 'accepted'],
  );
  assert.deepEqual([line.points, line.byAppeal], [40, true]);
});

test('files come with an appeal, under their names, and reach who decides', async (t) => {
  const list = await aFrozenList(t);
  await aReportOf(list, '招聘会', 4);
  const roundId = await openQuarter(list);
  const head = await list.headOf('招聘会');
  const evidence = [await list.evidence()];
  const appeal = { id: newId(), roundId, lineKey: 'completion', reason: '五月办的两场没有计入', evidence };
  const unknown = await head.run('assessment.file-appeal', { ...appeal, id: newId(), evidence: ['0'.repeat(64)] });

  valueIn(await head.run('assessment.file-appeal', appeal));
  const seen = (await list.office.get('/assessment/quarter?year=2026&quarter=2')).body as {
    appeals: { evidence: string[] }[];
    fileNames: Record<string, string>;
  };

  assert.equal(unknown.status, 404);
  assert.deepEqual([seen.appeals[0]!.evidence, seen.fileNames], [evidence, { [evidence[0]!]: '抽查记录.txt' }]);
});

test('what is published stays: no recount, no appeal, no points by hand, and not once more', async (t) => {
  const list = await aFrozenList(t);
  const roundId = await openQuarter(list);
  await confirmAll(list, roundId);
  const { digest } = valueIn<{ digest: string }>(await publish(list, roundId));
  const head = await list.headOf('招聘会');
  const entry = {
    ...Q2,
    id: newId(),
    unitId: await list.unitOf('招聘会'),
    lineKey: 'quality',
    points: 5,
    text: '抽查合格',
    evidence: [await list.evidence()],
  };

  const kinds = [
    kindOf(await list.office.run('assessment.open-round', { ...Q2, reason: '再算一次' })),
    kindOf(await head.run('assessment.file-appeal', { id: newId(), roundId, lineKey: 'completion', reason: '有异议' })),
    kindOf(await list.office.run('assessment.enter-points', entry)),
    kindOf(await publish(list, roundId)),
  ];

  assert.deepEqual(kinds, Array(4).fill('round-published'));
  assert.match(digest, /^[0-9a-f]{64}$/);
  assert.equal((await quarterOf(list.office)).round!.published!.digest, digest);
});

test('a quarter is published when it is over, and an appeal is taken until its last working day', async (t) => {
  const list = await aFrozenList(t, { today: '2026-06-29' });
  const roundId = await openQuarter(list);
  const { round } = await quarterOf(list.office);
  await confirmAll(list, roundId);

  const running = kindOf(await publish(list, roundId));
  const ahead = kindOf(await list.office.run('assessment.open-round', { ...Q2, quarter: 3 }));

  // Monday; three working days later is Thursday.
  assert.deepEqual([round!.appealUntil, running, ahead], ['2026-07-02', 'quarter-not-over', 'quarter-not-begun']);
});

test('points by hand need evidence and stand with their author; what the records count cannot be given by hand', async (t) => {
  const list = await aFrozenList(t);
  const unitId = await list.unitOf('招聘会');
  const enter = (change: object) =>
    list.office.run('assessment.enter-points', {
      ...Q2,
      id: newId(),
      unitId,
      lineKey: 'quality',
      points: 4,
      text: '抽查合格',
      evidence: [],
      ...change,
    });
  const evidence = [await list.evidence()];
  const id = newId();

  const kinds = [
    kindOf(await enter({})),
    kindOf(await enter({ evidence, points: 6 })),
    kindOf(await enter({ evidence, lineKey: 'completion' })),
    kindOf(await enter({ evidence, id })),
  ];
  const quality = async () =>
    (await quarterOf(list.office)).scores.find((it) => it.unitId === unitId)!.lines.find(({ key }) => key === 'quality')!;
  const given = await quality();
  valueIn(await list.office.run('assessment.withdraw-points', { entryId: id, reason: '评错单位' }));

  assert.deepEqual(kinds, ['evidence-missing', 'points-beyond-line', 'no-manual-line', 'accepted']);
  assert.deepEqual([given.points, given.parts[0]!.facts.enteredBy, (await quality()).points], [4, 'office', null]);
});

test('a sheet is versioned for each year; drafts that are out keep theirs', async (t) => {
  const list = await aFrozenList(t);
  const sheet = { ...DEFAULT_SHEET, appealDays: 5 };
  const set = (it: object) => list.office.run('assessment.set-sheet', { year: 2026, sheet: it, reason: '常务会议定' });
  await openQuarter(list);

  const kinds = [
    kindOf(await set({ ...sheet, lines: sheet.lines.map((it) => ({ ...it, weight: it.weight / 2 })) })),
    kindOf(await set(sheet)),
    kindOf(await set(sheet)),
  ];
  const { version, history, standard } = (await list.office.get('/assessment/sheet?year=2026')).body as {
    version: number;
    history: { setBy: string }[];
    standard: object;
  };
  const draft = (await list.office.get('/assessment/quarter?year=2026&quarter=2')).body as { sheetVersion: number };

  assert.deepEqual(kinds, ['weights-do-not-add-up', 'accepted', 'sheet-unchanged']);
  assert.deepEqual([version, history.map(({ setBy }) => setBy), draft.sheetVersion], [1, ['office'], 0]);
  assert.deepEqual(standard, DEFAULT_SHEET);
});

test('two who publish, open or decide at once: one does, and the other is told', async (t) => {
  const list = await aFrozenList(t);
  const opened = await Promise.all([list.office, list.app.as('office')].map((it) => it.run('assessment.open-round', Q2)));
  const { round } = await quarterOf(list.office);
  await confirmAll(list, round!.id);
  const published = await Promise.all([1, 2].map(() => publish(list, round!.id)));

  assert.deepEqual(opened.map(kindOf).sort(), ['accepted', 'recount-needs-reason']);
  assert.deepEqual(published.map(kindOf).sort(), ['accepted', 'round-published']);
});

test('the letter and the workbook carry the figures of the screen, and a draft says over every page that it is one', async (t) => {
  const list = await aFrozenList(t);
  await aReportOf(list, '招聘会', 8);
  const roundId = await openQuarter(list);
  const file = async (path: string) => {
    const cookie = `test=${list.office.actor.accountId}`;
    return (await list.app.app.inject({ url: `/api/990001${path}`, headers: { cookie } })).rawPayload;
  };
  const letter = async () => {
    const zip = await openZip(await file('/assessment/quarter.docx?year=2026&quarter=2'));
    const parts = await Promise.all(['word/document.xml', 'word/header1.xml'].map((name) => zip.read(name)));
    return parts
      .map((it) => it?.toString('utf8') ?? '')
      .join('')
      .replace(/<[^>]+>/g, '');
  };

  const draft = await letter();
  await confirmAll(list, roundId);
  valueIn(await publish(list, roundId));
  const final = await letter();
  const total = (await quarterOf(list.office)).scores[0]!.total!.toFixed(2);

  assert.match(draft, /核对稿，未印发/);
  assert.doesNotMatch(final, /核对稿/);
  assert.ok(final.includes(`区人社局（${total}分）`), total);
  assert.equal((await file('/assessment/quarter.xlsx?year=2026&quarter=2')).subarray(0, 2).toString(), 'PK');
});

test('my week asks a unit to look at its draft until it has, and the office to decide an appeal', async (t) => {
  const list = await aFrozenList(t);
  const roundId = await openQuarter(list);
  const head = await list.headOf('招聘会');
  const kinds = async () => {
    const { listAssessmentDuties } = await import('./store/duties.ts');
    return (await list.app.read('990001', (reader) => listAssessmentDuties(reader, '2026-08-01'))).map(({ kind, dueOn }) => [kind, dueOn]);
  };

  const looking = await kinds();
  valueIn(await head.run('assessment.confirm-draft', { roundId, unitId: head.actor.unitId }));
  const other = await list.headOf('送戏');
  valueIn(await other.run('assessment.file-appeal', { id: newId(), roundId, lineKey: 'completion', reason: '演出已经开始' }));

  assert.deepEqual(looking, Array(3).fill(['assessment.look', '2026-07-07']));
  assert.deepEqual(await kinds(), [
    ['assessment.look', '2026-07-07'],
    ['assessment.decide', '2026-07-09'],
  ]);
  assert.equal(kindOf(await head.run('assessment.confirm-draft', { roundId, unitId: await list.unitOf('食堂') })), 'other-unit');
});
