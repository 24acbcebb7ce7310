/** GB 32100-2015 4.2: the alphabet leaves out I, O, S, V and Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;

export type CreditCodeWarning =
  | { readonly kind: 'credit-code-length'; readonly length: number }
  | { readonly kind: 'credit-code-sign'; readonly sign: string }
  | { readonly kind: 'credit-code-check'; readonly expected: string };

/** 统一社会信用代码: what looks wrong about it. Only a warning: some codes of the first years fail their check digit and are valid all the same. */
export function creditCodeWarning(code: string): CreditCodeWarning | null {
  const signs = [...code];
  if (signs.length !== LENGTH) return { kind: 'credit-code-length', length: signs.length };
  const odd = signs.find((sign) => !ALPHABET.includes(sign));
  if (odd !== undefined) return { kind: 'credit-code-sign', sign: odd };
  const expected = checkSignOf(code.slice(0, LENGTH - 1));
  return signs.at(-1) === expected ? null : { kind: 'credit-code-check', expected };
}

/** The weights are the powers of three modulo 31. */
export function checkSignOf(body: string): string {
  let weight = 1;
  let sum = 0;
  for (const sign of body) {
    sum += ALPHABET.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}
