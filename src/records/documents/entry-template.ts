import { newWorkbook } from '#/platform/documents/workbook.ts';
import type { EntryKind } from '../rules/entries/entry.ts';
import { ENTRY_HEADS, type EntryField, FIELDS_OF, NEEDED_OF } from '../rules/entries/import-heads.ts';
import { ENTRY_WORDS, type EntryWordField } from '../rules/entries/import-words.ts';

const NAMES: Readonly<Record<EntryKind, string>> = { event: '活动登记导入模板', work: '工程量登记导入模板', money: '资金登记导入模板' };

const NOTES: Readonly<Partial<Record<EntryField, string>>> = {
  on: '写成 2026-06-18。活动填举办日期，工程填完成日期，资金填支付日期。',
  place: '活动没有地点的不计入。不写门牌到户。',
  area: '选填，写已登记的乡镇街道、村或社区；有同名的，写成“甲街道·乙社区”。',
  state: '留空时：日期在今天以后的为计划，其余为已办。',
  attended: '已办的活动要填；没有的先登记，不计入。',
  host: '单位名称，不写个人。',
  quantity: '只填数，最多三位小数；单位写在“单位”一列。',
  acceptedBy: '验收的单位或岗位，不写个人；与验收日期一起填。',
  amount: '单位为元，最多两位小数。',
  periodFrom: '这笔钱是哪段时间的；不知道的起止都空着，但补上以前不能算比率。',
  payees: '户数、人数或笔数，整数。',
};

const EXAMPLES: Readonly<Record<EntryKind, Readonly<Partial<Record<EntryField, string>>>>> = {
  event: {
    on: '2026-03-18',
    title: '春季招聘会（示例）',
    place: '示例广场',
    eventKind: '招聘会',
    state: '已办',
    host: '示例单位',
    attended: '120',
  },
  work: { on: '2026-05-20', title: '示例小区停车位（示例）', place: '示例路', workKind: '停车位', quantity: '40', measureUnit: '个' },
  money: { on: '2026-04-10', title: '示例保费（示例）', moneyKind: '保费', amount: '32000.00', payeeClass: '保险机构', payees: '1' },
};

/** The workbook to fill in: the columns, an explanation of them, and an invented example. */
export async function makeEntryTemplate(kind: EntryKind): Promise<{ readonly bytes: Buffer; readonly fileName: string }> {
  const fields = FIELDS_OF[kind];
  const book = await newWorkbook();
  const sheet = book.addWorksheet(NAMES[kind].replace('导入模板', ''), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = fields.map((it) => ({ header: ENTRY_HEADS[it][0], width: 16, style: { numFmt: '@' } }));
  sheet.getRow(1).font = { bold: true };
  const told = book.addWorksheet('填写说明');
  told.columns = [{ width: 18 }, { width: 80 }];
  for (const it of fields) told.addRow([ENTRY_HEADS[it][0], noteOf(kind, it)]);
  told.addRow(['再次导入', '同一份表再导一次不会产生任何变化；改过的表更正原来的一条，原来的保留可查；有一处错误则整份不导入。']);
  const example = book.addWorksheet('填写示例（虚构）');
  example.columns = fields.map((it) => ({ header: `示例·${ENTRY_HEADS[it][0]}`, width: 16 }));
  example.addRow(fields.map((it) => EXAMPLES[kind][it] ?? ''));
  return { bytes: Buffer.from(await book.xlsx.writeBuffer()), fileName: `${NAMES[kind]}.xlsx` };
}

function noteOf(kind: EntryKind, field: EntryField): string {
  const words = field in ENTRY_WORDS ? Object.values(ENTRY_WORDS[field as EntryWordField]).map((it) => it[0]) : [];
  const choice = words.length === 0 ? '' : `可填：${words.join('、')}。`;
  return `${NEEDED_OF[kind].includes(field) ? '必填。' : ''}${choice}${NOTES[field] ?? ''}`;
}
