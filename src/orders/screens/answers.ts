import type { Answer } from '#/ui/answers.ts';

/** An order is signed for with one tap; everything else is done on its page. */
export const answers: readonly Answer[] = [{ kind: 'orders.sign', quick: () => import('./answer-sign.tsx') }];
