import { type Locale, longDate, number } from '#/kernel/format.ts';
import type { DifficultyRefusal } from '../rules/difficulty.ts';
import type { PriorityRefusal } from '../rules/priorities.ts';
import type { AppealRefusal, EntryRefusal, RoundRefusal } from '../rules/round.ts';
import type { SettlementRefusal } from '../rules/settlement.ts';
import type { SheetRefusal } from '../rules/sheet.ts';

export type AssessmentRefusal =
  | SheetRefusal
  | DifficultyRefusal
  | PriorityRefusal
  | RoundRefusal
  | EntryRefusal
  | AppealRefusal
  | SettlementRefusal;

type Kind = AssessmentRefusal['kind'];
type Of<K extends Kind> = Extract<AssessmentRefusal, { readonly kind: K }>;
type Sentences = { readonly [K in Kind]: (facts: Of<K>) => string };

/** One sentence for each refusal, with what to do next. */
export function wordsOf(refusal: AssessmentRefusal, locale: Locale = 'zh-CN'): string {
  const sentence = sentences[locale][refusal.kind] as (facts: AssessmentRefusal) => string;
  return sentence(refusal);
}

const zh: Sentences = {
  'weights-do-not-add-up': ({ sum, wants }) =>
    `各项分值合计${number(sum)}分，要合计${wants}分，${sum < wants ? `还差${number(wants - sum)}` : `多出${number(sum - wants)}`}分；请调整后再保存`,
  'line-key-twice': ({ title }) => `“${title}”的代码与另一行相同；请换一个`,
  'source-twice': ({ title }) => `“${title}”的口径在同一部分里用了两次，同一件事不重复计分；请删去一行或换口径`,
  'grades-out-of-order': ({ name }) => `等次“${name}”的分数线没有低于上一等；请从高到低排列`,
  'veto-only-by-hand': ({ title }) => `“${title}”由系统计算，不能设为一票否决；否决要有人负责，请用人工扣分`,
  'sheet-unchanged': () => '评分表没有改动',
  'difficulty-unchanged': ({ coefficient }) => `难度系数已经是${number(coefficient)}`,
  'priority-twice': ({ title }) => `重点“${title}”写了两次；请删去一个`,
  'unknown-priority': () => '有项目对应到不在表上的重点；请刷新后再填',
  'unknown-project': () => '有一个项目不在这份清单上；请刷新后再填',
  'list-not-frozen': () => '清单尚未冻结，暂不能考评；请先冻结清单',
  'quarter-not-begun': ({ from }) => `这个季度${longDate(from)}才开始，暂不能考评`,
  'quarter-not-over': ({ to }) => `这个季度到${longDate(to)}结束，结束后才能印发`,
  'quarter-outside-list': ({ from, to }) => `这个季度不在清单的期限内（${longDate(from)}至${longDate(to)}）`,
  'no-unit-to-score': () => '清单上没有列牵头单位的承诺，没有可以考评的单位；请先明确牵头单位',
  'round-published': ({ on }) => `本季考评已于${longDate(on)}印发，不再改动`,
  'recount-needs-reason': () => '已经送单位核对；要重算，请写明原因，申诉期重新计算',
  'appeals-open': ({ count, units }) => `还有${count}件申诉没有裁定（${units.join('、')}），暂不能印发`,
  'appeal-time-running': ({ until, units }) =>
    `申诉期到${longDate(until)}，还有${units.length}个单位没有确认（${listed(units, '、', '等')}），暂不能印发`,
  'not-scored': () => '这个单位没有牵头的承诺，不在本季考评之内',
  'other-unit': () => '只能确认本单位的得分',
  'no-such-line': ({ lineKey }) => `评分表上没有“${lineKey}”这一行；请刷新后再选`,
  'appeal-late': ({ until }) => `申诉期已于${longDate(until)}截止`,
  'appeal-standing': ({ title }) => `对“${title}”的申诉还没有裁定，不必重复提出`,
  'appeal-decided': ({ on }) => `这件申诉已${on === null ? '' : `于${longDate(on)}`}裁定`,
  'points-beyond-line': ({ title, most }) => `“${title}”最多${number(most)}分；请改小`,
  'confirmed-already': ({ on }) => `这一稿已于${longDate(on)}确认`,
  'no-manual-line': ({ lineKey }) => `“${lineKey}”不是人工评分的一行，分数由系统计算`,
  'evidence-missing': () => '人工评分必须附材料；请先上传',
  'year-not-over': ({ to }) => `清单的期限到${longDate(to)}，过了这一天才能结账；现在可以看预览`,
  'year-settled': ({ on }) => `本年已于${longDate(on)}结账，不再改动`,
  'carry-over-undecided': ({ count }) => `还有${count}项没有完成的承诺没有写明结转还是不再实施；请逐项记录`,
  'decided-ahead': ({ decidedOn }) => `决定日期${longDate(decidedOn)}还没有到，请核对`,
  'wrong-year': ({ after }) => `结转要写明转入哪一年（${after}年以后）；不结转的，不写年份`,
  'kept-needs-no-carry-over': () => '这一项已经完成或终止，不用结转',
};

