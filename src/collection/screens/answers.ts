import type { Answer } from '#/ui/answers.ts';

/** A form is handed in where it is asked for; what was read from it is confirmed line by line, which needs the page of the table. */
export const answers: readonly Answer[] = [
  { kind: 'collection.return-form', panel: { act: { 'zh-CN': '交表', en: 'Hand in' }, load: () => import('./answer-form.tsx') } },
];
