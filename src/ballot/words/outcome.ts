import type { Locale } from '#/kernel/format.ts';
import type { ArithmeticLine, CountFault } from '../rules/decide.ts';
import type { Round } from '../rules/round.ts';
import type { CountSheet } from '../rules/sheet.ts';

type NameOf = (candidateId: string) => string;
export const nameIn =
  ({ candidates }: Pick<CountSheet, 'candidates'>): NameOf =>
  (id) =>
    candidates.find((it) => it.id === id)?.name ?? id;

/** 算式: one line of the sum in words, as it is read out. */
export function sentenceOfLine(line: ArithmeticLine, sheet: CountSheet, locale: Locale): string {
  return locale === 'zh-CN' ? zhLine(line, sheet) : enLine(line, sheet);
}

const points = (sheet: CountSheet) => (sheet.rule.form === 'rank' ? '分' : '票');

function zhLine(it: ArithmeticLine, sheet: CountSheet): string {
  switch (it.what) {
    case 'quorum':
      return `应到代表${it.of}人，到会${it.has}人，法定人数${it.needed}人，${it.holds ? '符合' : '不符合'}法定人数`;
    case 'threshold': {
      if (it.needed === 1) return '这一轮不另设通过线，得票多的当选';
      const base = { roll: '全体代表', present: '到会代表', valid: '有效票' }[it.base];
      return `通过线：${base}${it.of}${it.base === 'valid' ? '张' : '人'}，须得${it.needed}票以上（含${it.needed}票）`;
    }
    case 'candidate':
      return `${nameIn(sheet)(it.candidate)}：${it.has}${points(sheet)}，${it.holds ? '达到' : '未达到'}${it.needed}${points(sheet)}`;
    case 'tie':
      return `最后${it.seatsLeft}个名额票数相等，都是${it.votes}${points(sheet)}，${it.next === 'second-ballot' ? '须再次投票' : '由主席团决定'}`;
    case 'shortage':
      return `缺额${it.missing}个，${{ 'second-ballot': '须再次投票', leave: '按表决办法空缺', presidium: '由主席团决定' }[it.next]}`;
  }
}

function enLine(it: ArithmeticLine, sheet: CountSheet): string {
  const unit = sheet.rule.form === 'rank' ? 'points' : 'votes';
  switch (it.what) {
    case 'quorum':
      return `${it.has} of ${it.of} deputies attend, ${it.needed} needed: ${it.holds ? 'a quorum' : 'no quorum'}`;
    case 'threshold':
      if (it.needed === 1) return 'No threshold of its own: more votes win';
      return `Threshold: ${it.needed} votes, of ${it.of} ${{ roll: 'deputies', present: 'present', valid: 'valid papers' }[it.base]}`;
    case 'candidate':
      return `${nameIn(sheet)(it.candidate)}: ${it.has} ${unit}, ${it.holds ? 'over' : 'under'} the line of ${it.needed}`;
    case 'tie':
      return `A tie at ${it.votes} ${unit} for ${it.seatsLeft} seats: ${it.next === 'second-ballot' ? 'a second vote' : 'the presidium decides'}`;
    case 'shortage':
      return `${it.missing} seats left over: ${{ 'second-ballot': 'a second vote', leave: 'they stay open', presidium: 'the presidium decides' }[it.next]}`;
  }
}

/** 票数: one record of papers and electronic ballots, which say together how many deputies voted. */
export function sentenceOfPapers({ rollCount, attending, issued, collected, sheet }: Round, locale: Locale): string {
  const { void: voided, blank, ...all } = sheet!;
  const valid = all.collected - voided;
  const electronic = { issued: all.issued - (issued ?? 0), collected: all.collected - (collected ?? 0) };
  const isElectronic = electronic.issued > 0 || electronic.collected > 0;
  if (locale === 'en') {
    const parts = `: ${issued} papers issued, ${collected} collected; ${electronic.issued} slips, ${electronic.collected} electronic ballots`;
    return `${attending} of ${rollCount} deputies; ${all.issued} issued, ${all.collected} collected${isElectronic ? parts : ''}; ${valid} valid (${blank} blank), ${voided} void`;
  }
  const parts = `（纸质票发出${issued}张、收回${collected}张；电子票凭证条发出${electronic.issued}条、收到${electronic.collected}张）`;
  return `应到代表${rollCount}人，到会${attending}人；发出表决票${all.issued}张，收回${all.collected}张${isElectronic ? parts : ''}，其中有效票${valid}张（含空白票${blank}张），无效票${voided}张。`;
}

