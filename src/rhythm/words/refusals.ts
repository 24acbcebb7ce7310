import { type Locale, longDate } from '#/kernel/format.ts';
import { wordsOf as wordsOfOrders } from '#/orders/words/refusals.ts';
import type { DecisionRefusal } from '../rules/decision.ts';
import type { CheckRefusal } from '../rules/file-check.ts';
import type { LetterRefusal } from '../rules/letter.ts';
import type { MeetingRefusal } from '../rules/meeting.ts';
import type { BlockerRefusal } from '../rules/move-blocker.ts';
import type { OnSiteRefusal } from '../rules/on-site.ts';
import { levelWords } from './agenda.ts';

export type RhythmRefusal = CheckRefusal | BlockerRefusal | LetterRefusal | OnSiteRefusal | MeetingRefusal | DecisionRefusal;
type Kind = RhythmRefusal['kind'];
type Of<K extends Kind> = Extract<RhythmRefusal, { readonly kind: K }>;
type Sentences = { readonly [K in Kind]: (facts: Of<K>) => string };

const lettersZh = { drafted: '还没有发出', sent: '已经发出', answered: '已有答复', withdrawn: '已经作废' } as const;
const lettersEn = { drafted: 'not sent yet', sent: 'sent', answered: 'answered', withdrawn: 'withdrawn' } as const;

const zh: Sentences = {
  'no-such-week': ({ year, week }) => `${year}年没有第${week}周，请检查周次`,
  'week-not-begun': ({ week, begins }) => `第${week}周从${longDate(begins)}开始，还不能报；请先报本周`,
  'week-too-old': ({ week, oldest }) => `第${week}周已经结束，不再补报；最早可补报第${oldest}周，更早的情况写进本周`,
  'nothing-asked': ({ week }) => `第${week}周没有要本单位碰头的事项，不用报`,
  'check-line-missing': ({ no, name }) => `第${no}件“${name}”还没有填；没有变化的，请点“本周无变化”`,
  'check-line-empty': ({ no, name }) => `第${no}件“${name}”是空的；请写做了什么、下一步或问题，没有变化的点“本周无变化”`,
  'needs-without-problem': ({ no, name }) => `第${no}件“${name}”写了需要谁协调，没有写什么问题；请补上问题`,
  'blocker-settled': ({ on, by }) => `这个堵点已由${by}于${longDate(on)}办结；还没有解决的，请先重新打开`,
  'blocker-open': () => '这个堵点还没有办结，不用重新打开',
  'blocker-at-level': ({ level }) => `这个堵点已经在“${levelWords['zh-CN'][level]}”这一级`,
  'blocker-level-not-yours': ({ level }) => `提到“${levelWords['zh-CN'][level]}”由督查室办；请先提到分管领导，或与督查室联系`,
  'blocker-step-skipped': ({ next }) => `请逐级上提，下一级是“${levelWords['zh-CN'][next]}”`,
  'nobody-oversees': ({ no, name }) => `第${no}件“${name}”还没有定分管领导；请在年度清单里定好，再提请分管领导`,
  'outside-body-unnamed': () => '请写明提请哪个市级部门，或哪家供水、供电、供气、供热单位',
  'settled-outside-life': ({ raisedOn, today }) => `办结日期要在${longDate(raisedOn)}（提出）到${longDate(today)}（今天）之间`,
  'unit-not-of-project': ({ no, name }) => `第${no}件“${name}”不由本单位牵头或配合，暂不能办理；请与牵头单位或督查室联系`,
  'letter-state': ({ state }) => `这份函${lettersZh[state]}，暂不能这样办理`,
  'letter-answer-early': ({ sentOn }) => `答复日期不能早于发函日期${longDate(sentOn)}`,
  'letter-day-ahead': ({ today }) => `日期不能晚于今天（${longDate(today)}）`,
  'letter-answer-by-past': ({ answerBy }) => `请对方答复的日期${longDate(answerBy)}太早；请改到发函以后`,
  'on-site-day-ahead': ({ today }) => `现场办公的日期不能晚于今天（${longDate(today)}）`,
  'leader-post-empty': ({ title, on }) => `${longDate(on)}没有人任“${title}”；请先在组织机构里补任职`,
  'not-a-leader': ({ title }) => `“${title}”不是区领导岗位；现场办公台账只记区领导`,
  'blocker-of-other-project': () => '这个堵点不是这件实事的；请重新选堵点',
  'on-site-struck': () => '这一条已经划去',
  'meeting-closed': ({ on, by }) => `会议已由${by}于${longDate(on)}散会，议定事项已经交办；要改的，走督办的延期、退办或更正`,
  'meeting-cancelled': () => '会议已经取消',
  'meeting-not-begun': () => '会议还没有开始；请先点“开会”',
  'meeting-begun': () => '会议已经开始，议程不再改动；会上新增的写成议定事项',
  'meeting-day-ahead': ({ plannedOn }) => `会议定在${longDate(plannedOn)}；提前开的，请先改会议日期`,
  'meeting-day-past': ({ plannedOn }) => `会议日期${longDate(plannedOn)}已过；请选今天或以后`,
  'meeting-time-turned': () => '结束时间要晚于开始时间',
  'meeting-under-way': ({ year, no }) => `${year}年第${no}次会议还没有散会；请先散会`,
  'list-not-frozen': () => '清单尚未冻结，暂不能开调度会；请先冻结清单',
  'agenda-empty': () => '议程是空的；没有要研究的，可以取消会议，或增列议题',
  'agenda-item-unknown': () => '议程里没有这一项了，可能已有变化；请刷新后再改',
  'agenda-item-computed': () => '这一项是由数据算出的，只能写明理由不列入',
  'nobody-present': () => '还没有记到会人员；请先记到会，再散会',
  'attendance-unnamed': ({ title }) => `“${title}”由人代为出席的，请写明代会人姓名`,
  'decision-without-day': () => '定了单位的，请写明办结时限',
  'decision-without-unit': () => '写了岗位或时限的，请先选单位；不交办的，单位、时限都不填',
  'decision-day-past': ({ dueOn }) => `时限${longDate(dueOn)}已过；请选今天或以后`,
  'decision-item-unknown': () => '议程里没有这一项；请刷新后再记',
  'decision-struck': () => '这一条已经删去',
  'decision-not-issued': ({ text, order }) => `“${text}”暂不能交办：${wordsOfOrders(order, 'zh-CN')}。其余各条也还没有交办，改好后再散会`,
};

