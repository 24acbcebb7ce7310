import { type Locale, longDate } from '#/kernel/format.ts';
import type { IssueRefusal, OpenRefusal } from '../rules/bulletin-state.ts';
import type { MonthRefusal } from '../rules/month.ts';
import type { TextFinding, TextRefusal } from '../rules/text-block.ts';
import { words } from './labels.ts';

export type SupervisionRefusal = OpenRefusal | IssueRefusal | MonthRefusal | TextRefusal;

/** One sentence for each refusal, with what to do next. */
export function wordsOf(refusal: SupervisionRefusal, locale: Locale = 'zh-CN'): string {
  return locale === 'zh-CN' ? zh(refusal) : en(refusal);
}

function zh(it: SupervisionRefusal): string {
  switch (it.kind) {
    case 'bulletin-issued':
      return `本月通报已${it.issuedOn === null ? '' : `于${longDate(it.issuedOn)}`}印发，不再改动；有误的，在下月通报中更正`;
    case 'list-not-frozen':
      return '清单尚未冻结，暂不能印发；请先冻结清单';
    case 'month-not-begun':
      return `${it.year}年${it.month}月还没有开始（今天是${longDate(it.today)}），暂不能拟通报`;
    case 'month-outside-list':
      return `${it.year}年${it.month}月不在清单的期限内（${longDate(it.from)}至${longDate(it.to)}）`;
    case 'unknown-placeholder':
      return `没有“{${it.placeholder}}”这个占位项；请从列出的占位项中选`;
    case 'text-contradicts':
      return `“${words['zh-CN'].blocks[it.block]}”中的“${it.raw}”与看板的数不符；请改用占位项，数由看板给出`;
  }
}

function en(it: SupervisionRefusal): string {
  switch (it.kind) {
    case 'bulletin-issued':
      return `This month's bulletin was issued${it.issuedOn === null ? '' : ` on ${longDate(it.issuedOn, 'en')}`} and stays as it is; correct it in the next one`;
    case 'list-not-frozen':
      return 'The list is not frozen yet; freeze it before issuing a bulletin';
    case 'month-not-begun':
      return `The month ${it.year}-${it.month} has not begun (today is ${longDate(it.today, 'en')})`;
    case 'month-outside-list':
      return `The month ${it.year}-${it.month} lies outside the list's period (${longDate(it.from, 'en')} to ${longDate(it.to, 'en')})`;
    case 'unknown-placeholder':
      return `There is no placeholder {${it.placeholder}}; choose one of the list`;
    case 'text-contradicts':
      return `“${it.raw}” in “${words.en.blocks[it.block]}” says otherwise than the board; use a placeholder`;
  }
}

/** What stands beside a number that a person typed. */
export function findingText({ kind, raw, use }: TextFinding, locale: Locale = 'zh-CN'): string {
  if (locale === 'en') {
    const way = use === null ? '' : `; write {${use}}`;
    return kind === 'contradicts' ? `“${raw}” says otherwise than the board${way}` : `“${raw}” does not come from the board`;
  }
  if (kind === 'unsupported') return `“${raw}”不是看板给出的数，请核对来源`;
  return use === null ? `“${raw}”与看板不符` : `“${raw}”与看板不符，请写{${use}}`;
}
