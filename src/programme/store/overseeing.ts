import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, type Writer } from '#/platform/db.ts';
import type { Overseeing } from '../rules/overseeing.ts';

const LINE = `o.project_id as "projectId", o.post_id as "postId", o.from_on as "fromOn", o.set_by as "setBy", o.set_on as "setOn"`;

/** Who oversaw which project of a list, in the order of setting. */
export async function listOverseeing({ client, district }: Reader, programmeId: string): Promise<readonly Overseeing[]> {
  const found = await client.query<Overseeing>({
    name: 'programme-overseeing',
    text: `select ${LINE} from programme.overseeing o join programme.project j on j.district = o.district and j.id = o.project_id
            where o.district = $1 and j.programme_id = $2 order by j.position, o.position`,
    values: [district, programmeId],
  });
  return found.rows;
}

/** The history of one project; the project is held until the transaction ends, so that two changes stand one after the other. */
export async function getOverseeingForUpdate({ client, district }: Writer, projectId: string): Promise<readonly Overseeing[]> {
  const held = await client.query('select 1 from programme.project where district = $1 and id = $2 for update', [district, projectId]);
  if (held.rowCount === 0) throw new Problem(404, 'unknown-project', { id: projectId });
  const found = await client.query<Overseeing>(
    `select ${LINE} from programme.overseeing o where o.district = $1 and o.project_id = $2 order by o.position`,
    [district, projectId],
  );
  return found.rows;
}

export async function addOverseeing(writer: Writer, position: number, it: Overseeing): Promise<void> {
  const { projectId, postId, fromOn, setBy, setOn } = it;
  const columns = { project_id: projectId, post_id: postId, from_on: fromOn, set_by: setBy, set_on: setOn };
  await add(writer, 'programme.overseeing', { id: newId(), position, ...columns });
}
