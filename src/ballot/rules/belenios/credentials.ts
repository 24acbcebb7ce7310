import { stretched } from '#/kernel/hash.ts';
import { type Group, numberOf, type Random } from './group.ts';

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const RANDOM_SIGNS = 14;

/** 14 random signs or more: the name of an election (specification 4.2), of a seed (22 signs, 4.6.1). */
export function randomSigns(random: Random, length: number): string {
  return Array.from({ length }, () => BASE58[Number(random(58n))]).join('');
}

/** 投票凭证: fifteen signs in groups of three, the last a check digit (specification 4.8). */
export function newCredential(random: Random): string {
  const signs = randomSigns(random, RANDOM_SIGNS);
  return `${signs}${checkDigit(signs)}`.replace(/(.{3})(?=.)/g, '$1-');
}

function checkDigit(signs: string): string {
  const value = [...signs].reduce((sum, sign) => sum * 58n + BigInt(BASE58.indexOf(sign)), 0n);
  return BASE58[Number(53n - (value % 53n))]!;
}

/** Whether the signs can be a credential: a slip of the pen is told before anything is sent. */
export function isCredential(text: string): boolean {
  if (!/^[1-9A-HJ-NP-Za-km-z]{3}(?:-[1-9A-HJ-NP-Za-km-z]{3}){4}$/.test(text)) return false;
  const signs = text.replaceAll('-', '');
  return checkDigit(signs.slice(0, RANDOM_SIGNS)) === signs[RANDOM_SIGNS];
}

/** The secret number behind a credential as it is printed, dashes included (PBKDF2-HMAC-SHA256, 1,000 rounds, salt is the election). */
export function secretOf({ q }: Pick<Group, 'q'>, credential: string, uuid: string): bigint {
  return numberOf(stretched(credential, uuid, 1_000)) % q;
}
