import type { District } from '../district.ts';
import { loadGet } from '../load.ts';
import { median, medianTime, milliseconds, perSecond } from '../numbers.ts';
import { withCost } from '../processes.ts';
import { type Started, TODAY } from '../server.ts';
import type { Row } from '../table.ts';

const WANTED = 400;
const ROUNDS = 3;
const LOAD = { connections: 16, seconds: 3 } as const;

/** The board of 100 promises as JSON: log-in looked up, row-level security, pace computed. Beside it: one `select 1` by the same server. */
export async function measureStaffBoard(product: Started, { office, code, year, data }: District): Promise<Row> {
  const { address } = product;
  const url = `${address}/api/${code}/delivery/board?year=${year}`;
  const headers = { cookie: office.cookie };
  const board = await (await office.get(`/delivery/board?year=${year}`)).json();
  const lights = (board as { projects: { promises: { light: string }[] }[] }).projects.flatMap((it) => it.promises);
  if (lights.length !== 100) throw new Error(`the board has ${lights.length} promises`);
  const rates: number[] = [];
  const costs: string[] = [];
  const reference: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { value: load, cost } = await withCost(product, data, () => loadGet({ url, headers, ...LOAD }));
    costs.push(cost);
    if (load.failed > 0) throw new Error(`${load.failed} of ${load.answered} boards failed`);
    rates.push(load.perSecond);
    reference.push((await loadGet({ url: `${address}/healthz`, ...LOAD, seconds: 1 })).perSecond);
  }
  const rate = median(rates);
  return {
    name: '工作台看板 staff board JSON, 100 promises',
    measured: perSecond(rate),
    wanted: `≥ ${WANTED}/s`,
    reference: `select 1: ${perSecond(median(reference))}`,
    ratio: `${(rate / median(reference)).toFixed(2)}×`,
    isMet: rate >= WANTED,
    note: costs.at(-1)!,
  };
}

/** Any change of the district makes the next board read its rows again. */
export async function measureBoardAfterChange({ promises, liaisons, office, year }: District): Promise<Row> {
  const times: number[] = [];
  for (let i = 0; i < 10; i++) {
    const { id, projectNo } = promises[i]!;
    await liaisons[projectNo - 1]!.run('delivery.submit-report', {
      promiseId: id,
      asOf: TODAY,
      measureUnit: '',
      value: null,
      valueKind: null,
      text: '无变化。',
      behindReason: '汛期停工，七月补上',
    });
    times.push(await medianTime(1, async () => (await office.get(`/delivery/board?year=${year}`)).text()));
  }
  const kept = await medianTime(20, async () => (await office.get(`/delivery/board?year=${year}`)).text());
  return {
    name: '有变动后的看板 staff board after a change',
    measured: milliseconds(median(times)),
    reference: `unchanged: ${milliseconds(kept)}`,
    isMet: null,
  };
}
