import type { Drawable } from '#/delivery/rules/sample.ts';
import { Problem } from '#/kernel/problem.ts';
import { add, addMany, type Reader, save, type Writer } from '#/platform/db.ts';
import type { Revisit, RevisitSample } from '../rules/revisit.ts';

const SAMPLE = `id, from_on as "from", to_on as "to", seed, size, population, due_on as "dueOn", drawn_by as "drawnBy", drawn_on as "drawnOn"`;
const REVISIT = `sample_id as "sampleId", item_id as "orderId", result, note, files, visited_by as "visitedBy", visited_on as "visitedOn"`;

/** What was closed in these days, with its unit: what lots are drawn from. */
export async function listClosed({ client, district }: Reader, from: string, to: string): Promise<readonly Drawable[]> {
  const found = await client.query<Drawable>(
    `select id, unit_id as "unitId" from orders.item where district = $1 and state = 'closed' and closed_on between $2 and $3 order by id`,
    [district, from, to],
  );
  return found.rows;
}

export async function listSamples({ client, district }: Reader): Promise<readonly RevisitSample[]> {
  const found = await client.query<RevisitSample>(`select ${SAMPLE} from orders.sample where district = $1 order by id desc`, [district]);
  return found.rows;
}

export async function listRevisits({ client, district }: Reader, onlyOpen = false): Promise<readonly Revisit[]> {
  const found = await client.query<Revisit>(
    `select ${REVISIT} from orders.revisit where district = $1 and (not $2 or result is null) order by sample_id desc, item_id`,
    [district, onlyOpen],
  );
  return found.rows;
}

export async function getRevisit({ client, district }: Reader, sampleId: string, orderId: string): Promise<Revisit> {
  const found = await client.query<Revisit>(
    `select ${REVISIT} from orders.revisit where district = $1 and sample_id = $2 and item_id = $3`,
    [district, sampleId, orderId],
  );
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-revisit', { sampleId, orderId });
  return found.rows[0];
}

export async function addRevisitSample(writer: Writer, it: RevisitSample, drawn: readonly string[]): Promise<void> {
  await add(writer, 'orders.sample', {
    ...{ id: it.id, from_on: it.from, to_on: it.to, seed: it.seed, size: it.size, population: it.population },
    ...{ due_on: it.dueOn, drawn_by: it.drawnBy, drawn_on: it.drawnOn },
  });
  const rows = drawn.map((orderId) => ({ sample_id: it.id, item_id: orderId, note: '', files: [], version: 1 }));
  await addMany(writer, 'orders.revisit', rows);
}

export async function saveRevisit(writer: Writer, it: Pick<Revisit, 'sampleId' | 'orderId' | 'result' | 'note' | 'files'>): Promise<void> {
  const by = { visited_by: writer.actor.name, visited_on: writer.today };
  const seen = { result: it.result, note: it.note, files: it.files, ...by };
  await save(writer, 'orders.revisit', { sample_id: it.sampleId, item_id: it.orderId }, seen);
}
