import { type Keys, unseal } from '#/platform/secrets.ts';
import { SEAL_PLACE, whoAt } from '../../rules/people/sealed-persons.ts';

/** Who a person is, still sealed: with those who were numbered beside him, and which of them he is. */
export type InSeal = { readonly sealed: string; readonly place: number };

/** Of persons as `p`. */
export const IN_SEAL = 'l.sealed, p.no - p.sealed_from as place';
export const WITH_SEAL = 'join records.person_seal l on l.district = p.district and l.from_no = p.sealed_from';

export type OpenedPerson = ReturnType<typeof whoAt>;

/** Opens one person after the other. Neighbours lie in one seal, which is opened once for those who are asked one behind the other. */
export function opener(keys: Keys): (it: InSeal) => OpenedPerson {
  let last = { sealed: '', text: '' };
  return ({ sealed, place }) => {
    if (last.sealed !== sealed) last = { sealed, text: unseal(keys, SEAL_PLACE, sealed) };
    return whoAt(last.text, place);
  };
}
