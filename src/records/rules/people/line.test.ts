import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameKey } from '#/organisation/rules/name.ts';
import { fictionalIdentity } from './fictional.ts';
import { isHeading, joinRows, readHeads } from './heads.ts';
import { maskIdentity, readIdentity } from './identity.ts';
import { type LineContext, readDay, readLine } from './line.ts';
import { nameOf, phoneOf } from './spelled.ts';

const SOUND = fictionalIdentity(7, '1990-05-01', 'f');
const asked = { isNumber: false, document: '' };

test('a resident number is believed when its check digit agrees, whatever width it is typed in', () => {
  assert.deepEqual(readIdentity('11010519491231002X', asked), {
    ok: true,
    value: { kind: 'resident', number: '11010519491231002X', birthOn: '1949-12-31', sex: 'f' },
  });
  assert.equal(readIdentity('１１０１０５１９４９１２３１００２ｘ', asked).ok, true);
  assert.equal(readIdentity("'110105 19491231 002X", asked).ok, true);
});

test('a number that has lost its digits, or does not agree with itself, is refused and never mended', () => {
  const fault = (text: string, isNumber = false) => {
    const read = readIdentity(text, { isNumber, document: '' });
    return read.ok ? null : read.refusal;
  };
  assert.deepEqual(
    [
      fault('1.40213E+17'),
      fault('140213198001011000'),
      fault('140213198001011000', true),
      fault('11010519491231002X'.slice(0, 17)),
      fault('110105194912310021'),
      fault(''),
    ],
    ['identity-digits-lost', 'identity-digits-lost', 'identity-digits-lost', 'identity-length', 'identity-check', 'identity-length'],
  );
});

test('a passport is another document; only its ends are shown of any number', () => {
  const read = readIdentity('e12345678', { isNumber: false, document: '护照' });
  assert.deepEqual(read, { ok: true, value: { kind: 'other', number: '护照:E12345678', birthOn: null, sex: null } });
});

test('one paper is one person by whatever its kind is called; papers of other kinds and names that nobody knows stay apart', () => {
  const keyOf = (document: string, number = 'H12345678') => {
    const read = readIdentity(number, { isNumber: false, document });
    return read.ok ? read.value.number : read.refusal;
  };
  const kinds = [
    ['护照', '中国护照', '普通护照', ' 护 照 ', '护照（因私）'],
    ['港澳居民来往内地通行证', '港澳通行证', '回乡证', '港澳居民来往内地通行证(非中国籍)'],
    ['台湾居民来往大陆通行证', '台胞证'],
    ['出生医学证明', '出生证'],
  ];
  for (const [name, ...ways] of kinds) for (const way of ways) assert.equal(keyOf(way), `${name}:H12345678`, way);
  assert.deepEqual(
    [keyOf('外国护照'), keyOf('往来港澳通行证'), keyOf('海员证')],
    ['外国护照:H12345678', '往来港澳通行证:H12345678', '海员证:H12345678'],
  );

  const ofOld = ['外国人永久居留身份证', '外国人永久居留证', '永居证'].map((it) => keyOf(it, 'CAN140299010101'));
  assert.deepEqual(new Set(ofOld), new Set(['外国人永久居留身份证:CAN140299010101']), 'cards of before 2023 have letters');
  const resident = fictionalIdentity(1, '1990-05-01', 'f');
  assert.equal(keyOf('永居证', resident), resident, 'newer cards have a resident number');
  assert.equal(maskIdentity(SOUND), `9900${'*'.repeat(12)}${SOUND.slice(-2)}`);
});

test('a heading is found under titles, and when it is merged over two rows', () => {
  assert.equal(isHeading(readHeads(['清泉区乙肝检测名册', '', ''])), false);
  assert.deepEqual(readHeads(['序号', '姓 名', '身份证号码', '所在乡镇', '检测日期', '报告编号']), {
    name: 1,
    identity: 2,
    area: 3,
    onDay: 4,
    evidence: 5,
  });
  const joined = joinRows(['序号', '基本信息', '', '检测', ''], ['', '姓名', '证件号码', '检测日期', '报告编号']);
  assert.deepEqual(readHeads(joined), { name: 1, identity: 2, onDay: 3, evidence: 4 });
});

