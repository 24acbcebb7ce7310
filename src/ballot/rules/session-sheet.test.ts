import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sentencesOfSheet } from '../words/sheet.ts';
import { differencesOf, faultsOfFigures, sumOf } from './figures.ts';
import { nameOfficer } from './officers.ts';
import { checkRoll } from './roll.ts';
import { FIRST_SHEET } from './session.ts';
import { faultsOfSheet, type SessionSheet } from './session-sheet.ts';

type Rule = SessionSheet['rule'];
const { rule } = FIRST_SHEET;
const sheet = (part: Partial<SessionSheet>, of: Partial<Rule> = {}): SessionSheet => ({
  ...FIRST_SHEET,
  ...part,
  rule: { ...rule, ...of },
});

const CASES: readonly (readonly [string, SessionSheet, readonly string[]])[] = [
  ['the usual provisions', FIRST_SHEET, []],
  ['more seats than candidates', sheet({ candidates: 9 }), ['more-seats-than-candidates', 'more-marks-than-candidates']],
  ['as many candidates as seats, by ticks', sheet({ candidates: 10 }), ['nothing-to-choose']],
  ['as many candidates as seats, one by one', sheet({ candidates: 10 }, { form: 'approve' }), []],
  ['marks where nothing is ticked', sheet({}, { form: 'approve', maxMarks: 5 }), ['marks-outside-ticking']],
  ['more marks than candidates', sheet({}, { maxMarks: 13 }), ['more-marks-than-candidates']],
  ['five marks for ten seats over half', sheet({}, { maxMarks: 5 }), ['marks-cannot-fill-seats']],
  ['six marks for ten seats over half', sheet({}, { maxMarks: 6 }), []],
  ['a quorum of nobody', sheet({}, { quorum: { of: 'roll', atLeast: '0/3' } }), ['quorum-of-nobody', 'quorum-below-threshold']],
  ['more than all present', sheet({}, { quorum: { of: 'roll', moreThan: '3/3' } }), ['quorum-cannot-be-met']],
  ['more than all votes', sheet({}, { threshold: { of: 'roll', moreThan: '1/1' } }), ['threshold-cannot-be-met']],
  ['half present, more than half needed', sheet({}, { quorum: { of: 'roll', atLeast: '1/2' } }), ['quorum-below-threshold']],
  ['more than half present, more than half needed', sheet({}, { quorum: { of: 'roll', moreThan: '1/2' } }), []],
  ['a ranking by keypads', sheet({ keypad: true }, { form: 'rank' }), ['ranking-by-machine']],
];

for (const [name, it, codes] of CASES)
  test(`contradictions of a rule sheet: ${name}`, () => {
    assert.deepEqual(
      faultsOfSheet(it).map(({ code }) => code),
      codes,
    );
  });

test('the sheet reads in words what it is as data: another number is another sentence', () => {
  const words = sentencesOfSheet(FIRST_SHEET, 'zh-CN');
  const other = sentencesOfSheet(sheet({ publish: 'list-counts' }, { maxMarks: 8 }), 'zh-CN');

  assert.equal(words[1], '全体代表的三分之二以上（含三分之二）到会，方可进行票决。');
  assert.deepEqual(
    words.flatMap((it, i) => (it === other[i] ? [] : [i])),
    [3, 8],
  );
});

const ids = ['a', 'b', 'c'];
const figures = fc.record({
  papers: fc.nat(50),
  void: fc.nat(10),
  blank: fc.nat(10),
  votes: fc.record(
    Object.fromEntries(ids.map((id) => [id, fc.record({ for: fc.nat(50), against: fc.nat(9), abstain: fc.nat(9), points: fc.nat(9) })])),
  ),
});

test('two readings differ nowhere exactly when they say the same; the order of bundles changes no sum', () => {
  fc.assert(
    fc.property(figures, figures, (one, other) => {
      assert.equal(differencesOf(one, other).length === 0, JSON.stringify(one) === JSON.stringify(other));
      assert.deepEqual(sumOf([one, other], ids), sumOf([other, one], ids));
    }),
  );
});

test('a bundle whose figures add up has no more ticks than its marked papers carry', () => {
  fc.assert(
    fc.property(figures, (it) => {
      const rules = { ...rule, seats: 2, maxMarks: 2 };
      if (faultsOfFigures(it, rules, ids).length > 0) return;
      const ticks = ids.reduce((sum, id) => sum + it.votes[id]!.for, 0);
      assert.ok(ticks <= 2 * Math.max(0, it.papers - it.void - it.blank));
    }),
  );
});

test('the roll is reported row by row: an empty name, a name twice in one delegation, the same name in another', () => {
  const row = (number: number, name: string, delegation: string) => ({ row: number, name, delegation, unit: '' });
  const raw = [row(2, '张 三', '东乡'), row(3, '', '东乡'), row(4, '张三', '西乡'), row(5, '张三', '东乡')];

  const { rows, remarks } = checkRoll(raw);

  assert.equal(rows[0]!.name, '张三');
  assert.deepEqual(
    remarks.map((it) => [it.row, it.kind, it.isError]),
    [
      [3, 'missing', true],
      [4, 'same-name', false],
      [5, 'listed-twice', true],
    ],
  );
});

test('an office within a candidate’s lead unit is that unit; another bureau is not', () => {
  const candidates = [{ name: '路灯', leadUnit: '区城管局' }];
  const named = (unit: string) => nameOfficer({ id: '1', office: 'scrutineer', name: '甲', unit, delegation: '' }, [], candidates).ok;

  assert.deepEqual(['区城管局', '区城管局（市政股）', '区 城管局', '区教育局', '区城'].map(named), [false, false, false, true, true]);
});
