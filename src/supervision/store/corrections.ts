import { add, type Reader, type Writer } from '#/platform/db.ts';
import type { Correction } from '../rules/correction.ts';
import type { PrintedCorrection } from '../rules/extra.ts';

export async function listCorrections({ client, district }: Reader, bulletinId: string): Promise<readonly Correction[]> {
  const found = await client.query<Correction>({
    name: 'supervision-corrections',
    text: `select id, bulletin_id as "bulletinId", correction_no as no, lines, reason, issued_by as "issuedBy", issued_on as "issuedOn",
                  file_digest as "fileDigest"
             from supervision.correction where district = $1 and bulletin_id = $2 order by correction_no`,
    values: [district, bulletinId],
  });
  return found.rows;
}

/** 上期以来的更正: those of earlier bulletins of a list, issued since the last bulletin before this month went out. */
export async function listNewCorrections(
  { client, district }: Reader,
  { programmeId, year, month }: { readonly programmeId: string; readonly year: number; readonly month: number },
): Promise<readonly PrintedCorrection[]> {
  const found = await client.query<PrintedCorrection>({
    name: 'supervision-new-corrections',
    text: `select b.month, b.issue, c.correction_no as no, c.issued_on as "issuedOn", c.reason, c.lines
             from supervision.correction c join supervision.bulletin b on b.district = c.district and b.id = c.bulletin_id
            where c.district = $1 and b.programme_id = $2 and b.year = $3 and b.month < $4
              and c.issued_at > coalesce((select max(o.issued_at) from supervision.bulletin o
                    where o.district = $1 and o.programme_id = $2 and o.year = $3 and o.month < $4 and o.state = 'issued'), '-infinity')
            order by c.issued_at, c.id`,
    values: [district, programmeId, year, month],
  });
  return found.rows;
}

type NewCorrection = Omit<Correction, 'issuedBy' | 'issuedOn'>;

export async function addCorrection(writer: Writer, { id, bulletinId, no, lines, reason, fileDigest }: NewCorrection): Promise<void> {
  const issued = { issued_by: writer.actor.name, issued_on: writer.today, issued_at: writer.now.toISOString() };
  await add(writer, 'supervision.correction', {
    id,
    bulletin_id: bulletinId,
    correction_no: no,
    lines,
    reason,
    file_digest: fileDigest,
    ...issued,
  });
}
