import type { Locale } from '#/kernel/format.ts';
import type { Field } from '../../rules/people/heads.ts';
import type { IdentityFault } from '../../rules/people/identity.ts';
import type { LineFault, LineFaultKind } from '../../rules/people/line.ts';

/** What the columns of a roll are called. */
export const fieldWords: Readonly<Record<Locale, Readonly<Record<Field, string>>>> = {
  'zh-CN': {
    name: '姓名',
    document: '证件类型',
    identity: '证件号码',
    sex: '性别',
    birthOn: '出生日期',
    area: '乡镇街道',
    onDay: '日期',
    slot: '餐次',
    dose: '剂次',
    quantity: '数量',
    evidence: '佐证编号',
    guardianPhone: '联系电话',
    consent: '监护人同意',
    local: '本村户籍',
    alone: '独居',
    assisted: '救助对象',
    couple: '登记编号',
    spouse: '配偶证件号码',
  },
  en: {
    name: 'Name',
    document: 'Kind of document',
    identity: 'Number of the document',
    sex: 'Sex',
    birthOn: 'Date of birth',
    area: 'Township',
    onDay: 'Date',
    slot: 'Slot',
    dose: 'Dose',
    quantity: 'Quantity',
    evidence: 'Evidence',
    guardianPhone: 'Telephone',
    consent: 'Consent',
    local: 'Of this village',
    alone: 'Lives alone',
    assisted: 'Assistance',
    couple: 'Registration',
    spouse: 'Number of the spouse',
  },
};

type Facts = LineFault['facts'];

const namesOf = (fields: string, locale: Locale) => fields.split(' ').map((it) => fieldWords[locale][it as Field]);
const withoutNumber = (fields: string, said: string) => (fields.split(' ').includes('identity') ? said : '');
const SENTENCES: Readonly<Record<LineFaultKind, (facts: Facts) => readonly [zh: string, en: string]>> = {
  'identity-digits-lost': ({ ends }) => [
    `号码在表里存成了数字，末几位已经丢失（现为 …${ends}），请从原件重新填写；单元格先设为文本`,
    `was kept as a number and has lost its last digits (now …${ends}); enter it again from the original, the cell set to text`,
  ],
  'identity-length': ({ length }) => [
    `应为 18 位，现在是 ${length} 位；其他证件请填写证件类型`,
    `should have 18 characters, has ${length}; say the kind of document if it is another one`,
  ],
  'identity-check': ({ ends }) => [
    `校验位不符（…${ends}），有一位抄错了，请核对原件`,
    `does not agree with its check digit (…${ends}); compare it with the original`,
  ],
  'identity-birth': () => ['号码里的出生日期不存在，请核对原件', 'holds a date of birth that does not exist'],
  missing: () => ['未填写', 'is empty'],
  'identity-missing': () => [
    '没有证件号码的，请填出生日期和监护人电话',
    'is empty; then a date of birth and a guardian’s telephone are needed',
  ],
  'date-unreadable': ({ text }) => [`“${text}”不是日期，请写成 2026-06-18`, `“${text}” is no date; write 2026-06-18`],
  'date-in-future': ({ day, today }) => [`${day} 晚于今天 ${today}`, `${day} is after today, ${today}`],
  'date-before-birth': ({ day }) => [`${day} 早于出生日期`, `${day} is before the date of birth`],
  'area-unknown': ({ text }) => [`没有登记过“${text}”，或有几个同名的，请写成登记的名称`, `there is no “${text}”, or there are several`],
  'answer-unreadable': ({ text }) => [
    `“${text}”看不出是还是否，请写“是”或“否”，不清楚的留空`,
    `“${text}” says neither yes nor no; write 是 or 否, and leave it empty where it is not known`,
  ],
  'number-unreadable': ({ text }) => [`“${text}”不是 1 到 99 的整数`, `“${text}” is no whole number from 1 to 99`],
  'birth-differs': ({ year }) => [
    `与证件号码里的出生日期不一致（填的是 ${year} 年），请核对`,
    `differs from the one in the number (${year})`,
  ],
  'birth-odd': ({ year, on }) => [
    `出生在 ${year} 年，不会是 ${on} 的人（晚于这一天，或超过 120 岁），请核对`,
    `a birth in ${year} is that of nobody on ${on}: after it, or more than 120 years before`,
  ],
  'sex-differs': ({ text }) => [`填的是“${text}”，与证件号码不一致，请核对`, `says “${text}”, which differs from the number`],
  'row-twice': ({ otherRow }) => [`与第 ${otherRow} 行是同一人、同一天、同一次`, `the same person, day and service as row ${otherRow}`],
  'totals-row': () => ['是合计或落款，不是人，没有计入', 'is a total or a signature, and counted as nobody'],
  'slot-unknown': ({ text, known }) => [`“${text}”不在 ${known} 之中`, `“${text}” is none of ${known}`],
  'dose-unknown': ({ dose, doses }) => [`共 ${doses} 剂，没有第 ${dose} 剂`, `has ${doses} doses, and no dose ${dose}`],
  'columns-missing': ({ fields, found, rows }) => {
    const [zh, en] = (['zh-CN', 'en'] as const).map((locale) => namesOf(String(fields), locale));
    return [
      `表里没有“${zh!.join('”“')}”这${zh!.length > 1 ? '几' : '一'}栏${withoutNumber(String(fields), '（没有证件号码的，要有“出生日期”和“联系电话”两栏）')}；找到的栏：${found}；${rows} 行都没有读。请补上，再导入`,
      `has no column “${en!.join('”, “')}”${withoutNumber(String(fields), ' (without a number, a date of birth and a telephone are needed)')}; found: ${found}; none of its ${rows} rows was read. Add it and import the file again`,
    ];
  },
  'sheet-without-heading': ({ rows }) => [
    `没有找到表头，${rows} 行都没有读；是名单的，请补上表头，再导入更正的文件`,
    `has no heading, and none of its ${rows} rows was read; if it is part of the list, add the heading and import the corrected file`,
  ],
};

/** What is wrong with the number of a paper. */
export const identitySentences = (fault: IdentityFault, facts: Facts): readonly [zh: string, en: string] => SENTENCES[fault](facts);

/** 逐行报告中的一句: the field, and what is wrong with it; the row stands before it. */
export function faultSentence({ field, kind, facts }: Pick<LineFault, 'field' | 'kind' | 'facts'>, locale: Locale): string {
  const [zh, en] = SENTENCES[kind](facts);
  if (kind === 'columns-missing') return locale === 'en' ? `The table ${en}` : zh;
  if (kind === 'sheet-without-heading') return locale === 'en' ? `This sheet ${en}` : `这张工作表${zh}`;
  if (kind === 'totals-row') return locale === 'en' ? `This row ${en}` : `这一行${zh}`;
  return locale === 'en' ? `${fieldWords.en[field]} ${en}` : `${fieldWords['zh-CN'][field]}：${zh}`;
}

export const REPORT_HEADS = ['文件', '工作表', '行', '问题'] as const;

export function reportName(fileName: string): string {
  return `${fileName.replace(/\.\w+$/, '')}-逐行报告.csv`;
}

/** What persons are read for where the page itself is the purpose. */
export const PURPOSES = {
  ...{ duplicates: '判断疑似重复', differences: '核对更正的名单', faults: '核对没有收下的行' },
  ...{ doses: '应种名单', signIn: '签到' },
} as const;
