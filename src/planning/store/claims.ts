import { add, type Reader, type Writer } from '#/platform/db.ts';
import type { ClaimAct, ClaimStep } from '../rules/claim.ts';
import type { Task } from '../rules/task.ts';

type Said = { readonly act: ClaimAct; readonly reason: string | null };

/** Writes what a unit says of its task; the project is held by the caller. */
export async function addClaim(writer: Writer, { id, leadUnitId }: Pick<Task, 'id' | 'leadUnitId'>, { act, reason }: Said): Promise<void> {
  const last = await writer.client.query<{ no: number }>(
    'select coalesce(max(claim_no), 0)::int as no from planning.claim where district = $1 and task_id = $2',
    [writer.district, id],
  );
  await add(writer, 'planning.claim', {
    task_id: id,
    claim_no: last.rows[0]!.no + 1,
    act,
    unit_id: leadUnitId,
    reason,
    by_name: writer.actor.name,
    by_post: writer.actor.postTitle,
    on_day: writer.today,
  });
}

/** Everything that was said of these tasks, first to last. */
export async function listClaims(
  { client, district }: Reader,
  taskIds: readonly string[],
): Promise<readonly (ClaimStep & { readonly taskId: string })[]> {
  const found = await client.query<ClaimStep & { readonly taskId: string }>({
    name: 'planning-claims',
    text: `select task_id as "taskId", claim_no as "claimNo", act, unit_id as "unitId", reason, by_name as "byName", by_post as "byPost", on_day as "onDay"
             from planning.claim where district = $1 and task_id = any($2::uuid[]) order by task_id, claim_no`,
    values: [district, taskIds],
  });
  return found.rows;
}
