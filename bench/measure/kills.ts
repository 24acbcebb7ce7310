import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { verifyJournal } from '#/platform/verify.ts';
import { contentOf, type District, makeDistrict, openDistrict } from '../district.ts';
import type { Person } from '../person.ts';
import type { Place } from '../place.ts';
import { canSeeProcesses, familyOf } from '../processes.ts';
import { type Started, startProduct, TODAY } from '../server.ts';
import type { Row } from '../table.ts';

/** How many reports are acknowledged before the blow, and how long it then waits, never the same twice in a row: it falls anywhere in a report's way. */
const FLOW = { least: 5, more: 25, waitMs: 90, patienceMs: 30_000 } as const;

/** After a kill the database reads its log first; on a machine with much else to do that takes its time, and is no loss. */
const RESTART_MS = 600_000;

/**
 * 断电演练: while ten liaisons report, launcher, server, supervisor and PostgreSQL are all killed at one blow, and the product is started again
 * on what is left; so many times. Every report that was acknowledged has to be there in the end, explained by the journal.
 */
export async function measureKills(place: Place, kills: number): Promise<Row> {
  if (!canSeeProcesses) throw new Error('kills need /proc to find every process of the product: Linux only');
  const checkout = place.copyCheckout('checkout', true);
  const data = path.join(place.folder, 'killed');
  let product = await startProduct(place, { checkout, data });
  const district = await makeDistrict(place, product, data);
  await district.close();
  const acknowledged: string[] = [];
  let slowestStartMs = 0;
  for (let round = 0; round < kills; round++) {
    acknowledged.push(...(await reportUntilKilled(product, district, round)));
    product = await startProduct(place, { checkout, data, patienceMs: RESTART_MS });
    slowestStartMs = Math.max(slowestStartMs, product.startMs);
    if (process.stderr.isTTY || round % 20 === 19) process.stderr.write(`kill ${round + 1}, acknowledged ${acknowledged.length}\n`);
  }
  const { lost, stored, verified } = await countLost(place, data, acknowledged);
  const startNote = `slowest start afterwards ${(slowestStartMs / 1000).toFixed(1)} s`;
  return {
    name: '断电 kill -9 amid acknowledged reports',
    measured: `${kills} kills, ${acknowledged.length} acknowledged, ${lost} lost`,
    wanted: '0 lost',
    isMet: lost === 0 && verified && acknowledged.length > 0,
    note: `${stored} stored, journal ${verified ? 'verified' : 'NOT VERIFIED'}; ${startNote}`,
  };
}

async function reportUntilKilled(product: Started, district: District, round: number): Promise<readonly string[]> {
  const acknowledged: string[] = [];
  const isOver = { now: false };
  const senders = district.liaisons.map((person, i) => keepReporting(product.address, { person, district, i, acknowledged, isOver }));
  const wanted = FLOW.least + ((round * 7) % FLOW.more);
  for (const end = performance.now() + FLOW.patienceMs; acknowledged.length < wanted && performance.now() < end; ) await wait(5);
  await wait((round * 37) % FLOW.waitMs);
  const { node, database } = familyOf(product, district.data);
  isOver.now = true;
  spawnSync('kill', ['-9', ...[...node, ...database].map(({ pid }) => String(pid))]);
  await Promise.all(senders);
  return acknowledged;
}

type Sender = {
  readonly person: Person;
  readonly district: District;
  readonly i: number;
  readonly acknowledged: string[];
  readonly isOver: { now: boolean };
};

/** Sends one report after the other; what is answered whole is acknowledged, whatever else happens on the way is not. */
async function keepReporting(address: string, { person, district, i, acknowledged, isOver }: Sender): Promise<void> {
  const own = district.promises.filter(({ projectNo }) => projectNo === i + 1);
  for (let sent = 0; !isOver.now || sent === 0; sent++) {
    const input = contentOf(own[sent % own.length]!.id, TODAY, 1, 'this-period');
    const body = JSON.stringify({ id: randomUUID(), name: 'delivery.submit-report', version: 1, input, device: 'bench' });
    const headers = { cookie: person.cookie, 'x-luoshi-csrf': person.csrf, 'content-type': 'application/json' };
    const url = `${address}/api/${district.code}/delivery/submit-report`;
    const answer = await fetch(url, { method: 'POST', headers, body })
      .then(async (it) => ({ status: it.status, said: (await it.json()) as { ok?: boolean; value?: { reportId: string } } }))
      .catch(() => null);
    if (answer === null) return;
    if (answer.said.ok === true) acknowledged.push(answer.said.value!.reportId);
    else if (answer.status < 500) throw new Error(`a report was not accepted: ${answer.status} ${JSON.stringify(answer.said)}`);
  }
}

async function countLost(place: Place, data: string, acknowledged: readonly string[]) {
  const { installation, code } = await openDistrict(place, data);
  const client = await installation.pool.connect();
  try {
    await client.query(`begin read only; set local luoshi.district = '${code}'`);
    const found = await client.query<{ id: string }>('select id from delivery.report where district = $1', [code]);
    await client.query('commit');
    const kept = new Set(found.rows.map(({ id }) => id));
    const verified = await verifyJournal(installation.composition.world, [code]);
    return { lost: acknowledged.filter((id) => !kept.has(id)).length, stored: kept.size, verified: verified.ok };
  } finally {
    client.release();
  }
}
