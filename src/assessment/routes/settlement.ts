import { getDistrict } from '#/organisation/door.ts';
import { demoKind } from '#/organisation/rules/district.ts';
import { demoWords } from '#/organisation/words/demo.ts';
import type { Reader } from '#/platform/db.ts';
import { writeOfficialLetter } from '#/platform/documents/official-letter/write.ts';
import { read } from '#/platform/module.ts';
import { getProgrammeOf } from '#/programme/door.ts';
import type { ProgrammeKind } from '#/programme/rules/programme.ts';
import { loadSettlement } from '../content/settlement.ts';
import { settlementLetter } from '../documents/settlement-letter.ts';
import { findSettlement } from '../store/settlement.ts';
import { getPriorities } from '../store/sheets.ts';
import { settlementFileName } from '../words/file-names.ts';
import { DOCX, List } from './rounds.ts';

async function loadYear(reader: Reader, query: { readonly year: number; readonly kind: ProgrammeKind }) {
  const list = await getProgrammeOf(reader, query);
  const settled = await findSettlement(reader, list.id);
  if (settled !== null) return { ...settled, to: list.to };
  const [settlement, priorities] = [await loadSettlement(reader, list), await getPriorities(reader, list.id)];
  return { settlement, priorities, digest: null, settledBy: null, settledOn: null, to: list.to };
}

export const settlementReads = [
  read({
    path: '/assessment/settlement',
    permission: 'assessment.read',
    query: List,
    summary: '年终结账: the year against what was frozen, with adjustments and what is carried over; a preview until it is settled',
    run: loadYear,
  }),
  read({
    path: '/assessment/settlement.docx',
    permission: 'assessment.read',
    query: List,
    summary: '年终结账报告: the settlement as a letter; a preview says that it is one',
    async run(reader, query) {
      const { settlement, priorities, settledOn } = await loadYear(reader, query);
      const district = await getDistrict(reader);
      const band = district.demoToday === null ? null : demoWords['zh-CN'][demoKind(district.district)];
      const letter = settlementLetter({ settlement, priorities, issuer: district.officeName, settledOn, today: reader.today, band });
      const fileName = settlementFileName(district.name, query.year, settledOn !== null);
      return { bytes: await writeOfficialLetter(letter), fileName, mediaType: DOCX };
    },
  }),
];
