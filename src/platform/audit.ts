import type pg from 'pg';
import { newId } from '#/kernel/id.ts';
import type { Problem } from '#/kernel/problem.ts';
import type { Actor } from './roles.ts';
import { GLOBAL_DISTRICT, inTransaction, reading, type World } from './transaction.ts';

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

export type Denied = { readonly district: string; readonly actor: Actor; readonly source?: string };
export type Asked = { readonly command: string; readonly permission: string };

/** 拒绝: somebody known asked for what he may not do. It stands where he asked; where there is no such district, in none's. */
export async function auditDenial(world: World, { district, actor, source }: Denied, asked: Asked, { code }: Problem): Promise<void> {
  const line = {
    actor: actor.accountId,
    command: asked.command,
    result: 'denied',
    code: code === 'not-allowed' ? asked.permission : code,
  } as const;
  const place = code !== 'not-in-district' || (await hasChain(world, district)) ? district : GLOBAL_DISTRICT;
  await inTransaction(world, place, 'read write', async ({ client }) => {
    await audit(client, place, source === undefined ? line : { ...line, source });
    return { commit: true, value: null };
  });
}

/** A district that exists has done something. */
function hasChain(world: World, district: string): Promise<boolean> {
  return reading(world, district, async ({ client }) => {
    const found = await client.query('select 1 from platform.journal_head where district = $1', [district]);
    return found.rowCount === 1;
  });
}
