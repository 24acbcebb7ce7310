import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boardOf } from '#/delivery/rules/board.ts';
import { aBoardInput, aPromise, aReport, aTrajectory } from '#/delivery/rules/fixtures.ts';
import { aFullBoard } from '../../test-board.ts';
import { discrepancyWords } from '../../words/discrepancies.ts';
import type { DiscrepancyCode, DiscrepancyFacts, Statement } from './discrepancy.ts';
import { discrepanciesOf } from './find.ts';

function aStatement(text: string): Statement {
  return { id: 'statement', programmeId: 'programme', text, source: '区报', publishedOn: '2026-06-18' };
}

const found = discrepanciesOf(aFullBoard(), [aStatement('全部项目按计划推进。')]);

function first<Code extends DiscrepancyCode>(code: Code): Extract<DiscrepancyFacts, { code: Code }> | undefined {
  return found.find(({ facts }) => facts.code === code)?.facts as Extract<DiscrepancyFacts, { code: Code }> | undefined;
}

test('the page opens with the five that a reader of the list asks first', () => {
  assert.deepEqual(
    found.slice(0, 5).map(({ facts, place }) => [facts.code, place?.no ?? null]),
    [
      ['all-on-plan-but-behind', null],
      ['percent-of-what', '3'],
      ['other-measure', '4'],
      ['persons-or-couples', '10'],
      ['units-differ', '6'],
    ],
  );
});

test('全部按计划 stands against five red promises in four rows', () => {
  const { redPromises, redRows, rowNos, quote } = first('all-on-plan-but-behind')!;

  assert.deepEqual(
    { redPromises, redRows, rowNos, quote },
    { redPromises: 5, redRows: 4, rowNos: ['5', '7', '8', '10'], quote: '全部项目按计划推进' },
  );
});

test('a bare percentage is asked what it is a share of', () => {
  assert.deepEqual(first('percent-of-what'), {
    code: 'percent-of-what',
    percent: 60,
    promised: '村供水设施',
    target: 10,
    measureUnit: '个',
  });
});

test('accounts that were created are no assessments', () => {
  const { reported, promised, quantity } = first('other-measure')!;

  assert.deepEqual({ reported, promised, quantity }, { reported: '心理健康测评账号', promised: '开展学生心理健康测评', quantity: 40000 });
});

test('931 persons or couples: the sentence prints both shares', () => {
  const it = found.find(({ facts }) => facts.code === 'persons-or-couples')!;

  assert.deepEqual(it.facts, { code: 'persons-or-couples', persons: 931, couples: 150 });
  assert.match(discrepancyWords(it).sentence, /16\.1%.*32\.2%/);
});

test('期 counted as 场 is named with the recorded reason, and asked about where there is none', () => {
  const promise = aPromise({ measureUnit: '场' });
  const without = discrepanciesOf(boardOf(aBoardInput({ promises: [promise], reports: [aReport({ text: '已办8期招聘会。' })] })), []);

  assert.equal(first('units-differ')!.accepted, '每期即一场');
  assert.deepEqual(without.find(({ facts }) => facts.code === 'units-differ')?.facts, {
    code: 'units-differ',
    quantity: 8,
    reportedUnit: '期',
    promisedUnit: '场',
    accepted: null,
  });
});

test('a zero behind a stage word, a promise hidden by another and a missing target are each named in their row', () => {
  const nosOf = (code: DiscrepancyCode) => found.filter(({ facts }) => facts.code === code).map(({ place }) => place?.no);

  assert.deepEqual(nosOf('zero-behind-stage'), ['5', '7', '8']);
  assert.deepEqual(nosOf('one-hides-another'), ['6', '9']);
  assert.deepEqual(nosOf('target-missing'), ['1', '2', '4', '6', '9', '10']);
});

test('按计划 without one approved plan is neither true nor false', () => {
  const { withoutPlan, withTarget } = first('on-plan-without-plan')!;

  assert.deepEqual([withoutPlan, withTarget], [8, 8]);
});

test('a list whose promises all keep their approved plan contradicts nothing', () => {
  const board = boardOf(aBoardInput({ trajectories: [aTrajectory()] }));

  assert.deepEqual(discrepanciesOf(board, [aStatement('全部项目按计划推进。')]), []);
});

test('five months against twelve: −58.3 % with nothing changed, −64 % by the month', () => {
  const [it] = discrepanciesOf(boardOf(aBoardInput()), [aStatement('1—5月投诉比去年全年下降85%')]);
  const { sentence, settle } = discrepancyWords(it!);

  assert.match(
    sentence,
    /：不可比（期间长短不同：5个月对12个月）。什么都不变，只因5个月对12个月，也会显示−58\.3%。按月均折算：变化−64%；不可作同比。/,
  );
  assert.equal(settle, '要作同比，请提供旧的数的分月数：2025年1—5月。');
});

test('a rate of satisfaction that no share of its base can be is refused, with the base that could', () => {
  const text = '建立投诉闭环处置机制，针对25条线索精准发力，问题解决满意率从63.7%跃升至92.22%';
  const [it] = discrepanciesOf(boardOf(aBoardInput()), [aStatement(text)]);
  const { sentence, settle } = discrepancyWords(it!);

  assert.match(sentence, /92\.22%不可能是25里的比率：最近的是23\/25，即92\.00%；旧的数只有百分比/);
  assert.match(sentence, /能得出92\.22%的最小基数是90（83\/90）/);
  assert.equal(settle, '请提供旧的数的分子和分母。');
});

test('the progress text printed with the list is read too, and of one kind a row is named once', () => {
  const board = boardOf(aBoardInput({ promises: [aPromise({ object: '心理健康测评', target: null })], reports: [] }));
  const rowText = '约4万余名学生完成心理健康测评账号创建，另有2万名教师账号已建好。';

  const codes = discrepanciesOf(board, [], { project: rowText }).map(({ facts }) => facts.code);

  assert.deepEqual(codes, ['other-measure', 'target-missing']);
});

test('a number of bodies that received a duty is no figure of duties', () => {
  const board = boardOf(aBoardInput({ promises: [aPromise({ object: '养老床位', target: 120 })], reports: [] }));
  const codesOf = (rowText: string) => discrepanciesOf(board, [], { project: rowText }).map(({ facts }) => facts.code);

  assert.deepEqual(codesOf('6个乡镇卫生院增加养老服务职责已经审定。'), []);
  assert.deepEqual(codesOf('已梳理养老服务6项职责。'), ['other-measure']);
});

test('全部完成 without records of acceptance is named', () => {
  const [it] = discrepanciesOf(boardOf(aBoardInput({ reports: [] })), [aStatement('十件实事全部完成。')]);

  assert.deepEqual(it?.facts.code, 'all-finished-unproven');
});

test('every discrepancy has a sentence and a way to settle it in both languages', () => {
  const sentences = found.flatMap((it) => (['zh-CN', 'en'] as const).map((locale) => discrepancyWords(it, locale)));

  assert.ok(
    sentences.every(({ sentence, settle }) => sentence.length > 10 && settle.length > 5 && !/undefined|null|NaN/.test(sentence + settle)),
  );
});
