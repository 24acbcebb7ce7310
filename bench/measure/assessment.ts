import { scoreUnits } from '#/assessment/rules/score.ts';
import { DEFAULT_SHEET } from '#/assessment/rules/sheet.ts';
import { aLightFact, aPromiseFact, aUnit, QUARTER_END } from '#/assessment/rules/telling-facts.ts';
import { addWideList, type District } from '../district.ts';
import { medianTime, milliseconds } from '../numbers.ts';
import type { Row } from '../table.ts';

const WANTED_MS = 500;
const TIMES = 5;
const UNITS = 60;
const PROMISES = 10;
const MONTHS = ['2026-04', '2026-05', '2026-06'];

/** 季考评 of sixty units: a list of 600 promises in the database, asked for over HTTP as the screen does. */
export async function measureSixtyUnits(district: District): Promise<Row> {
  const kind = await addWideList(district, UNITS);
  let units = 0;
  const ms = await medianTime(TIMES, async () => {
    const answer = await district.office.get(`/assessment/quarter?year=${district.year}&kind=${kind}&quarter=2`);
    if (!answer.ok) throw new Error(`assessment: ${answer.status}`);
    units = ((await answer.json()) as { scores: unknown[] }).scores.length;
  });
  if (units !== UNITS) throw new Error(`${units} units were scored`);
  const name = `季考评 quarter, ${UNITS * PROMISES} promises of ${units} units, facts read and scored`;
  return { name, measured: milliseconds(ms), wanted: `≤ ${WANTED_MS} ms`, isMet: ms <= WANTED_MS };
}

/** 季考评: a quarter as the screen asks for it, facts read and scored over 100 promises; and the rule alone over sixty units. */
export async function measureAssessment({ office, year }: District): Promise<readonly Row[]> {
  let units = 0;
  const whole = await medianTime(TIMES, async () => {
    const answer = await office.get(`/assessment/quarter?year=${year}&quarter=2`);
    if (!answer.ok) throw new Error(`assessment: ${answer.status}`);
    units = ((await answer.json()) as { scores: unknown[] }).scores.length;
  });
  const facts = { asOf: QUARTER_END, units: Array.from({ length: UNITS }, (_, i) => factsOf(i)) };
  const rule = await medianTime(TIMES, () => scoreUnits(DEFAULT_SHEET, facts));
  const row = (name: string, ms: number): Row => ({
    name,
    measured: milliseconds(ms),
    wanted: `≤ ${WANTED_MS} ms`,
    isMet: ms <= WANTED_MS,
  });
  return [
    row(`季考评 quarter, 100 promises of ${units} units, facts read and scored`, whole),
    row(`季考评 quarter, the rule over ${UNITS} units of ${PROMISES} promises`, rule),
  ];
}

function factsOf(unit: number) {
  const ids = Array.from({ length: PROMISES }, (_, i) => `${unit}-${i}`);
  return aUnit({
    ...{ unitId: `unit-${unit}`, unit: `样本${unit}局` },
    promises: ids.map((promiseId, i) => aPromiseFact({ promiseId, done: (unit * 7 + i) % 12, expected: 10, verifiedShare: 0.9 })),
    lights: ids.flatMap((promiseId) =>
      MONTHS.map((month, k) => aLightFact({ promiseId, month, light: (unit + k) % 3 === 0 ? 'red' : 'green' })),
    ),
    reporting: MONTHS.map((period) => ({ period, due: PROMISES, onTime: PROMISES - (unit % 4) })),
  });
}
