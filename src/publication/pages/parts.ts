import { likeMonthsText } from '#/kernel/comparison/period-words.ts';
import { type Locale, longDate, number, percent } from '#/kernel/format.ts';
import { type Html, html } from '#/kernel/html.ts';
import type { CadenceMonth } from '#/records/rules/entries/cadence.ts';
import { coverageOf, LEAST_SHOWN } from '#/records/rules/people/suppress.ts';
import type { PublicCoverage, PublicParts } from '#/records/rules/public-parts.ts';
import { countWords } from '#/records/words/count-words.ts';
import type { EditionContent, PublicPromise } from '../rules/content.ts';
import { official } from './promise.ts';

const FOUR = ['services', 'doses', 'persons', 'eligible'] as const;
type FourName = (typeof FOUR)[number];

const zh = {
  byPlace: '分乡镇街道',
  byMonth: '分月',
  place: '乡镇街道',
  month: '月份',
  count: '数',
  held: `不足 ${LEAST_SHOWN} 或能推出不足 ${LEAST_SHOWN} 的，不显示`,
  heldCell: '不显示',
  noRows: '还没有记录。',
  noTable: `数太小，分开列会露出不足 ${LEAST_SHOWN} 的数，没有列出。`,
  personsTwice: '一个人在两地都有记录的，各地各计一次，各地相加可以多于总数。',
  counts: '由登记的实绩计数',
  since: (no: number, day: string) => `第 ${no} 版口径，自 ${day} 起`,
  silentPlaces: '没有列出的乡镇（街道）还没有记录。',
  four: (count: number) => `${['', '一', '两', '三', '四'][count]}个数，不混用`,
  numbers: { services: '人次', doses: '剂次', persons: '人数', eligible: '认定人数' } satisfies Record<FourName, string>,
  stop: '；',
  gap: '差在哪里',
  gapSaid: (gap: string, ineligible: string, undecided: string, withoutEvidence: string) =>
    `人数比认定人数多 ${gap}：不符合资格 ${ineligible}，资格不明 ${undecided}，没有佐证 ${withoutEvidence}`,
  gapHeld: (gap: string) => `人数比认定人数多 ${gap}；其中有的不足 ${LEAST_SHOWN}，不分开列`,
  cadence: '频次',
  cadenceSaid: (text: string, missed: string, kept: number) =>
    `清单写明“${text}”，按月核对：${missed === '' ? '' : `${missed}没有做到；`}${kept} 个月做到`,
  cadenceRunning: (month: string) => `；${month}还没有过完`,
  series: '剂次怎么数',
  seriesSaid: (doseNo: number | null, doses: number, complete: string | null) =>
    `${doseNo === null ? '各剂都数' : `只数第 ${doseNo} 剂`}；全程 ${doses} 剂都完成的${complete === null ? `人数不显示（完成的或还没有完成的不足 ${LEAST_SHOWN} 人）` : ` ${complete} 人`}`,
  coverage: '覆盖率',
  overAll: '100% 以上',
  overRoster: (more: string) => `计入的比名册多 ${more} 人，名册待核对`,
  coverageSaid: (range: string, about: boolean, total: string, day: string, source: string) =>
    `${range}（分母${about ? '约 ' : ' '}${total}，截至 ${day}，来源：${source}${about ? '；分母是约数，只给区间' : ''}）`,
};

