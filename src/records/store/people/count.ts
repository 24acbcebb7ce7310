import type { Reader } from '#/platform/db.ts';
import type { CountAsked, DayFigure, Figure, FigureParts } from '../../rules/figure.ts';
import type { FourNumbers } from '../../rules/people/four-numbers.ts';
import type { PeopleSpec } from '../../rules/people/spec.ts';
import { type Basis, basisOf } from './basis.ts';
import { countOpenPairs } from './links.ts';
import { findRoster } from './rosters.ts';

/** What one promise counts, as an expression over rows `e`; a group of rows that share `key` counts once. */
export function unitOf(
  spec: PeopleSpec,
  { who, isOk }: Basis,
): { readonly key: readonly string[]; readonly where: string; readonly sum: string } {
  const service = [who, 'e.on_day', 'e.slot', 'e.dose_no'];
  if (spec.counts === 'services') return { key: service, where: 'true', sum: '1' };
  if (spec.counts === 'doses') return { key: service, where: 'true', sum: 'max(e.quantity)' };
  const where = spec.counts === 'eligible' ? isOk : 'true';
  return spec.of === 'couples'
    ? { key: ['e.couple_no'], where: `${where} and e.couple_no is not null`, sum: '1' }
    : { key: [who], where, sum: '1' };
}

/** The area of each place that is a township or a subdistrict, or lies in one. */
export const TOWNSHIPS = `(select a.id, case when a.kind in ('township', 'subdistrict') then a.id when b.kind in ('township', 'subdistrict') then b.id else b.parent_id end as top
    from planning.area a left join planning.area b on b.district = a.district and b.id = a.parent_id where a.district = $1)`;

type Tallied = { readonly on: DayFigure['on']; readonly count: number; readonly records: number };
type Placed = FigureParts['byPlace'][number];
type Tally = { readonly days: readonly Tallied[]; readonly places: readonly Placed[] };

/**
 * The whole and its parts in one walk over the rows: each key once, by the day on which it first counted, and once for each township.
 * The index leads from person to person, so that rows of one person come together.
 */
async function tally(reader: Reader, spec: PeopleSpec, asked: Omit<CountAsked, 'promiseId'>, withPlaces: boolean): Promise<Tally> {
  const basis = await basisOf(reader, spec, asked);
  const { key, where, sum } = unitOf(spec, basis);
  const named = key.map((it, i) => `${it} as k${i}`).join(', ');
  const keys = key.map((_, i) => `k${i}`).join(', ');
  const share = (of: string) =>
    withPlaces
      ? `select grouping(t.top) as whole, t.top, max(p.part) as part, sum(p.records) as records, min(p.first_on) as first_on
           from (select ${named}, e.area_id, ${sum} as part, count(*) as records, min(e.on_day) as first_on from (${basis.rowsOf(of)}) e where ${where} group by ${keys}, e.area_id) p
           left join ${TOWNSHIPS} t on t.id = p.area_id group by grouping sets ((${keys}), (t.top, ${keys}))`
      : `select 1 as whole, null::uuid as top, ${sum} as part, count(*) as records, min(e.on_day) as first_on, ${named} from (${basis.rowsOf(of)}) e where ${where} group by ${keys}`;
  const shares = spec.of === 'couples' ? [''] : basis.shares;
  await reader.client.query(ROOM);
  const found = await reader.client.query<{
    whole: number;
    top: string | null;
    on: DayFigure['on'] | null;
    count: number;
    records: number;
  }>(
    `select s.whole, s.top, s."on", sum(s.count)::int as count, sum(s.records)::int as records from (
       ${shares
         .map(
           (of) =>
             `select g.whole, g.top, case when g.whole = 1 then g.first_on end as "on", sum(g.part) as count, sum(g.records) as records from (${share(of)}) g group by 1, 2, 3`,
         )
         .join(' union all ')}
     ) s group by 1, 2, 3 order by 3, 4 desc`,
    [...basis.parameters],
  );
  return {
    days: found.rows.flatMap(({ whole, on, count, records }) => (whole === 1 ? [{ on: on!, count, records }] : [])),
    places: found.rows.flatMap(({ whole, top, count, records }) => (whole === 0 ? [{ areaId: top, numerator: count, records }] : [])),
  };
}

/** Groups of some hundred thousand persons are kept in memory, until the transaction ends. */
const ROOM = `set local work_mem = '64MB'`;

const add = (all: readonly Tallied[]) =>
  all.reduce((sum, { count, records }) => ({ numerator: sum.numerator + count, records: sum.records + records }), {
    numerator: 0,
    records: 0,
  });

export async function countPeople(reader: Reader, spec: PeopleSpec, asked: CountAsked): Promise<Figure> {
  const { days } = await tally(reader, spec, asked, false);
  return { ...add(days), denominator: await denominatorOf(reader, spec) };
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
  const { days } = await tally(reader, spec, { period, scope: null, asOf: period.to }, false);
  const denominator = await denominatorOf(reader, spec);
  let done = 0;
  return days.map(({ on, count }) => {
    done += count;
    return { on, value: denominator === null ? done : (done / denominator) * 100, denominator };
  });
}

export async function partsOfPeople(reader: Reader, spec: PeopleSpec, asked: CountAsked): Promise<FigureParts> {
  const { days, places } = await tally(reader, spec, asked, true);
  const months = [...new Set(days.map(({ on }) => on.slice(0, 7)))].sort();
  return {
    whole: { ...add(days), denominator: await denominatorOf(reader, spec) },
    byPlace: places.toSorted((a, b) => b.numerator - a.numerator),
    byMonth: months.map((month) => ({ month, ...add(days.filter(({ on }) => on.startsWith(month))) })),
  };
}

/** 四个数 and what lies between them, for the page of the figure. */
export async function fourNumbers(reader: Reader, spec: PeopleSpec, asked: CountAsked): Promise<FourNumbers> {
  const { rowsOf, who, isOk, shares, parameters } = await basisOf(reader, spec, asked);
  const of = (share: string) => `
    select count(*) as persons, sum(p.services) as services, sum(p.doses) as doses, count(*) filter (where ok) as eligible, count(*) filter (where not ok and unknown) as undecided,
           count(*) filter (where not ok and not unknown and proven) as ineligible, count(*) filter (where not ok and not unknown and not proven) as unproven
      from (select s.who, count(*) as services, sum(s.quantity) as doses, bool_or(s.ok) as ok, bool_or(s.unknown) as unknown, bool_or(s.proven) as proven
              from (select ${who} as who, max(e.quantity) as quantity, bool_or((${isOk}) is true) as ok, bool_or((${isOk}) is null) as unknown, bool_or(e.has_evidence) as proven
                      from (${rowsOf(share)}) e group by 1, e.on_day, e.slot, e.dose_no) s group by s.who) p`;
  const found = await reader.client.query<Omit<FourNumbers, 'openDuplicates' | 'couples'>>(
    `select coalesce(sum(services), 0)::int as services, coalesce(sum(doses), 0)::int as doses, sum(persons)::int as persons, sum(eligible)::int as eligible,
            sum(undecided)::int as undecided, sum(ineligible)::int as ineligible, sum(unproven)::int as "withoutEvidence"
       from (${shares.map(of).join(' union all ')}) s`,
    [...parameters],
  );
  const couples = await reader.client.query<{ count: number }>(
    `select count(distinct e.couple_no)::int as count from (${rowsOf()}) e where e.couple_no is not null`,
    [...parameters],
  );
  return { ...found.rows[0]!, couples: couples.rows[0]!.count, openDuplicates: await countOpenPairs(reader, spec.serviceKindId) };
}
