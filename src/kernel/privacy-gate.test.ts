import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findPersonalData, isOverridable, type PersonalDataKind } from './privacy-gate.ts';

/** The sample of GB 11643; all other identifiers below are made up and carry a right check digit. */
const ID = '11010519491231002X';
const CARD = '6222021234567890128';

function kinds(text: string): readonly PersonalDataKind[] {
  return findPersonalData(text).map((it) => it.kind);
}

const PERSONAL: readonly (readonly [PersonalDataKind, string])[] = [
  ['id-number', `身份证${ID}。`],
  ['id-number', `身份证号：${ID.toLowerCase()}`],
  ['id-number', '110105 19491231 002X'],
  ['id-number', '110105-19491231-002X'],
  ['id-number', '1101 0519 4912 3100 2X'],
  ['id-number', '１１０１０５１９４９１２３１００２Ｘ'],
  ['mobile', '联系人电话13812345678'],
  ['mobile', '（138 1234 5678）'],
  ['mobile', '138-1234-5678'],
  ['mobile', '138.1234.5678'],
  ['mobile', '+86 13812345678'],
  ['mobile', '+86-138-1234-5678'],
  ['mobile', '1 3 8 1 2 3 4 5 6 7 8'],
  ['mobile', '微信wx13812345678'],
  ['mobile', '手机１３８１２３４５６７８。'],
  ['bank-card', `卡号 ${CARD}`],
  ['bank-card', '6222 0212 3456 7890 128'],
  ['bank-card', '4111 1111 1111 1111'],
  ['plate', '晋B12345'],
  ['plate', '晋B·A1234'],
  ['plate', '晋b 12345 停放'],
  ['plate', '晋BD12345'],
  ['plate', '晋B12345D'],
  ['plate', '晋B1234学'],
  ['plate', '粤Z1234港'],
  ['plate', '粤Z1234澳'],
  ['plate', '晋B1234挂'],
  ['plate', '晋B1234警'],
  ['room-address', '和顺小区3号楼2单元501室'],
  ['room-address', '和顺小区3号楼2单元501'],
  ['room-address', '和顺小区三号楼二单元五〇一室'],
  ['room-address', '和顺小区3栋2单元5层501室'],
  ['room-address', '5幢1203室'],
  ['room-address', '3#楼501房'],
  ['room-address', '3#2单元501室'],
  ['room-address', '3号楼501，张某反映'],
  ['room-address', '和顺小区3-2-501'],
  ['room-address', '和顺小区12-1-1102室'],
  ['room-address', '3号楼-2-501'],
  ['room-address', '3号楼2单元东户'],
  ['room-address', '二单元三楼西户'],
  ['room-address', '和平里12号501室'],
  ['room-address', 'A座1502室'],
];

test('personal data is found in every form in which people write it', () => {
  for (const [kind, text] of PERSONAL) assert.deepEqual(kinds(text), [kind], text);
});

const PLAIN: readonly string[] = [
  '110105194912310020',
  '110105194902310025',
  '12345678901234567890',
  '完成投资13812345678元',
  '13,812,345,678元',
  '0.13812345678',
  '{"expected":185205.4794520548,"share":0.4630136986301369}',
  '622202.123456789012',
  '113812345678',
  '12345政务服务便民热线',
  '0352-5021234',
  '(0352)5021234-801',
  '400-812-3456',
  '91350100M000100Y43',
  '514101007167880240',
  '索引号11320925014387605J/2026-00036',
  '云政办发〔2026〕12号',
  '2026-06-18 13:45:06',
  '18-6-2026',
  '2026年6月18日至2026年12月31日',
  '32个小区96栋305单元4915户',
  '96栋 305单元 4915户',
  '3栋120户',
  '3号楼 120户',
  '3栋120平方米',
  '12栋 305 单元',
  '改造12栋305单元',
  '新建床位120张、停车位123个',
  '按新GB55036-2022执行',
  '最新GB18030',
  '57,000 / 400,000',
  '比直线计划慢 117 天，今后每天须做 1,750 名',
  '2-13周岁',
  '表1-2-3',
  'P-2026-10',
  '018f2f6e-7b1c-7000-8000-138123456780',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '1 2 3 4 5 6 7 8 9 10 11 12',
];

test('quantities, dates, codes, document numbers, hotlines and landlines pass', () => {
  for (const text of PLAIN) assert.deepEqual(findPersonalData(text), [], text);
});

