import type { Reader } from '#/platform/db.ts';
import type { CountAsked } from '../rules/figure.ts';
import type { PeopleSpec } from '../rules/people/spec.ts';
import { countPeople } from './people/count.ts';
import { getServiceKind } from './people/rosters.ts';

/** 全程: of how many doses the series is, and how many eligible persons have the last one too; kept apart from the dose that a promise counts. */
export async function seriesOf(
  reader: Reader,
  spec: PeopleSpec,
  asked: CountAsked,
): Promise<{ readonly doses: number; readonly complete: number }> {
  const { doses } = await getServiceKind(reader, spec.serviceKindId);
  if (doses === 1) return { doses, complete: 0 };
  const last: PeopleSpec = { ...spec, counts: 'eligible', of: 'persons', doseNo: doses };
  return { doses, complete: (await countPeople(reader, last, asked)).numerator };
}
