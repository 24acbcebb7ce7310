/** Where sealed values of persons lie: bound into each, so that none is read from another place. */
export const PLACES = {
  identity: 'records.person.sealed_identity',
  details: 'records.person.sealed_details',
  couple: 'records.roll_block.couples',
} as const;
