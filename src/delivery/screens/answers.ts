import type { Answer } from '#/ui/answers.ts';

/** What My week asks about reports is answered by the same form as on its page: by the unit, and by the office where it decides one by one. */
export const answers: readonly Answer[] = [
  {
    kind: 'delivery.report',
    quick: () => import('./answer-unchanged.tsx'),
    panel: { act: { 'zh-CN': '填报', en: 'Report' }, load: () => import('./answer-report.tsx') },
  },
  { kind: 'delivery.correct', panel: { act: { 'zh-CN': '更正', en: 'Correct' }, load: () => import('./answer-report.tsx') } },
  { kind: 'delivery.approve-plan', panel: { act: { 'zh-CN': '审批', en: 'Decide' }, load: () => import('./answer-plans.tsx') } },
  { kind: 'delivery.verify', panel: { act: { 'zh-CN': '核查', en: 'Verify' }, load: () => import('./answer-sample.tsx') } },
];
