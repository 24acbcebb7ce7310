import type { Locale } from '#/kernel/format.ts';
import { leastBallotsOf, type SessionSheet, type SheetFault, type SheetState } from '../rules/session-sheet.ts';

type Rule = SessionSheet['rule'];
type Share = Rule['quorum'] | Rule['threshold'];

export const sheetStateWords: Readonly<Record<Locale, Readonly<Record<SheetState, string>>>> = {
  'zh-CN': { draft: '草案', presidium: '已提交主席团', adopted: '大会已通过' },
  en: { draft: 'draft', presidium: 'before the presidium', adopted: 'adopted by the plenary' },
};

export const formWords: Readonly<Record<Locale, Readonly<Record<Rule['form'], string>>>> = {
  'zh-CN': { tick: '画圈', approve: '逐项表决', rank: '排序' },
  en: { tick: 'ticks', approve: 'for, against or abstain on each', rank: 'priority numbers' },
};

/** 表决办法, provision by provision, in sentences made from the data: what is read out is what counts. */
export function sentencesOfSheet(sheet: SessionSheet, locale: Locale): readonly string[] {
  return locale === 'zh-CN' ? zhSheet(sheet) : enSheet(sheet);
}

function zhSheet(sheet: SessionSheet): readonly string[] {
  const { rule, candidates, publish, electronic, keypad } = sheet;
  const least = leastBallotsOf(sheet);
  const { form, seats, maxMarks = seats } = rule;
  const forms = {
    tick: `每张表决票可以选${maxMarks}项以内（含${maxMarks}项），在所选项目的符号栏内画“○”；超过${maxMarks}项的，整张票无效。`,
    approve: '对每个候选项目，可以赞成、反对或者弃权；同一项目画两个以上符号的，该项目的这一票无效，其余有效。',
    rank: `按优先次序在项目的序号栏内填写1至${seats}的数字，1为最优先；次序越靠前，得分越高。`,
  };
  const chosen = {
    tick: `得票${zhShare(rule.threshold)}的，按得票多少当选。`,
    approve: `赞成票${zhShare(rule.threshold)}的，按赞成票多少当选。`,
    rank: '按得分多少当选，不设通过线；没有得分的，不能当选。',
  };
  return [
    seats === candidates
      ? `本次会议对${candidates}个候选项目逐项表决（等额），名额${seats}个。`
      : `本次会议实行差额票决，从${candidates}个候选项目中产生${seats}个。`,
    `全体代表的${zhPart(rule.quorum)}到会，方可进行票决。`,
    '票决采用无记名投票方式；不填写任何符号的票是空白票，算有效票、视为弃权。',
    forms[form],
    '收回的票等于或者少于发出的票，表决有效；多于发出的票，表决无效，由主席团决定重新投票。',
    chosen[form],
    rule.tie === 'second-ballot'
      ? '最后名额票数相等的，就票数相等的项目再次投票，得票多的当选。'
      : '最后名额票数相等的，由主席团决定再次投票或者空缺。',
    {
      'second-ballot': '当选项目少于应选名额的，不足的名额对其余候选项目再次投票。',
      leave: '当选项目少于应选名额的，不足的名额空缺。',
      presidium: '当选项目少于应选名额的，由主席团决定再次投票或者空缺。',
    }[rule.shortage],
    {
      list: '表决结果公布当选项目名单。',
      'list-rank': '表决结果公布当选项目名单，按得票多少排列。',
      'list-counts': '表决结果公布当选项目名单和得票数。',
    }[publish],
    electronic ? '代表可以使用可核验的电子表决票；不使用的，投纸质表决票。' : '使用纸质表决票。',
    `收回的票不足${least}张的，不公布得票的多少${electronic ? '；电子票不足这个数的，不开票' : ''}。`,
    ...(keypad ? ['表决器系统的计票结果，经两人分别核对后，可以作为计票依据。'] : []),
  ];
}

/** 三分之二以上 includes the number itself, 过半数 does not. */
function zhShare(share: Rule['threshold']): string {
  const base = { roll: '全体代表', present: '到会代表', valid: '有效票' }[share.of];
  if (share.moreThan === '1/2') return `超过${base}半数`;
  return share.moreThan === undefined ? `达到${base}${zhPart(share)}` : `超过${base}的${zhFraction(share.moreThan)}`;
}

function zhPart({ atLeast, moreThan }: Share): string {
  if (moreThan === '1/2') return '过半数';
  return moreThan === undefined ? `${zhFraction(atLeast!)}以上（含${zhFraction(atLeast!)}）` : `超过${zhFraction(moreThan)}（不含本数）`;
}

const DIGITS = '〇一二三四五六七八九十';

function zhFraction(fraction: string): string {
  const [part, whole] = fraction.split('/').map(Number) as [number, number];
  return part <= 10 && whole <= 10 ? `${DIGITS[whole]}分之${DIGITS[part]}` : `${whole}分之${part}`;
}

