import { type Locale, longDate } from '#/kernel/format.ts';
import type { LeaveOutRefusal } from '#/supervision/rules/left-out.ts';
import { wordsOf as wordsOfSupervision } from '#/supervision/words/refusals.ts';
import type { CirculationRefusal } from './rules/circulation.ts';

type Own = Exclude<CirculationRefusal, { readonly kind: 'step-day-ahead' | 'step-before-last' | 'scan-not-readable' }>;
type Worded = { readonly [Kind in Own['kind']]: (it: Extract<Own, { kind: Kind }>) => readonly [zh: string, en: string] };

/** One sentence for each refusal of 会签, paper signature and scan; those shared with the documents of the office are worded there. */
const sentences: Worded = {
  'countersign-missing': ({ units }) => [
    `还差会签：${units.join('、')}；会签齐了才能签发`,
    `Still to countersign: ${units.join(', ')}; the leader signs after them`,
  ],
  'countersign-not-asked': () => ['这一期没有请这个单位会签', 'This unit was not asked to countersign this edition'],
  'countersigned-already': ({ unit, on }) => [`${unit}已于${longDate(on)}会签`, `${unit} countersigned on ${longDate(on, 'en')} already`],
  'countersign-of-another-unit': ({ unit }) => [
    `${unit}的会签由该单位办理；纸上已经会签的，请填会签人姓名、职务和日期代录`,
    `${unit} signs for itself; what was signed on paper is recorded with name, post and day`,
  ],
  'scan-missing': () => ['代录签发，请先附上签批件扫描件', 'To record a signature on paper, attach the scan of the paper first'],
};

export type SharedRefusal = CirculationRefusal | LeaveOutRefusal;

export function isOfCirculation(refusal: { readonly kind: string }): refusal is SharedRefusal {
  return refusal.kind in sentences || SHARED.includes(refusal.kind as Shared);
}

type Shared = Exclude<SharedRefusal['kind'], Own['kind']>;
const SHARED: readonly Shared[] = [
  'step-day-ahead',
  'step-before-last',
  'scan-not-readable',
  'line-left-out-already',
  'line-not-left-out',
  'decided-ahead',
];

export function circulationSentence(refusal: SharedRefusal, locale: Locale): string {
  if (!isOwn(refusal)) return wordsOfSupervision(refusal, locale);
  const worded = sentences[refusal.kind] as (it: Own) => readonly [string, string];
  return worded(refusal)[locale === 'en' ? 1 : 0];
}

function isOwn(refusal: SharedRefusal): refusal is Own {
  return refusal.kind in sentences;
}
