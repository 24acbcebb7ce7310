import type { Answer } from '#/ui/answers.ts';

/** Claims with one tap, works begun with one tap, works finished with a photo. */
export const answers: readonly Answer[] = [
  {
    kind: 'planning.claim',
    quick: () => import('./answer-claim.tsx'),
    panel: { act: { 'zh-CN': '不属本单位', en: 'Not ours' }, load: () => import('./answer-decline.tsx') },
  },
  { kind: 'planning.start', quick: () => import('./answer-start.tsx') },
  { kind: 'planning.finish', panel: { act: { 'zh-CN': '报完成', en: 'Finished' }, load: () => import('./answer-finish.tsx') } },
];
