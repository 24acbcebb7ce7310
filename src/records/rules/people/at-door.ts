import { z } from 'zod';
import { type CivilDate, civilDate } from '#/kernel/civil-date.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { type Identity, type IdentityFault, readIdentity } from './identity.ts';
import { endsOf } from './masked.ts';
import { nameOf, phoneOf } from './spelled.ts';

/** 门口登记: somebody who came and stands on no list, with his paper, or, without one, with birthday and telephone. */
export const Visitor = z.object({
  name: z.string().max(40),
  /** The kind of document where it is no resident identity number. */
  document: z.string().max(20).default(''),
  identity: z.string().max(40).default(''),
  birthOn: civilDate.nullable().default(null),
  phone: z.string().max(30).default(''),
});
export type Visitor = z.input<typeof Visitor>;

export type VisitorRefusal =
  | { readonly kind: 'visitor-nameless' }
  | { readonly kind: 'visitor-identity'; readonly fault: IdentityFault; readonly ends: string; readonly length: number }
  | { readonly kind: 'visitor-without-papers' }
  | { readonly kind: 'visitor-born-ahead'; readonly birthOn: CivilDate; readonly today: CivilDate };

export type ReadVisitor = {
  readonly name: string;
  readonly identity: Identity | null;
  readonly birthOn: CivilDate | null;
  readonly sex: 'f' | 'm' | null;
  readonly phone: string;
};

/** A telephone has so many digits, without its area code. */
const LEAST_DIGITS = 7;

/** Read as a line of a file is, so that he is the same person in both. */
export function readVisitor(written: Visitor, today: CivilDate): Result<ReadVisitor, VisitorRefusal> {
  const { document, identity: number, birthOn, phone } = Visitor.parse(written);
  const name = nameOf(written.name);
  if (!/[\p{L}]/u.test(name)) return refuse({ kind: 'visitor-nameless' });
  const digits = phoneOf(phone);
  if (number.trim() !== '') {
    const read = readIdentity(number, { isNumber: false, document: document.trim() });
    if (!read.ok)
      return refuse({ kind: 'visitor-identity', fault: read.refusal, ends: endsOf(number.trim()), length: number.trim().length });
    const born = read.value.birthOn ?? birthOn;
    if (born !== null && born > today) return refuse({ kind: 'visitor-born-ahead', birthOn: born, today });
    return accept({ name, identity: read.value, birthOn: born, sex: read.value.sex, phone: digits });
  }
  if (birthOn === null || digits.length < LEAST_DIGITS) return refuse({ kind: 'visitor-without-papers' });
  if (birthOn > today) return refuse({ kind: 'visitor-born-ahead', birthOn, today });
  return accept({ name, identity: null, birthOn, sex: null, phone: digits });
}
