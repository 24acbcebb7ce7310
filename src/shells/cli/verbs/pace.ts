import { boardOn } from '#/delivery/door.ts';
import { paceRows } from '#/delivery/rules/pace-rows.ts';
import { isCivilDate } from '#/kernel/civil-date.ts';
import { reading } from '#/platform/transaction.ts';
import { Misuse, type Verb, wanted, wantedDistrict, wantedYear } from '../verb.ts';

/** `pace`: where every promise of a list stands on a day, unrounded; the numbers of the board. */
export const pace: Verb = {
  usage: 'pace --district 140214 --year 2026 [--as-of 2026-06-18] [--json]',
  does: '每条承诺的进度与灯色 · pace and light of every promise',
  async run({ args, open }) {
    const [district, year] = [wantedDistrict(args), wantedYear(args)];
    const asOf = args.options['as-of'] === undefined ? undefined : wanted(args, 'as-of', /^\d{4}-\d{2}-\d{2}$/, '2026-06-18');
    if (asOf !== undefined && !isCivilDate(asOf)) throw new Misuse(`--as-of “${asOf}” 不是日历上的一天 · there is no such day`);
    const { composition, close } = await open();
    try {
      const board = await reading(composition.world, district, (reader) => boardOn(reader, { year, ...(asOf && { asOf }) }));
      if (board === null) throw new Misuse(`${district} 没有 ${year} 年的清单，先用 import-list 读入 · no list of ${year} in ${district}`);
      const rows = paceRows(board);
      const text = rows.map(
        (it) => `${it.light.padEnd(7)}${it.project}  ${it.promise}  ${it.done ?? '—'} / ${it.target ?? '—'} ${it.unit}`,
      );
      return { json: rows, text: text.join('\n') };
    } finally {
      await close();
    }
  },
};
