import { type Locale, number } from '#/kernel/format.ts';
import type { AmountRefusal } from '../rules/entries/amount.ts';

type Sentences = { readonly [K in AmountRefusal['kind']]: (it: Extract<AmountRefusal, { kind: K }>) => readonly [zh: string, en: string] };

export const AMOUNT_SENTENCES: Sentences = {
  'amount-odd': ({ text }) => [
    `“${text}”不是金额：写成数字，单位元，最多两位小数，例如 1508400.00`,
    `“${text}” is no amount: write it in digits, in yuan, with at most two decimals, such as 1508400.00`,
  ],
  'amount-zero': () => ['金额要大于 0；没有付的不登记', 'The amount has to be above 0; what was not paid is not entered'],
  'amount-too-large': ({ mostYuan }) => [
    `金额太大，最多 ${number(mostYuan)} 元；请核对单位是不是元`,
    `The amount is too large, at most ${number(mostYuan)} yuan; check that it is in yuan`,
  ],
};

export function wordsOfAmount(refusal: AmountRefusal, locale: Locale): string {
  const [zh, en] = (AMOUNT_SENTENCES[refusal.kind] as (it: AmountRefusal) => readonly [string, string])(refusal);
  return locale === 'en' ? en : zh;
}
