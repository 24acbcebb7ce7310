import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf } from '#/delivery/test-list.ts';
import { newId } from '#/kernel/id.ts';
import type { DoseState } from './rules/people/doses.ts';
import { aDistrictWithTests, aRow, type Tested, type TestPeople } from './test-people.ts';

const HEADS = '姓名,证件号码,乡镇,接种日期,接种单号,联系电话';
const SERIES = { name: '适龄女孩接种', doses: 2, doseDaysLeast: 30, doseDaysMost: 100 } as const;
const GIRLS = [
  [
    { about: 'sex', is: 'f' },
    { about: 'age', least: 13, most: 15 },
  ],
];
const GIRL = { birthOn: '2011-05-01' } as const;

type Due = {
  readonly personNo: number;
  readonly name: string;
  readonly nextDose: number | null;
  readonly standing: { readonly state: string; readonly nextBy: string | null; readonly faults: readonly unknown[] };
};
type Shown = {
  readonly rosterId: string | null;
  readonly counts: Readonly<Record<DoseState | 'ineligible' | 'undecided', number>>;
  readonly dueCounts: Readonly<Record<string, number>>;
  readonly count: number;
  readonly due: readonly Due[];
};
type Girls = TestPeople & {
  readonly give: (doseNo: number, rows: readonly Tested[]) => Promise<void>;
  readonly list: TestPeople['list'];
  readonly due: (more?: string) => Promise<Shown>;
};

/** A district that gives two doses to girls of 13 to 15, with the roster of its schools beside the promise. */
async function withGirls(t: Parameters<typeof aDistrictWithTests>[0], listed: readonly Tested[]): Promise<Girls> {
  const it = await aDistrictWithTests(t, { kind: SERIES, groups: GIRLS });
  const rosterId = newId();
  const said = { name: '适龄女孩名册', unitId: it.unitId, asOf: '2026-03-01', source: '教育局', statedCount: null };
  answerOf(await it.bureau.run('records.keep-roster', { rosterId, ...said, isEstimate: false, isSensitive: true }));
  const heads = `${HEADS.replace('接种日期', '登记日期')},出生日期`;
  const rows = listed.map((one) => `${aRow({ ...GIRL, on: '2026-03-01', ...one })},${one.identity === '' ? GIRL.birthOn : ''}`);
  if (rows.length > 0) await it.accept(await it.read([heads, ...rows].join('\r\n'), { target: 'roster', targetId: rosterId }));
  const spec = { kind: 'people', serviceKindId: it.kindId, counts: 'eligible', doseNo: 1, rosterId };
  answerOf(await it.list.office.run('records.set-definition', { promiseId: it.promiseId, spec, reason: '对照名册' }));
  return {
    ...it,
    async give(doseNo, all) {
      const lines = all.map((one) => `${aRow({ ...GIRL, ...one })},${doseNo}`);
      await it.accept(await it.read([`${HEADS},剂次`, ...lines].join('\r\n')));
    },
    async due(more = '') {
      const { status, body, text } = await it.bureau.get(`/records/doses?serviceKindId=${it.kindId}${more}`);
      assert.equal(status, 200, text);
      return body as Shown;
    },
  };
}

const told = ({ due }: Shown) => due.map(({ name, nextDose, standing }) => [name, nextDose, standing.state]);

test('who stands on the roster and was given nothing is due for the first dose, who was given all is due for none', async (t) => {
  const it = await withGirls(t, [{ serial: 1 }, { serial: 2 }, { serial: 3 }]);
  await it.give(1, [
    { serial: 1, on: '2026-01-10' },
    { serial: 2, on: '2026-05-20' },
  ]);
  await it.give(2, [{ serial: 1, on: '2026-03-10' }]);

  const shown = await it.due();

  assert.deepEqual(told(shown), [
    ['虚构2', 2, 'partial'],
    ['虚构3', 1, 'none'],
  ]);
  assert.deepEqual(shown.counts, { none: 1, partial: 1, complete: 1, overdue: 0, unclear: 0, ineligible: 0, undecided: 0 });
});