const en: Sentences = {
  'no-such-week': ({ year, week }) => `${year} has no week ${week}`,
  'week-not-begun': ({ week, begins }) => `Week ${week} begins on ${longDate(begins, 'en')}; answer this week first`,
  'week-too-old': ({ week, oldest }) => `Week ${week} is over; the oldest that is still taken is week ${oldest}`,
  'nothing-asked': ({ week }) => `Week ${week} asks nothing of your unit`,
  'check-line-missing': ({ no, name }) => `${no} “${name}” has no answer yet; choose “no change” where there is none`,
  'check-line-empty': ({ no, name }) => `${no} “${name}” is empty; say what was done, what comes next or what is the problem`,
  'needs-without-problem': ({ no, name }) => `${no} “${name}” says who is needed, not what for`,
  'blocker-settled': ({ on, by }) => `It was settled by ${by} on ${longDate(on, 'en')}; reopen it first`,
  'blocker-open': () => 'It is still open',
  'blocker-at-level': ({ level }) => `It is already with ${levelWords.en[level]}`,
  'blocker-level-not-yours': ({ level }) => `The supervision office brings it to ${levelWords.en[level]}; go to your leader first`,
  'blocker-step-skipped': ({ next }) => `One level at a time; the next is ${levelWords.en[next]}`,
  'nobody-oversees': ({ no, name }) => `Nobody oversees ${no} “${name}” yet; set it on the list`,
  'outside-body-unnamed': () => 'Name the city department or the utility',
  'settled-outside-life': ({ raisedOn, today }) => `The day lies between ${longDate(raisedOn, 'en')} and ${longDate(today, 'en')}`,
  'unit-not-of-project': ({ no, name }) => `${no} “${name}” is not of your unit`,
  'letter-state': ({ state }) => `The letter is ${lettersEn[state]}`,
  'letter-answer-early': ({ sentOn }) => `The letter went out on ${longDate(sentOn, 'en')}; its answer is not older`,
  'letter-day-ahead': ({ today }) => `Not later than today (${longDate(today, 'en')})`,
  'letter-answer-by-past': ({ answerBy }) => `${longDate(answerBy, 'en')} is too early for an answer`,
  'on-site-day-ahead': ({ today }) => `Not later than today (${longDate(today, 'en')})`,
  'leader-post-empty': ({ title, on }) => `Nobody held “${title}” on ${longDate(on, 'en')}`,
  'not-a-leader': ({ title }) => `“${title}” is no leader's post`,
  'blocker-of-other-project': () => 'The blocker is of another project',
  'on-site-struck': () => 'The entry is struck already',
  'meeting-closed': ({ on, by }) => `Closed by ${by} on ${longDate(on, 'en')}; its orders are issued. Change them as orders`,
  'meeting-cancelled': () => 'The meeting is cancelled',
  'meeting-not-begun': () => 'The meeting has not begun',
  'meeting-begun': () => 'The meeting is under way; its agenda stands',
  'meeting-day-ahead': ({ plannedOn }) => `It is planned for ${longDate(plannedOn, 'en')}; move it first`,
  'meeting-day-past': ({ plannedOn }) => `${longDate(plannedOn, 'en')} is past`,
  'meeting-time-turned': () => 'It ends after it begins',
  'meeting-under-way': ({ year, no }) => `Meeting ${no} of ${year} is not closed yet`,
  'list-not-frozen': () => 'The list is not frozen yet',
  'agenda-empty': () => 'The agenda is empty; cancel the meeting or add an item',
  'agenda-item-unknown': () => 'There is no such item any more; reload',
  'agenda-item-computed': () => 'A computed item can only be left out with a reason',
  'nobody-present': () => 'Nobody is recorded as present yet',
  'attendance-unnamed': ({ title }) => `Name the substitute for “${title}”`,
  'decision-without-day': () => 'A unit needs a day',
  'decision-without-unit': () => 'Post and day need a unit',
  'decision-day-past': ({ dueOn }) => `${longDate(dueOn, 'en')} is past`,
  'decision-item-unknown': () => 'There is no such item; reload',
  'decision-struck': () => 'It is struck already',
  'decision-not-issued': ({ text, order }) => `“${text}”: ${wordsOfOrders(order, 'en')}. Nothing is issued yet; correct it and close again`,
};

/** One sentence for each refusal, with what to do next. */
export function wordsOf(refusal: RhythmRefusal, locale: Locale = 'zh-CN'): string {
  const sentences = locale === 'zh-CN' ? zh : en;
  return (sentences[refusal.kind] as (facts: RhythmRefusal) => string)(refusal);
}
