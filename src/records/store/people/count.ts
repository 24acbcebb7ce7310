import type { Reader } from '#/platform/db.ts';
import type { CountAsked, DayFigure, Figure, FigureParts } from '../../rules/figure.ts';
import { type FourNumbers, type Roots, rootsOf } from '../../rules/people/four-numbers.ts';
import type { PeopleSpec } from '../../rules/people/spec.ts';
import { eligibleSql } from './eligible-sql.ts';
import { countOpenPairs, listSamePairs } from './links.ts';
import { findRoster, getServiceKind, listRules } from './rosters.ts';

/** Everything that a count is made of: which rows count, who is one person, and who is eligible. */
type Basis = {
  readonly accepted: readonly number[];
  readonly roots: Roots;
  /** The whole count as SQL over rows `e`; the parameters are those of `parametersOf`. */
  readonly rows: string;
  readonly isOk: string;
};

async function basisOf(reader: Reader, spec: PeopleSpec): Promise<Basis> {
  const { client, district } = reader;
  const kind = await getServiceKind(reader, spec.serviceKindId);
  const eligible = eligibleSql(await listRules(reader, spec.serviceKindId));
  const found = await client.query<{ no: number }>(
    `select no from records.import where district = $1 and target_id = $2 and state = 'accepted' order by no`,
    [district, spec.serviceKindId],
  );
  const roots = rootsOf(await listSamePairs(reader));
  const dose = spec.doseNo === null ? '' : ` and e.dose_no = ${spec.doseNo}`;
  const facts = 'birth_on, sex, is_local, lives_alone, is_assisted, consent';
  const when = 'e.on_day between $4 and $5 and ($6::uuid[] is null or e.area_id = any($6))';
  const rows = `
    select e.person_no, e.on_day, e.slot, e.dose_no, e.quantity, e.area_id, e.has_evidence, e.import_no, e.couple_no, ${facts}
      from records.roll_line e where e.district = $1 and e.target_id = $2 and e.import_no = any($3::int[]) and ${when}${dose}
    ${
      kind.slots.length === 0 || (spec.doseNo ?? 1) !== 1
        ? ''
        : `union all
    select e.person_no, e.on_day, e.slot, 1, 1, e.area_id, true, 0, null, ${facts} from records.sign_in e where e.district = $1 and e.service_kind_id = $2 and ${when}`
    }`;
  const isOk = `(${eligible})${kind.needsEvidence ? ' and e.has_evidence' : ''}`;
  return { accepted: found.rows.map((it) => it.no), roots, rows, isOk };
}

type Asked = Pick<CountAsked, 'period' | 'scope' | 'asOf'>;

async function parametersOf(
  { client, district }: Reader,
  spec: PeopleSpec,
  { accepted }: Basis,
  { period, scope, asOf }: Asked,
): Promise<readonly unknown[]> {
  const until = asOf < period.to ? asOf : period.to;
  if (scope === null) return [district, spec.serviceKindId, accepted, period.from, until, null];
  const within = await client.query<{ id: string }>(
    `with recursive inside as (select id from planning.area where district = $1 and id = $2
       union all select a.id from planning.area a join inside i on a.parent_id = i.id where a.district = $1) select id from inside`,
    [district, scope],
  );
  return [district, spec.serviceKindId, accepted, period.from, until, within.rows.map((it) => it.id)];
}

/** Who a row is about, once people were found to be one. Without links the number itself. */
const who = ({ roots }: Basis) =>
  roots.nos.length === 0
    ? 'e.person_no'
    : `coalesce((array[${roots.roots.join(',')}])[array_position(array[${roots.nos.join(',')}], e.person_no)], e.person_no)`;

/** What one promise counts, as an expression over rows `e`; a group of rows that share `key` counts once. */
function unitOf(spec: PeopleSpec, basis: Basis): { readonly key: string; readonly where: string; readonly sum: string } {
  const person = who(basis);
  const service = `${person}, e.on_day, e.slot, e.dose_no`;
  if (spec.counts === 'services') return { key: service, where: 'true', sum: '1' };
  if (spec.counts === 'doses') return { key: service, where: 'true', sum: 'max(e.quantity)' };
  const where = spec.counts === 'eligible' ? basis.isOk : 'true';
  return spec.of === 'couples'
    ? { key: 'e.import_no, e.couple_no', where: `${where} and e.couple_no is not null`, sum: '1' }
    : { key: person, where, sum: '1' };
}

export async function countPeople(reader: Reader, spec: PeopleSpec, asked: CountAsked): Promise<Figure> {
  const basis = await basisOf(reader, spec);
  const { key, where, sum } = unitOf(spec, basis);
  const found = await reader.client.query<{ numerator: number; records: number }>(
    `select count(*)::int as numerator_rows, coalesce(sum(u.part), 0)::int as numerator, coalesce(sum(u.rows), 0)::int as records
       from (select ${sum} as part, count(*) as rows from (${basis.rows}) e where ${where} group by ${key}) u`,
    [...(await parametersOf(reader, spec, basis, asked))],
  );
  const { numerator, records } = found.rows[0]!;
  return { numerator, records, denominator: await denominatorOf(reader, spec) };
}

