import { dayNumber } from '#/kernel/civil-date.ts';
import { listAreas } from '#/planning/door.ts';
import type { Reader } from '#/platform/db.ts';
import { townshipsOf, within } from '../../rules/areas.ts';
import type { CountAsked } from '../../rules/figure.ts';
import type { Columns } from '../../rules/people/columns.ts';
import { guarded } from '../../rules/people/eligibility.ts';
import { rootsOf } from '../../rules/people/four-numbers.ts';
import { takesSignIns } from '../../rules/people/roster.ts';
import type { Basis } from '../../rules/people/selection.ts';
import type { PeopleSpec } from '../../rules/people/spec.ts';
import { verdictBy } from '../../rules/people/verdict.ts';
import { eachBlock, loadBlocks, loadSignIns } from './blocks.ts';
import { listSamePairs } from './links.ts';
import { getServiceKind, listRules } from './rosters.ts';

type Asked = Pick<CountAsked, 'period' | 'scope' | 'asOf'>;

/** What a count of people is made of: by what lines count, and where the lines are that may. */
export type Counting = {
  readonly basis: Basis;
  readonly loadAll: () => Promise<readonly Columns[]>;
  /** One after the other; each is there until the next comes. */
  readonly each: (take: (block: Columns) => void) => Promise<void>;
};

/** The list behind a figure is read by the same. */
export async function countingOf(reader: Reader, spec: PeopleSpec, { period, scope, asOf }: Asked): Promise<Counting> {
  const kind = await getServiceKind(reader, spec.serviceKindId);
  const areas = await listAreas(reader);
  const until = asOf < period.to ? asOf : period.to;
  const basis: Basis = {
    spec,
    span: { from: dayNumber(period.from), until: dayNumber(until) },
    scope: scope === null ? null : within(areas, scope),
    townshipOf: townshipsOf(areas),
    roots: await rootsInForce(reader),
    verdict: verdictBy(guarded(await listRules(reader, spec.serviceKindId), kind.isSensitive)),
    needsEvidence: kind.needsEvidence,
    leastDays: kind.doses === 1 ? null : (kind.doseDaysLeast ?? 1),
  };
  const nos = await acceptedNos(reader, spec.serviceKindId);
  const isSignedIn = takesSignIns(kind) && (spec.doseNo ?? 1) === 1;
  const signedIn = async () => (isSignedIn ? [await loadSignIns(reader, spec.serviceKindId, until)] : []);
  return {
    basis,
    loadAll: async () => [...(await loadBlocks(reader, nos)), ...(await signedIn())],
    async each(take) {
      await eachBlock(reader, nos, take);
      (await signedIn()).forEach(take);
    },
  };
}

/** Who was found to be the same person as another, and who stands for both. */
export const rootsInForce = async (reader: Reader) => rootsOf(await listSamePairs(reader));

/** Imports whose lines count. */
export async function acceptedNos({ client, district }: Reader, targetId: string): Promise<readonly number[]> {
  const accepted = await client.query<{ no: number }>({
    name: 'records-accepted',
    text: `select no from records.import where district = $1 and target_id = $2 and state = 'accepted' order by no`,
    values: [district, targetId],
  });
  return accepted.rows.map((it) => it.no);
}
