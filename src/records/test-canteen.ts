import type { TestContext } from 'node:test';
import { answerOf } from '#/delivery/test-list.ts';
import { newId } from '#/kernel/id.ts';
import type { SignInList } from './screens/people/contract.ts';
import { aDistrictWithTests, aRow, csvOf, type TestPeople } from './test-people.ts';

const MEALS = { name: '助餐', slots: ['午餐', '晚餐'], needsEvidence: false };

/** 助餐: the old people of a village on one list; the first two look alike and have different documents. */
export type TestCanteen = TestPeople & {
  readonly people: SignInList['people'];
  readonly rosterId: string;
  readonly listed: (onDay?: string) => Promise<SignInList>;
};

export async function aCanteen(t: TestContext, count = 4, kind: Record<string, unknown> = MEALS): Promise<TestCanteen> {
  const it = await aDistrictWithTests(t, { counts: 'persons', kind });
  const rosterId = newId();
  const roster = {
    rosterId,
    name: '老人名册',
    unitId: it.unitId,
    asOf: '2026-06-01',
    source: '村委会',
    statedCount: null,
    isEstimate: false,
    isSensitive: true,
  };
  answerOf(await it.bureau.run('records.keep-roster', roster));
  const rows = Array.from({ length: count }, (_, i) =>
    aRow({ serial: i, birthOn: '1950-01-01', name: i < 2 ? '虚构同名' : `虚构${i}`, phone: i < 2 ? '13900000000' : '' }),
  );
  await it.accept(await it.read(csvOf(rows), { target: 'roster', targetId: rosterId }));
  const listed = async (onDay?: string) => {
    const path = `/records/sign-in-list?serviceKindId=${it.kindId}&rosterId=${rosterId}&areaId=${it.areas[0]}`;
    return (await it.bureau.get(`${path}${onDay ? `&onDay=${onDay}` : ''}`)).body as SignInList;
  };
  return { ...it, rosterId, people: (await listed()).people, listed };
}

type Meal = { readonly onDay?: string; readonly slot?: string; readonly id?: string };

export const meal = (it: TestCanteen, personNo: number, { onDay = '2026-06-17', slot = '午餐', id = newId() }: Meal = {}) =>
  it.bureau.run(
    'records.sign-in',
    { serviceKindId: it.kindId, personNo, areaId: it.areas[0], slot, from: { way: 'paper', onDay } },
    { id },
  );