test('a finding names its place and shows the number only masked', () => {
  assert.deepEqual(findPersonalData(`甲${ID}乙13812345678丙3号楼2单元501室丁晋B12345`), [
    { kind: 'id-number', start: 1, end: 19, masked: '1101**********002X' },
    { kind: 'mobile', start: 20, end: 31, masked: '138****5678' },
    { kind: 'room-address', start: 32, end: 42, masked: '3号楼2单元***室' },
    { kind: 'plate', start: 43, end: 50, masked: '晋B****5' },
  ]);
});

test('only an ID number can never be published', () => {
  const all: readonly PersonalDataKind[] = ['id-number', 'mobile', 'bank-card', 'plate', 'room-address'];

  assert.deepEqual(
    all.filter((kind) => !isOverridable(kind)),
    ['id-number'],
  );
});

const digits = (count: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((it) => it.join(''));

const idNumber = fc
  .tuple(
    fc.constantFrom('140213', '140214', '110105', '440305', '650102'),
    fc.date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }),
    digits(3),
  )
  .map(([region, born, order]) => {
    const body = region + born.toISOString().slice(0, 10).replaceAll('-', '') + order;
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    return body + '10X98765432'[weights.reduce((sum, weight, i) => sum + weight * Number(body[i]), 0) % 11];
  });

function luhnOf(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / 10) + (value % 10);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

const bankCard = fc
  .tuple(fc.constantFrom('622202', '621700', '400000'), fc.oneof(digits(9), digits(12)))
  .map(([issuer, account]) => luhnOf(issuer + account));

const planted = fc.oneof(
  idNumber.map((text) => ['id-number', text] as const),
  bankCard.map((text) => ['bank-card', text] as const),
  fc.tuple(fc.constantFrom('138', '159', '170', '199'), digits(8)).map((parts) => ['mobile', parts.join('')] as const),
  fc.tuple(fc.constantFrom('晋B', '京A', '粤S'), digits(5)).map((parts) => ['plate', parts.join('')] as const),
  fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 33 }), fc.integer({ min: 1, max: 8 }))
    .map(([building, entrance, floor, door]) => ['room-address', `${building}号楼${entrance}单元${floor}0${door}室`] as const),
);

const amount = fc
  .tuple(
    fc.integer({ min: 0, max: 999_999_999 }),
    fc.constantFrom('个', '户', '名', '场', '平方米', '张', '元', '万元', '栋', '单元', '处', '公里', '％', '件', '次'),
  )
  .map(([value, measure]) => `${value}${measure}`);
const plainPiece = fc.oneof(
  amount,
  fc
    .tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`),
  digits(7).map((it) => `0352-${it}`),
  fc.integer({ min: 1, max: 300 }).map((it) => `云政发〔2026〕${it}号`),
  fc.constantFrom('已完成', '，', '；', '热线12345', '（含）', '10.5%', '1.6万名', '6月底'),
  fc.uuid({ version: 7 }),
);

test('a planted identifier is found wherever it stands, and never shown whole', () => {
  fc.assert(
    fc.property(
      planted,
      fc.array(fc.constantFrom('已完成', '，', '改造', '（', '3场', '12个'), { maxLength: 4 }),
      ([kind, secret], around) => {
        const text = `${around.join('')}，${secret}。`;
        const found = findPersonalData(text);
        const hit = found.find((it) => text.slice(it.start, it.end).includes(secret));
        assert.equal(hit?.kind, kind, text);
        assert.ok(!hit!.masked.includes(secret));
      },
    ),
    { numRuns: 500 },
  );
});

test('unrounded machine figures are not taken for personal data', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1e9, noNaN: true })), (figures) => {
      assert.deepEqual(findPersonalData(JSON.stringify({ figures })), []);
    }),
    { numRuns: 2000 },
  );
});

test('plain figures in any order are not taken for personal data', () => {
  fc.assert(
    fc.property(fc.array(plainPiece, { minLength: 1, maxLength: 12 }), (pieces) => {
      assert.deepEqual(findPersonalData(pieces.join('、')), []);
    }),
    { numRuns: 1000 },
  );
});

test('a long text of nothing but short numbers is read to its end and holds no personal data', () => {
  for (const text of ['1-', '1.1.', '1 2 ', '11-1.'].map((it) => it.repeat(20_000))) {
    assert.deepEqual(findPersonalData(text), [], text.slice(0, 8));
  }
});
