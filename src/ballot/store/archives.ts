import type { Reader } from '#/platform/db.ts';
import { boxArchive } from '../rules/box-archive.ts';
import { getBox, listTrustees } from './boxes.ts';
import { listPapers } from './sealed-papers.ts';

/** An electronic vote that was counted and has an archive; `round` says in which vote of the session, `papers` how many papers were counted beside it. */
export type CountedBox = { readonly boxId: string; readonly round: number; readonly fileName: string; readonly papers: number };

export async function listCountedBoxes({ client, district }: Reader, sessionId: string): Promise<readonly CountedBox[]> {
  const found = await client.query<CountedBox>(
    `select b.id as "boxId", r.position as round, b.election_uuid || '.bel' as "fileName",
        coalesce(r.collected, 0) as papers
       from ballot.box b
       join ballot.round r on r.district = b.district and r.id = b.round_id
      where b.district = $1 and r.session_id = $2 and b.state = 'counted'
      order by r.position`,
    [district, sessionId],
  );
  return found.rows;
}

/** The bytes that anybody can check, as far as the vote has come. */
export async function archiveOfBox(reader: Reader, boxId: string): Promise<Buffer> {
  const papers = (await listPapers(reader, boxId)).map((it) => it.content);
  return Buffer.from(boxArchive(await getBox(reader, boxId), papers, await listTrustees(reader, boxId)));
}
