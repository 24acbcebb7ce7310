import { z } from 'zod';
import { read } from './module.ts';

const Page = z.object({
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const AuditPage = z.object({ before: z.iso.datetime().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });

/** The journal and the audit trail for the audit administrator: who did what when; contents of rows are not in them. */
export const journalReads = [
  read({
    path: '/platform/journal',
    permission: 'platform.read-journal',
    query: Page,
    async run({ client, district }, { before, limit }) {
      const entries = await client.query(
        `select e.seq, e.at, e.actor, e.post, e.command, e.subject, e.digest,
                (select count(*) from platform.change c where c.district = e.district and c.seq = e.seq)
                  + (select coalesce(sum(b.lines), 0) from platform.change_batch b where b.district = e.district and b.seq = e.seq) as changes
           from platform.journal_entry e where e.district = $1 and ($2::bigint is null or e.seq < $2) order by e.seq desc limit $3`,
        [district, before ?? null, limit],
      );
      return { entries: entries.rows };
    },
  }),
  read({
    path: '/platform/audit',
    permission: 'platform.read-journal',
    query: AuditPage,
    async run({ client, district }, { before, limit }) {
      const lines = await client.query(
        `select at, actor, command, result, code, facts, source from platform.audit
          where district = $1 and ($2::timestamptz is null or at < $2) order by at desc limit $3`,
        [district, before ?? null, limit],
      );
      return { lines: lines.rows };
    },
  }),
];