/** 计票不成立的原因: what does not add up, with both figures and what to look at. */
export function sentenceOfCountFault(it: CountFault, nameOf: NameOf, locale: Locale): string {
  return locale === 'zh-CN' ? zhFault(it, nameOf) : enFault(it, nameOf);
}

function zhFault(it: CountFault, nameOf: NameOf): string {
  switch (it.code) {
    case 'attending-exceeds-roll':
      return `到会${it.facts.attending}人，多于名册${it.facts.roll}人；请核对签到`;
    case 'issued-exceeds-attending':
      return `发出${it.facts.issued}张，多于到会${it.facts.attending}人；请核对发票记录`;
    case 'collected-exceeds-issued':
      return `收回${it.facts.collected}张，多于发出${it.facts.issued}张；表决无效，由主席团决定重新投票`;
    case 'void-and-blank-exceed-collected':
      return `无效${it.facts.void}张加空白${it.facts.blank}张，多于票数${it.facts.collected}张；请重新清点`;
    case 'votes-exceed-valid':
      return `“${nameOf(it.facts.candidate)}”共${it.facts.votes}票，多于有效票${it.facts.valid}张；请重新清点这一项`;
    case 'marks-exceed-allowed':
      return `各项合计${it.facts.marks}，多于这些票最多可画的${it.facts.allowed}；请核对有没有漏算的无效票`;
    case 'box-given-up':
      return `电子票箱已作废，领了凭证条的${it.facts.slips}名代表没有计入；表决无效，由主席团决定重新投票`;
    case 'candidate-listed-twice':
      return `“${nameOf(it.facts.candidate)}”出现了两次；请核对候选项目`;
    case 'unknown-candidate':
      return `“${nameOf(it.facts.candidate)}”不在这次表决的候选项目中；请核对`;
    case 'no-quorum':
      return `到会${it.facts.attending}人，法定人数${it.facts.needed}人（全体${it.facts.roll}人）；不足法定人数`;
  }
}

function enFault(it: CountFault, nameOf: NameOf): string {
  switch (it.code) {
    case 'attending-exceeds-roll':
      return `${it.facts.attending} attend, more than the ${it.facts.roll} on the roll`;
    case 'issued-exceeds-attending':
      return `${it.facts.issued} papers issued to ${it.facts.attending} deputies present`;
    case 'collected-exceeds-issued':
      return `${it.facts.collected} papers collected, ${it.facts.issued} issued: the vote is void`;
    case 'void-and-blank-exceed-collected':
      return `${it.facts.void} void and ${it.facts.blank} blank papers are more than ${it.facts.collected}`;
    case 'votes-exceed-valid':
      return `“${nameOf(it.facts.candidate)}” has ${it.facts.votes} votes on ${it.facts.valid} valid papers`;
    case 'marks-exceed-allowed':
      return `${it.facts.marks} in all, where these papers carry at most ${it.facts.allowed}`;
    case 'box-given-up':
      return `the electronic box was given up and ${it.facts.slips} deputies with slips are not counted: the vote is void`;
    case 'candidate-listed-twice':
      return `“${nameOf(it.facts.candidate)}” is listed twice`;
    case 'unknown-candidate':
      return `“${nameOf(it.facts.candidate)}” is no candidate of this vote`;
    case 'no-quorum':
      return `${it.facts.attending} attend, ${it.facts.needed} of ${it.facts.roll} needed: no quorum`;
  }
}
