import type { CivilDate } from '#/kernel/civil-date.ts';
import { type Locale, longDate, number, percent } from '#/kernel/format.ts';
import type { DeliveryRefusal } from '../rules/refusals.ts';
import type { CheckKind, ReportState } from '../rules/report.ts';
import type { CountedRefusal, Finding } from '../rules/sending.ts';
import type { Light } from '../rules/standing.ts';
import type { PlanFlag } from '../rules/trajectory.ts';
import { words } from './labels.ts';
import { lightWords } from './lights.ts';
import { keyRefusals, reviewRefusals, unchangedBecause, verificationRefusals } from './review-refusals.ts';

type Facts = Finding['facts'];
const num = (facts: Facts, key: string) => number(Number(facts[key]), 2);
const day = (facts: Facts, key: string, locale: Locale) => longDate(String(facts[key]) as CivilDate, locale);

/** What should have begun, and by when; the calendar may have no day early enough. */
function latest(it: Facts, locale: Locale): string {
  const isChinese = locale === 'zh-CN';
  if (it.latestStart === null) return `“${it.name}”`;
  return isChinese
    ? `“${it.name}”最迟应在 ${day(it, 'latestStart', locale)}开始，`
    : `“${it.name}” should have begun by ${day(it, 'latestStart', locale)}`;
}

const checks: Readonly<Record<CheckKind, Readonly<Record<Locale, (facts: Facts) => string>>>> = {
  falls: {
    'zh-CN': (it) => `累计 ${num(it, 'value')} 小于 ${day(it, 'beforeOn', 'zh-CN')}已采用的 ${num(it, 'before')}`,
    en: (it) => `${num(it, 'value')} in total is less than ${num(it, 'before')}, adopted for ${day(it, 'beforeOn', 'en')}`,
  },
  jumps: {
    'zh-CN': (it) => `${day(it, 'beforeOn', 'zh-CN')}为 ${num(it, 'before')}，这次增至 ${num(it, 'value')}，增速是此前的三倍以上`,
    en: (it) => `${num(it, 'before')} on ${day(it, 'beforeOn', 'en')}, now ${num(it, 'value')}: more than three times the speed so far`,
  },
  'beyond-target': {
    'zh-CN': (it) => `累计 ${num(it, 'value')} 超过目标 ${num(it, 'target')}`,
    en: (it) => `${num(it, 'value')} in total is beyond the target of ${num(it, 'target')}`,
  },
  'other-unit': {
    'zh-CN': (it) => `计量单位是“${it.measureUnit}”，承诺写的是“${it.wants}”`,
    en: (it) => `The unit is “${it.measureUnit}”, the promise says “${it.wants}”`,
  },
  'other-measure': {
    'zh-CN': (it) => `${num(it, 'value')}${it.measureUnit} 不是承诺的口径（${it.wants || '节点'}），只记录，不计数`,
    en: (it) => `${num(it, 'value')}${it.measureUnit} is not what was promised (${it.wants || 'steps'}): it will be kept, not counted`,
  },
  'same-photo': {
    'zh-CN': (it) => `有 ${num(it, 'count')} 个附件与以前报送的相同`,
    en: (it) => `${num(it, 'count')} attachments came with an earlier report already`,
  },
  'older-than-adopted': {
    'zh-CN': (it) => `数据截至 ${day(it, 'asOf', 'zh-CN')}，而 ${day(it, 'newestOn', 'zh-CN')}的数字已经采用`,
    en: (it) => `The figure is as of ${day(it, 'asOf', 'en')}; one of ${day(it, 'newestOn', 'en')} has been adopted`,
  },
  'same-day': {
    'zh-CN': (it) => `${day(it, 'asOf', 'zh-CN')}已有采用的数字，本期数会再加一次`,
    en: (it) => `A figure for ${day(it, 'asOf', 'en')} has been adopted; this one would be added to it`,
  },
  'before-period': {
    'zh-CN': (it) => `${day(it, 'asOf', 'zh-CN')}早于清单的起始日 ${day(it, 'from', 'zh-CN')}`,
    en: (it) => `${day(it, 'asOf', 'en')} lies before the list begins (${day(it, 'from', 'en')})`,
  },
  'behind-unexplained': {
    'zh-CN': (it) => `采用后亮“${lightWords['zh-CN'][it.light as Light]}”灯，没有写滞后原因与补救措施，请向单位问明`,
    en: (it) => `The light would be ${lightWords.en[it.light as Light]}, and neither reason nor remedy is given; ask the unit`,
  },
  'unknown-stage': {
    'zh-CN': (it) => `没有见过阶段“${it.stage}”，不能据此判断是否已有产出`,
    en: (it) => `The stage “${it.stage}” is not known, so nothing can be inferred from it`,
  },
  'stage-too-late': {
    'zh-CN': (it) =>
      `按排期倒推，阶段“${it.stage}”已经赶不上时限：${latest(it, 'zh-CN')}已晚 ${num({ late: -Number(it.slackDays) }, 'late')} 个工作日`,
    en: (it) =>
      `Counted back from the deadline, “${it.stage}” is ${num({ late: -Number(it.slackDays) }, 'late')} working days late: ${latest(it, 'en')}`,
  },
};

