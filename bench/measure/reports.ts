import pg from 'pg';
import { verifyJournal } from '#/platform/verify.ts';
import { contentOf, type District } from '../district.ts';
import { type Load, loadOnce } from '../load.ts';
import { median, perSecond } from '../numbers.ts';
import { withCost } from '../processes.ts';
import { type Started, TODAY } from '../server.ts';
import type { Row } from '../table.ts';

const WANTED = 500;
const ROUNDS = 3;
const LOAD = { connections: 12, seconds: 3 } as const;

/**
 * 报送: ten liaisons report this period's values on 100 promises, each report with log-in, checks, entry and outcome of its own, committed to disk.
 * Beside it: as many connections that each count up one shared row and commit, which is what any chain of one district costs on this disk.
 */
export async function measureReports(product: Started, district: District): Promise<Row> {
  const before = await countReports(district);
  const loads: Load[] = [];
  const reference: number[] = [];
  const costs: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const requests = requestsOf(district);
    const send = () => loadOnce(district.data, product.address, { ...LOAD, requests });
    const { value, cost } = await withCost(product, district.data, send);
    loads.push(value);
    costs.push(cost);
    reference.push(await countUpSharedRow(district, LOAD.connections, 1_000));
  }
  const failed = loads.reduce((sum, it) => sum + it.failed, 0);
  if (failed > 0) throw new Error(`${failed} reports were not accepted`);
  const accepted = loads.reduce((sum, it) => sum + it.answered, 0);
  const stored = (await countReports(district)) - before;
  // Some were on their way when the time was up.
  if (stored < accepted || stored > accepted + ROUNDS * LOAD.connections)
    throw new Error(`${accepted} reports were accepted and ${stored} are stored`);
  const verified = await verifyJournal(district.installation.composition.world, [district.code]);
  if (!verified.ok) throw new Error(`the journal does not explain ${JSON.stringify(verified.first)}`);
  const rate = median(loads.map((it) => it.perSecond));
  return {
    name: '报送并入流水 accepted reports with journal, one district',
    measured: perSecond(rate),
    wanted: `≥ ${WANTED}/s`,
    reference: `one shared row: ${perSecond(median(reference))}`,
    ratio: `${(rate / median(reference)).toFixed(2)}×`,
    isMet: rate >= WANTED,
    note: `${costs.at(-1)}; ${accepted} stored, journal verified`,
  };
}

/** More than a round can send, made before the clock runs. */
const MADE_AHEAD = 5_000;

function requestsOf({ promises, liaisons }: District): readonly Buffer[] {
  return Array.from({ length: MADE_AHEAD }, (_, i) => {
    const { id, projectNo } = promises[i % promises.length]!;
    return liaisons[projectNo - 1]!.bytesOf('delivery.submit-report', contentOf(id, TODAY, 1, 'this-period'));
  });
}

async function countReports({ installation, code }: District): Promise<number> {
  const client = await installation.pool.connect();
  try {
    await client.query(`begin read only; set local luoshi.district = '${code}'`);
    const found = await client.query<{ count: number }>('select count(*)::int as count from delivery.report where district = $1', [code]);
    await client.query('commit');
    return found.rows[0]!.count;
  } finally {
    client.release();
  }
}

/** Transactions a second in which `connections` clients update the same row; its table lives as long as the measurement. */
async function countUpSharedRow({ ownerUrl }: District, connections: number, ms: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: connections });
  try {
    await pool.query('create schema bench');
    await pool.query('create table bench.counter (id int primary key, count bigint not null)');
    await pool.query('insert into bench.counter values (1, 0)');
    const deadline = performance.now() + ms;
    const one = async () => {
      while (performance.now() < deadline) await pool.query('update bench.counter set count = count + 1 where id = 1');
    };
    await Promise.all(Array.from({ length: connections }, one));
    const found = await pool.query<{ count: string }>('select count from bench.counter');
    return (Number(found.rows[0]!.count) / ms) * 1000;
  } finally {
    await pool.query('drop schema if exists bench cascade');
    await pool.end();
  }
}
