import type { FourNumbers } from './people/four-numbers.ts';
import type { PeopleSpec } from './people/spec.ts';
import { LEAST_SHOWN } from './people/suppress.ts';

type Gap = Pick<FourNumbers, 'ineligible' | 'undecided' | 'withoutEvidence'>;

/** 公开的四个数: what counts and the numbers beside it, and why they differ; null where so few lie between two of them that one would be known. */
export type PublicFour = {
  readonly services: number | null;
  /** Of a service in doses. Earlier editions had none. */
  readonly doses?: number | null;
  readonly persons: number | null;
  readonly eligible: number | null;
  readonly gap: Gap | null;
};

const isFew = (count: number) => count > 0 && count < LEAST_SHOWN;

type Counted = Pick<PeopleSpec, 'counts'> & { readonly isInDoses: boolean };

/** The number that counts is public whatever stands beside it; each other one is told where it lies apart from all that are told. */
export function publicFour(four: FourNumbers, { counts, isInDoses }: Counted): PublicFour {
  const { ineligible, undecided, withoutEvidence } = four;
  const gap = { ineligible, undecided, withoutEvidence };
  const asked = [counts, 'eligible', 'persons', 'services', ...(isInDoses ? (['doses'] as const) : [])] as const;
  const told = new Map<(typeof asked)[number], number>();
  for (const it of asked) if (![...told.values()].some((other) => isFew(Math.abs(four[it] - other)))) told.set(it, four[it]);
  const toldOf = (it: (typeof asked)[number]) => told.get(it) ?? null;
  const isHeld = !told.has('persons') || !told.has('eligible') || Object.values(gap).some(isFew);
  return {
    services: toldOf('services'),
    ...(isInDoses && { doses: toldOf('doses') }),
    persons: toldOf('persons'),
    eligible: toldOf('eligible'),
    gap: isHeld ? null : gap,
  };
}

/** Where the number of those with the full series is held back: what was given, less those to whom it was given, would tell it. What counts stays. */
export function withoutSeries(four: PublicFour, { counts }: Pick<PeopleSpec, 'counts'>): PublicFour {
  if (counts === 'services' || counts === 'doses') return { ...four, persons: null, eligible: null, gap: null };
  return { ...four, services: null, ...(four.doses !== undefined && { doses: null }) };
}
