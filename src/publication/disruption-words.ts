import { type Locale, longDate } from '#/kernel/format.ts';
import { cardWords } from './card-words.ts';
import type { DisruptionKind, DisruptionRefusal } from './rules/disruptions.ts';

export const disruptionKinds: Readonly<Record<Locale, Readonly<Record<DisruptionKind, string>>>> = {
  'zh-CN': { water: '停水', road: '封路', power: '停电', gas: '停气', heating: '停暖', other: '其他' },
  en: { water: 'water stop', road: 'closed road', power: 'power cut', gas: 'gas stop', heating: 'heating stop', other: 'other' },
};

type Worded = {
  readonly [Kind in DisruptionRefusal['kind']]: (it: Extract<DisruptionRefusal, { kind: Kind }>) => readonly [zh: string, en: string];
};
const sentences: Worded = {
  'disruption-ends-before-it-begins': () => ['结束不晚于开始，请核对日期和时间', 'It ends before it begins; check days and times'],
  'disruption-is-over': ({ untilOn }) => [
    `到${longDate(untilOn)}已经结束，不必再通知`,
    `It was over on ${longDate(untilOn, 'en')}; nobody needs the notice`,
  ],
  'disruption-personal-data': ({ data, masked }) => [
    `通知里有${cardWords['zh-CN'].data[data]}（${masked}），通知不写个人信息，请删去后再保存`,
    `The notice holds ${cardWords.en.data[data]} (${masked}); remove it first`,
  ],
  'disruption-area-unknown': () => ['选的区域有的已经删除，请重新选择', 'Some of the areas are gone; choose again'],
  'disruption-withdrawn-already': ({ on }) => [`这条通知已于${longDate(on)}撤下`, `This notice was withdrawn on ${longDate(on, 'en')}`],
};

export function isAboutDisruptions(refusal: { readonly kind: string }): refusal is DisruptionRefusal {
  return refusal.kind in sentences;
}

export function disruptionSentence(refusal: DisruptionRefusal, locale: Locale): string {
  const worded = sentences[refusal.kind] as (it: DisruptionRefusal) => readonly [string, string];
  return worded(refusal)[locale === 'en' ? 1 : 0];
}
