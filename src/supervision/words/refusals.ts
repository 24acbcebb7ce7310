import { comparisonText } from '#/kernel/comparison/words.ts';
import { type Locale, longDate } from '#/kernel/format.ts';
import { duplicatesText } from '#/records/words/people/duplicates.ts';
import type { IssueRefusal, NotSigned, OpenRefusal } from '../rules/bulletin-state.ts';
import type { CirculationStep } from '../rules/circulation.ts';
import type { UnlikeRefusal } from '../rules/claimed-comparison.ts';
import type { CorrectionRefusal } from '../rules/correction.ts';
import type { DocumentRefusal } from '../rules/document.ts';
import type { LeaveOutRefusal } from '../rules/left-out.ts';
import type { MonthRefusal } from '../rules/month.ts';
import type { FreezeRefusal } from '../rules/month-figures.ts';
import type { SeriesRefusal } from '../rules/series.ts';
import type { TextFinding, TextRefusal } from '../rules/text-block.ts';
import { words } from './labels.ts';

export type SupervisionRefusal =
  | SeriesRefusal
  | CorrectionRefusal
  | FreezeRefusal
  | OpenRefusal
  | IssueRefusal
  | MonthRefusal
  | TextRefusal
  | NotSigned
  | DocumentRefusal
  | LeaveOutRefusal
  | UnlikeRefusal;

export const stepWords: Readonly<Record<Locale, Readonly<Record<CirculationStep | 'returned', string>>>> = {
  'zh-CN': { drafted: '拟稿', checked: '核稿', countersigned: '会签', signed: '签发', returned: '退回' },
  en: { drafted: 'drafted', checked: 'checked', countersigned: 'countersigned', signed: 'signed', returned: 'sent back' },
};
const closedZh = { circulating: '正在流转', signed: '已经签发', returned: '已经退回' } as const;
const closedEn = { circulating: 'still on its way', signed: 'signed', returned: 'sent back' } as const;

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
    case 'text-compares-unlike':
      return `“${words['zh-CN'].blocks[it.block]}”中的“${it.raw}”${comparisonText(it.comparison)}请改写后再送审。`;
    default:
      return zhOfDocument(it);
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
    case 'text-compares-unlike':
      return `“${it.raw}” in “${words.en.blocks[it.block]}”: ${comparisonText(it.comparison, 'en')} Word it anew.`;
    default:
      return enOfDocument(it);
  }
}

type OwnKind = OpenRefusal['kind'] | MonthRefusal['kind'] | TextRefusal['kind'] | 'list-not-frozen';
type OfDocument = Exclude<SupervisionRefusal, { readonly kind: OwnKind }>;

function zhOfDocument(it: OfDocument): string {
  switch (it.kind) {
    case 'issue-not-next':
      return `${it.year}年已经编到第${it.next - 1}期，下一期是第${it.next}期；期号签发时由系统编，不跳号`;
    case 'bulletin-not-issued':
      return '这份通报还没有印发，不用更正；直接退回改就可以';
    case 'nothing-to-correct':
      return `选中的有${it.count}项与印发的（含已更正的）一致，没有可更正的；请先更正台账里的数`;
    case 'entry-still-open':
      return `${it.year}年${it.month}月的填报还没有截止，暂不能固定`;
    case 'bulletin-not-signed':
      return '这份通报还没有签发，暂不能印发；请先送审，走完核稿、签发';
    case 'nothing-overseen':
      return '这个岗位还没有分管的项目；请先在年度清单里定分管领导';
    case 'document-frozen':
      return `第${it.edition}稿已经送审，内容已经固定；要改，请先退回`;
    case 'document-closed':
      return `这一稿${closedZh[it.state]}，不能再办这一步`;
    case 'other-document-content':
      return '您看到的不是这一稿的内容；请刷新后再办';
    case 'open-duplicates':
      return duplicatesText(it.figures, 'zh-CN');
    case 'scan-not-readable':
      return '扫描件请用 PDF 或图片（JPG、PNG、WebP）';
    case 'step-out-of-turn':
      return it.wants === null ? '各步都已办完' : `现在该办“${stepWords['zh-CN'][it.wants]}”，暂不能办“${stepWords['zh-CN'][it.step]}”`;
    case 'step-day-ahead':
      return `${longDate(it.on)}还没有到，请核对日期`;
    case 'step-before-last':
      return `日期不能早于上一步（${longDate(it.last)}）`;
    case 'leader-signs':
      return '签发由区领导办理；纸上已经签发的，请填签发人姓名、职务和日期代录';
    case 'line-left-out-already':
      return `这一行已按${longDate(it.decidedOn)}的决定略去`;
    case 'line-not-left-out':
      return '这一行没有略去';
    case 'sentence-compares-unlike':
      return `这句话里的比较${comparisonText(it.comparison)}请改写。`;
    case 'decided-ahead':
      return `决定日期${longDate(it.decidedOn)}还没有到，请核对`;
  }
}

