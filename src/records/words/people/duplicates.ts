import { type Locale, number, percent } from '#/kernel/format.ts';
import type { HeldByDuplicates } from '../../rules/people/duplicate-share.ts';

/** Which figures are held back by undecided duplicates, by how many of what, and what to do. */
export function duplicatesText(figures: HeldByDuplicates['figures'], locale: Locale): string {
  const shareOf = ({ open, persons }: HeldByDuplicates['figures'][number]) => percent(open / Math.max(persons, 1));
  if (locale === 'en')
    return `${figures
      .map(
        (it) =>
          `“${it.promise}” has ${it.open} undecided duplicates (${number(it.persons)} persons counted, ${shareOf(it)}; ${percent(it.most)} allowed): ${it.unitName} decides them under Records › ${it.serviceName} › Duplicates`,
      )
      .join('; ')}. Go on when they are decided, or leave this line out`;
  return `${figures
    .map(
      (it) =>
        `“${it.promise}”还有 ${it.open} 对疑似重复没有判断（数了 ${number(it.persons)} 人，占 ${shareOf(it)}，限额 ${percent(it.most)}），请${it.unitName}到“实绩 › ${it.serviceName} › 疑似重复”逐对判断`,
    )
    .join('；')}。判断以后再办；也可以决定这一项本期不列`;
}