const en: typeof zh = {
  byPlace: 'By township',
  byMonth: 'By month',
  place: 'Township',
  month: 'Month',
  count: 'Count',
  held: `Cells under ${LEAST_SHOWN}, and those that would give them away, are not shown`,
  heldCell: 'not shown',
  noRows: 'Nothing is on record yet.',
  noTable: `The numbers are too small to be listed without showing one under ${LEAST_SHOWN}.`,
  personsTwice: 'A person on record in two places counts once in each; the places may add up to more than the whole.',
  counts: 'Counted from records of',
  since: (no, day) => `version ${no}, from ${day} on`,
  silentPlaces: 'Townships that are not listed have no records yet.',
  four: (count) => `${['', 'One', 'Two', 'Three', 'Four'][count]} numbers, never mixed`,
  numbers: { services: 'services', doses: 'doses', persons: 'persons', eligible: 'eligible persons' },
  stop: '; ',
  gap: 'What lies between',
  gapSaid: (gap, ineligible, undecided, withoutEvidence) =>
    `${gap} persons more than eligible ones: not eligible ${ineligible}, not known ${undecided}, without evidence ${withoutEvidence}`,
  gapHeld: (gap) => `${gap} persons more than eligible ones; some reasons are under ${LEAST_SHOWN} and not listed`,
  cadence: 'How often',
  cadenceSaid: (text, missed, kept) =>
    `the list says “${text}”, each month by itself: ${missed === '' ? '' : `not kept in ${missed}; `}kept in ${kept}`,
  cadenceRunning: (month) => `; ${month} is not over`,
  series: 'How doses count',
  seriesSaid: (doseNo, doses, complete) =>
    `${doseNo === null ? 'every dose counts' : `dose ${doseNo} counts`}; full series of ${doses}: ${complete === null ? `not shown, for fewer than ${LEAST_SHOWN} have it or lack it` : `${complete} persons`}`,
  coverage: 'Coverage',
  overAll: 'over 100%',
  overRoster: (more) => `${more} more are counted than the roster has: the roster is to be checked`,
  coverageSaid: (range, about, total, day, source) =>
    `${range} (of ${about ? 'about ' : ''}${total}, as of ${day}, source: ${source}${about ? '; an estimate carries a range only' : ''})`,
};

const partWords: Readonly<Record<Locale, typeof zh>> = { 'zh-CN': zh, en };

/** What exactly is counted, and of whom it is a share: rows for the table of facts of a figure. */
export function partFacts(promise: PublicPromise, locale: Locale): readonly (readonly [string, string])[] {
  const { parts } = promise;
  if (parts === undefined) return [];
  const words = partWords[locale];
  const counts = countWords[locale].counts[`${parts.kind}:${parts.counts}`] ?? parts.counts;
  const since = parts.since === undefined ? '' : `（${words.since(parts.versionNo, longDate(parts.since, locale))}）`;
  const what = [words.counts, `${counts}${since}`] as const;
  const counted = [what, ...fourFacts(parts, locale), ...seriesFacts(parts, locale), ...cadenceFacts(parts, locale)];
  if (parts.coverage === null) return counted;
  const { from, to, total, isEstimate, asOf, source } = shownCoverage(promise, parts.coverage);
  const more = isEstimate ? (promise.done ?? 0) - total : Math.round((from / 100 - 1) * total);
  const range = isEstimate ? `${from}%–${to > 100 ? words.overAll : `${to}%`}` : percent(from / 100);
  // An estimate is not put in doubt by what it may have been meant to hold.
  const said = from > 100 ? words.overRoster(number(more)) : range;
  return [...counted, [words.coverage, words.coverageSaid(said, isEstimate, number(total), longDate(asOf, locale), source)]];
}

/** 约: a number that the list calls an estimate is none the surer for standing on a roster. */
function shownCoverage({ approx, target, done }: PublicPromise, coverage: PublicCoverage): PublicCoverage {
  if (coverage.isEstimate || !approx || target !== coverage.total || done === null) return coverage;
  return { ...coverage, isEstimate: true, ...coverageOf(done, { total: target, isEstimate: true }) };
}

/** 四个数 are kept apart, and what lies between them is printed. */
function fourFacts({ four }: PublicParts, locale: Locale): readonly (readonly [string, string])[] {
  if (four === undefined) return [];
  const words = partWords[locale];
  const { persons, eligible, gap } = four;
  const told = FOUR.flatMap((it) => (four[it] === undefined || four[it] === null ? [] : [`${words.numbers[it]} ${number(four[it])}`]));
  const between = persons === null || eligible === null || persons === eligible ? null : number(persons - eligible);
  const why =
    gap === null
      ? words.gapHeld
      : (it: string) => words.gapSaid(it, number(gap.ineligible), number(gap.undecided), number(gap.withoutEvidence));
  return [
    // The one that counts, alone, is the figure itself.
    ...(told.length < 2 ? [] : [[words.four(told.length), told.join(words.stop)] as const]),
    ...(between === null ? [] : [[words.gap, why(between)] as const]),
  ];
}

