import { GLOBAL_DISTRICT } from '#/platform/transaction.ts';
import { verifyJournal } from '#/platform/verify.ts';
import type { Verb } from '../verb.ts';

/** `verify`: recomputes every district's journal and every row it explains. */
export const verify: Verb = {
  usage: 'verify [--json]',
  does: '核验流水与数据 · recomputes the journal and every row',
  async run({ open }) {
    const installation = await open();
    try {
      const { composition } = installation;
      const districts = (await composition.listDistricts()).map((it) => it.district);
      const result = await verifyJournal(composition.world, [...districts, GLOBAL_DISTRICT]);
      const text = result.ok
        ? `流水 ${result.entries} 条，与数据一致 · ${result.entries} entries, all rows explained`
        : `不一致 · does not agree: ${JSON.stringify(result.first)}`;
      return { json: result, text, fails: !result.ok };
    } finally {
      await installation.close();
    }
  },
};
