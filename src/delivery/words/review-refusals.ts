import { type Locale, longDate } from '#/kernel/format.ts';
import type { KeyRefusal, KeyState, LockedBy, Period } from '../rules/period.ts';
import type { ReviewRefusal } from '../rules/review.ts';
import type { UnchangedBecause } from '../rules/sending.ts';
import type { VerificationRefusal } from '../rules/verification.ts';

type Both = readonly [zh: string, en: string];
type Of<Refusal extends { readonly kind: string }> = {
  readonly [Kind in Refusal['kind']]: (refusal: Extract<Refusal, { kind: Kind }>) => Both;
};

const monthZh = (period: Period) => `${Number(period.slice(0, 4))}年${Number(period.slice(5))}月`;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const monthEn = (period: Period) => `${MONTHS[Number(period.slice(5)) - 1]} ${period.slice(0, 4)}`;

export const keyStateWords: Readonly<Record<KeyState, Both>> = {
  open: ['未审定', 'not approved yet'],
  approved: ['单位已审定', 'approved by the unit'],
  received: ['督查室已接收', 'received by the office'],
};

const list = (items: readonly string[], locale: 'zh' | 'en') =>
  items.length <= 5
    ? items.join(locale === 'zh' ? '、' : ', ')
    : `${items.slice(0, 5).join(locale === 'zh' ? '、' : ', ')}${locale === 'zh' ? `等 ${items.length} 项` : ` and ${items.length - 5} more`}`;

const LOCKED: Readonly<Record<LockedBy, Both>> = {
  approved: keyStateWords.approved,
  received: keyStateWords.received,
  closed: ['全区已锁定', 'closed for the district'],
  ended: ['填报已截止', 'closed for entry, its days are over'],
};

const WHO_OPENS: Readonly<Record<LockedBy, Both>> = {
  approved: ['请单位负责人撤回审定后再报', 'ask the head of your unit to withdraw the approval'],
  received: ['请向督查室申请补报许可', 'ask the supervision office for a late entry'],
  closed: ['请向督查室申请补报许可', 'ask the supervision office for a late entry'],
  ended: ['请向督查室申请补报许可', 'ask the supervision office for a late entry'],
};

export const keyRefusals: Of<KeyRefusal> = {
  'key-state': ({ state }) => [`当前是“${keyStateWords[state][0]}”，请刷新后再看`, `It is ${keyStateWords[state][1]}; reload to see it`],
  'period-closed': ({ period }) => [
    `${monthZh(period)}全区已锁定，请督查室先解锁全区，再逐个单位退回`,
    `${monthEn(period)} is closed for the whole district; it has to be reopened first`,
  ],
  'period-not-closed': ({ period }) => [`${monthZh(period)}没有锁定，不用解锁`, `${monthEn(period)} is not closed`],
  'period-ahead': ({ period }) => [`${monthZh(period)}还没有开始，暂不能审定`, `${monthEn(period)} has not begun yet`],
  'entry-ended': ({ period }) => [
    `${monthZh(period)}的填报已经截止，请刷新后再看`,
    `Entry of ${monthEn(period)} has ended already; reload to see it`,
  ],
  'entry-not-ended': ({ period }) => [`${monthZh(period)}的填报没有截止，可直接报送`, `Entry of ${monthEn(period)} has not ended`],
  'entry-month-running': ({ period }) => [`${monthZh(period)}还没有过完，暂不能关闭填报`, `${monthEn(period)} is not over yet`],
  'promises-unanswered': ({ promises }) => [
    `还有 ${promises.length} 项没有报送，也没有说明本月无变化：${list(promises, 'zh')}`,
    `${promises.length} promises have no report and no statement that nothing changed: ${list(promises, 'en')}`,
  ],
  'reports-waiting': ({ count }) => [
    `还有 ${count} 条报送没有处理完，请先审核、采用或退回`,
    `${count} reports are not decided yet; review, adopt or send them back first`,
  ],
  'units-not-received': ({ units }) => [`还没有接收的单位：${list(units, 'zh')}`, `Not received yet: ${list(units, 'en')}`],
  'period-locked': ({ period, state, lapsedOn }) => [
    `${monthZh(period)}的数据${LOCKED[state][0]}，暂不能补报或更正；${
      lapsedOn === null ? '' : `补报许可已于 ${longDate(lapsedOn)}到期，`
    }${WHO_OPENS[state][0]}`,
    `${monthEn(period)} is ${LOCKED[state][1]}; ${
      lapsedOn === null ? '' : `the late entry ended on ${longDate(lapsedOn, 'en')}; `
    }${WHO_OPENS[state][1]}`,
  ],
  'exception-ends-past': ({ until }) => [
    `补报许可的截止日 ${longDate(until)}已过，请选今天或以后的日子`,
    `The late entry would end on ${longDate(until, 'en')}, which is past`,
  ],
  'nothing-locked': ({ period }) => [
    `该单位${monthZh(period)}没有锁定，可直接报送`,
    `${monthEn(period)} is open for this unit; no exception is needed`,
  ],
};