function enSheet(sheet: SessionSheet): readonly string[] {
  const { rule, candidates, publish, electronic, keypad } = sheet;
  const least = leastBallotsOf(sheet);
  const { form, seats, maxMarks = seats } = rule;
  const forms = {
    tick: `A paper may tick at most ${maxMarks} projects; one with more ticks is void as a whole.`,
    approve: 'Each project is voted for, against, or abstained from; two marks on one project void that vote only.',
    rank: `Priority numbers from 1 to ${seats} are written beside the projects; 1 comes first and gives most points.`,
  };
  return [
    seats === candidates
      ? `${candidates} candidate projects for ${seats} seats, voted on one by one.`
      : `${seats} of ${candidates} candidate projects are chosen.`,
    `The vote is held when ${enShare(rule.quorum)} attend.`,
    'The ballot is secret; a blank paper is valid and counts as an abstention.',
    forms[form],
    'The vote stands when no more papers come back than were issued; otherwise the presidium decides on a new vote.',
    form === 'rank'
      ? 'Projects are chosen in order of points, without a threshold; none without points.'
      : `Projects with votes of ${enShare(rule.threshold)} are chosen in order of votes.`,
    rule.tie === 'second-ballot'
      ? 'A tie at the last seat is voted on again among the tied.'
      : 'A tie at the last seat is decided by the presidium.',
    {
      'second-ballot': 'Seats left over are voted on again among the rest.',
      leave: 'Seats left over stay open.',
      presidium: 'On seats left over the presidium decides.',
    }[rule.shortage],
    {
      list: 'The names of the chosen are published.',
      'list-rank': 'The chosen are published in order of votes.',
      'list-counts': 'The chosen are published with their votes.',
    }[publish],
    `With fewer than ${least} papers no votes are published${electronic ? ', and an electronic box is not opened' : ''}.`,
    electronic ? 'Deputies may use the verifiable electronic ballot, or paper.' : 'Paper is used.',
    ...(keypad ? ['The count of a keypad system may be used, checked by two persons.'] : []),
  ];
}

function enShare(share: Share): string {
  const base = { roll: 'all deputies', present: 'deputies present', valid: 'valid papers' }[share.of];
  return share.moreThan === undefined ? `${share.atLeast} or more of ${base}` : `more than ${share.moreThan} of ${base}`;
}

export function sentenceOfSheetFault(fault: SheetFault, locale: Locale): string {
  return locale === 'zh-CN' ? zhFault(fault) : enFault(fault);
}

function zhFault(it: SheetFault): string {
  switch (it.code) {
    case 'more-seats-than-candidates':
      return `名额（${it.seats}个）多于候选项目（${it.candidates}个）；请减少名额或增加候选项目`;
    case 'nothing-to-choose':
      return `候选项目与名额都是${it.seats}个，画圈或排序选不出差额；等额时请改为逐项表决`;
    case 'marks-outside-ticking':
      return '“最多可选几项”只用于画圈；逐项表决和排序请去掉这一项';
    case 'more-marks-than-candidates':
      return `最多可选${it.marks}项，多于候选项目（${it.candidates}个）；请改小`;
    case 'marks-cannot-fill-seats':
      return `每张票最多选${it.marks}项时，不可能有${it.seats}项都达到通过线；请提高可选项数或降低通过线`;
    case 'quorum-of-nobody':
      return '法定到会人数为零，等于没有规定；请填写比例，如三分之二以上';
    case 'quorum-cannot-be-met':
      return '法定到会人数“超过全部”，不可能达到；请改为“以上”或降低比例';
    case 'threshold-cannot-be-met':
      return '通过线“超过全部”，不可能达到；请改为“以上”或降低比例';
    case 'quorum-below-threshold':
      return '到会人数刚够法定人数时，全部赞成也达不到通过线；请提高法定到会人数或降低通过线';
    case 'ranking-by-machine':
      return '排序票不能用电子表决或表决器计票；请改用纸质票，或改为画圈、逐项表决';
  }
}

function enFault(it: SheetFault): string {
  switch (it.code) {
    case 'more-seats-than-candidates':
      return `There are more seats (${it.seats}) than candidates (${it.candidates})`;
    case 'nothing-to-choose':
      return `As many candidates as seats (${it.seats}): vote on each one by one`;
    case 'marks-outside-ticking':
      return 'A limit of marks belongs to ticking only';
    case 'more-marks-than-candidates':
      return `More marks allowed (${it.marks}) than there are candidates (${it.candidates})`;
    case 'marks-cannot-fill-seats':
      return `With ${it.marks} marks a paper, ${it.seats} projects can never all reach the threshold`;
    case 'quorum-of-nobody':
      return 'A quorum of nobody is none';
    case 'quorum-cannot-be-met':
      return 'More than all cannot attend';
    case 'threshold-cannot-be-met':
      return 'More than all cannot vote for a project';
    case 'quorum-below-threshold':
      return 'With just the quorum present not even all votes reach the threshold';
    case 'ranking-by-machine':
      return 'A ranking is counted from paper only';
  }
}
