/** 名册的列: what a column of an imported file may hold. */
export const FIELDS = [
  'name',
  'document',
  'identity',
  'sex',
  'birthOn',
  'area',
  'onDay',
  'slot',
  'dose',
  'quantity',
  'evidence',
  'guardianPhone',
  'consent',
  'local',
  'alone',
  'assisted',
  'couple',
] as const;
export type Field = (typeof FIELDS)[number];

/** Where each field stands in a row, counted from 0. */
export type Heads = { readonly [F in Field]?: number };

const CALLS: readonly (readonly [Field, RegExp])[] = [
  ['guardianPhone', /监护人.*(电话|手机)|联系电话|手机号?码?$/],
  ['consent', /知情同意|监护人同意|同意书/],
  ['couple', /登记(编)?号|配偶|结婚登记/],
  ['document', /^证件类[型别]|^证照类[型别]/],
  ['identity', /身份证|证件号码?|公民身份号码|居民身份号码/],
  ['name', /^(姓名|受检者|受检人|接种者|服务对象|就餐人|被保险人)(姓名)?$/],
  ['sex', /^性别$/],
  ['birthOn', /出生(日期|年月日?)|生日/],
  ['onDay', /(服务|检测|筛查|接种|就餐|投保|检查|登记|用餐|采样)(日期|时间)|^日期$/],
  ['slot', /餐次|场次|时段/],
  ['dose', /剂次|第几[剂针]|针次/],
  ['quantity', /^(数量|次数|剂数|份数)$/],
  ['evidence', /报告(编)?号|佐证|凭证|保单号?|批号|接种单/],
  ['local', /本村|本社区|户籍(是否)?本/],
  ['alone', /独居/],
  ['assisted', /救助|低保|特困|困难类别/],
  ['area', /乡镇|街道|所属(区域|地区)|社区|村(名|委)?$|^地区$|单位所在/],
];

/** Reads the heading row; a column that no field is called by is left alone. */
export function readHeads(cells: readonly string[]): Heads {
  const found: { [F in Field]?: number } = {};
  for (const [i, cell] of cells.entries()) {
    const text = cell
      .normalize('NFKC')
      .replace(/[\s*]/g, '')
      .replace(/[（(].*$/, '');
    if (text === '') continue;
    const call = CALLS.find(([field, way]) => found[field] === undefined && way.test(text));
    if (call !== undefined) found[call[0]] = i;
  }
  return found;
}

/** A heading row says at least who is meant and one thing more. */
export function isHeading(heads: Heads): boolean {
  return (heads.identity !== undefined || heads.name !== undefined) && Object.keys(heads).length >= 3;
}

/** Headings of two rows that are merged: what the upper one leaves open, the lower one says. */
export function joinRows(upper: readonly string[], lower: readonly string[]): readonly string[] {
  const length = Math.max(upper.length, lower.length);
  return Array.from({ length }, (_, i) => (lower[i] !== undefined && lower[i] !== '' ? lower[i] : (upper[i] ?? '')));
}
