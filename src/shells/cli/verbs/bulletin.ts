import fs from 'node:fs/promises';
import { reading } from '#/platform/transaction.ts';
import { bulletinDocx } from '#/supervision/door.ts';
import { Misuse, type Verb, wanted, wantedDistrict } from '../verb.ts';

/** `bulletin`: the monthly bulletin as an official letter. */
export const bulletin: Verb = {
  usage: 'bulletin --district 140214 --month 2026-06 --out FILE.docx [--json]',
  does: '月通报（Word 公文格式）· the monthly bulletin as a Word letter',
  async run({ args, open }) {
    const district = wantedDistrict(args);
    const [year, month] = wanted(args, 'month', /^\d{4}-(0[1-9]|1[0-2])$/, '2026-06')
      .split('-')
      .map(Number) as [number, number];
    const out = wanted(args, 'out', /.+/, '通报.docx');
    const { composition, close } = await open();
    try {
      const file = await reading(composition.world, district, (reader) => bulletinDocx(reader, { year, month }));
      if (file === null) {
        throw new Misuse(
          `${district} 没有 ${year} 年的清单，或这个月还没有开始 · no list of ${year} in ${district}, or the month has not begun`,
        );
      }
      await fs.writeFile(out, file.bytes);
      return { json: { out, bytes: file.bytes.length }, text: `${out}（${file.bytes.length} 字节）` };
    } finally {
      await close();
    }
  },
};
