import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Locale } from '#/kernel/format.ts';
import { planOn } from '../rules/board.ts';
import { type ChartPlan, trajectoryChart } from '../rules/charts.ts';
import { wholeOf } from '../rules/series.ts';
import { curveOf } from '../rules/trajectory.ts';
import { barLabel, chartWords } from '../words/lights.ts';
import type { PromiseDetail } from './contract.ts';
import { labels } from './labels.ts';

/** Every locked version of the plan and what was reported; null where nothing is measured against anything. */
export function chartOf(detail: PromiseDetail, today: CivilDate, locale: Locale): string | null {
  const { standing, programme, plans, points } = detail;
  const { promise, pace, done, light } = standing;
  const target = wholeOf(promise);
  const inForce = planOn(
    promise,
    plans.map(({ plan }) => plan),
    programme,
    today,
  );
  if (target <= 0 || !inForce || standing.plan === null) return null;
  const words = labels[locale];
  const versions = plans
    .filter(({ plan }) => plan.state === 'approved')
    .map(
      ({ plan }): ChartPlan => ({
        label: words.planVersion(plan.version),
        startsOn: plan.startsOn,
        curve: curveOf(plan),
        current: plan.version === inForce.version && inForce.kind === 'approved',
      }),
    );
  const line: ChartPlan = { label: words.defaultLine, startsOn: inForce.startsOn, curve: inForce.curve, current: true };
  return trajectoryChart({
    from: programme.from,
    to: programme.to,
    target,
    plans: inForce.kind === 'default-line' ? [...versions, line] : versions,
    actual: points,
    today,
    done,
    forecastOn: pace?.forecastOn ?? null,
    light,
    label: barLabel(standing, locale),
    words: chartWords(standing, locale),
  });
}
