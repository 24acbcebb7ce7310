/** Where keyed digests of what a line says lie: bound into each, so that none is found by another's. */
export const PLACES = {
  identity: 'records.person.identity_digest',
  details: 'records.person.details_digest',
  couple: 'records.roll_block.couples',
} as const;

/** Where the seals of persons lie: bound into each, so that none is read from another place. */
export const SEAL_PLACE = 'records.person_seal.sealed';

/** 同封: so many persons that were numbered one after the other lie in one seal, a kilobyte: a seal costs the same for one as for a dozen, and who opens one reads few. */
export const PERSONS_A_SEAL = 12;

/** Who a person is: the number of his paper, and his name, birthday and telephone (see `detailsText`). */
export type Who = readonly [identity: string | null, details: string];

export type Details = readonly [name: string, birthOn: string | null, phone: string];

/** The text that persons without a number are matched by. */
export const detailsText = (details: Details): string => JSON.stringify(details);

export const sealText = (persons: readonly Who[]): string => JSON.stringify(persons);

/** The same without those who are gone: nobody moves to another place. */
export const sealWithout = (text: string, isLeft: (place: number) => boolean): string =>
  JSON.stringify(personsOf(text).map((who, place) => (isLeft(place) ? who : null)));

const personsOf = (text: string) => JSON.parse(text) as readonly (Who | null)[];

/** The person at a place of what was sealed. */
export function whoAt(text: string, at: number): { readonly identity: string | null; readonly details: Details } {
  const [identity, details] = personsOf(text)[at]!;
  return { identity, details: JSON.parse(details) as Details };
}
