import type { Reader } from '#/platform/db.ts';
import { findProgrammeOf } from '#/programme/door.ts';
import type { ProgrammeKind } from '#/programme/rules/programme.ts';
import { type BulletinFile, bulletinFile, loadBulletin } from './content/bulletin.ts';
import { firstOfMonth } from './rules/month.ts';

/** What later stages, the command line and the demo may call on the server. */
export { recordStatement } from './actions/bulletins.ts';
export { cadenceSource } from './content/cadences.ts';
export { loadDiscrepancies } from './content/discrepancies.ts';
export { moneySource } from './content/money.ts';
export { listBulletins, listStatements } from './store/bulletins.ts';
export { fillBulletinParts, type PartSource } from './store/parts.ts';

export type BulletinDocxQuery = { readonly year: number; readonly month: number; readonly programmeKind?: ProgrammeKind };

/** 月通报的文件: issued bytes where the month was issued, else as of today; null without such a list, or before the month begins. */
export async function bulletinDocx(
  reader: Reader,
  { year, month, programmeKind = 'ten-things' }: BulletinDocxQuery,
): Promise<BulletinFile | null> {
  const list = await findProgrammeOf(reader, { year, kind: programmeKind });
  if (list === undefined || firstOfMonth({ year, month }) > reader.today) return null;
  return bulletinFile(reader, await loadBulletin(reader, list, month));
}
