import { getDistrict } from '#/organisation/door.ts';
import type { Reader } from '#/platform/transaction.ts';
import { demoBand } from '../words/documents.ts';

/** 演示: a line over every page of a district that is not real. */
export async function bandOf(reader: Reader): Promise<string | null> {
  return (await getDistrict(reader)).demoToday === null ? null : demoBand;
}
