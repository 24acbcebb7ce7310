import { type ChartPlan, trajectoryChart, yearStrip } from '#/delivery/rules/charts.ts';
import { straightLine, valueAt } from '#/delivery/rules/curve.ts';
import { forecastCaution, isBounded } from '#/delivery/rules/lights.ts';
import { breakSentence, lightWords } from '#/delivery/words/lights.ts';
import { type CivilDate, dayNumber, endOfMonth, monthOf, yearOf } from '#/kernel/civil-date.ts';
import { type Locale, longDate, number } from '#/kernel/format.ts';
import { type Html, html, raw } from '#/kernel/html.ts';
import type { EditionContent, PublicPoint, PublicPromise } from '../rules/content.ts';
import { wholeOf } from './promise.ts';
import { pageWords } from './words.ts';

/** The lines of a chart: every approved plan, or the default line where the unit reported none. */
function plansOf({ plans, plan }: PublicPromise, whole: number, { from }: EditionContent, locale: Locale): readonly ChartPlan[] {
  const words = pageWords[locale];
  if (plans.length > 0)
    return plans.map(({ version, startsOn, curve }) => ({
      label: words.planVersion(version),
      startsOn,
      curve,
      current: version === plan?.version,
    }));
  if (plan === null) return [];
  return [
    { label: words.defaultLine, startsOn: from, curve: straightLine(dayNumber(plan.deadline) - dayNumber(from) + 1, whole), current: true },
  ];
}

export function chart(promise: PublicPromise, content: EditionContent, locale: Locale): Html | null {
  const words = pageWords[locale];
  const whole = wholeOf(promise);
  if (whole === null || whole <= 0 || isBounded(promise)) return null;
  const plans = plansOf(promise, whole, content, locale);
  if (plans.length === 0) return null;
  const { pace, points, done, light, measureUnit } = promise;
  const caption = words.chartCaption(promise.object);
  const drawn = trajectoryChart({
    from: content.from,
    to: content.to,
    target: whole,
    plans,
    actual: points,
    today: content.asOf,
    done,
    forecastOn: pace !== null && forecastCaution(pace) === null ? pace.forecastOn : null,
    light,
    label: caption,
    words: {
      target: `${words.target} ${promise.approx ? words.about : ''}${number(whole)} ${measureUnit}`,
      today: words.today,
      forecast: words.forecastShort,
      month: words.month,
    },
  });
  return html`<div class="sideways"><p class="note">${words.slide}</p><div class="wide" tabindex="0" role="region" aria-label="${caption}">${raw(drawn)}</div></div>${breakNote(points, locale)}<details><summary>${words.chartData}</summary>${chartTable({ promise, content, plan: plans.find((it) => it.current) ?? plans.at(-1)!, locale })}</details>`;
}

/** 曲线断开: where one definition ends and another begins; what came before may stand in earlier editions only. */
function breakNote(points: readonly PublicPoint[], locale: Locale): Html | null {
  const first = points[0];
  const text = first?.begins ? pageWords[locale].lineBegins(longDate(first.on, locale)) : breakSentence(points, locale);
  return text === null ? null : html`<p class="note">${text}</p>`;
}

type Charted = { readonly promise: PublicPromise; readonly content: EditionContent; readonly plan: ChartPlan; readonly locale: Locale };

/** The data under the chart: month ends and the days of reports, plan beside actual. */
function chartTable({ promise, content, plan, locale }: Charted): Html {
  const words = pageWords[locale];
  const known = new Map(promise.points.map(({ on, value }) => [on, value]));
  const ends = monthEnds(content).filter((day) => day >= plan.startsOn);
  const days = [...new Set([...ends, ...known.keys(), content.asOf])].sort();
  const planned = (day: CivilDate) => valueAt(plan.curve, dayNumber(day) - dayNumber(plan.startsOn) + 1);
  return html`<table><caption>${words.chartCaption(promise.object)}（${promise.measureUnit}；${plan.label}）</caption>
<thead><tr><th scope="col">${words.day}</th><th scope="col" class="number">${words.planned}</th><th scope="col" class="number">${words.actual}</th><th scope="col" class="number">${words.gap}</th></tr></thead>
<tbody>${days.map((day) => {
    const actual = known.get(day);
    return html`<tr><th scope="row">${day}</th><td class="number">${number(planned(day), 1)}</td><td class="number">${actual !== undefined && number(actual)}</td><td class="number">${actual !== undefined && number(actual - planned(day), 1)}</td></tr>`;
  })}</tbody></table>`;
}

function monthEnds({ from, to }: EditionContent): readonly CivilDate[] {
  const days: CivilDate[] = [];
  for (let month = yearOf(from) * 12 + monthOf(from) - 1; month <= yearOf(to) * 12 + monthOf(to) - 1; month++) {
    days.push(endOfMonth(Math.floor(month / 12), (month % 12) + 1));
  }
  return days;
}

export function strip({ months }: PublicPromise, { asOf, year }: EditionContent, locale: Locale): Html | null {
  const words = pageWords[locale];
  if (months.every((it) => it === null)) return null;
  const current = yearOf(asOf) === year ? monthOf(asOf) : null;
  return raw(
    yearStrip({
      months,
      current,
      words: lightWords[locale],
      caughtUpWord: words.caughtUp,
      label: words.monthsCaption(year),
      monthWord: words.monthEnd,
    }),
  );
}