function enOfDocument(it: OfDocument): string {
  switch (it.kind) {
    case 'issue-not-next':
      return `The series of ${it.year} stands at ${it.next - 1}; the next is ${it.next}. Numbers are given at the signature, without a gap`;
    case 'bulletin-not-issued':
      return 'This bulletin is not issued yet; send it back and change it';
    case 'nothing-to-correct':
      return `${it.count} of the lines read as issued, corrections included; correct the records first`;
    case 'entry-still-open':
      return `Entry of ${it.year}-${it.month} is still open`;
    case 'bulletin-not-signed':
      return 'This bulletin is not signed yet: submit it and take the steps first';
    case 'nothing-overseen':
      return 'This post oversees no project yet; set the overseeing leader in the list first';
    case 'document-frozen':
      return `Draft ${it.edition} was submitted and stays as it is; send it back to change it`;
    case 'document-closed':
      return `This draft is ${closedEn[it.state]}; the step cannot be taken any more`;
    case 'other-document-content':
      return 'What you saw is not this draft; reload and try again';
    case 'open-duplicates':
      return duplicatesText(it.figures, 'en');
    case 'scan-not-readable':
      return 'A scan is a PDF or a picture (JPG, PNG, WebP)';
    case 'step-out-of-turn':
      return it.wants === null
        ? 'All steps have been taken'
        : `The next step is “${stepWords.en[it.wants]}”, not “${stepWords.en[it.step]}”`;
    case 'step-day-ahead':
      return `${longDate(it.on, 'en')} lies ahead; check the day`;
    case 'step-before-last':
      return `The day cannot lie before the last step (${longDate(it.last, 'en')})`;
    case 'leader-signs':
      return 'A leader signs; what was signed on paper is recorded with name, post and day';
    case 'line-left-out-already':
      return `This line is left out already, by the decision of ${longDate(it.decidedOn, 'en')}`;
    case 'line-not-left-out':
      return 'This line is not left out';
    case 'sentence-compares-unlike':
      return `The comparison in this sentence: ${comparisonText(it.comparison, 'en')} Word it anew.`;
    case 'decided-ahead':
      return `The day of the decision, ${longDate(it.decidedOn, 'en')}, lies ahead`;
  }
}

/** What stands beside a number that a person typed. */
export function findingText(finding: TextFinding, locale: Locale = 'zh-CN'): string {
  const { kind, raw, use } = finding;
  if (kind === 'unlike')
    return locale === 'en' ? `“${raw}”: ${comparisonText(finding.comparison, 'en')}` : `“${raw}”${comparisonText(finding.comparison)}`;
  if (locale === 'en') {
    const way = use === null ? '' : `; write {${use}}`;
    return kind === 'contradicts' ? `“${raw}” says otherwise than the board${way}` : `“${raw}” does not come from the board`;
  }
  if (kind === 'unsupported') return `“${raw}”不是看板给出的数，请核对来源`;
  return use === null ? `“${raw}”与看板不符` : `“${raw}”与看板不符，请写{${use}}`;
}
