import { getDistrict } from '#/organisation/door.ts';
import { demoKind } from '#/organisation/rules/district.ts';
import { demoWords } from '#/organisation/words/demo.ts';
import type { Reader } from '#/platform/transaction.ts';

/** 演示: a line over every page of a district that is not real. */
export async function bandOf(reader: Reader): Promise<string | null> {
  const { demoToday, district } = await getDistrict(reader);
  return demoToday === null ? null : demoWords['zh-CN'][demoKind(district)];
}