test('a day is read as it is usually written; what is no day is none', () => {
  const days = ['2026-06-18', '2026/6/18', '2026.6.18', '2026年6月18日', '20260618', '46191', '2026-02-30', '六月十八', '18'];
  assert.deepEqual(days.map(readDay), [
    '2026-06-18',
    '2026-06-18',
    '2026-06-18',
    '2026-06-18',
    '2026-06-18',
    '2026-06-18',
    null,
    null,
    null,
  ]);
});

const HEADS = readHeads(['姓名', '证件号码', '乡镇', '检测日期', '报告编号', '性别', '剂次', '监护人电话', '出生日期']);
const CONTEXT: LineContext = {
  target: 'service',
  today: '2026-06-18',
  asOf: '2026-06-18',
  areas: new Map([[nameKey('东河乡'), 'a1']]),
  slots: [],
  doses: 2,
};
const line = (cells: readonly string[]) => readLine({ sheet: null, rowNo: 5, cells }, HEADS, CONTEXT);
const kinds = (cells: readonly string[]) => {
  const read = line(cells);
  return 'faults' in read ? read.faults.map((it) => it.kind) : [];
};

test('a roster has nobody who was born after its day, or more than 120 years before', () => {
  const born = (birthOn: string, target: LineContext['target'] = 'roster') => {
    const cells = ['王小红', '', '东河乡', '2026-03-05', 'R1', '女', '', '13900000000', birthOn];
    const read = readLine({ sheet: null, rowNo: 5, cells }, HEADS, { ...CONTEXT, target, doses: target === 'roster' ? null : 2 });
    return 'faults' in read ? read.faults.map((it) => it.kind) : [];
  };
  assert.deepEqual([born(CONTEXT.asOf), born('1906-01-02')], [[], []]);
  for (const birthOn of ['2026-06-19', '1800-02-03']) assert.deepEqual(born(birthOn), ['birth-odd'], birthOn);
  assert.deepEqual(born('2026-04-01', 'service'), ['date-before-birth'], 'of a service it is the day of the service');
});

test('a name set wide for a table, and a telephone with the number of the country, are those of the same person', () => {
  for (const [one, other] of [
    ['张三', '张　三'],
    ['欧阳小明', ' 欧阳  小明'],
  ] as const)
    assert.equal(nameOf(other), nameOf(one));
  assert.notEqual(nameOf('Ann Lee'), nameOf('AnnLee'));
  for (const written of ['+86 139 0000 0001', '0086-13900000001', '１３９-0000-0001', '86 13900000001'])
    assert.equal(phoneOf(written), '13900000001', written);
  assert.deepEqual([phoneOf('0352-8612345'), phoneOf('86123456')], ['03528612345', '86123456']);
});

test('ten kinds of wrong rows are told apart, each with its field', () => {
  const sound = ['王小红', SOUND, '东河乡', '2026-03-05', 'R1', '女', '', '', ''];
  assert.deepEqual(kinds(sound), []);
  const cases: readonly (readonly [number, string, string])[] = [
    [0, '', 'missing'],
    [1, '140213198001011000', 'identity-digits-lost'],
    [1, '99000119900501', 'identity-length'],
    [1, SOUND.replace(/.$/, SOUND.endsWith('1') ? '2' : '1'), 'identity-check'],
    [1, '', 'identity-missing'],
    [2, '无名乡', 'area-unknown'],
    [3, '明天', 'date-unreadable'],
    [3, '2026-12-31', 'date-in-future'],
    [3, '1980-01-01', 'date-before-birth'],
    [5, '男', 'sex-differs'],
    [6, '许多', 'number-unreadable'],
    [8, '1991-05-01', 'birth-differs'],
  ];
  for (const [at, text, kind] of cases) assert.deepEqual(kinds(sound.with(at, text)), [kind], `${kind}: ${text}`);
  assert.deepEqual(kinds(['合计', '', '', '', '57000']), ['totals-row']);
});