const en: Sentences = {
  'weights-do-not-add-up': ({ sum, wants }) => `The lines add up to ${number(sum)}, not to ${wants}; adjust them and save again`,
  'line-key-twice': ({ title }) => `“${title}” has the code of another line; choose another`,
  'source-twice': ({ title }) => `What “${title}” counts is counted already; remove a line or count something else`,
  'grades-out-of-order': ({ name }) => `The grade “${name}” does not begin below the one above it`,
  'veto-only-by-hand': ({ title }) => `“${title}” is computed and cannot veto; a person answers for a veto`,
  'sheet-unchanged': () => 'Nothing in the sheet has changed',
  'difficulty-unchanged': ({ coefficient }) => `The coefficient is ${number(coefficient)} already`,
  'priority-twice': ({ title }) => `The priority “${title}” stands twice`,
  'unknown-priority': () => 'A project is tied to a priority that is not on the table; reload',
  'unknown-project': () => 'A project is not on this list; reload',
  'list-not-frozen': () => 'The list is not frozen yet; freeze it first',
  'quarter-not-begun': ({ from }) => `This quarter begins on ${longDate(from, 'en')}`,
  'quarter-not-over': ({ to }) => `This quarter ends on ${longDate(to, 'en')}; it is published afterwards`,
  'quarter-outside-list': ({ from, to }) => `This quarter lies outside the list (${longDate(from, 'en')} to ${longDate(to, 'en')})`,
  'no-unit-to-score': () => 'No promise of the list names a lead unit; name them first',
  'round-published': ({ on }) => `This quarter was published on ${longDate(on, 'en')} and stays as it is`,
  'recount-needs-reason': () => 'The draft is before the units; say why it is counted anew, the days to appeal begin again',
  'appeals-open': ({ count, units }) => `${count} appeals are undecided (${units.join(', ')})`,
  'appeal-time-running': ({ until, units }) =>
    `Appeals run until ${longDate(until, 'en')}; ${units.length} units have not confirmed (${listed(units, ', ', ' …')})`,
  'not-scored': () => 'This unit leads no promise and is not assessed',
  'other-unit': () => 'A unit confirms its own score only',
  'no-such-line': ({ lineKey }) => `The sheet has no line “${lineKey}”; reload`,
  'appeal-late': ({ until }) => `Appeals ended on ${longDate(until, 'en')}`,
  'appeal-standing': ({ title }) => `An appeal against “${title}” is undecided already`,
  'appeal-decided': ({ on }) => `This appeal was decided${on === null ? '' : ` on ${longDate(on, 'en')}`}`,
  'points-beyond-line': ({ title, most }) => `“${title}” has at most ${number(most)} points`,
  'confirmed-already': ({ on }) => `This draft was confirmed on ${longDate(on, 'en')}`,
  'no-manual-line': ({ lineKey }) => `“${lineKey}” is no line by hand; it is computed`,
  'evidence-missing': () => 'Points by hand need evidence; upload it first',
  'year-not-over': ({ to }) => `The list runs until ${longDate(to, 'en')}; it is settled afterwards`,
  'year-settled': ({ on }) => `This year was settled on ${longDate(on, 'en')} and stays as it is`,
  'carry-over-undecided': ({ count }) => `${count} promises that were not kept are neither carried over nor stopped; record it for each`,
  'decided-ahead': ({ decidedOn }) => `The day of the decision, ${longDate(decidedOn, 'en')}, lies ahead`,
  'wrong-year': ({ after }) => `Say into which year after ${after} it is carried over; name no year where it is not`,
  'kept-needs-no-carry-over': () => 'This promise was kept or ended and needs no carrying over',
};

const sentences = { 'zh-CN': zh, en } as const satisfies Record<Locale, Sentences>;

/** The first few of many names. */
function listed(names: readonly string[], between: string, more: string): string {
  return `${names.slice(0, 5).join(between)}${names.length > 5 ? more : ''}`;
}
