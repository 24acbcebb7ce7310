import type { Reader } from '#/platform/db.ts';
import { type DueList, dueList } from '../../rules/people/due.ts';
import { guarded } from '../../rules/people/eligibility.ts';
import { type ServiceKind, takesSignIns } from '../../rules/people/roster.ts';
import { seriesOf } from '../../rules/people/series.ts';
import { verdictBy } from '../../rules/people/verdict.ts';
import { acceptedNos, rootsInForce } from './basis.ts';
import { loadBlocks, loadSignIns } from './blocks.ts';
import { listRules } from './rosters.ts';

/** Who is due of a series, by the same lines, persons and rule as the count; of a roster also whoever was given nothing. */
export async function loadDue(reader: Reader, kind: ServiceKind, rosterId: string | null): Promise<DueList> {
  const { id, doses, doseDaysLeast, doseDaysMost } = kind;
  const listed = rosterId === null ? [] : await loadBlocks(reader, await acceptedNos(reader, rosterId));
  const served = await loadBlocks(reader, await acceptedNos(reader, id));
  const signedIn = takesSignIns(kind) ? [await loadSignIns(reader, id, reader.today)] : [];
  const rules = await listRules(reader, id);
  const persons = seriesOf([...served, ...signedIn], listed, {
    roots: await rootsInForce(reader),
    verdict: verdictBy(guarded(rules, kind.isSensitive)),
    // 监护人同意 is asked for when she is told, so who is only listed is due without it.
    listedVerdict: verdictBy(rules.map((it) => ({ ...it, rule: { ...it.rule, consentUnder14: false } }))),
    today: reader.today,
  });
  return dueList(persons, { doses, leastDays: doseDaysLeast ?? 1, mostDays: doseDaysMost ?? 365 }, reader.today);
}

/** The roster that a definition in force measures a service by; null where none does. */
export async function findMeasuredRoster({ client, district, today }: Reader, serviceKindId: string): Promise<string | null> {
  const found = await client.query<{ rosterId: string | null }>({
    name: 'records-measured-roster',
    text: `select d.spec->>'rosterId' as "rosterId" from (
             select distinct on (promise_id) promise_id, spec from records.definition
              where district = $1 and from_on <= $3 and replaced_by is null order by promise_id, version_no desc) d
            where d.spec->>'serviceKindId' = $2 and d.spec->>'rosterId' is not null order by d.promise_id limit 1`,
    values: [district, serviceKindId, today],
  });
  return found.rows[0]?.rosterId ?? null;
}
