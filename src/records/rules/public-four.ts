import type { FourNumbers } from './people/four-numbers.ts';
import { LEAST_SHOWN } from './people/suppress.ts';

/** 公开的四个数: beside what counts, what it is less than, and why; null where so few lie between two of them that one would be known. */
export type PublicFour = {
  readonly services: number | null;
  readonly persons: number | null;
  readonly eligible: number;
  readonly gap: Pick<FourNumbers, 'ineligible' | 'undecided' | 'withoutEvidence'> | null;
};

const isFew = (count: number) => count > 0 && count < LEAST_SHOWN;

export function publicFour({ services, persons, eligible, ineligible, undecided, withoutEvidence }: FourNumbers): PublicFour {
  const gap = { ineligible, undecided, withoutEvidence };
  const isHeld = isFew(persons - eligible);
  return {
    services: isFew(services - persons) || isFew(services - eligible) ? null : services,
    persons: isHeld ? null : persons,
    eligible,
    gap: isHeld || Object.values(gap).some(isFew) ? null : gap,
  };
}
