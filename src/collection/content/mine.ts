import { Problem } from '#/kernel/problem.ts';
import type { Actor } from '#/platform/db.ts';
import { isOffice, type StoredBatch } from '../rules/batch.ts';

export function checkMine(batch: Pick<StoredBatch, 'id' | 'unitId'>, actor: Pick<Actor, 'roles' | 'unitId'>): void {
  if (!isOffice(actor) && batch.unitId !== actor.unitId) throw new Problem(403, 'not-your-batch', { batchId: batch.id });
}
