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
  'spouse',
] as const;
export type Field = (typeof FIELDS)[number];

/** Where each field stands in a row, counted from 0. */
export type Heads = { readonly [F in Field]?: number };

type Call = readonly [field: Field, way: RegExp, not?: RegExp];

const PARENTS = '监护人|家长|父亲|母亲|父母';
/** Who else may stand in the row of a person: what is told of them is not told of the person. */
const OTHERS = new RegExp(`${PARENTS}|配偶|爱人|联系人|经办|紧急|代办|陪同|填报|填表|录入|医生|医师|护士|负责人`);
const OTHER_IN_BRACKETS = new RegExp(`[（(](${PARENTS}|配偶|联系人|经办人)(姓名|信息)?[)）]$`);
const OTHERS_GROUP = new RegExp(`^(${PARENTS}|配偶|爱人|(紧急)?联系人|经办人|代办人|男方|女方)(基本)?(信息|情况|资料)?$`);

/** A day of the wedding is shared by all who married on it: only a number of the registration tells a couple. */
const CALLS: readonly Call[] = [
  ['guardianPhone', /(监护人|家长|父母).*(电话|手机)|联系电话|手机号?码?$/, /配偶|爱人|经办|医生/],
  ['consent', /知情同意|监护人同意|同意书/],
  ['couple', /(登记|结婚|婚姻)(证书?)?(字号|编号|号码?)/, /体检|检查|门诊|户/],
  ['spouse', /(配偶|爱人).*(身份证|证件号|身份号)/, /有效|[地住]址|发证|签发/],
  ['document', /^(身份)?证[件照]类[型别]/, OTHERS],
  ['identity', /身份证|证件号码?|公民身份号码|居民身份号码/, new RegExp(`${OTHERS.source}|有效|[地住]址|发证|签发|照片|复印`)],
  ['name', /^(姓名|受检者|受检人|接种者|服务对象|就餐人|被保险人)(姓名)?$/, OTHERS],
  ['sex', /^性别$/, OTHERS],
  ['birthOn', /出生(日期|年月日?)|生日/, OTHERS],
  ['onDay', /(服务|检测|筛查|接种|就餐|投保|检查|登记|用餐|采样)(日期|时间)|^日期$/, /结婚|婚姻/],
  ['slot', /餐次|场次|时段/],
  ['dose', /剂次|第几[剂针]|针次/],
  ['quantity', /^(数量|次数|剂数|份数)$/],
  ['evidence', /报告(编)?号|佐证|凭证|保单号?|批号|接种单/],
  ['local', /本村|本社区|户籍(是否)?本/, OTHERS],
  ['alone', /独居/, OTHERS],
  ['assisted', /救助|低保|特困|困难类别/, OTHERS],
  ['area', /乡镇|街道|所属(区域|地区)|社区|村(名|委)?$|^地区$|单位所在/, OTHERS],
];

/** 男方 and 女方 of a table that has a couple in each row. */
const SIDES = [/^(男方|新郎|丈夫)/, /^(女方|新娘|妻子)/] as const;

const bareOf = (cell: string) => cell.normalize('NFKC').replace(/[\s*]/g, '');

/** Reads the heading row; a column that no field is called by is left alone. With a side of the couple, what is told of the other is left alone too. */
export function readHeads(cells: readonly string[], side: RegExp | null = null): Heads {
  const found: { [F in Field]?: number } = {};
  const otherSides = side === null ? [] : SIDES.filter((it) => it !== side);
  for (const [i, cell] of cells.entries()) {
    const whole = bareOf(cell);
    const isOfOther = OTHER_IN_BRACKETS.test(whole);
    const text = whole.replace(/[（(].*$/, '');
    if (text === '' || otherSides.some((it) => it.test(text))) continue;
    const own = side === null ? text : text.replace(side, '') || '姓名';
    const asked = isOfOther ? `监护人${own}` : own;
    const call = CALLS.find(([field, way, not]) => found[field] === undefined && way.test(own) && !not?.test(asked));
    if (call !== undefined) found[call[0]] = i;
  }
  return found;
}

/** Who stands in each row: one person, or both of a couple, each with the paper of the other. */
export function personsIn(cells: readonly string[]): readonly [Heads, ...Heads[]] {
  const [husband, wife] = [readHeads(cells, SIDES[0]), readHeads(cells, SIDES[1])];
  if (husband.identity === undefined || wife.identity === undefined || husband.identity === wife.identity) return [readHeads(cells)];
  return [
    { ...husband, spouse: wife.identity },
    { ...wife, spouse: husband.identity },
  ];
}

/** A heading row says at least who is meant and one thing more. */
export function isHeading(heads: Heads): boolean {
  return (heads.identity !== undefined || heads.name !== undefined) && Object.keys(heads).length >= 3;
}

/** Six digits or more, however they are set apart: of a paper, a telephone or a day. */
const NUMBER = /\p{Nd}(?:[\s\-./年月]*\p{Nd}){5}/u;

/** 人员的行: a number stands in it, or a name where the heading has 姓名. What else it says, 李家村 or 低保, a heading may say too. */
export function isPersonsRow(cells: readonly string[], { name }: Heads): boolean {
  if (cells.some((cell) => NUMBER.test(bareOf(cell).replace(/[（(].*$/, '')))) return true;
  const written = name === undefined ? '' : bareOf(cells[name] ?? '');
  return written !== '' && [null, ...SIDES].every((side) => readHeads([written], side).name === undefined);
}

/** 缺的栏: what no row can do without. Who somebody is, is told by the number of a paper, or by the date of birth with a telephone. */
export function missingIn(
  heads: Heads,
  { target, slots }: { readonly target: 'roster' | 'service'; readonly slots: readonly string[] },
): readonly Field[] {
  const isTold = heads.birthOn !== undefined && heads.guardianPhone !== undefined;
  const ofService: readonly Field[] = slots.length === 0 ? ['onDay'] : ['onDay', 'slot'];
  const wanted: readonly Field[] = ['name', ...(isTold ? [] : (['identity'] as const)), 'area', ...(target === 'service' ? ofService : [])];
  return wanted.filter((it) => heads[it] === undefined);
}

/** Under 监护人, 配偶, 男方 … in the row above, a column tells of them. */
export function underGroups(upper: readonly string[], lower: readonly string[]): readonly string[] {
  let group = '';
  return lower.map((cell, i) => {
    group = bareOf(upper[i] ?? '') || group;
    return cell.trim() !== '' && OTHERS_GROUP.test(group) ? `${group}${cell}` : cell;
  });
}

/** Headings of two rows that are merged: what the upper one leaves open, the lower one says. */
export function joinRows(upper: readonly string[], lower: readonly string[]): readonly string[] {
  const under = underGroups(upper, lower);
  const length = Math.max(upper.length, under.length);
  return Array.from({ length }, (_, i) => (under[i] !== undefined && under[i] !== '' ? under[i] : (upper[i] ?? '')));
}