export const reviewRefusals: Of<Extract<ReviewRefusal, { kind: 'own-report' | 'one-step' }>> = {
  'own-report': () => ['自己录入的不能自己审核，请另一位同事处理', 'Nobody reviews his own entry; ask a colleague'],
  'one-step': () => [
    '该报送没有经过单位审核，只能退回填报人',
    'This report was not reviewed inside its unit; send it back to the reporter',
  ],
};

export const verificationRefusals: Of<Exclude<VerificationRefusal, { kind: 'own-unit' | 'own-report' }>> = {
  'only-adopted-verified': () => [
    '只核查已采用的数字；这条已不是采用状态，请刷新',
    'Only adopted figures are verified; reload to see this one',
  ],
  'not-in-sample': () => ['这条报送不在所选的样本里', 'This report is not in the sample'],
  'no-evidence-to-check': () => [
    '这条报送没有佐证材料，材料核查只能记“无法核实”，或改为现场抽查',
    'The report has no evidence: by evidence it can only be unverifiable; or go and see',
  ],
  'photo-missing': () => ['现场抽查请附现场照片', 'A verdict on site needs a photo'],
  'verdict-needs-note': () => ['请写明不符或无法核实的情况', 'Say what does not match, or why it could not be verified'],
  'due-day-missing': () => ['请写明更正期限', 'Say by when it has to be corrected'],
  'due-day-past': ({ dueOn }) => [
    `更正期限 ${longDate(dueOn)}已过，请选今天或以后的日子`,
    `${longDate(dueOn, 'en')} is past; choose today or later`,
  ],
  'nothing-to-sample': () => ['这个月没有已采用的报送可抽', 'No adopted report of this month to draw from'],
};

const BECAUSE: Readonly<Record<UnchangedBecause, Both>> = {
  'period-ahead': ['这个月还没有开始', 'the month has not begun'],
  'nothing-known': ['还没有采用过数字', 'nothing has been adopted yet'],
  'newer-known': ['已有同日或更新的数字', 'a figure of that day or a newer one is known'],
  'other-measure': ['上次报送的口径与承诺不同', 'the last figure counts something else than the promise'],
  'ratio-of-periods': ['上次的比率是本期数，须重新填分子分母', 'the last ratio is of a period; give numerator and denominator anew'],
};

export const unchangedBecause = (because: UnchangedBecause): Both => [
  `不能直接报“本月无变化”：${BECAUSE[because][0]}，请填写报送`,
  `“Nothing changed” cannot be said: ${BECAUSE[because][1]}; please fill in a report`,
];

export function monthWord(period: Period, locale: Locale): string {
  return locale === 'zh-CN' ? monthZh(period) : monthEn(period);
}
