import { reading } from '#/platform/transaction.ts';
import type { Verb } from '../verb.ts';

/** `heads`: the last digest of every district's journal, to be kept where the administrators of this machine cannot reach. */
export const heads: Verb = {
  usage: 'heads [--json]',
  does: '导出各区县流水的链头，供异地留存 · exports the heads of the journals',
  async run({ open }) {
    const { composition, close } = await open();
    try {
      const found: Record<string, { seq: number; digest: string }> = {};
      for (const { district } of await composition.listDistricts()) {
        const rows = await reading(composition.world, district, ({ client }) =>
          client.query<{ seq: number; digest: string }>('select seq, digest from platform.journal_head where district = $1', [district]),
        );
        if (rows.rows[0] !== undefined) found[district] = rows.rows[0];
      }
      const json = { at: new Date().toISOString(), heads: found };
      return {
        json,
        text: Object.entries(found)
          .map(([district, it]) => `${district}  ${it.seq}  ${it.digest}`)
          .join('\n'),
      };
    } finally {
      await close();
    }
  },
};