test('a girl under 14 on the roster is due without consent, which is asked for when she is told', async (t) => {
  const it = await withGirls(t, [{ serial: 1, birthOn: '2012-09-01' }]);

  assert.deepEqual(told(await it.due()), [['虚构1', 1, 'none']]);
});

test('two papers of one girl are one girl, and her second dose follows her first', async (t) => {
  const it = await withGirls(t, [{ serial: 1, name: '虚构同名', phone: '13900000000' }]);
  await it.give(1, [{ serial: 1, name: '虚构同名', phone: '13900000000', on: '2026-01-10' }]);
  await it.give(2, [{ serial: 2, name: '虚构同名', phone: '13900000000', on: '2026-03-10' }]);
  const apart = await it.due();
  assert.deepEqual([apart.counts.overdue, apart.counts.none], [1, 1]);
  assert.equal(apart.due.find(({ standing }) => standing.state === 'none')?.standing.faults.length, 1);

  const [personNo, otherNo] = apart.due.map((one) => one.personNo).sort((a, b) => a - b);
  const decision = { personNo, otherNo, serviceKindId: it.kindId, decision: 'same', reason: '电话核实' };
  answerOf(await it.bureau.run('records.decide-duplicate', decision));

  const one = await it.due();
  assert.deepEqual([one.due, one.counts.complete, one.counts.overdue], [[], 1, 0]);
});

test('nobody is due who is not eligible; who may be is told as a number', async (t) => {
  const it = await withGirls(t, [
    { serial: 1 },
    { serial: 2, birthOn: '1990-05-01' },
    { serial: 3, sex: 'm' },
    { serial: 4, identity: '', phone: '13900000000' },
  ]);
  await it.give(1, [{ serial: 5, birthOn: '1990-05-01', on: '2026-01-10' }]);

  const shown = await it.due();

  assert.deepEqual(told(shown), [['虚构1', 1, 'none']]);
  assert.deepEqual(shown.counts, { none: 1, partial: 0, complete: 0, overdue: 0, unclear: 0, ineligible: 3, undecided: 1 });
});

test('who began while eligible is due for the second dose when older', async (t) => {
  const it = await withGirls(t, []);
  await it.give(1, [{ serial: 1, birthOn: '2010-04-01', on: '2026-03-01' }]);

  assert.deepEqual(told(await it.due()), [['虚构1', 2, 'overdue']]);
});

test('the overdue come first, then by the last day for the next dose; the list is paged, and says of how many', async (t) => {
  const listed = Array.from({ length: 60 }, (_, i) => ({ serial: i + 1 }));
  const it = await withGirls(t, listed);
  await it.give(1, [
    { serial: 7, on: '2026-05-20' },
    { serial: 9, on: '2026-01-10' },
  ]);

  const [first, second] = [await it.due(), await it.due('&offset=50')];

  assert.deepEqual(told(first).slice(0, 3), [
    ['虚构9', 2, 'overdue'],
    ['虚构7', 2, 'partial'],
    ['虚构1', 1, 'none'],
  ]);
  assert.deepEqual([first.count, first.due.length, second.count, second.due.length], [60, 50, 60, 10]);
  assert.equal(new Set([...first.due, ...second.due].map((one) => one.personNo)).size, 60);
});

test('the whole list goes out as a table with the names covered, to the unit that keeps it alone', async (t) => {
  const it = await withGirls(t, [{ serial: 1, name: '虚构甲乙', phone: '13900000000' }, { serial: 2 }]);
  const path = `/records/doses-table?serviceKindId=${it.kindId}`;

  const { rows } = (await it.bureau.get(path)).body as { readonly rows: readonly Due[] };

  assert.deepEqual(
    rows.map(({ name, nextDose }) => [name, nextDose]),
    [
      ['虚***', 1],
      ['虚**', 1],
    ],
  );
  assert.ok(!JSON.stringify(rows).includes('13900000000'));
  assert.equal((await it.list.liaisonOf('招聘会').get(path)).status, 403);
});

