import { periodWords } from '#/kernel/comparison/period-words.ts';
import { offerSentence, reasonSentence, verdictWords } from '#/kernel/comparison/words.ts';
import { type Locale, number } from '#/kernel/format.ts';
import { type BulletinContent, printed } from '../rules/bulletin.ts';
import type { AddedSince } from '../rules/movement.ts';

/** 本月新增: what came on top since the last bulletin, and whether it may stand beside what came before. */
export function addedSentences(content: Pick<BulletinContent, 'movement' | 'leftOut'>, locale: Locale): readonly string[] {
  return printed(content, content.movement?.added ?? []).map((it) => sentence(it, locale));
}

function sentence({ no, object, comparison }: AddedSince, locale: Locale): string {
  const { a, b, verdict, reasons, offers } = comparison;
  const rate = offers.find(({ code }) => code === 'per-span') ?? offers.find(({ code }) => code === 'change');
  const said = rate === undefined ? '' : offerSentence(rate, comparison, locale);
  const why = reasons.map((it) => reasonSentence(it, locale));
  const [newer, older] = [periodWords(a.period!, locale), periodWords(b.period!, locale)];
  if (locale === 'en') {
    const judged = verdict === 'comparable' ? '' : `; ${verdictWords.en[verdict]} (${why.join('; ')})`;
    return `No. ${no}, ${object}: ${number(a.count!)} ${a.measureUnit} added ${newer}, ${number(b.count!)} before (${older})${judged}. ${said}.`;
  }
  const judged = verdict === 'comparable' ? '' : `，${verdictWords['zh-CN'][verdict]}（${why.join('；')}）`;
  return `第${no}件${object}${newer}新增${number(a.count!)}${a.measureUnit}，此前（${older}）${number(b.count!)}${b.measureUnit}${judged}。${said}。`;
}
