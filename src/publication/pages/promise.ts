import { LIGHT_SHAPES, lightBadge, paceBar, paceBarOf } from '#/delivery/rules/charts.ts';
import { forecastCaution, isBounded } from '#/delivery/rules/lights.ts';
import { isPercent } from '#/delivery/rules/series.ts';
import type { Light, Reason } from '#/delivery/rules/standing.ts';
import { barLabel, forecastSentence, lightWords, reasonSentence, standingSentence } from '#/delivery/words/lights.ts';
import { type Locale, longDate, number, percent, shortDate } from '#/kernel/format.ts';
import { type Html, html, raw } from '#/kernel/html.ts';
import { coverageOf } from '#/records/rules/people/suppress.ts';
import { type EditionContent, type PublicPromise, standingOf } from '../rules/content.ts';
import { latelyLine } from './lately.ts';
import { pageWords } from './words.ts';

export function badge(light: Light, locale: Locale, stale = false): Html {
  return raw(lightBadge(light, lightWords[locale][light], stale ? { staleWord: pageWords[locale].stale } : {}));
}

/** The same word and shape in a third of the bytes, for long lists. */
export function plainBadge(light: Light, locale: Locale): Html {
  return html`<span class="light light-${light}">${LIGHT_SHAPES[light]} ${lightWords[locale][light]}</span>`;
}

/** Official Chinese text on a page of another language. */
export function official(text: string, locale: Locale): Html | string {
  return locale === 'en' ? html`<span lang="zh-CN">${text}</span>` : text;
}

/** What a fully kept promise counts to; 100 points of weight for a milestone set without a printed number. */
export function wholeOf(promise: PublicPromise): number | null {
  return promise.target ?? (promise.measure === 'milestone-set' && promise.done !== null ? 100 : null);
}

/** `约 400,000 名`, `至少 1 个`, `100—120 张`. */
export function targetText(promise: PublicPromise, locale: Locale): string {
  const words = pageWords[locale];
  if (promise.target === null)
    return promise.done !== null && promise.measure === 'milestone-set' ? `100 ${words.milestonePoints}` : words.noTarget;
  const bound = { exact: '', at_least: words.atLeast, at_most: words.atMost }[promise.bound];
  const range = promise.targetMax === null ? '' : `—${number(promise.targetMax)}`;
  return `${promise.approx ? words.about : bound}${number(promise.target)}${range}${unitText(promise.measureUnit)}`;
}

export function unitText(measureUnit: string): string {
  return isPercent(measureUnit) ? '%' : ` ${measureUnit}`;
}

/** The figure itself, large, with its target beside it; a stage where nothing is counted. */
export function figureText(promise: PublicPromise, locale: Locale): Html {
  const { done, stage, target, measureUnit } = promise;
  const words = pageWords[locale];
  if (done === null)
    return html`<b class="word">${stage === null ? words.noFigure : official(stage, locale)}</b> <small>${target === null ? words.noTarget : `/ ${targetText(promise, locale)}`}</small>`;
  const beside =
    target === null && promise.measure !== 'milestone-set' ? `${measureUnit}，${words.noTarget}` : `/ ${targetText(promise, locale)}`;
  return html`<b>${number(done)}${isPercent(measureUnit) ? '%' : ''}</b> <small>${beside}</small>`;
}

/** Done and, where a plan speaks, where the plan said it would be; null where there is nothing to measure against. */
export function bar(figure: PublicPromise, locale: Locale): Html | null {
  const { done, light, measureUnit, target } = figure;
  const standing = standingOf(figure);
  if (!isBounded(figure)) {
    const drawn = paceBarOf(standing, barLabel(standing, locale));
    return drawn === null ? null : raw(drawn);
  }
  if (done === null || target === null || target <= 0) return null;
  const scale = isPercent(measureUnit) ? 100 : Math.max(done, target) * 1.25;
  const label = pageWords[locale].barBound(`${number(done)}${unitText(measureUnit)}`, targetText(figure, locale));
  return raw(paceBar({ doneShare: done / scale, plannedShare: target / scale, light, label }));
}

