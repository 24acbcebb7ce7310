import { writeChineseNumber } from '#/kernel/chinese-number.ts';
import { type CivilDate, monthOf } from '#/kernel/civil-date.ts';
import { type CardEvent, nextEvents, type PublicCard } from './cards.ts';

/** 大喇叭稿: no longer than a breath allows, every number as it is said. `leftOut` names what found no room. */
export type LoudspeakerText = { readonly text: string; readonly leftOut: readonly LoudspeakerPart[] };
export type LoudspeakerPart = 'who' | 'where' | 'bring' | 'until' | 'event' | 'phone';

/** Signs, by code point: about half a minute of speech. 来源: 自定. */
export const LONGEST = 150;
const GREETING = '乡亲们请注意。';
const LONGEST_TITLE = 40;

/** Whole sentences, the most needed first: where and when, until when, whom to call, who, what to bring. None is cut. */
export function loudspeakerText(card: PublicCard, asOf: CivilDate): LoudspeakerText {
  const [event] = nextEvents(card, asOf);
  const title = `${GREETING}民生实事，${clipped(spoken(card.promise))}。`;
  const wanted: readonly (readonly [LoudspeakerPart, string | null])[] = [
    ['event', event === undefined ? null : `${spokenEvent(event)}。`],
    ['phone', `有事请打电话，${spokenDigits(card.phone)}，${spoken(card.office)}。`],
    ['where', `地点在${spoken(card.where)}。`],
    ['until', `时间是，${spoken(card.until)}。`],
    ['who', `可以享受的是，${spoken(card.who)}。`],
    ['bring', `${/^不/.test(card.bring) ? '' : '请带上'}${spoken(card.bring)}。`],
  ];
  const order: readonly LoudspeakerPart[] = ['who', 'event', 'where', 'bring', 'until', 'phone'];
  const taken = new Map<LoudspeakerPart, string>();
  let length = lengthOf(title);
  for (const [part, text] of wanted) {
    if (text === null || length + lengthOf(text) > LONGEST) continue;
    taken.set(part, text);
    length += lengthOf(text);
  }
  const leftOut = wanted.filter(([part, text]) => text !== null && !taken.has(part)).map(([part]) => part);
  return { text: title + order.map((it) => taken.get(it) ?? '').join(''), leftOut };
}

const lengthOf = (text: string): number => [...text].length;

function clipped(text: string): string {
  const signs = [...text];
  return signs.length <= LONGEST_TITLE ? text : signs.slice(0, LONGEST_TITLE).join('');
}

function spokenEvent({ title, on, from, place }: CardEvent): string {
  const day = `${writeChineseNumber(monthOf(on))}月${writeChineseNumber(Number(on.slice(8)))}日`;
  return `${day}${from === null ? '' : spokenTime(from)}，在${spoken(place)}，${spoken(title)}`;
}

function spokenTime(time: string): string {
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  const [part, shown] =
    hour < 6
      ? ['凌晨', hour]
      : hour < 12
        ? ['上午', hour]
        : hour < 13
          ? ['中午', hour]
          : hour < 18
            ? ['下午', hour - 12]
            : ['晚上', hour - 12];
  const rest = minute === 0 ? '' : minute === 30 ? '半' : `${minute < 10 ? '零' : ''}${writeChineseNumber(minute)}分`;
  return `${part}${hourWord(shown)}点${rest}`;
}

const hourWord = (hour: number): string => (hour === 2 ? '两' : writeChineseNumber(hour));

const DIGITS = '零幺二三四五六七八九';

/** A telephone number sign by sign; one is said 幺, and where it is grouped there is a rest. */
export function spokenDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\d/g, (digit) => DIGITS[Number(digit)]!)
    .replace(/[-—()\s]+/g, '，')
    .replace(/^，|，$/g, '')
    .replace(/[+/]/g, '、');
}

/** Said in full: what letters stand for. */
const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/HPV/gi, '人乳头瘤病毒'],
  [/APP/gi, '手机软件'],
  [/\bkm\b|公里/gi, '公里'],
  [/㎡|m2|m²/gi, '平方米'],
  [/二维码/g, '二维码'],
];

/** Every number of a text as it is said: days, hours, shares, decimals, and long numbers sign by sign where they are codes. */
export function spoken(text: string): string {
  const plain = ABBREVIATIONS.reduce((it, [from, to]) => it.replace(from, to), text.normalize('NFKC'));
  return plain
    .replace(/(\d{4})年/g, (_, year: string) => `${[...year].map((it) => '〇一二三四五六七八九'[Number(it)]).join('')}年`)
    .replace(
      /(\d{4})-(\d{2})-(\d{2})/g,
      (_, year: string, month: string, day: string) => `${spoken(`${year}年`)}${whole(month)}月${whole(day)}日`,
    )
    .replace(/\b([01]?\d|2[0-3]):([0-5]\d)\b/g, (_, hour: string, minute: string) => spokenTime(`${hour.padStart(2, '0')}:${minute}`))
    .replace(/(\d+(?:\.\d+)?)%/g, (_, value: string) => `百分之${decimal(value)}`)
    .replace(/(\d+)\s*[-~—至]\s*(?=\d)/g, '$1至')
    .replace(/\d{1,3}(?:,\d{3})+/g, (it) => it.replaceAll(',', ''))
    .replace(/\d+(?:\.\d+)?/g, (it) => (/^0\d|^\d{7,}$|^12345$|^1[12][0-9]$/.test(it) ? spokenDigits(it) : decimal(it)))
    .replace(/[()[\]"'“”《》*#]/g, '，')
    .replaceAll(',', '，')
    .replaceAll(';', '；')
    .replaceAll(':', '：')
    .replace(/，{2,}/g, '，')
    .replace(/[，。；、\s]+$/g, '');
}

function decimal(text: string): string {
  const [before, after] = text.split('.') as [string, string | undefined];
  return `${whole(before)}${after === undefined ? '' : `点${[...after].map((it) => '零一二三四五六七八九'[Number(it)]).join('')}`}`;
}

const whole = (text: string): string => writeChineseNumber(Number(text));
