import { z } from 'zod';

/** 人员: somebody who holds posts. The telephone number is stored encrypted and shown in part. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly accountId: string | null;
  readonly version: number;
};

export const SetPerson = z.object({ personId: z.uuid(), name: z.string().trim().min(2).max(30), phone: z.string().trim().max(20) });

export type PersonRefusal = { readonly kind: 'phone-malformed'; readonly phone: string };

/** A mobile number of mainland China, or a landline with its area code; written without signs in between. */
const PHONE = /^(?:1[3-9]\d{9}|0\d{2,3}\d{7,8})$/;

/** The digits of a telephone number, `''` where none is given, null where it is none. */
export function phoneDigits(text: string): string | null {
  const digits = text
    .normalize('NFKC')
    .replace(/^\+?86(?=1[3-9]\d{9}$)/, '')
    .replace(/[\s\-()]/g, '');
  return digits === '' || PHONE.test(digits) ? digits : null;
}

/** 138****1234: the first three and the last four. */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? phone : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
