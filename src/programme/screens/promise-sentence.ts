import type { Locale } from '#/kernel/format.ts';
import { bigNumber } from '#/kernel/format.ts';
import type { DraftPromise } from '../rules/draft.ts';
import { labels } from './labels.ts';

/** `不少于 约 40万 名`: the target as one reads it, or that there is none yet. */
export function targetOf(
  promise: Pick<DraftPromise, 'target' | 'targetMax' | 'measureUnit' | 'approx' | 'bound' | 'measure' | 'steps'>,
  locale: Locale,
): string {
  const words = labels[locale];
  if (promise.measure === 'milestone-set') {
    const steps = promise.steps.length > 0 ? words.stepsOf(promise.steps.length) : words.measureShort['milestone-set'];
    return promise.target === null ? steps : `${numberOf(promise, locale)} · ${steps}`;
  }
  if (promise.target === null) return words.noTarget;
  return numberOf(promise, locale);
}

function numberOf(promise: Pick<DraftPromise, 'target' | 'targetMax' | 'measureUnit' | 'approx' | 'bound'>, locale: Locale): string {
  const words = labels[locale];
  const range = promise.targetMax === null ? '' : `–${bigNumber(promise.targetMax, locale)}`;
  return `${words.boundShort[promise.bound]}${promise.approx ? words.about : ''}${bigNumber(promise.target ?? 0, locale)}${range} ${promise.measureUnit}`;
}

export function nameOfPromise(promise: Pick<DraftPromise, 'verb' | 'object'>): string {
  return `${promise.verb}${promise.object}`.trim() || '—';
}
