import type { Answer } from '#/ui/answers.ts';

/** What My week asks of a unit about its reports is answered by the same form as on its page. */
export const answers: readonly Answer[] = [
  {
    kind: 'delivery.report',
    quick: () => import('./answer-unchanged.tsx'),
    panel: { act: { 'zh-CN': '填报', en: 'Report' }, load: () => import('./answer-report.tsx') },
  },
  { kind: 'delivery.correct', panel: { act: { 'zh-CN': '更正', en: 'Correct' }, load: () => import('./answer-report.tsx') } },
];
