import { bigNumber, type Locale, number, shortDate } from '#/kernel/format.ts';
import type { ProgrammePromise } from '#/programme/rules/programme.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Markup } from '#/ui/parts.tsx';
import { lightBadge, paceBarOf } from '../rules/charts.ts';
import { forecastCaution } from '../rules/lights.ts';
import type { Light, PromiseStanding, ReasonCode } from '../rules/standing.ts';
import { barLabel, forecastSentence, lightWords, reasonSentence, standingSentence } from '../words/lights.ts';
import { labels } from './labels.ts';

/** The badge of the board, the public page and the bulletin: one function draws it everywhere. */
export function Badge({ light, stale }: { readonly light: Light; readonly stale?: boolean }) {
  const locale = useLocale();
  const words = useLabels(labels);
  return <Markup of={lightBadge(light, lightWords[locale][light], stale ? { staleWord: words.stale } : {})} />;
}

export function PaceBar({ standing }: { readonly standing: PromiseStanding }) {
  const locale = useLocale();
  const drawn = paceBarOf(standing, barLabel(standing, locale));
  return drawn ? <Markup className="bar" of={drawn} /> : <span className="bar" />;
}

export function promiseName({ verb, object }: Pick<ProgrammePromise, 'verb' | 'object'>): string {
  return `${verb}${object}`;
}

export function targetText(promise: ProgrammePromise, locale: Locale): string {
  const words = labels[locale];
  if (promise.target === null) return words.noTarget;
  const bound = { exact: '', at_least: words.atLeast, at_most: words.atMost }[promise.bound];
  const range = promise.targetMax === null ? '' : `–${bigNumber(promise.targetMax, locale)}`;
  return `${bound}${promise.approx ? words.about : ''}${bigNumber(promise.target, locale)}${range} ${promise.measureUnit}`;
}

export function DoneFigure({ standing }: { readonly standing: PromiseStanding }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { done, stage, promise } = standing;
  const isSteps = promise.measure === 'milestone-set' && promise.target === null;
  const target = isSteps
    ? done === null
      ? ''
      : `/ 100 ${words.points}`
    : promise.target === null
      ? `${promise.measureUnit} · ${words.noTarget}`
      : `/ ${targetText(promise, locale)}`;
  return (
    <span className="figure">
      {done === null ? <b className="word">{stage ?? words.noFigure}</b> : <b>{number(done)}</b>} <small>{target}</small>
    </span>
  );
}

/** The sentence about days and speed stands for the arithmetic behind it. */
const ARITHMETIC: readonly ReasonCode[] = ['gap', 'speed-needed', 'on-plan'];

/** Why a light is what it is, and what it needs. */
export function whyOf(standing: PromiseStanding, locale: Locale): string {
  const behind = standingSentence(standing, locale);
  const forecast = standing.pace && forecastCaution(standing.pace) === null ? forecastSentence(standing, locale) : null;
  const notes = standing.reasons.filter(({ code }) => !ARITHMETIC.includes(code)).map((reason) => reasonSentence(reason, locale));
  return [behind, forecast, ...notes].filter(Boolean).join(locale === 'en' ? '; ' : '；');
}

export function lastReport({ reportedOn, reportedBy }: PromiseStanding, locale: Locale): string {
  const words = labels[locale];
  return reportedOn ? words.reportedOn(shortDate(reportedOn, locale), reportedBy) : words.neverReported;
}
