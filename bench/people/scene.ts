import { newId } from '#/kernel/id.ts';
import { createDistrict } from '#/organisation/door.ts';
import { setUpArea } from '#/planning/actions/areas.ts';
import { reading } from '#/platform/transaction.ts';
import { keepServiceKind, setEligibility } from '#/records/actions/people/rosters.ts';
import { DEMO_PASSWORD, mustIn, seedPeople } from '../../seed/people.ts';
import { openDistrict } from '../district.ts';
import { logIn } from '../person.ts';
import type { Place } from '../place.ts';
import { startProduct } from '../server.ts';
import { TOWNSHIPS } from './roster-file.ts';

const GROUPS = [[{ about: 'age', least: 7, most: 60 }]];
const UNIT = '样本卫生局';

/** 卫生样本: the product as it is started, and in it a district with townships and a unit that serves people. */
export type Scene = Awaited<ReturnType<typeof aScene>>;

export async function aScene(place: Place) {
  const data = `${place.folder}/people`;
  const product = await startProduct(place, { checkout: place.copyCheckout('checkout', true), data });
  const { code, installation, ownerUrl } = await openDistrict(place, data);
  const { composition, pool } = installation;
  const must = mustIn(composition, code);
  await must(createDistrict, { name: '样本区' });
  const people = await seedPeople(must, pool, [{ username: 'bench-health', name: '样本·防疫员', unit: UNIT, kind: 'liaison' }]);
  const unitId = people.get('bench-health')!.unitId;
  const areas: string[] = [];
  for (const name of TOWNSHIPS) areas.push((await must<{ id: string }>(setUpArea, { kind: 'township', name })).id);
  return {
    ...{ code, ownerUrl, data, product, composition, unitId, areas },
    health: await logIn(product.address, code, 'bench-health', DEMO_PASSWORD),
    read: <T>(work: Parameters<typeof reading<T>>[2]) => reading(composition.world, code, work),
    async kindOf(name: string, extra: Record<string, unknown> = {}) {
      const serviceKindId = newId();
      await must(keepServiceKind, { serviceKindId, name, unitId, isSensitive: false, needsEvidence: true, ...extra });
      await must(setEligibility, { serviceKindId, rule: { groups: GROUPS }, reason: '样本' });
      return serviceKindId;
    },
  };
}
