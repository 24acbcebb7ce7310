import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fictionalIdentity } from './rules/people/fictional.ts';
import { aDistrictWithTests } from './test-people.ts';

const HEADS = ['姓名', '证件号码', '乡镇', '检测日期', '报告编号', '监护人同意', '性别', '数量', '出生日期', '剂次'];
const NUMBER = fictionalIdentity(7, '1990-05-01', 'f');
const WIDE = NUMBER.replace(/[0-9X]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const sound = (serial: number): string[] => [
  ...[`虚构${serial}`, fictionalIdentity(serial, '1990-05-01', 'f'), '东河乡', '2026-03-05', `R${serial}`, '是', '女', '', '', ''],
];

test('a number or a name in the wrong column stands nowhere in the faults, and only the unit that keeps the list sees single ones', async (t) => {
  const it = await aDistrictWithTests(t, { counts: 'persons' });
  const ways = [NUMBER, WIDE, NUMBER.replace(/(.{6})(.{8})/, '$1 $2-'), `身份证${NUMBER}`, `男${NUMBER}`, '王小红', '男王小红'];
  const wrong = [1, 2, 3, 5, 6, 7, 8, 9].flatMap((column) => ways.map((text) => [column, text] as const));
  const rows = wrong.map(([column, text], i) => sound(i + 10).with(column, text));
  const no = await it.read([HEADS, ...rows, sound(1).with(4, NUMBER)].map((row) => row.join(',')).join('\r\n'));

  const { ownerPool } = it.list.app;
  const stored = (await ownerPool.query('select to_jsonb(f)::text as text from records.import_fault f')).rows
    .map(({ text }) => text)
    .join('\n');
  assert.doesNotMatch(stored.normalize('NFKC').replace(/[\s-]/g, ''), /900011990|19900501|王小红|小红/);
  assert.doesNotMatch(stored, new RegExp(NUMBER.slice(-4)));

  // What stands in the column of the evidence is evidence, as it was written; only the unit that keeps the list reads it.
  const beside = (await ownerPool.query('select beside from records.roll_block')).rows as { beside: string }[];
  assert.deepEqual(
    JSON.parse(beside[0]!.beside).evidence.filter((text: string) => text.length > 10),
    [NUMBER],
  );

  type Seen = { readonly isOwn: boolean; readonly faults: readonly unknown[]; readonly import: { readonly rowsRefused: number } };
  const seenBy = async (who: typeof it.bureau) => (await who.get(`/records/import?importNo=${no}`)).body as Seen;
  const [own, leader] = [await seenBy(it.bureau), await seenBy(it.list.app.as('leader'))];
  assert.deepEqual([own.isOwn, own.faults.length > 40], [true, true]);
  assert.deepEqual([leader.isOwn, leader.faults, leader.import.rowsRefused], [false, [], own.import.rowsRefused]);
});