test('whether somebody consented, is of the village or lives alone is yes, no or not known, and never guessed', () => {
  const heads = readHeads(['姓名', '证件号码', '乡镇', '检测日期', '监护人同意', '本村户籍', '独居']);
  const read = (...said: readonly string[]) =>
    readLine({ sheet: null, rowNo: 5, cells: ['王小红', SOUND, '东河乡', '2026-03-05', ...said] }, heads, CONTEXT);
  const cases: readonly (readonly [string, boolean | null | 'refused'])[] = [
    ['', null],
    ...(['不详', '未知', '待核', '-', '—'] as const).map((it) => [it, null] as const),
    ...(['是', '有', '同意', '已签字', '√', 'Y', '1', 'TRUE', '同意（母亲）', '是 (2026-03-01)'] as const).map((it) => [it, true] as const),
    ...(['否', '无', '未签', '不同意', '没有', '×', 'n', '0', 'false'] as const).map((it) => [it, false] as const),
    ...(['口头', '监护人', '张三', '2', '外婆同意', '已拒绝', '有异议', '本人不同意', '没问题'] as const).map(
      (it) => [it, 'refused'] as const,
    ),
  ];
  for (const [text, answer] of cases) {
    const it = read(text, text, text);
    if ('faults' in it) {
      assert.deepEqual(
        it.faults.map(({ field, kind }) => `${field} ${kind}`),
        answer === 'refused' ? ['consent', 'local', 'alone'].map((field) => `${field} answer-unreadable`) : [],
        text,
      );
      continue;
    }
    const { consent, isLocal, livesAlone } = it.line;
    assert.deepEqual([consent, isLocal, livesAlone], [answer, answer, answer], text);
  }
  const told = read('是', '外地', '独居');
  assert.ok('line' in told);
  assert.deepEqual([told.line.consent, told.line.isLocal, told.line.livesAlone], [true, false, true]);
  assert.ok('line' in read('拒绝', '本村户籍', '同住'));
});

test('a kind of assistance is named, or said to be none', () => {
  const heads = readHeads(['姓名', '证件号码', '乡镇', '检测日期', '救助对象']);
  const read = (text: string) => {
    const it = readLine({ sheet: null, rowNo: 5, cells: ['王小红', SOUND, '东河乡', '2026-03-05', text] }, heads, CONTEXT);
    return 'line' in it ? it.line.isAssisted : 'refused';
  };
  assert.deepEqual(['', '不详', '低保', '特困供养', '是', '无', '否', '未纳入', '不属于'].map(read), [
    ...[null, null, true, true, true],
    ...[false, false, false, false],
  ]);
});

test('who has no document is known by name, birthday and a guardian’s telephone', () => {
  const read = line(['李小宝', '', '东河乡', '2026-03-05', 'R2', '', '第二剂', '13900000000', '2013-04-01']);
  assert.ok('line' in read);
  assert.deepEqual([read.line.identity, read.line.birthOn, read.line.doseNo, read.line.phone], [null, '2013-04-01', 2, '13900000000']);
});

test('of what stands in a wrong column a fault shows two signs at either end of a number, and the first sign of a word', () => {
  const shown = ([column, text]: readonly [number, string]) => {
    const read = line(['王小红', SOUND, '东河乡', '2026-03-05', 'R1', '女', '', '', ''].with(column, text));
    return 'faults' in read ? read.faults[0]!.facts.text : null;
  };
  const cases: readonly (readonly [number, string, string])[] = [
    [2, '140213198001011234', '14**************34'],
    [2, '1402 1319-8001 011X', '14***************1X'],
    [2, '１４０２１３', '14**13'],
    [2, '王小红家', '王***'],
    [2, '王小红村', '王***'],
    [2, '无名乡', '无名乡'],
    [3, '2026-02-30', '2026-02-30'],
    [3, '三月初五', '三月初五'],
    [3, '李四', '李*'],
    [8, '1990-02-30', '19******30'],
    [6, '100', '100'],
  ];
  assert.deepEqual(
    cases.map(([column, text]) => shown([column, text])),
    cases.map(([, , text]) => text),
  );
});
