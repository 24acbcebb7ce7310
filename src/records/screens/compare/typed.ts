import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Comparable } from '#/kernel/comparison/figure.ts';

/** What is in the fields of one side. */
export type TypedFigure = {
  readonly indicator: string;
  readonly measureUnit: string;
  readonly scope: string;
  readonly definition: string;
  readonly method: string;
  readonly kind: 'count' | 'share';
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly isClosed: boolean;
  readonly count: number | null;
  readonly base: number | null;
  readonly printed: string;
  readonly exposed: number | null;
  readonly months: Comparable['months'];
};

export const EMPTY: TypedFigure = {
  ...{ indicator: '', measureUnit: '', scope: '', definition: '', method: '', kind: 'count', from: null, to: null, isClosed: true },
  ...{ count: null, base: null, printed: '', exposed: null, months: null },
};

export type TypedPair = { readonly a: TypedFigure; readonly b: TypedFigure; readonly claimed: number | null };

export function comparableFrom(typed: TypedFigure): Comparable {
  const { indicator, measureUnit, scope, kind, from, to, isClosed, count, base, exposed, months } = typed;
  const printed = /^\d{1,3}(\.\d{1,4})?$/.test(typed.printed.trim()) ? typed.printed.trim() : null;
  return {
    ...{ indicator: indicator.trim(), measureUnit: measureUnit.trim(), scope: scope.trim(), kind, isClosed, count, months },
    definition: typed.definition.trim() || null,
    method: typed.method.trim() || null,
    period: from === null || to === null || to < from ? null : { from, to },
    base: kind === 'share' && base !== null && base > 0 ? base : null,
    printedPercent: kind === 'share' ? printed : null,
    exposed: exposed !== null && exposed > 0 ? exposed : null,
  };
}

export function typedFrom(figure: Comparable, method: string): TypedFigure {
  const { indicator, measureUnit, scope, kind, isClosed, count, base, months, period } = figure;
  const said = { definition: figure.definition ?? '', method, printed: '', exposed: null };
  return {
    indicator,
    measureUnit,
    scope,
    kind,
    isClosed,
    count,
    base,
    months,
    from: period?.from ?? null,
    to: period?.to ?? null,
    ...said,
  };
}

/** Both seeds of the rule, as a newspaper prints such sentences; the places are invented. */
export const EXAMPLES: Readonly<Record<'example85' | 'example92', TypedPair>> = {
  example85: {
    a: {
      ...EMPTY,
      indicator: '投诉工单',
      measureUnit: '件',
      scope: '示例小区',
      definition: '1',
      method: '热线',
      from: '2026-01-01',
      to: '2026-05-31',
    },
    b: {
      ...EMPTY,
      indicator: '投诉工单',
      measureUnit: '件',
      scope: '示例小区',
      definition: '1',
      method: '热线',
      from: '2025-01-01',
      to: '2025-12-31',
    },
    claimed: -85,
  },
  example92: {
    a: { ...EMPTY, indicator: '问题解决满意率', measureUnit: '%', scope: '示例街道', kind: 'share', base: 25, printed: '92.22' },
    b: { ...EMPTY, indicator: '问题解决满意率', measureUnit: '%', scope: '示例街道', kind: 'share', printed: '63.7' },
    claimed: null,
  },
};

export function isEmpty({ a, b }: TypedPair): boolean {
  return [a, b].every((it) => it.count === null && it.printed === '' && it.from === null && it.indicator === '');
}
