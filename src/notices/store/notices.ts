import type { CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { add, addMany, type Reader, remove, save, type Writer } from '#/platform/db.ts';
import type { Notice, NoticeLine } from '../rules/notice.ts';

const NOTICE = `id, made_on as "madeOn", cause, until_on as "untilOn", lines, made_at as "madeAt", read_at as "readAt"`;

export type Evening = {
  readonly madeOn: CivilDate;
  readonly untilOn: CivilDate;
  readonly persons: number;
  readonly lines: number;
  readonly unreached: readonly NoticeLine[];
  readonly madeAt: string;
};

export async function listEvenings({ client, district }: Reader, limit: number): Promise<readonly Evening[]> {
  const found = await client.query<Evening>({
    name: 'notices-evenings',
    text: `select made_on as "madeOn", until_on as "untilOn", persons, lines, unreached, made_at as "madeAt"
             from notices.evening where district = $1 order by made_on desc limit $2`,
    values: [district, limit],
  });
  return found.rows;
}

export async function isEveningMade({ client, district }: Reader, day: CivilDate): Promise<boolean> {
  const found = await client.query('select 1 from notices.evening where district = $1 and made_on = $2', [district, day]);
  return found.rowCount !== 0;
}

/** Two processes that come for the same evening are heard one after the other. */
export async function holdEvening({ client, district }: Writer): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`notices.evening ${district}`]);
}

export async function addEvening(writer: Writer, it: Omit<Evening, 'madeAt'>): Promise<void> {
  const { madeOn, untilOn, persons, lines, unreached } = it;
  await add(writer, 'notices.evening', {
    made_on: madeOn,
    until_on: untilOn,
    persons,
    lines,
    unreached,
    made_at: writer.now.toISOString(),
  });
}

export type NewNotice = Pick<Notice, 'madeOn' | 'cause' | 'untilOn' | 'lines'> & { readonly personId: string };

/** Gives back the id of each, in the order given. */
export async function addNotices(writer: Writer, notices: readonly NewNotice[]): Promise<readonly string[]> {
  const rows = notices.map((it) => ({
    id: newId(),
    person_id: it.personId,
    made_on: it.madeOn,
    cause: it.cause,
    until_on: it.untilOn,
    lines: it.lines,
    made_at: writer.now.toISOString(),
    read_at: null,
  }));
  await addMany(writer, 'notices.notice', rows);
  return rows.map(({ id }) => id);
}

/** Duties that these persons were told of at once already: `person kind key`. */
export async function listToldCauses({ client, district }: Reader, causes: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await client.query<{ told: string }>(
    `select person_id || ' ' || cause as told from notices.notice where district = $1 and cause = any($2)`,
    [district, causes],
  );
  return new Set(found.rows.map((it) => it.told));
}

export async function listNotices(
  { client, district }: Reader,
  { personId, limit, before }: { readonly personId: string; readonly limit: number; readonly before: string | null },
): Promise<readonly Notice[]> {
  const found = await client.query<Notice>({
    name: 'notices-inbox',
    text: `select ${NOTICE} from notices.notice
            where district = $1 and person_id = $2 and ($4::uuid is null or id < $4) order by id desc limit $3`,
    values: [district, personId, limit, before],
  });
  return found.rows;
}

export async function countUnread({ client, district }: Reader, personId: string): Promise<number> {
  const found = await client.query<{ count: number }>({
    name: 'notices-unread',
    text: 'select count(*)::int as count from notices.notice where district = $1 and person_id = $2 and read_at is null',
    values: [district, personId],
  });
  return found.rows[0]!.count;
}

export async function listUnreadIds({ client, district }: Reader, personId: string): Promise<readonly string[]> {
  const found = await client.query<{ id: string }>(
    'select id from notices.notice where district = $1 and person_id = $2 and read_at is null order by id for update',
    [district, personId],
  );
  return found.rows.map(({ id }) => id);
}

export async function markRead(writer: Writer, ids: readonly string[]): Promise<void> {
  for (const id of ids) await save(writer, 'notices.notice', { id }, { read_at: writer.now.toISOString() });
}

/** What is older than the day, its messages first. */
export async function removeOlder(writer: Writer, day: CivilDate, most: number): Promise<number> {
  const { client, district } = writer;
  let removed = 0;
  for (const table of ['notices.message', 'notices.notice'] as const) {
    const found = await client.query<{ id: string }>(
      table === 'notices.message'
        ? `select id from notices.message where district = $1 and made_on < $2 and state not in ('waiting', 'claimed') limit $3`
        : `select id from notices.notice n where district = $1 and made_on < $2
              and not exists (select from notices.message m where m.district = n.district and m.notice_id = n.id) limit $3`,
      [district, day, most],
    );
    for (const { id } of found.rows) await remove(writer, table, { id });
    removed += found.rows.length;
  }
  return removed;
}

export async function hasOlder({ client, district }: Reader, day: CivilDate): Promise<boolean> {
  const found = await client.query('select 1 from notices.notice where district = $1 and made_on < $2 limit 1', [district, day]);
  return found.rowCount !== 0;
}
