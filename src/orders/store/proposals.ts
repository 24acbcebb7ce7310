import { yearOf } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { addMany, type Reader, save, type Writer } from '#/platform/db.ts';
import type { Proposal } from '../rules/measure.ts';

const COLUMNS = `id, item_id as "orderId", measure, year, number, facts, to_post_id as "toPostId", proposed_by as "proposedBy", proposed_on as "proposedOn", state,
  leader_name as "leaderName", leader_post as "leaderPost", decided_on as "decidedOn", decision,
  case when scan_digest is null then null else jsonb_build_object('digest', scan_digest, 'name', scan_name) end as scan,
  carried_on as "carriedOn", carried_note as "carriedNote"`;

export async function listProposals({ client, district }: Reader, orderId: string | null = null): Promise<readonly Proposal[]> {
  const found = await client.query<Proposal>({
    name: 'orders-proposals',
    text: `select ${COLUMNS} from orders.proposal where district = $1 and ($2::uuid is null or item_id = $2) order by id desc`,
    values: [district, orderId],
  });
  return found.rows;
}

export async function getProposal({ client, district }: Reader, id: string): Promise<Proposal> {
  const found = await client.query<Proposal>(`select ${COLUMNS} from orders.proposal where district = $1 and id = $2`, [district, id]);
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-proposal', { id });
  return found.rows[0];
}

export type NewProposal = Pick<Proposal, 'orderId' | 'measure' | 'facts' | 'toPostId'>;

/** 呈批: numbered without gap in its year. */
export async function addProposals(
  writer: Writer,
  proposals: readonly NewProposal[],
): Promise<readonly Pick<Proposal, 'id' | 'year' | 'number'>[]> {
  if (proposals.length === 0) return [];
  const { client, district, today, actor } = writer;
  const year = yearOf(today);
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`orders.proposal ${district}`]);
  const { rows } = await client.query<{ last: number }>(
    'select coalesce(max(number), 0)::int as last from orders.proposal where district = $1 and year = $2',
    [district, year],
  );
  const numbered = proposals.map((it, i) => ({ ...it, id: newId(), year, number: rows[0]!.last + i + 1 }));
  await addMany(
    writer,
    'orders.proposal',
    numbered.map((it) => ({
      ...{ id: it.id, item_id: it.orderId, measure: it.measure, year, number: it.number, facts: it.facts, to_post_id: it.toPostId },
      ...{ proposed_by: actor.name, proposed_on: today, state: 'proposed', version: 1 },
    })),
  );
  return numbered;
}

export async function saveAddressee(writer: Writer, id: string, postId: string): Promise<void> {
  await save(writer, 'orders.proposal', { id }, { to_post_id: postId });
}

type LeaderDecision = {
  readonly approved: boolean;
  readonly decision: string;
  readonly on: string;
  readonly leader: { readonly postId: string; readonly name: string; readonly post: string };
  readonly scan: Proposal['scan'];
};

export async function saveLeaderDecision(writer: Writer, id: string, it: LeaderDecision): Promise<void> {
  const leader = { leader_post_id: it.leader.postId, leader_name: it.leader.name, leader_post: it.leader.post };
  const scan = { scan_digest: it.scan?.digest ?? null, scan_name: it.scan?.name ?? null };
  const decided = { state: it.approved ? 'approved' : 'refused', decision: it.decision, decided_on: it.on, recorded_by: writer.actor.name };
  await save(writer, 'orders.proposal', { id }, { ...leader, ...scan, ...decided });
}

export async function saveCarriedOut(writer: Writer, id: string, on: string, note: string): Promise<void> {
  await save(writer, 'orders.proposal', { id }, { state: 'carried-out', carried_on: on, carried_note: note });
}

/** What was only proposed falls away when the order needs it no more. */
export async function dropProposals(writer: Writer, orderId: string): Promise<void> {
  for (const it of await listProposals(writer, orderId))
    if (it.state === 'proposed') await save(writer, 'orders.proposal', { id: it.id }, { state: 'dropped' });
}