/** The whole of a roster: its list, or the number that was stated of it. */
async function denominatorOf(reader: Reader, { rosterId }: PeopleSpec): Promise<number | null> {
  if (rosterId === null) return null;
  return (await countRoster(reader, rosterId)) ?? (await findRoster(reader, rosterId))?.statedCount ?? null;
}

/** Distinct persons of the list in force; null where none was accepted. */
export async function countRoster(reader: Reader, rosterId: string): Promise<number | null> {
  const { client, district } = reader;
  const found = await client.query<{ count: number; imports: number }>(
    `select count(distinct e.person_no)::int as count, count(distinct i.no)::int as imports from records.import i
       left join records.roll_line e on e.district = i.district and e.import_no = i.no where i.district = $1 and i.target_id = $2 and i.state = 'accepted'`,
    [district, rosterId],
  );
  const { count, imports } = found.rows[0]!;
  return imports === 0 ? null : count;
}

/** Whoever was counted stays counted: each key counts from its first day on. */
export async function daysOfPeople(
  reader: Reader,
  spec: PeopleSpec,
  { period }: Pick<CountAsked, 'period'>,
): Promise<readonly DayFigure[]> {
  const basis = await basisOf(reader, spec);
  const { key, where, sum } = unitOf(spec, basis);
  const found = await reader.client.query<{ on: DayFigure['on']; count: number }>(
    `select u.first_on as "on", sum(u.part)::int as count from
       (select min(e.on_day) as first_on, ${sum} as part from (${basis.rows}) e where ${where} group by ${key}) u group by u.first_on order by u.first_on`,
    [...(await parametersOf(reader, spec, basis, { period, scope: null, asOf: period.to }))],
  );
  const denominator = await denominatorOf(reader, spec);
  let done = 0;
  return found.rows.map(({ on, count }) => {
    done += count;
    return { on, value: denominator === null ? done : (done / denominator) * 100, denominator };
  });
}

export async function partsOfPeople(reader: Reader, spec: PeopleSpec, asked: CountAsked): Promise<FigureParts> {
  const basis = await basisOf(reader, spec);
  const { key, where, sum } = unitOf(spec, basis);
  const parameters = [...(await parametersOf(reader, spec, basis, asked))];
  const townships = `(select a.id, case when a.kind in ('township', 'subdistrict') then a.id when b.kind in ('township', 'subdistrict') then b.id else b.parent_id end as top
      from planning.area a left join planning.area b on b.district = a.district and b.id = a.parent_id where a.district = $1)`;
  const byPlace = await reader.client.query<FigureParts['byPlace'][number]>(
    `select u.top as "areaId", sum(u.part)::int as numerator, sum(u.rows)::int as records from
       (select t.top, ${sum} as part, count(*) as rows from (${basis.rows}) e join ${townships} t on t.id = e.area_id where ${where} group by t.top, ${key}) u
      group by u.top order by 2 desc`,
    parameters,
  );
  const byMonth = await reader.client.query<FigureParts['byMonth'][number]>(
    `select u.month, sum(u.part)::int as numerator, sum(u.rows)::int as records from
       (select to_char(min(e.on_day), 'YYYY-MM') as month, ${sum} as part, count(*) as rows from (${basis.rows}) e where ${where} group by ${key}) u
      group by u.month order by 1`,
    parameters,
  );
  return { byPlace: byPlace.rows, byMonth: byMonth.rows };
}

/** 四个数 and what lies between them, for the page of the figure. */
export async function fourNumbers(reader: Reader, spec: PeopleSpec, asked: CountAsked): Promise<FourNumbers> {
  const basis = await basisOf(reader, spec);
  const person = who(basis);
  const found = await reader.client.query<Omit<FourNumbers, 'openDuplicates'>>(
    `with e as materialized (${basis.rows}),
       services as (select max(e.quantity) as quantity from e group by ${person}, e.on_day, e.slot, e.dose_no),
       persons as (select bool_or((${basis.isOk}) is true) as ok, bool_or((${basis.isOk}) is null) as unknown, bool_or(e.has_evidence) as proven from e group by ${person})
     select (select count(*) from services)::int as services, (select coalesce(sum(quantity), 0) from services)::int as doses,
            count(*)::int as persons, count(*) filter (where ok)::int as eligible, count(*) filter (where not ok and unknown)::int as undecided,
            count(*) filter (where not ok and not unknown and proven)::int as ineligible, count(*) filter (where not ok and not unknown and not proven)::int as "withoutEvidence",
            (select count(*) from (select distinct e.import_no, e.couple_no from e where e.couple_no is not null) c)::int as couples
       from persons`,
    [...(await parametersOf(reader, spec, basis, asked))],
  );
  return { ...found.rows[0]!, openDuplicates: await countOpenPairs(reader, spec.serviceKindId) };
}
