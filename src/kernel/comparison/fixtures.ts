import type { Comparable } from './figure.ts';

/** Complaints about one estate from January to May, counted by one hotline. */
export function aFigure(changes: Partial<Comparable> = {}): Comparable {
  return {
    indicator: '投诉工单',
    measureUnit: '件',
    definition: '1',
    scope: '示例小区',
    method: '热线工单',
    kind: 'count',
    period: { from: '2026-01-01', to: '2026-05-31' },
    isClosed: true,
    count: 20,
    base: null,
    printedPercent: null,
    exposed: null,
    months: null,
    ...changes,
  };
}

export function aShare(changes: Partial<Comparable> = {}): Comparable {
  return aFigure({ indicator: '问题解决满意率', measureUnit: '%', kind: 'share', method: '电话回访', count: null, ...changes });
}
