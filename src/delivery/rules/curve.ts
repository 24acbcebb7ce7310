/**
 * 计划曲线: what should be done by when. Day 0 is the eve of the first day, day 1 the first day itself, so that a day counts in full on its
 * own evening. A step on day n is the rise between n − 1 and n; every curve is therefore continuous and never falls.
 */
export type Curve =
  | { readonly kind: 'points'; readonly days: readonly number[]; readonly values: readonly number[] }
  | { readonly kind: 's-curve'; readonly lastDay: number; readonly from: number; readonly to: number };

export function straightLine(lastDay: number, to: number, from = 0): Curve {
  return { kind: 'points', days: [0, lastDay], values: [from, to] };
}

/** P(t): the planned value on the evening of a day. */
export function valueAt(curve: Curve, day: number): number {
  if (curve.kind === 's-curve') {
    const x = Math.min(Math.max(day / curve.lastDay, 0), 1);
    return curve.from + (curve.to - curve.from) * (3 * x * x - 2 * x * x * x);
  }
  const { days, values } = curve;
  if (day <= days[0]!) return values[0]!;
  for (let i = 1; i < days.length; i++) {
    if (day <= days[i]!) return between(day, days[i - 1]!, days[i]!, values[i - 1]!, values[i]!);
  }
  return values[values.length - 1]!;
}

/**
 * The plan day on which `value` should have been reached. Where the plan rests on that value for a while (a winter stop, the weeks before a
 * season), it is the day of that rest nearest to `near`: who stands where the plan stands is neither ahead nor behind.
 */
export function dayReached(curve: Curve, value: number, near: number): number {
  if (curve.kind === 's-curve') {
    const share = Math.min(Math.max((value - curve.from) / (curve.to - curve.from), 0), 1);
    return curve.lastDay * (0.5 - Math.sin(Math.asin(1 - 2 * share) / 3));
  }
  return Math.min(Math.max(near, firstDayAt(curve, value)), lastDayAt(curve, value));
}

function firstDayAt({ days, values }: Extract<Curve, { kind: 'points' }>, value: number): number {
  if (value <= values[0]!) return days[0]!;
  for (let i = 1; i < days.length; i++) {
    if (values[i]! >= value) return between(value, values[i - 1]!, values[i]!, days[i - 1]!, days[i]!);
  }
  return firstDayAt({ kind: 'points', days, values }, values[values.length - 1]!);
}

function lastDayAt({ days, values }: Extract<Curve, { kind: 'points' }>, value: number): number {
  const last = values.length - 1;
  if (value >= values[last]!) return firstDayAt({ kind: 'points', days, values }, values[last]!);
  for (let i = last - 1; i >= 0; i--) {
    if (values[i]! <= value) return between(value, values[i]!, values[i + 1]!, days[i]!, days[i + 1]!);
  }
  return days[0]!;
}

function between(x: number, x0: number, x1: number, y0: number, y1: number): number {
  return x1 === x0 ? y1 : y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}