test('a dose without the one before it, or too soon after it, counts for nobody, whether a dose is named or all count; all that were given in order stand beside the first', async (t) => {
  const it = await aDistrictWithTests(t, { kind: SERIES, groups: GIRLS });
  const give = async (doseNo: number, all: readonly Tested[]) => {
    const lines = all.map((one) => `${aRow({ ...GIRL, ...one })},${doseNo}`);
    await it.accept(await it.read([`${HEADS},剂次`, ...lines].join('\r\n')));
  };
  const define = async (doseNo: number | null, from: string) => {
    const spec = { kind: 'people', serviceKindId: it.kindId, counts: 'eligible', doseNo };
    answerOf(await it.list.office.run('records.set-definition', { promiseId: it.promiseId, spec, from, reason: '改剂次' }));
  };
  const inOrder = [{ serial: 1, on: '2026-03-01' }];
  await give(1, [...inOrder, { serial: 2, on: '2026-03-01' }]);
  await give(2, [
    { serial: 1, on: '2026-04-10' },
    { serial: 2, on: '2026-03-05' },
    { serial: 3, on: '2026-04-10' },
  ]);
  const numbers = async () => {
    const { counted, four } = await it.figure();
    return [counted.numerator, four.services, four.doses, four.persons, four.eligible];
  };
  assert.deepEqual(await numbers(), [2, 3, 3, 2, 2], 'every dose that is in order');
  await define(1, '2026-06-17');
  assert.deepEqual(await numbers(), [2, 3, 3, 2, 2], 'the first dose counts, three doses were given');
  await define(2, '2026-06-18');
  assert.deepEqual(await numbers(), [1, 3, 3, 1, 1]);
});

test('the list is read and saved for those who are due now, or next, with how many are due when', async (t) => {
  const it = await withGirls(t, [{ serial: 1 }]);
  await it.give(1, [
    { serial: 2, on: '2026-05-28' },
    { serial: 3, on: '2026-01-10' },
  ]);

  const next = await it.due('&when=next');
  assert.deepEqual([told(next), next.count], [[['虚构2', 2, 'partial']], 1]);
  assert.deepEqual(told(await it.due('&when=now')), [['虚构1', 1, 'none']]);
  assert.deepEqual(next.dueCounts, { overdue: 1, now: 1, next: 1, later: 0, look: 0 });
  const { rows } = (await it.bureau.get(`/records/doses-table?serviceKindId=${it.kindId}&when=overdue`)).body as {
    readonly rows: readonly Due[];
  };
  assert.deepEqual(
    rows.map(({ standing }) => standing.state),
    ['overdue'],
  );
});

test('a dose that was taken in before and that the series does not have is to be looked at; she does not stand as never vaccinated', async (t) => {
  const it = await withGirls(t, [{ serial: 1 }, { serial: 2 }]);
  const three = { ...SERIES, serviceKindId: it.kindId, unitId: it.unitId, isSensitive: true, needsEvidence: true, reason: '实施方案' };
  answerOf(await it.list.office.run('records.keep-service-kind', { ...three, doses: 3 }));
  await it.give(3, [{ serial: 1, on: '2026-03-10' }]);
  answerOf(await it.list.office.run('records.keep-service-kind', three));

  const shown = await it.due('&when=look');
  assert.deepEqual([told(shown), shown.dueCounts.look, shown.counts.none, shown.counts.unclear], [[['虚构1', null, 'unclear']], 1, 1, 1]);
  assert.deepEqual(shown.due[0]!.standing.faults, [{ doseNo: 3, on: '2026-03-10', kind: 'no-such-dose' }]);
});
