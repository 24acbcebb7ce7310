import type { Reader } from '#/platform/db.ts';
import type { CountAsked } from '../../rules/figure.ts';
import { type Roots, rootsOf } from '../../rules/people/four-numbers.ts';
import type { ServiceKind } from '../../rules/people/roster.ts';
import type { PeopleSpec } from '../../rules/people/spec.ts';
import { eligibleSql } from './eligible-sql.ts';
import { listSamePairs } from './links.ts';
import { getServiceKind, listRules } from './rosters.ts';

/** What a count of people is made of: which rows count, who is one person, and who is eligible. The list behind a figure is read by the same. */
export type Basis = {
  /** The rows, as SQL whose rows are called `e`; of those of the persons only whom `where` names. */
  readonly rowsOf: (where?: string) => string;
  readonly parameters: readonly unknown[];
  /** Who a row `e` is about, once people were found to be one. */
  readonly who: string;
  readonly isOk: string;
  /** Conditions that take the persons apart: each falls under one, and those who are one under the same, so that parts can be counted at once. */
  readonly shares: readonly string[];
};

type Asked = Pick<CountAsked, 'period' | 'scope' | 'asOf'>;

const FACTS = 'e.birth_on, e.sex, e.is_local, e.lives_alone, e.is_assisted, e.consent';
const WHEN = 'e.on_day between $4 and $5 and ($6::uuid[] is null or e.area_id = any($6))';

export async function basisOf(reader: Reader, spec: PeopleSpec, asked: Asked): Promise<Basis> {
  const kind = await getServiceKind(reader, spec.serviceKindId);
  const eligible = eligibleSql(await listRules(reader, spec.serviceKindId));
  const roots = rootsOf(await listSamePairs(reader));
  const who = whoSql(roots);
  const dose = spec.doseNo === null ? '' : ` and e.dose_no = ${spec.doseNo}${inOrderSql(kind, spec.doseNo, who)}`;
  const lines = (where: string) => `
    select e.person_no, e.on_day, e.slot, e.dose_no, e.quantity, e.area_id, e.has_evidence, e.import_no, e.couple_no, ${FACTS}, e.evidence, e.sheet, e.row_no
      from records.roll_line e where e.district = $1 and e.target_id = $2 and e.import_no = any($3::int[]) and ${WHEN}${dose}${where}`;
  const signIns = (where: string) => `
    select e.person_no, e.on_day, e.slot, 1, 1, e.area_id, true, 0, null::bigint, ${FACTS}, null::text, null::text, null::int
      from records.sign_in e where e.district = $1 and e.service_kind_id = $2 and ${WHEN}${where}`;
  const isSignedIn = kind.slots.length > 0 && (spec.doseNo ?? 1) === 1;
  return {
    rowsOf: (where = '') => `${lines(where)}${isSignedIn ? ` union all ${signIns(where)}` : ''}`,
    parameters: await parametersOf(reader, spec, asked),
    who,
    isOk: `(${eligible})${kind.needsEvidence ? ' and e.has_evidence' : ''}`,
    shares: sharesOf(await greatestPersonNo(reader), roots),
  };
}

async function parametersOf({ client, district }: Reader, spec: PeopleSpec, { period, scope, asOf }: Asked): Promise<readonly unknown[]> {
  const until = asOf < period.to ? asOf : period.to;
  const accepted = await client.query<{ no: number }>(
    `select no from records.import where district = $1 and target_id = $2 and state = 'accepted' order by no`,
    [district, spec.serviceKindId],
  );
  const all = [district, spec.serviceKindId, accepted.rows.map((it) => it.no), period.from, until];
  return [...all, scope === null ? null : await areasWithin({ client, district }, scope)];
}

async function areasWithin({ client, district }: Pick<Reader, 'client' | 'district'>, scope: string): Promise<readonly string[]> {
  const within = await client.query<{ id: string }>(
    `with recursive inside as (select id from planning.area where district = $1 and id = $2
       union all select a.id from planning.area a join inside i on a.parent_id = i.id where a.district = $1) select id from inside`,
    [district, scope],
  );
  return within.rows.map((it) => it.id);
}

/** Without links the number itself. */
function whoSql({ nos, roots }: Roots): string {
  return nos.length === 0
    ? 'e.person_no'
    : `coalesce((array[${roots.join(',')}])[array_position(array[${nos.join(',')}], e.person_no)], e.person_no)`;
}

/** 先后与间隔: a later dose counts after the one before it counted, and no sooner than the interval; the same as `dosesOf`. */
function inOrderSql({ doses, doseDaysLeast }: ServiceKind, doseNo: number, who: string): string {
  if (doses === 1 || doseNo === 1) return '';
  const given = (no: number) =>
    `select ${who} as who, e.on_day from records.roll_line e where e.district = $1 and e.target_id = $2 and e.import_no = any($3::int[]) and e.dose_no = ${no} and e.on_day <= $5`;
  const counted = (no: number): string =>
    no === 1
      ? `select g.who, min(g.on_day) as on_day from (${given(1)}) g group by g.who`
      : `select g.who, min(g.on_day) as on_day from (${given(no)}) g join (${counted(no - 1)}) b on b.who = g.who and g.on_day >= b.on_day + ${doseDaysLeast} group by g.who`;
  return ` and (${who}, e.on_day) in (select g.who, g.on_day from (${given(doseNo)}) g join (${counted(doseNo - 1)}) b on b.who = g.who and g.on_day >= b.on_day + ${doseDaysLeast})`;
}

async function greatestPersonNo({ client, district }: Reader): Promise<number> {
  const found = await client.query<{ no: number }>({
    name: 'records-greatest-person',
    text: 'select coalesce(max(no), 0)::int as no from records.person where district = $1',
    values: [district],
  });
  return found.rows[0]!.no;
}

/** Below this one part is counted as fast as several. */
const SHARED_FROM = 50_000;
const SHARES = 8;

function sharesOf(greatestNo: number, { nos, roots }: Roots): readonly string[] {
  if (greatestNo < SHARED_FROM) return [''];
  const linked = [...new Set([...nos, ...roots])].join(',');
  const others = linked === '' ? '' : ` and e.person_no <> all(array[${linked}])`;
  const step = Math.ceil((greatestNo + 1) / SHARES);
  const ranges = Array.from({ length: SHARES }, (_, i) => ` and e.person_no >= ${i * step} and e.person_no < ${(i + 1) * step}${others}`);
  return linked === '' ? ranges : [...ranges, ` and e.person_no = any(array[${linked}])`];
}
