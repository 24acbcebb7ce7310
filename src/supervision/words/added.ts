import { periodWords } from '#/kernel/comparison/period-words.ts';
import { offerSentence, reasonSentence, verdictWords } from '#/kernel/comparison/words.ts';
import { type Locale, number } from '#/kernel/format.ts';
import { LEAST_SHOWN } from '#/records/rules/people/suppress.ts';
import { type BulletinContent, printed } from '../rules/bulletin.ts';
import type { AddedSince } from '../rules/movement.ts';

/** 本月新增: what came on top since the last bulletin, and whether it may stand beside what came before. Where the same holds for several, it is said once. */
export function addedSentences(
  content: Pick<BulletinContent, 'movement' | 'leftOut'>,
  locale: Locale,
  isPublic = false,
): readonly string[] {
  const all = printed(content, content.movement?.added ?? []);
  const items = isPublic ? all.filter((it) => !isFew(it)) : all;
  const held = all.length === items.length ? [] : [HELD[locale](all.length - items.length)];
  if (locale === 'en') return [...items.map((it) => sentence(it, 'en')), ...held];
  const alikes = [...Map.groupBy(items, judgedBy).values()].flatMap((alike) =>
    alike.length > 1 && rateOf(alike[0]!)?.code === 'per-span' ? [together(alike)] : alike.map((it) => sentence(it, 'zh-CN')),
  );
  return [...alikes, ...held];
}

/** So few persons that one of them might be known. */
function isFew({ isOfPersons, comparison: { a, b } }: AddedSince): boolean {
  return isOfPersons === true && [a.count, b.count].some((it) => it !== null && it > 0 && it < LEAST_SHOWN);
}

const HELD: Readonly<Record<Locale, (count: number) => string>> = {
  'zh-CN': (count) => `另有${count}项的新增人数不足${LEAST_SHOWN}，不列。`,
  en: (count) => `Of ${count} more fewer than ${LEAST_SHOWN} persons were added; they are not listed.`,
};

type Rate = AddedSince['comparison']['offers'][number];

function rateOf({ comparison: { offers } }: AddedSince): Rate | undefined {
  return offers.find(({ code }) => code === 'per-span') ?? offers.find(({ code }) => code === 'change');
}

function judgedBy({ comparison: { a, b, verdict, reasons } }: AddedSince): string {
  const periods = [a, b].map(({ period }) => periodWords(period!, 'zh-CN'));
  return [...periods, verdict, ...reasons.map((it) => reasonSentence(it, 'zh-CN'))].join('|');
}

const PER = { month: '月均', day: '日均' } as const;

function together(alike: readonly AddedSince[]): string {
  const { a, b, verdict, reasons } = alike[0]!.comparison;
  const why = reasons.map((it) => reasonSentence(it, 'zh-CN')).join('；');
  const judged = verdict === 'comparable' ? '' : `${verdictWords['zh-CN'][verdict]}（${why}），`;
  const rate = rateOf(alike[0]!)!;
  const each = alike.map((it) => {
    const [{ count, measureUnit }, own] = [it.comparison.a, rateOf(it)!];
    const rates = own.code === 'per-span' && own.a !== null && own.b !== null ? `，${number(own.a)}对${number(own.b)}` : '';
    return `第${it.no}件${it.object}新增${number(count!)}${measureUnit}${rates}`;
  });
  const per = rate.code === 'per-span' ? PER[rate.unit] : '';
  return `${periodWords(a.period!, 'zh-CN')}新增的与此前（${periodWords(b.period!, 'zh-CN')}）${judged}只列${per}（新增对此前）：${each.join('；')}。`;
}

type Unlike = { readonly no: string; readonly object: string; readonly newer: string; readonly why: readonly string[] };

/** Where the figures at the two ends were counted unlike, what came on top is not a difference of the two. */
function notSubtracted({ no, object, newer, why }: Unlike, locale: Locale): string {
  if (locale === 'en')
    return `No. ${no}, ${object}: not comparable (${why.join('; ')}); what was added ${newer} is not a difference of the two and not listed.`;
  return `第${no}件${object}不可比（${why.join('；')}），前后不能相减，${newer}新增的数不列。`;
}

const STOP: Readonly<Record<Locale, string>> = { 'zh-CN': '。', en: '.' };

function sentence(item: AddedSince, locale: Locale): string {
  const { no, object, comparison } = item;
  const { a, b, verdict, reasons } = comparison;
  const rate = rateOf(item);
  const said = rate === undefined ? '' : offerSentence(rate, comparison, locale) + STOP[locale];
  const why = reasons.map((it) => reasonSentence(it, locale));
  const [newer, older] = [periodWords(a.period!, locale), periodWords(b.period!, locale)];
  if (a.count === null) return notSubtracted({ no, object, newer, why }, locale);
  if (locale === 'en') {
    const judged = verdict === 'comparable' ? '' : `; ${verdictWords.en[verdict]} (${why.join('; ')})`;
    return `No. ${no}, ${object}: ${number(a.count!)} ${a.measureUnit} added ${newer}, ${number(b.count!)} before (${older})${judged}. ${said}`.trim();
  }
  const judged = verdict === 'comparable' ? '' : `，${verdictWords['zh-CN'][verdict]}（${why.join('；')}）`;
  return `第${no}件${object}${newer}新增${number(a.count!)}${a.measureUnit}，此前（${older}）${number(b.count!)}${b.measureUnit}${judged}。${said}`;
}
