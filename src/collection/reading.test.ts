import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readBytes } from '#/platform/documents/read-bytes.ts';
import { makeFormXlsx } from './documents/form-xlsx.ts';
import { readAmount } from './rules/amount.ts';
import { currentPeriodId, periodIdOn, periodIdsBetween, RHYTHMS, spanOf } from './rules/calendar.ts';
import { matchRows } from './rules/candidate.ts';
import { readDay } from './rules/day-text.ts';
import { type FormRow, identityText, type ReportingForm } from './rules/form.ts';
import { readForm } from './rules/read-form.ts';
import { fill } from './test-list.ts';

const AMOUNTS: Readonly<Record<string, readonly [value: number, measureUnit: string] | string>> = {
  '57000': [57_000, ''],
  '５７，０００名': [57_000, '名'],
  '57,000': [57_000, ''],
  '5.7万': [57_000, ''],
  '1.2亿元': [120_000_000, '元'],
  '累计：12 场': [12, '场'],
  三百二十: [320, ''],
  十二场: [12, '场'],
  '0': [0, ''],
  '55%': [55, '%'],
  '3.50': [3.5, ''],
  '': 'no-number',
  完成: 'no-number',
  '5,7000': 'separators',
  '8-10': 'a-range',
  '8至10场': 'a-range',
  十几场: 'a-range',
  '30余处': 'a-range',
  二十来场: 'a-range',
  '30来处': 'a-range',
  三百个左右: 'a-range',
  '30来访': [30, '来访'],
  '-3': 'negative',
  '2026-06-18': 'a-date',
  '6月18日': 'a-date',
  '2026年6月': 'a-date',
  '#REF!': 'formula-broken',
  '3/5': 'two-numbers',
  '12场3次': 'two-numbers',
  '9999999999999999': 'too-large',
};

test('a cell for a figure reads what people write, and says what is wrong where it is no figure', () => {
  for (const [text, wanted] of Object.entries(AMOUNTS)) {
    const read = readAmount(text);
    assert.deepEqual(read.ok ? [read.value.value, read.value.measureUnit] : read.refusal.kind, wanted, text);
  }
});

test('days are read in the ways they are written in China', () => {
  for (const text of ['2026年6月8日', '2026.6.8', '2026/06/08', '20260608', '6月8日', '二〇二六年六月八日', '六月八号', '２０２６－６－８'])
    assert.equal(readDay(text, 2026), '2026-06-08', text);
  for (const text of ['', '2026-02-30', '六月', '13月1日', '昨天']) assert.equal(readDay(text, 2026), null, text);
});

test('every day of a year belongs to exactly one period of each rhythm, and the periods of a year leave no day out', () => {
  for (const rhythm of RHYTHMS) {
    const ids = periodIdsBetween({ from: '2026-01-01', to: '2026-12-31' }, rhythm);
    const spans = ids.map((id) => spanOf(id)!);
    assert.ok(spans[0]!.from <= '2026-01-01' && spans.at(-1)!.to >= '2026-12-31', rhythm);
    for (const [i, { from, to }] of spans.entries()) {
      assert.deepEqual([periodIdOn(from, rhythm), periodIdOn(to, rhythm)], [ids[i], ids[i]]);
      if (i > 0) assert.ok(from > spans[i - 1]!.to);
    }
  }
  assert.deepEqual(
    ['2026-06-18', '2026-06-28', '2026-07-01'].map((day) => currentPeriodId(day as never, 'month')),
    ['2026-05', '2026-06', '2026-06'],
  );
  assert.equal(spanOf('2026-W53')?.to, '2027-01-03');
  assert.equal(spanOf('2025-W53'), null);
});

function aForm(rows: number): ReportingForm {
  const row = (i: number): FormRow => ({
    promiseId: `018f0000-0000-7000-8000-${String(i).padStart(12, '0')}`,
    takes: 'value',
    measureUnit: '场',
    lastValue: i,
    stepIds: [],
    locked: {
      no: String(i),
      project: '文化',
      promise: `样本活动${i}`,
      target: '70',
      measureUnit: '场',
      countingRule: '一场\n即一次',
      last: '无',
    },
  });
  const period = {
    id: '2026-06',
    from: '2026-06-01',
    to: '2026-06-30',
    asOf: '2026-06-30',
    dueOn: '2026-07-03',
    reminder: '',
    version: 0,
  } as const;
  const about = { programmeId: '018f0000-0000-7000-8000-00000000aaaa', unitId: '018f0000-0000-7000-8000-00000000bbbb' };
  const names = { programmeTitle: '样本区实事', districtName: '样本区', unitName: '样本局', periodName: '2026年6月' };
  return { ...about, ...names, period, rows: Array.from({ length: rows }, (_, i) => row(i + 1)) };
}
const SEAL = { issuedOn: '2026-06-28', district: '990001', keyId: 'k1', digest: 'a'.repeat(64) } as const;

test('whatever a unit fills in is read back the same, and nothing that was locked has changed', async () => {
  const form = aForm(3);
  const blank = await makeFormXlsx(form, SEAL);
  // What a spreadsheet cannot hold, and what trimming takes away, is left out.
  const words = fc.stringMatching(/^[\p{Script=Han}A-Za-z，。（）]{1,40}$/u);
  const cells = fc.record({
    value: fc.integer({ min: 0, max: 10_000_000 }),
    stage: fc.constantFrom('正在实施', '选址'),
    remark: words,
    reason: words,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(cells, { minLength: 3, maxLength: 3 }), async (rows) => {
      const read = await readBytes(await fill(blank, rows), 'x.xlsx');
      const reading = read.ok ? readForm(read.value) : null;
      const { candidates, strays } = matchRows(reading!.rows, { rows: form.rows, asOf: '2026-06-30' });

      assert.equal(identityText(reading!.identity!), identityText({ ...reading!.identity!, rows: form.rows }));
      assert.deepEqual(strays, []);
      assert.deepEqual(
        candidates.map((it) => it.changes),
        [[], [], []],
      );
      assert.deepEqual(
        candidates.map(({ content }) => [content?.value, content?.stage, content?.text, content?.behindReason]),
        rows.map((it) => [it.value, it.stage, it.remark, it.reason.length < 2 ? null : it.reason]),
      );
    }),
    { numRuns: 25 },
  );
});

test('a damaged form ends in a reading, a refusal or no form at all, never in a fault', async () => {
  const bytes = await fill(await makeFormXlsx(aForm(2), SEAL), [{ value: 5 }, { value: '六' }]);
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  const answers = { form: 0, noForm: 0, refused: 0 };

  for (let round = 0; round < 400; round++) {
    const hurt = Buffer.from(bytes);
    for (let i = 0; i <= next(6); i++) hurt[next(hurt.length)] = next(256);
    const read = await readBytes(round % 5 === 0 ? hurt.subarray(0, next(hurt.length)) : hurt, 'x.xlsx');
    const reading = read.ok ? readForm(read.value) : null;
    if (reading !== null) matchRows(reading.rows, { rows: aForm(2).rows, asOf: '2026-06-30' });
    answers[read.ok ? (reading === null ? 'noForm' : 'form') : 'refused'] += 1;
  }

  assert.ok(answers.refused > 20 && answers.form > 20, JSON.stringify(answers));
});
