import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Comparable } from '#/kernel/comparison/figure.ts';
import { quantityOf, wholeOf } from '../../rules/entries/amount.ts';

/** What is in the fields of one side: numbers as they were typed, so that what is none stays to be seen, and is said. */
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
  readonly count: string;
  readonly base: string;
  readonly printed: string;
  readonly exposed: string;
  readonly months: Comparable['months'];
};

export const EMPTY: TypedFigure = {
  ...{ indicator: '', measureUnit: '', scope: '', definition: '', method: '', kind: 'count', from: null, to: null, isClosed: true },
  ...{ count: '', base: '', printed: '', exposed: '', months: null },
};

export type TypedPair = { readonly a: TypedFigure; readonly b: TypedFigure; readonly claimed: string };

/** What is wrong with a field that was filled. */
export type Fault =
  | { readonly kind: 'not-number' | 'not-whole' | 'not-percent' | 'fell-too-far'; readonly text: string }
  | { readonly kind: 'is-zero' | 'over-base' | 'to-before-from' };

export type FigureFaults = { readonly [field in 'to' | 'count' | 'base' | 'exposed' | 'printed']: Fault | null };

/** Of the fields that are shown; what is empty was not said, and is no fault. */
export function faultsOf(typed: TypedFigure): FigureFaults {
  const { kind, from, to, count, base, exposed } = typed;
  const isShare = kind === 'share';
  const over = wholeOf(count) ?? 0;
  const isOver = isShare && (wholeOf(base) ?? over) < over;
  return {
    to: from !== null && to !== null && to < from ? { kind: 'to-before-from' } : null,
    count: (isShare ? wholeFault(count) : numberFault(count)) ?? (isOver ? { kind: 'over-base' } : null),
    base: isShare ? aboveZero(base) : null,
    exposed: isShare ? null : aboveZero(exposed),
    printed: isShare && typed.printed !== '' && percentOf(typed.printed) === null ? { kind: 'not-percent', text: typed.printed } : null,
  };
}

const numberFault = (text: string): Fault | null => (text === '' || quantityOf(text) !== null ? null : { kind: 'not-number', text });
const wholeFault = (text: string): Fault | null => (text === '' || wholeOf(text) !== null ? null : { kind: 'not-whole', text });
const aboveZero = (text: string): Fault | null => wholeFault(text) ?? (wholeOf(text) === 0 ? { kind: 'is-zero' } : null);

/** As it was printed, to its last zero. */
function percentOf(typed: string): string | null {
  const text = typed.normalize('NFKC');
  return /^(100(\.0{1,4})?|\d{1,2}(\.\d{1,4})?)$/.test(text) ? text : null;
}

/** 变化（%）: −85, with whichever minus. */
export function claimedOf(typed: string): number | null {
  const text = typed.normalize('NFKC');
  return /^[-−+]?\d{1,6}(\.\d{1,3})?$/.test(text) ? Number(text.replace('−', '-')) : null;
}

export function claimedFault(text: string): Fault | null {
  const claimed = claimedOf(text);
  if (claimed === null) return text === '' ? null : { kind: 'not-number', text };
  return claimed < -100 ? { kind: 'fell-too-far', text } : null;
}

export const isFaulty = (typed: TypedFigure): boolean => Object.values(faultsOf(typed)).some((it) => it !== null);

export function comparableFrom(typed: TypedFigure): Comparable {
  const { indicator, measureUnit, scope, kind, from, to, isClosed, count, base, exposed, months } = typed;
  const isShare = kind === 'share';
  return {
    ...{ indicator: indicator.trim(), measureUnit: measureUnit.trim(), scope: scope.trim(), kind, isClosed, months },
    definition: typed.definition.trim() || null,
    method: typed.method.trim() || null,
    period: from === null || to === null ? null : { from, to },
    count: isShare ? wholeOf(count) : quantityOf(count),
    base: isShare ? wholeOf(base) : null,
    printedPercent: isShare ? percentOf(typed.printed) : null,
    exposed: isShare ? null : wholeOf(exposed),
  };
}

const textOf = (count: number | null) => (count === null ? '' : String(count));

export function typedFrom(figure: Comparable, method: string): TypedFigure {
  const { indicator, measureUnit, scope, kind, isClosed, months, period } = figure;
  return {
    ...{ indicator, measureUnit, scope, kind, isClosed, months, method, definition: figure.definition ?? '' },
    ...{ from: period?.from ?? null, to: period?.to ?? null },
    ...{ count: textOf(figure.count), base: textOf(figure.base), printed: '', exposed: '' },
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
    claimed: '-85',
  },
  example92: {
    a: { ...EMPTY, indicator: '问题解决满意率', measureUnit: '%', scope: '示例街道', kind: 'share', base: '25', printed: '92.22' },
    b: { ...EMPTY, indicator: '问题解决满意率', measureUnit: '%', scope: '示例街道', kind: 'share', printed: '63.7' },
    claimed: '',
  },
};

export function isEmpty({ a, b }: TypedPair): boolean {
  return [a, b].every((it) => it.count === '' && it.printed === '' && it.from === null && it.indicator === '');
}
