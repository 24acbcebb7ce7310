import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Reader } from '#/platform/db.ts';
import type { SignInEvent } from '../../rules/people/sign-in.ts';
import { rootsInForce } from './basis.ts';

/** 到场人数: distinct persons who signed in at each of these events; none for events at which nobody did. */
export async function attendanceOf(reader: Reader, eventIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (eventIds.length === 0) return new Map();
  const found = await reader.client.query<{ id: string; nos: readonly number[] }>({
    name: 'records-attendance',
    text: `select event_id as id, array_agg(distinct person_no) as nos from records.sign_in where district = $1 and event_id = any($2::uuid[]) group by 1`,
    values: [reader.district, eventIds],
  });
  if (found.rows.length === 0) return new Map();
  const { nos, roots } = await rootsInForce(reader);
  const rootOf = new Map(nos.map((no, i) => [no, roots[i]!]));
  return new Map(found.rows.map((it) => [it.id, new Set(it.nos.map((no) => rootOf.get(no) ?? no)).size]));
}

const EVENT = `u.first as id, e.title, e.unit_id as "unitId", e.state, e.on_day as "onDay", e.starts_at as "from", e.place, e.area_id as "areaId", e.attended`;

/** The event that this line or another tells of: known by its first line, as its newest tells it. */
export async function findSignInEvent({ client, district }: Reader, id: string): Promise<SignInEvent | undefined> {
  const found = await client.query<SignInEvent>(
    `with recursive up as (
       select id, supersedes from records.entry where district = $1 and id = $2 and kind = 'event'
       union all select e.id, e.supersedes from up join records.entry e on e.district = $1 and e.id = up.supersedes),
     u as (
       select id as first, id from up where supersedes is null
       union all select u.first, e.id from u join records.entry e on e.district = $1 and e.supersedes = u.id)
     select ${EVENT} from u join records.entry e on e.district = $1 and e.id = u.id where e.state <> 'superseded'`,
    [district, id],
  );
  return found.rows[0];
}

/** Events of a unit on a day at which people may sign in. */
export async function listSignInEvents({ client, district }: Reader, unitId: string, onDay: CivilDate): Promise<readonly SignInEvent[]> {
  const found = await client.query<SignInEvent>(
    `with recursive u as (
       select e.id, e.id as first, e.supersedes from records.entry e
        where e.district = $1 and e.kind = 'event' and e.state in ('planned', 'held') and e.unit_id = $2 and e.on_day = $3
       union all select u.id, e.id, e.supersedes from u join records.entry e on e.district = $1 and e.id = u.supersedes)
     select ${EVENT} from u join records.entry e on e.district = $1 and e.id = u.id where u.supersedes is null order by e.starts_at, e.title, e.id`,
    [district, unitId, onDay],
  );
  return found.rows;
}
