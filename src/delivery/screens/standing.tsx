import { bigNumber, type Locale, number, percent, shortDate } from '#/kernel/format.ts';
import type { ProgrammePromise } from '#/programme/rules/programme.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Markup } from '#/ui/parts.tsx';
import { lightBadge, paceBarOf } from '../rules/charts.ts';
import { forecastCaution, isMetUnverified } from '../rules/lights.ts';
import type { Light, PromiseStanding, ReasonCode } from '../rules/standing.ts';
import { barLabel, forecastSentence, lightWords, reasonSentence, standingSentence } from '../words/lights.ts';
import { labels } from './labels.ts';

/** The badge of the board, the public page and the bulletin: one function draws it everywhere. */
export function Badge({ light, stale }: { readonly light: Light; readonly stale?: boolean }) {
  const locale = useLocale();
  const words = useLabels(labels);
  return <Markup of={lightBadge(light, lightWords[locale][light], stale ? { staleWord: words.stale } : {})} />;
}

/** The light of a promise under its data-quality hatch, which says what is wrong with the figure: found wrong, old, or too little verified. */
export function StandingBadge({ standing }: { readonly standing: PromiseStanding }) {
  const locale = useLocale();
  const words = useLabels(labels);
  const { light, stale, mismatch, isUnderVerified } = standing;
  const staleWord = mismatch !== null ? words.mismatch : stale ? words.stale : isUnderVerified ? words.underVerified : null;
  return <Markup of={lightBadge(light, lightWords[locale][light], staleWord === null ? {} : { staleWord })} />;
}

/** 已核查 of A, with numerator and denominator; nothing while the district verifies nothing. */
export function verifiedText({ verified, promise }: PromiseStanding, locale: Locale): string | null {
  if (verified === null) return null;
  return labels[locale].verifiedOf(
    `${number(verified.value)} / ${number(verified.of)} ${promise.measureUnit}`,
    percent(verified.value / verified.of),
  );
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

/** By which plan and from how few reports nobody asks of a promise that is met. */
const OF_FORECAST: readonly ReasonCode[] = ['default-line', 'few-points'];

/** Why a light is what it is, and what it needs. */
export function whyOf(standing: PromiseStanding, locale: Locale): string {
  const left = isMetUnverified(standing) ? [...ARITHMETIC, ...OF_FORECAST] : ARITHMETIC;
  const behind = standingSentence(standing, locale);
  const forecast = standing.pace && forecastCaution(standing.pace) === null ? forecastSentence(standing, locale) : null;
  const notes = standing.reasons.filter(({ code }) => !left.includes(code)).map((reason) => reasonSentence(reason, locale));
  return [behind, forecast, ...notes].filter(Boolean).join(locale === 'en' ? '; ' : '；');
}

/** What is counted was reported by nobody; an earlier report is not the figure that stands here. */
export function lastReport({ reportedOn, reportedBy, doneFrom, doneOn }: PromiseStanding, locale: Locale): string {
  const words = labels[locale];
  if (doneFrom === 'records' || doneFrom === 'sites')
    return words.countedFrom[doneFrom](doneOn === null ? null : shortDate(doneOn, locale));
  return reportedOn ? words.reportedOn(shortDate(reportedOn, locale), reportedBy) : words.neverReported;
}