/** One sentence for what a check before sending found. */
export function findingSentence({ check, facts }: Finding, locale: Locale = 'zh-CN'): string {
  return checks[check][locale](facts);
}

/** One sentence for each refusal of this stage: what is in the way, and what to do. */
export function wordsOf(refusal: DeliveryRefusal, locale: Locale = 'zh-CN'): string {
  const [zh, en] = (sentences[refusal.kind] as (it: DeliveryRefusal) => Both)(refusal);
  return locale === 'zh-CN' ? zh : en;
}

type Both = readonly [zh: string, en: string];
type Sentences = { readonly [Kind in DeliveryRefusal['kind']]: (refusal: Extract<DeliveryRefusal, { kind: Kind }>) => Both };

const sentences: Sentences = {
  ...keyRefusals,
  ...reviewRefusals,
  ...verificationRefusals,
  'list-not-frozen': () => ['清单还没有定稿，定稿后才能报送和报计划', 'The list is not frozen yet; reports and plans follow after that'],
  'not-at-target': (refusal) => [
    `目前 ${number(refusal.done ?? 0)}，没有达到目标 ${number(refusal.target)}，暂不能核验销号`,
    'The target is not reached, so it cannot be accepted',
  ],
  'already-accepted': (refusal) => [
    `已于 ${longDate(refusal.acceptedOn)}核验`,
    `Accepted on ${longDate(refusal.acceptedOn, 'en')} already`,
  ],
  'month-not-over': (refusal) => [
    `${longDate(refusal.lastDay)}还没有过完，暂不能冻结月末灯`,
    `The month ends on ${longDate(refusal.lastDay, 'en')}; its lights cannot be frozen yet`,
  ],
  'thresholds-crossed': () => ['黄灯的界线须严于红灯的界线', 'The yellow threshold must lie before the red one'],
  'report-refused': (refusal) => [
    `第 ${refusal.position} 条：${wordsOf(refusal.refusal)}`,
    `No. ${refusal.position}: ${wordsOf(refusal.refusal, 'en')}`,
  ],
  'not-waiting': (refusal) => [
    `这条报送${stateWord(refusal.state, 'zh-CN')}，请刷新后再看`,
    `This report is ${stateWord(refusal.state, 'en')}; reload to see it`,
  ],
  'own-unit': () => ['不能采用本单位的报送，请其他单位的同事审核', 'Nobody adopts a report of his own unit'],
  'original-changed': () => ['被更正的报送已有变化，请退回后重新更正', 'The report it corrects has changed; send it back'],
  'correction-pending': () => ['这条报送已有一份更正在等待审核', 'A correction of this report is waiting already'],
  'already-superseded': () => ['这条报送已被更正，请更正最新的一条', 'This report has been corrected already; correct the newest one'],
  'open-findings': (refusal) => [
    `请核对，或逐项说明原因：${refusal.findings.map((it) => findingSentence(it)).join('；')}`,
    `Please check, or give a reason for each: ${refusal.findings.map((it) => findingSentence(it, 'en')).join('; ')}`,
  ],
  'as-of-in-future': () => ['截至日期不能晚于今天', 'A figure cannot be as of a day to come'],
  'counted-by-records': countedRefusal,
  'source-no-milestone-set': () => ['只有按节点计的承诺可以由点位推算', 'Only a promise that moves by steps can be counted from sites'],
  'source-without-steps': () => [
    '这件实事还没有点位步骤，请先在“点位步骤”里登记点位和步骤',
    'This project has no steps of sites yet; set up sites and steps first',
  ],
  'source-without-definition': () => [
    '这项承诺还没有计数口径，请先在“实绩”里定口径',
    'This promise has no counting definition yet; set one under Records first',
  ],
  'source-already': ({ source }) =>
    source === 'records'
      ? ['这项承诺已经由实绩计数', 'It is counted from records already']
      : source === 'sites'
        ? ['这项承诺已经由点位推算', 'It is counted from sites already']
        : ['这项承诺已经按报送计数', 'It is counted from reports already'],
  'nothing-reported': () => ['请填写数字、阶段、节点或文字中的一项', 'Please give a figure, a stage, a step or a line of text'],
  'value-kind-missing': () => ['请选择是本期数还是累计数', 'Please say whether the figure is for this period or in total'],
  'denominator-missing': () => ['比率须同时填写分子和分母，分母不能为 0', 'A ratio needs its numerator and a denominator other than 0'],
  'behind-reason-missing': ({ light }) => [
    `采用后这一项亮“${lightWords['zh-CN'][light]}”灯，请写明滞后原因与补救措施再报`,
    `The light would be ${lightWords.en[light]}; say why and what is done about it, then send`,
  ],
  'unknown-step': () => ['所选节点不在批准的计划中', 'The step is not in the approved plan'],
  'steps-need-evidence': () => ['节点完成须附佐证材料', 'A step is done only with evidence'],
  'behind-until-without-reason': () => ['请先写滞后原因和补救措施，再写完成日期', 'Say why it is behind before saying until when'],
  'waiting-already': () => ['这项承诺已有一条报送在等待审核', 'A report on this promise is waiting already'],
  'unchanged-not-possible': (refusal) => unchangedBecause(refusal.because),
  'mismatch-open': (refusal) => [
    `有一条数字核查不符（${longDate(refusal.dueOn)}前更正），更正以前暂不能核验销号`,
    `A figure was found wrong (to be corrected by ${longDate(refusal.dueOn, 'en')}); it cannot be accepted before`,
  ],
  'not-of-unit': () => ['这项承诺不归该单位牵头或配合，请核对', 'This promise is neither led nor supported by that unit'],
  'no-target-to-plan': () => ['没有目标值，无法报计划', 'Without a target there is nothing to plan'],
  'wrong-shape': () => ['计划的形式与计量方式不符', 'This form of plan does not fit how the promise is measured'],
  'outside-period': (refusal) => [
    `${longDate(refusal.on)}不在清单期限内（${longDate(refusal.from)}至${longDate(refusal.to)}）`,
    `${refusal.on} lies outside the period`,
  ],
  'plan-falls': (refusal) => [
    `${longDate(refusal.on)}的计划值小于前一个，或日期没有往后`,
    `The plan falls, or its days go back, on ${refusal.on}`,
  ],
  'target-not-reached': (refusal) => [
    `计划最后到 ${number(refusal.reached)}，与目标 ${number(refusal.target)} 不符`,
    `The plan ends at ${number(refusal.reached)}, the target is ${number(refusal.target)}`,
  ],
  'season-reversed': () => ['季节的起始日晚于结束日', 'The season ends before it begins'],
  'weights-not-whole': ({ sum }) => [
    `各节点的权重合计 ${sum}%，要正好 100%；请改到合计 100% 再提交`,
    `The weights add up to ${sum} %; they have to make 100 %`,
  ],
  'same-step-twice': () => ['同一个节点出现了两次', 'One step appears twice'],
  'reason-missing': () => ['更改已批准的计划须说明原因', 'A change of an approved plan needs a reason'],
  'plan-not-proposed': (refusal) => [
    `这份计划${words['zh-CN'].planStates[refusal.state]}，不用再批`,
    `This plan is ${words.en.planStates[refusal.state]}`,
  ],
  'own-plan': () => ['不能批准本单位的计划，请其他单位的同事审批', 'Nobody approves a plan of his own unit'],
  'plan-over': (refusal) => [
    `计划到 ${longDate(refusal.finishOn)}就结束了，批准时已经来不及`,
    `The plan ends on ${refusal.finishOn}, before it could start`,
  ],
  'no-value-on-start-day': () => [
    '启用日要有一个起点：请先报送并采用截至目前的数字',
    'A plan that starts now needs a figure to start from: report one first',
  ],
  'already-reached': () => ['已达到目标，不需要新的计划', 'The target is reached; no new plan is needed'],
};

