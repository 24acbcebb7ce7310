import { type Locale, longDate } from '#/kernel/format.ts';
import type { IssueRefusal } from '../rules/draft.ts';
import { type CourseRefusal, courseWords } from './course-refusals.ts';

export type OrdersRefusal = IssueRefusal | CourseRefusal;

/** One sentence for each refusal, with what to do next; of several drafts it says which. */
export function wordsOf(refusal: OrdersRefusal & { readonly draft?: number }, locale: Locale = 'zh-CN'): string {
  const said = isIssue(refusal) ? (locale === 'zh-CN' ? issueZh(refusal) : issueEn(refusal)) : courseWords(refusal, locale);
  if (refusal.draft === undefined || refusal.draft === 0) return said;
  return locale === 'zh-CN' ? `第${refusal.draft + 1}件：${said}` : `No. ${refusal.draft + 1}: ${said}`;
}

const ISSUING = {
  ...{ 'order-kind-unknown': true, 'unit-ended': true, 'post-elsewhere': true, 'post-vacant': true, 'order-day-missing': true },
  ...{ 'order-day-past': true, 'order-classified': true, 'asked-already': true, 'unit-month-full': true },
} as const satisfies Record<IssueRefusal['kind'], true>;

function isIssue(refusal: OrdersRefusal): refusal is IssueRefusal {
  return refusal.kind in ISSUING;
}

function issueZh(it: IssueRefusal): string {
  switch (it.kind) {
    case 'order-kind-unknown':
      return `督办规则里没有“${it.code}”这一类，请重新选择类别`;
    case 'unit-ended':
      return `“${it.unit}”已停用${it.successor === null ? '' : `，现由“${it.successor}”承接`}，暂不能交办；请改选${it.successor === null ? '其他单位' : `“${it.successor}”`}`;
    case 'post-elsewhere':
      return `岗位“${it.post}”不属于“${it.unit}”；请选该单位的岗位`;
    case 'post-vacant':
      return `“${it.unit}”的岗位“${it.post}”现在没有人担任，暂不能交办给它；请改交单位，或先在“单位和人员”里任职`;
    case 'order-day-missing':
      return `“${it.orderKind}”没有固定时限，请写明办结日期`;
    case 'order-day-past':
      return `办结日期${longDate(it.dueOn)}已经过去（今天是${longDate(it.today)}），请改为今天或以后`;
    case 'order-classified':
      return `文字里有密级标志“${it.mark}”，暂不能交办；本系统不处理涉密内容`;
    case 'asked-already':
      return `“${it.matter}”已于${longDate(it.issuedOn)}以${it.number}交办“${it.unit}”，还没有办结；同一事项不重复交办，请在该件上催办`;
    case 'unit-month-full':
      return `“${it.unit}”${it.year}年${it.month}月已有${it.count}件，达到每月${it.cap}件的上限；请并入已有的件，或写明批准的领导和理由`;
  }
}

function issueEn(it: IssueRefusal): string {
  switch (it.kind) {
    case 'order-kind-unknown':
      return `The rules know no kind “${it.code}”; choose another one`;
    case 'unit-ended':
      return `“${it.unit}” has ended${it.successor === null ? '' : ` and is continued by “${it.successor}”`}; choose ${it.successor === null ? 'another unit' : `“${it.successor}”`}`;
    case 'post-elsewhere':
      return `The post “${it.post}” does not belong to “${it.unit}”; choose one of that unit`;
    case 'post-vacant':
      return `Nobody holds the post “${it.post}” of “${it.unit}” now; give the order to the unit, or appoint somebody first`;
    case 'order-day-missing':
      return `“${it.orderKind}” has no fixed time limit; write the day it is due`;
    case 'order-day-past':
      return `The day ${longDate(it.dueOn, 'en')} has passed (today is ${longDate(it.today, 'en')}); choose today or later`;
    case 'order-classified':
      return `The text carries the classification mark “${it.mark}”; this system holds nothing classified`;
    case 'asked-already':
      return `“${it.matter}” was given to “${it.unit}” on ${longDate(it.issuedOn, 'en')} as ${it.number} and is not settled yet; one matter is not asked for twice: remind them of that order`;
    case 'unit-month-full':
      return `“${it.unit}” has ${it.count} orders in ${it.year}-${it.month}, the most a month allows (${it.cap}); add to one of them, or name the leader who approves one more, and why`;
  }
}
