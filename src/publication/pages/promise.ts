import { lightBadge, paceBar } from '#/delivery/rules/charts.ts';
import { forecastCaution, isBounded } from '#/delivery/rules/lights.ts';
import { neededADay } from '#/delivery/rules/pace.ts';
import { isPercent } from '#/delivery/rules/series.ts';
import type { Light, Reason } from '#/delivery/rules/standing.ts';
import { type CivilDate, dayNumber } from '#/kernel/civil-date.ts';
import { type Locale, longDate, number, percent, round, shortDate } from '#/kernel/format.ts';
import { type Html, html, raw } from '#/kernel/html.ts';
import type { PublicPromise } from '../rules/content.ts';
import { lightWords, reasonSentence } from './delivery-words.ts';
import { pageWords } from './words.ts';

export function badge(light: Light, locale: Locale, stale = false): Html {
  return raw(lightBadge(light, lightWords[locale][light], stale ? { staleWord: pageWords[locale].stale } : {}));
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
export function bar(promise: PublicPromise, asOf: CivilDate, locale: Locale): Html | null {
  const words = pageWords[locale];
  const { done, light, pace, measureUnit } = promise;
  const whole = wholeOf(promise);
  if (done === null || whole === null || whole <= 0) return null;
  const unit = unitText(measureUnit);
  if (isBounded(promise)) {
    const scale = isPercent(measureUnit) ? 100 : Math.max(done, whole) * 1.25;
    const label = words.barBound(`${number(done)}${unit}`, targetText(promise, locale));
    return raw(paceBar({ doneShare: done / scale, plannedShare: whole / scale, light, label }));
  }
  const planned =
    pace === null ? '' : words.barPlan(shortDate(asOf, locale), `${number(pace.expected, 1)}${unit}`, percent(pace.expected / whole));
  const label = `${words.barLabel(`${number(done)}${unit}`, percent(done / whole))}${planned}`;
  return raw(paceBar({ doneShare: done / whole, plannedShare: pace === null ? null : pace.expected / whole, light, label }));
}

/** The shares under the bar, in words for those who do not read bars. */
export function shares(promise: PublicPromise, locale: Locale): string | null {
  const whole = wholeOf(promise);
  if (promise.done === null || whole === null || whole <= 0 || isBounded(promise)) return null;
  const words = pageWords[locale];
  const planned = promise.pace === null ? '' : ` · ${words.planShare} ${percent(promise.pace.expected / whole)}`;
  return `${words.doneShare} ${percent(promise.done / whole)}${planned}`;
}

/** What the arithmetic of a light says by itself; on the board the sentence about days and speed stands for it. */
const ARITHMETIC: readonly Reason['code'][] = ['gap', 'speed-needed', 'on-plan', 'few-points'];

/** 为什么: why a light is not green, what speed is needed and until when, and what must be said beside the figure. */
export function whySentences(promise: PublicPromise, asOf: CivilDate, locale: Locale): readonly string[] {
  const isBehind = promise.light === 'red' || promise.light === 'yellow';
  const isSpelledOut = isBehind && promise.pace !== null;
  const notes = promise.reasons.filter(({ code }) => !ARITHMETIC.includes(code) && !(isSpelledOut && code === 'default-line'));
  return [...(isSpelledOut ? behindSentences(promise, asOf, locale) : []), ...notes.map((it) => reasonSentence(it, locale))];
}

function behindSentences(promise: PublicPromise, asOf: CivilDate, locale: Locale): readonly string[] {
  const { pace, plan, done } = promise;
  const words = pageWords[locale];
  const days = number(round(pace!.behindDays));
  const sentences = [plan?.kind === 'approved' ? words.behindPlan(days) : words.behindDefault(days)];
  if (plan !== null && asOf < plan.deadline) sentences.push(speedSentence(promise, asOf, locale));
  if (done !== null && done > 0 && pace!.forecastOn !== null && forecastCaution(pace!) === null) {
    sentences.push(words.forecast(longDate(pace!.forecastOn, locale)));
  }
  return sentences;
}

/** The speed that keeping the promise takes from now on: an amount a day, or one in so many days. */
function speedSentence(promise: PublicPromise, asOf: CivilDate, locale: Locale): string {
  const words = pageWords[locale];
  const { plan, pace, done, measureUnit } = promise;
  const perDay = neededADay(wholeOf(promise)!, done!, dayNumber(plan!.deadline) - dayNumber(asOf));
  const until = longDate(plan!.deadline, locale);
  const times = pace!.effortRatio === null ? '' : words.timesRecent(number(pace!.effortRatio, 1));
  const speed =
    perDay >= 1
      ? words.needADay(`${number(perDay, perDay < 20 ? 1 : 0)}${unitText(measureUnit)}`, until)
      : words.needEvery(number(1 / perDay, 1), `1${unitText(measureUnit)}`, until);
  return speed + times;
}

/** Last report, and by which unit; never by whom. */
export function reportLine({ reportedOn, reportedBy }: PublicPromise, locale: Locale): Html | string {
  const words = pageWords[locale];
  if (reportedOn === null) return words.neverReported;
  const day = shortDate(reportedOn, locale);
  return reportedBy === null ? words.lastReport(day) : official(words.lastReportBy(day, reportedBy), 'zh-CN');
}

/** Sentences in a row, with the stops of their language. */
export function joined(sentences: readonly string[], locale: Locale): string {
  return locale === 'en' ? `${sentences.join('. ')}.` : `${sentences.join('；')}。`;
}

/** One promise on the board. */
export function promiseRow(promise: PublicPromise, at: { readonly asOf: CivilDate; readonly locale: Locale; readonly link: string }): Html {
  const { asOf, locale, link } = at;
  const words = pageWords[locale];
  const why = whySentences(promise, asOf, locale);
  const isBehind = promise.light === 'red' || promise.light === 'yellow';
  const drawn = bar(promise, asOf, locale);
  return html`<li class="promise">
<div><h3><a href="${link}">${official(`${promise.verb}${promise.object}`, locale)}</a></h3><small>${reportLine(promise, locale)}</small></div>
<p class="figure">${figureText(promise, locale)}</p>
<div class="measure">${drawn}${drawn !== null && html`<small>${shares(promise, locale)}</small>`}</div>
<p class="lit">${badge(promise.light, locale, promise.stale)}</p>
${why.length > 0 && html`<p class="why">${joined(why, locale)}</p>`}
${isBehind && promise.statement !== null && html`<p class="said">${words.said('')}${official(promise.statement, locale)}</p>`}
</li>`;
}
