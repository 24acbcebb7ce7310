import type { Answer } from '#/ui/answers.ts';

/** The weekly check: one tap where nothing changed, else its form. */
export const answers: readonly Answer[] = [
  {
    kind: 'rhythm.check',
    quick: () => import('./answer-unchanged.tsx'),
    panel: { act: { 'zh-CN': '填写', en: 'Fill in' }, load: () => import('./answer-check.tsx') },
  },
];