/** Which dose is counted; who has all of them stands beside, and is no part of the figure. */
function seriesFacts({ series }: PublicParts, locale: Locale): readonly (readonly [string, string])[] {
  if (series === undefined) return [];
  const { doseNo, doses, complete } = series;
  const words = partWords[locale];
  return [[words.series, words.seriesSaid(doseNo, doses, complete === null ? null : number(complete))]];
}

/** 每月至少一场: fifteen in a year do not stand for the month that had none. */
function cadenceFacts({ cadences = [] }: PublicParts, locale: Locale): readonly (readonly [string, string])[] {
  const words = partWords[locale];
  return cadences.map(({ text, months }) => {
    const of = (state: CadenceMonth['state']) =>
      months.filter((it) => it.state === state).map(({ month }) => likeMonthsText([month], locale));
    const running = of('running').map((month) => words.cadenceRunning(month));
    return [
      words.cadence,
      `${words.cadenceSaid(text, of('missed').join(locale === 'en' ? ', ' : '、'), of('kept').length)}${running.join('')}`,
    ];
  });
}

/** 分解: a counted figure by township and by month; small cells are held back when the edition is prepared, and are nowhere in it. */
export function partsSection({ parts, measureUnit, object }: PublicPromise, locale: Locale): Html | null {
  if (parts === undefined) return null;
  const words = partWords[locale];
  const cell = (count: number | null) => (count === null ? words.heldCell : number(count));
  const places = parts.byPlace?.map(
    (it) => [it.name === null ? countWords[locale].noPlace : official(it.name, locale), cell(it.count)] as const,
  );
  const months = parts.byMonth?.map((it) => [likeMonthsText([it.month], locale), cell(it.count)] as const);
  const heads = { unit: measureUnit, object: official(object, locale), words };
  const isHeld = [...(parts.byPlace ?? []), ...(parts.byMonth ?? [])].some(({ count }) => count === null);
  const byPlace = html`<section><h2>${words.byPlace}</h2>${table({ ...heads, title: words.byPlace, head: words.place }, places)}
<p class="note">${places !== undefined && places.length > 0 && words.silentPlaces}${parts.kind === 'people' && ` ${words.personsTwice}`}</p></section>`;
  return html`${parts.kind !== 'money' && byPlace}
<section><h2>${words.byMonth}</h2>${table({ ...heads, title: words.byMonth, head: words.month }, months)}
${isHeld && html`<p class="note">${words.held}</p>`}</section>`;
}

type Heads = {
  readonly title: string;
  readonly head: string;
  readonly unit: string;
  readonly object: Html | string;
  readonly words: typeof zh;
};

function table({ title, head, unit, object, words }: Heads, rows: readonly (readonly [Html | string, string])[] | undefined): Html {
  if (rows === undefined || rows.length === 0) return html`<p class="note">${rows === undefined ? words.noTable : words.noRows}</p>`;
  return html`<table><caption>${object}：${title}</caption><thead><tr><th scope="col">${head}</th><th scope="col" class="number">${words.count}（${unit}）</th></tr></thead>
<tbody>${rows.map(([name, count]) => html`<tr><th scope="row">${name}</th><td class="number">${count}</td></tr>`)}</tbody></table>`;
}

export const PART_HEADERS: readonly string[] = ['项目代码', '项目名称', '承诺', '计量单位', '分法', '名称', '数', '说明', '数字编号'];

/** The rows of one promise for the table of parts; what is held back is said to be. */
export function partRows({ parts }: PublicPromise): readonly (readonly [how: string, name: string, count: number | null, note: string])[] {
  if (parts === undefined) return [];
  const row = (how: string, name: string, count: number | null) => [how, name, count, count === null ? zh.held : ''] as const;
  return [
    ...(parts.byPlace ?? []).map((it) => row(zh.byPlace, it.name ?? countWords['zh-CN'].noPlace, it.count)),
    ...(parts.byMonth ?? []).map((it) => row(zh.byMonth, it.month, it.count)),
  ];
}

export function hasParts({ projects }: EditionContent): boolean {
  return projects.some((project) => project.promises.some((it) => partRows(it).length > 0));
}