function countedRefusal({ promises, since }: CountedRefusal): Both {
  if (since !== undefined)
    return [
      `这项承诺自${longDate(since)}起由点位或实绩计数，从这一天起填报的数字和节点不能采用；请退回，请单位只报进展文字`,
      `This promise is counted from sites or records since ${longDate(since, 'en')}; a figure or step typed for that day or later is not adopted. Send it back and ask for words alone`,
    ];
  if (promises !== undefined)
    return [
      `这些承诺的数字由点位或实绩计数，请去掉数字和节点再报，只报进展文字：${promises.join('；')}`,
      `These are counted from sites or records; leave out their figures and steps and report words alone: ${promises.join('; ')}`,
    ];
  return [
    '这项承诺的数字由点位或实绩计数，不用填报数字和节点；进展文字照常报送',
    'The figure of this promise is counted from sites or records; no figure and no step is typed',
  ];
}

function stateWord(state: ReportState, locale: Locale): string {
  if (locale === 'en') return words.en.states[state];
  return `${state === 'adopted' || state === 'sent-back' || state === 'superseded' ? '已' : ''}${words['zh-CN'].states[state]}`;
}

export function flagSentence(flag: PlanFlag, locale: Locale = 'zh-CN'): string {
  const isChinese = locale === 'zh-CN';
  switch (flag.kind) {
    case 'late-start':
      return isChinese
        ? `到 ${longDate(flag.on)}只安排 ${percent(flag.share)}，不足 ${percent(flag.limit, 0)}`
        : `Only ${percent(flag.share)} by ${longDate(flag.on, 'en')}, less than ${percent(flag.limit, 0)}`;
    case 'late-finish':
      return isChinese
        ? `${longDate(flag.from)}以后还要做 ${percent(flag.share)}，超过 ${percent(flag.limit, 0)}`
        : `${percent(flag.share)} is left after ${longDate(flag.from, 'en')}, more than ${percent(flag.limit, 0)}`;
  }
}