/** The shares under the bar, in words for those who do not read bars. */
export function shares(promise: PublicPromise, locale: Locale): string | null {
  const whole = wholeOf(promise);
  if (promise.done === null || whole === null || whole <= 0 || isBounded(promise)) return null;
  const words = pageWords[locale];
  const planned = promise.pace === null ? '' : ` · ${words.planShare} ${percent(promise.pace.expected / whole)}`;
  // 约: an estimated whole carries a range.
  const { from, to } = coverageOf(promise.done, { total: whole, isEstimate: true });
  const done = promise.approx && promise.done > 0 ? `${from}%–${to}%` : percent(promise.done / whole);
  return `${words.doneShare} ${done}${planned}`;
}

/** What the arithmetic of a light says by itself; the sentence about days and speed stands for it. */
const ARITHMETIC: readonly Reason['code'][] = ['gap', 'speed-needed', 'on-plan'];

/** 为什么: why a light is what it is; of a light behind, the speed that is needed and until when. */
export function whySentences(figure: PublicPromise, locale: Locale): readonly string[] {
  const standing = standingOf(figure);
  const behind = standingSentence(standing, locale);
  const until = behind === null || figure.plan === null ? null : pageWords[locale].until(longDate(figure.plan.deadline, locale));
  const forecast = figure.pace !== null && forecastCaution(figure.pace) === null ? forecastSentence(standing, locale) : null;
  const notes = figure.reasons.filter(({ code }) => !ARITHMETIC.includes(code)).map((it) => reasonSentence(it, locale));
  return [behind, until, forecast, ...notes].filter((it) => it !== null);
}

/** Last report, and by which unit; never by whom. What is counted was reported by nobody. */
export function reportLine({ reportedOn, reportedBy, doneFrom, doneOn }: PublicPromise, locale: Locale): Html | string {
  const words = pageWords[locale];
  if (doneFrom === 'records' || doneFrom === 'sites')
    return words.countedFrom[doneFrom](doneOn === null ? null : shortDate(doneOn, locale));
  if (reportedOn === null) return words.neverReported;
  const day = shortDate(reportedOn, locale);
  return reportedBy === null ? words.lastReport(day) : official(words.lastReportBy(day, reportedBy), 'zh-CN');
}

/** Sentences in a row, with the stops of their language. */
export function joined(sentences: readonly string[], locale: Locale): string {
  return locale === 'en' ? `${sentences.join('. ')}.` : `${sentences.join('；')}。`;
}

/** What a unit last said of its figure; of one that is counted since, the words of an old report say nothing any more. */
export function statementOf({ statement, doneFrom }: PublicPromise): string | null {
  return doneFrom === 'records' ? null : statement;
}

/** Texts of a report are shown whole on the page of the project; the board shows their beginning. */
const SHOWN_CHARACTERS = 60;

function beginning(text: string): string {
  const signs = [...text];
  return signs.length <= SHOWN_CHARACTERS ? text : `${signs.slice(0, SHOWN_CHARACTERS - 1).join('')}…`;
}

export type RowPlace = {
  readonly locale: Locale;
  readonly content: Pick<EditionContent, 'from' | 'asOf' | 'programmeVersion'>;
  readonly link: string /** On a long list a row leaves out what its own page says anyway. */;
  readonly isBrief: boolean;
};

/** One promise on the board. */
export function promiseRow(promise: PublicPromise, { locale, link, isBrief, content }: RowPlace): Html {
  const words = pageWords[locale];
  const why = whySentences(promise, locale);
  const said = statementOf(promise);
  const isBehind = promise.light === 'red' || promise.light === 'yellow';
  const drawn = bar(promise, locale);
  return html`<li class="promise">
<div><h3><a href="${link}">${official(`${promise.verb}${promise.object}`, locale)}</a></h3>${!isBrief && html`<small>${reportLine(promise, locale)}</small>`}</div>
<p class="figure">${figureText(promise, locale)}</p>
<div class="measure">${drawn}${drawn !== null && !isBrief && html`<small>${shares(promise, locale)}</small>`}</div>
<p class="lit">${isBrief && !promise.stale ? plainBadge(promise.light, locale) : badge(promise.light, locale, promise.stale)}</p>
${why.length > 0 && html`<p class="why">${joined(why, locale)}</p>`}
${!isBrief && latelyLine(promise, content, locale)}
${isBehind && !isBrief && said !== null && html`<p class="said">${words.said('')}${official(beginning(said), locale)}</p>`}
</li>`;
}
