import type pg from 'pg';
import { newId } from '#/kernel/id.ts';

export type AuditLine = {
  readonly actor: string;
  readonly command: string;
  readonly result: 'accepted' | 'refused' | 'denied';
  readonly code: string | null;
  /** Facts without personal data. */
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly source?: string;
};

/** 审计: one line in the transaction at hand; the transaction's district owns it. Lines can be added, never changed or removed. */
export async function audit(client: pg.ClientBase, district: string, line: AuditLine): Promise<void> {
  await client.query({
    name: 'audit',
    text: `insert into platform.audit (district, id, actor, command, result, code, facts, source) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [district, newId(), line.actor, line.command, line.result, line.code, JSON.stringify(line.facts ?? {}), line.source ?? null],
  });
}
