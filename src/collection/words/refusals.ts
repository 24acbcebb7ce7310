import { wordsOf as wordsOfDelivery } from '#/delivery/words/refusals.ts';
import { type Locale, longDate } from '#/kernel/format.ts';
import type { CollectionRefusal } from '../rules/batch.ts';
import type { TemplateRefusal } from '../rules/template.ts';

export type AnyCollectionRefusal = CollectionRefusal | TemplateRefusal;

type Both = readonly [zh: string, en: string];
type Sentences = { readonly [Kind in AnyCollectionRefusal['kind']]: (refusal: Extract<AnyCollectionRefusal, { kind: Kind }>) => Both };

const sentences: Sentences = {
  'as-of-outside-period': (it) => [
    `截至日${longDate(it.asOf)}不在报送期内（${longDate(it.from)}至${longDate(it.to)}），请改到期内的一天`,
    `The as-of day ${it.asOf} lies outside the period (${it.from} to ${it.to}); choose a day within it`,
  ],
  'due-before-as-of': (it) => [
    `报回日${longDate(it.dueOn)}早于截至日${longDate(it.asOf)}，请往后改`,
    `The due day ${it.dueOn} lies before the as-of day ${it.asOf}; choose a later one`,
  ],
  'batch-settled': (it) => [
    `这批表已由${it.by}${it.state === 'confirmed' ? '确认' : '放弃'}，请刷新后查看；要补收文件，请重新放入`,
    `This batch was ${it.state} by ${it.by} already; reload to see it, and drop further files anew`,
  ],
  'list-not-frozen': () => ['清单还没有定稿，定稿后才能收表', 'The list is not frozen yet; forms are collected after that'],
  'received-in-future': (it) => [
    `收到日期${longDate(it.receivedOn)}晚于今天，请改为实际收到的日期`,
    `The day of receipt ${it.receivedOn} has not come yet; enter the day on which the forms came`,
  ],
  'nobody-to-ask': () => [
    '本期没有需要报送的单位：清单没有牵头单位，或全部承诺都已核验销号',
    'Nobody owes figures for this period: there is no lead unit, or every promise is accepted as kept',
  ],
  'too-many-files': (it) => [
    `一批最多收 ${it.limit} 个文件，请分批放入`,
    `A batch takes at most ${it.limit} files; drop them in several batches`,
  ],
  'row-not-acceptable': (it) => [
    `${it.unit}第 ${it.no} 项已有变化或还不能采用，请刷新后重新勾选`,
    `No. ${it.no} of ${it.unit} changed or cannot be taken; reload and choose again`,
  ],
  'correction-reason-missing': (it) => [
    `${it.unit}第 ${it.no} 项本期已有报送，替换它须写明原因`,
    `No. ${it.no} of ${it.unit} has a report for this period; replacing it needs a reason`,
  ],
  'row-refused': (it) => [
    `${it.unit}第 ${it.no} 项：${wordsOfDelivery(it.refusal)}`,
    `${it.unit}, no. ${it.no}: ${wordsOfDelivery(it.refusal, 'en')}`,
  ],
  'not-a-template': () => [
    '读不出表格或占位的文字。请上传上级的空白表（.xlsx 或 .docx），旧格式请先另存',
    'No table or placeholder can be read from it; upload the blank form as .xlsx or .docx',
  ],
  'place-not-there': (it) => [
    `文件里没有“${it.sheet}”的“${it.at}”这个位置（或同一张表有两处逐行填写），请重新指定`,
    `The place “${it.at}” of “${it.sheet}” is not in the file (or one sheet repeats rows twice); choose it again`,
  ],
  'nothing-mapped': () => ['还没有指定任何位置：点格子，选择填什么', 'No place has been chosen yet: click a cell and say what fills it'],
  'template-changed': () => ['别人刚刚改过这张套表，请刷新后再改', 'Someone else has just changed this form; reload, then edit again'],
};

/** One sentence for each refusal: what is in the way, and what to do. */
export function wordsOf(refusal: AnyCollectionRefusal, locale: Locale = 'zh-CN'): string {
  const [zh, en] = (sentences[refusal.kind] as (it: AnyCollectionRefusal) => Both)(refusal);
  return locale === 'zh-CN' ? zh : en;
}
