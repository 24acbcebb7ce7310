import { newId } from '#/kernel/id.ts';
import { reading } from '#/platform/transaction.ts';
import type { District } from '../district.ts';
import { TOWNSHIPS } from './roster-file.ts';

/** 卫生样本: townships, and a unit that serves people; three promises of its project count from what it records. */
export type Scene = {
  readonly unitId: string;
  readonly areas: readonly string[];
  readonly kindOf: (name: string, extra?: Record<string, unknown>) => Promise<string>;
  readonly define: (promiseId: string, serviceKindId: string) => Promise<void>;
};

const GROUPS = [[{ about: 'age', least: 7, most: 60 }]];

export async function aScene(district: District): Promise<Scene> {
  const { office } = district;
  const unitId = await unitOf(district, '样本1局');
  const areas: string[] = [];
  for (const name of TOWNSHIPS) areas.push((await office.run<{ id: string }>('planning.set-up-area', { kind: 'township', name })).id);
  return {
    unitId,
    areas,
    async kindOf(name, extra = {}) {
      const serviceKindId = newId();
      const basic = { serviceKindId, name, unitId, isSensitive: true, needsEvidence: true };
      await office.run('records.keep-service-kind', { ...basic, ...extra });
      await office.run('records.set-eligibility', { serviceKindId, rule: { groups: GROUPS }, reason: '样本' });
      return serviceKindId;
    },
    async define(promiseId, serviceKindId) {
      await office.run('records.set-definition', {
        promiseId,
        spec: { kind: 'people', serviceKindId, counts: 'eligible' },
        reason: '样本',
      });
    },
  };
}

async function unitOf({ installation, code }: District, name: string): Promise<string> {
  return reading(installation.composition.world, code, async ({ client, district }) => {
    const found = await client.query<{ id: string }>('select id from organisation.unit where district = $1 and name = $2', [
      district,
      name,
    ]);
    return found.rows[0]!.id;
  });
}

/** Of the running product: whether a file has been read, without asking the server that reads it. */
export async function importState(
  { installation, code }: District,
  importNo: number,
): Promise<{ state: string; rowsTaken: number; rowsRefused: number }> {
  return reading(installation.composition.world, code, async ({ client, district }) => {
    const found = await client.query<{ state: string; rowsTaken: number; rowsRefused: number }>(
      'select state, rows_taken as "rowsTaken", rows_refused as "rowsRefused" from records.import where district = $1 and no = $2',
      [district, importNo],
    );
    return found.rows[0]!;
  });
}
