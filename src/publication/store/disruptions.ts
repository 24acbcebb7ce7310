import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, save, type Writer } from '#/platform/db.ts';
import type { Disruption } from '../rules/disruptions.ts';
import type { Step } from '../rules/edition.ts';

export type StoredDisruption = {
  readonly disruption: Disruption;
  readonly state: 'announced' | 'withdrawn';
  readonly announced: Step;
  readonly withdrawn: Step | null;
  readonly reason: string | null;
};

const COLUMNS = 'content as disruption, state, announced, withdrawn, reason';

/** Every notice, the latest to end first. */
export async function listDisruptions({ client, district }: Reader): Promise<readonly StoredDisruption[]> {
  const found = await client.query<StoredDisruption>({
    name: 'publication-disruptions',
    text: `select ${COLUMNS} from publication.disruption where district = $1 order by until_on desc, from_on desc, id limit 500`,
    values: [district],
  });
  return found.rows;
}

export async function getDisruptionForUpdate({ client, district }: Writer, id: string): Promise<StoredDisruption> {
  const found = await client.query<StoredDisruption>(
    `select ${COLUMNS} from publication.disruption where district = $1 and id = $2 for update`,
    [district, id],
  );
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-disruption', { id });
  return found.rows[0];
}

export async function addDisruption(writer: Writer, it: Disruption, announced: Step): Promise<void> {
  const days = { from_on: it.fromOn, until_on: it.untilOn };
  await add(writer, 'publication.disruption', { id: it.id, state: 'announced', ...days, content: it, announced });
}

export async function saveWithdrawn(writer: Writer, id: string, withdrawn: Step, reason: string): Promise<void> {
  await save(writer, 'publication.disruption', { id }, { state: 'withdrawn', withdrawn, reason });
}
