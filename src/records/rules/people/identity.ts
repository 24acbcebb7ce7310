import { type CivilDate, isCivilDate } from '#/kernel/day-number.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { documentName } from './document-names.ts';

/** 证件: a resident identity number (GB 11643, residence permits and the new permanent residence card too), or another document. */
export type Identity = {
  readonly kind: 'resident' | 'other';
  /** Normalised: no blanks, half width, capital letters. */
  readonly number: string;
  /** What the number itself says; only of resident numbers. */
  readonly birthOn: CivilDate | null;
  readonly sex: 'f' | 'm' | null;
};

export type IdentityFault = 'identity-digits-lost' | 'identity-length' | 'identity-check' | 'identity-birth';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';

/** The 18th character of a resident number. */
export function checkDigitOf(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return CHECKS[sum % 11]!;
}

/** Full-width digits, blanks and dashes are ways of writing; a missing digit is not, and nothing is ever mended. */
export function readIdentity(
  text: string,
  { isNumber, document }: { readonly isNumber: boolean; readonly document: string },
): Result<Identity, IdentityFault> {
  const written = text
    .normalize('NFKC')
    .replace(/[\s'`-]/g, '')
    .toUpperCase();
  const name = documentName(document);
  const isOldCard = /永久居留/.test(name) && /^[A-Z]{3}\d{12}$/.test(written);
  const isOther = isOldCard || (name !== '' && !/身份证|居住证|永久居留|永居/.test(name));
  if (isOther)
    return /^[A-Z0-9()]{5,20}$/.test(written)
      ? accept({ kind: 'other', number: `${name}:${written}`, birthOn: null, sex: null })
      : refuse('identity-length');
  // Excel keeps fifteen digits of a number: what stands in such a cell has lost its end, whatever the check digit says.
  if (/^\d(\.\d+)?E\+?\d+$/.test(written) || (isNumber && written.length > 15)) return refuse('identity-digits-lost');
  if (!/^\d{17}[\dX]$/.test(written)) return refuse('identity-length');
  if (checkDigitOf(written) !== written[17]) return refuse(written.endsWith('000') ? 'identity-digits-lost' : 'identity-check');
  const birthOn = `${written.slice(6, 10)}-${written.slice(10, 12)}-${written.slice(12, 14)}`;
  if (!isCivilDate(birthOn)) return refuse('identity-birth');
  return accept({ kind: 'resident', number: written, birthOn, sex: Number(written[16]) % 2 === 0 ? 'f' : 'm' });
}

/** 1402**********1234: the first four and the last two; enough to find a paper by, not enough to be one. */
export function maskIdentity(number: string): string {
  const bare = number.slice(number.indexOf(':') + 1);
  return bare.length < 8 ? '*'.repeat(bare.length) : `${bare.slice(0, 4)}${'*'.repeat(bare.length - 6)}${bare.slice(-2)}`;
}

/** 张*三 reads as 张**; a single family name stays. */
export function maskName(name: string): string {
  const signs = [...name];
  return signs.length < 2 ? name : `${signs[0]}${'*'.repeat(signs.length - 1)}`;
}
