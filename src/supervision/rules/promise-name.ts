import type { ProgrammePromise } from '#/programme/rules/programme.ts';

/** `举办招聘会`; where the verb already says what is done (`免费接种疫苗`), whom or what it is done to stands behind it in brackets. */
export function promiseName({ verb, object }: Pick<ProgrammePromise, 'verb' | 'object'>): string {
  return verb.replace(/[（(].*?[）)]/g, '').length > 4 ? `${verb}（${object}）` : `${verb}${object}`;
}
