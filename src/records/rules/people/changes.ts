import { FACT, factsAt, NO_DAY } from './columns.ts';
import type { DifferingRow, LinePlace } from './difference.ts';
import type { Field } from './heads.ts';

/** 改动: a column of a row that is told otherwise, before and after, as it is read; null where it was not told. */
export type FieldChange = { readonly field: Field; readonly was: string | null; readonly is: string | null };

/** 差别的一行, as it is read: the row of the new file, or of the one before it where it is gone; the name covered. */
export type ShownDifference = Pick<DifferingRow, 'what'> & {
  readonly sheet: string | null;
  readonly rowNo: number;
  readonly name: string;
  readonly changes: readonly FieldChange[];
};

type Told = Readonly<Record<string, string | null>>;

const answer = (it: boolean | null) => (it === null ? null : it ? 'yes' : 'no');

/** All that can change a count, as words of the data; the number of a couple is only told to be another. */
function toldAt({ columns, i }: LinePlace): Told {
  const { birth_on, sex, is_local, lives_alone, is_assisted, consent } = factsAt(columns, i);
  return {
    birthOn: columns.births[i] === NO_DAY ? null : birth_on,
    sex,
    local: answer(is_local),
    alone: answer(lives_alone),
    assisted: answer(is_assisted),
    consent: answer(consent),
    evidence: (columns.facts[i]! >> FACT.evidence) & 1 ? 'yes' : 'no',
    quantity: String(columns.quantities[i]!),
    area: columns.areas[columns.areaOf[i]!]!,
    couple: String(columns.couples?.[i] ?? 0),
  };
}

/** What the new list tells otherwise of a service that both tell of. */
export function changesBetween(was: LinePlace, is: LinePlace): readonly FieldChange[] {
  const [before, after] = [toldAt(was), toldAt(is)];
  return Object.keys(before)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({
      field: field as Field,
      was: field === 'couple' ? null : before[field]!,
      is: field === 'couple' ? null : after[field]!,
    }));
}
