import type { CivilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, save, type Writer } from '#/platform/db.ts';
import type { Entry, EntryInput, EntrySource, EntryState } from '../rules/entries/entry.ts';
import { attendanceOf } from './people/attendance.ts';

/** A line as it lies in the table; what a kind does not have is null. */
const ENTRY = `e.id, e.promise_id as "promiseId", e.unit_id as "unitId", e.kind, e.state, e.on_day as "on", e.title, e.area_id as "areaId", e.place,
  e.evidence, e.supersedes, e.reason, e.not_duplicate as "notDuplicate", e.entered_by as "enteredBy", e.entered_on as "enteredOn",
  case when e.file_digest is not null then jsonb_build_object('fileDigest', e.file_digest, 'sheet', e.sheet, 'row', e.row_no,
    'fileName', (select f.name from platform.file f where f.district = e.district and f.digest = e.file_digest)) end as source, e.version,
  case e.kind
    when 'event' then jsonb_build_object('eventKind', e.event_kind, 'from', e.starts_at, 'to', e.ends_at, 'host', e.host, 'attended', e.attended,
      'certified', e.certified)
    when 'work' then jsonb_build_object('workKind', e.work_kind, 'measureUnit', e.measure_unit, 'quantity', e.quantity, 'team', e.team,
      'before', e.before_pictures, 'acceptedBy', e.accepted_by, 'acceptedOn', e.accepted_on)
    else jsonb_build_object('moneyKind', e.money_kind, 'amountFen', e.amount_fen, 'periodFrom', e.period_from, 'periodTo', e.period_to,
      'payeeClass', e.payee_class, 'payees', e.payees)
  end as facts`;

type Row = { readonly kind: Entry['kind']; readonly state: EntryState; readonly first: string; readonly facts: object };

/** Who came to an event is counted from the sign-ins, where there are any, whatever was typed. */
async function entriesOf(reader: Reader, rows: readonly Row[]): Promise<readonly Entry[]> {
  const attendance = await attendanceOf(
    reader,
    rows.filter(({ kind }) => kind === 'event').map(({ first }) => first),
  );
  return rows.map(({ facts, first, ...row }) => {
    const signedIn = attendance.get(first) ?? null;
    const isOver = signedIn !== null && row.state !== 'planned';
    return { ...row, ...facts, signedIn, ...(isOver && { attended: signedIn }) } as unknown as Entry;
  });
}

/** A line that was corrected keeps the place of what it corrects: of two that look alike the same one stays the first. */
const ORIGIN = `with recursive origin as (
  select id, id as first from records.entry where district = $1 and supersedes is null
  union all select e.id, o.first from origin o join records.entry e on e.district = $1 and e.supersedes = o.id)`;

/** Every line of these promises, corrected and cancelled ones too, in the order they were entered. */
export async function listEntries(reader: Reader, promiseIds: readonly string[]): Promise<readonly Entry[]> {
  const found = await reader.client.query<Row>({
    name: 'records-entries',
    text: `${ORIGIN} select ${ENTRY}, o.first from records.entry e join origin o on o.id = e.id where e.district = $1 and e.promise_id = any($2::uuid[]) order by o.first, e.id`,
    values: [reader.district, promiseIds],
  });
  return entriesOf(reader, found.rows);
}

/** Those that a promise counts: neither corrected since nor cancelled. */
export async function listCurrentEntries(reader: Reader, promiseId: string): Promise<readonly Entry[]> {
  const found = await reader.client.query<Row>({
    name: 'records-current-entries',
    text: `${ORIGIN} select ${ENTRY}, o.first from records.entry e join origin o on o.id = e.id
            where e.district = $1 and e.promise_id = $2 and e.state in ('planned', 'held', 'recorded') order by o.first, e.id`,
    values: [reader.district, promiseId],
  });
  return entriesOf(reader, found.rows);
}

/** Events that are planned, whatever their day, by the promises they belong to; the next first. */
export async function listPlannedEvents(reader: Reader): Promise<readonly Entry[]> {
  const found = await reader.client.query<Row>({
    name: 'records-planned-events',
    text: `${ORIGIN} select ${ENTRY}, o.first from records.entry e join origin o on o.id = e.id where e.district = $1 and e.kind = 'event' and e.state = 'planned' order by e.on_day, e.starts_at, e.id`,
    values: [reader.district],
  });
  return entriesOf(reader, found.rows);
}

/** An event with the line that it was first entered as: whatever is corrected of it since, it is the same event. */
export type ComingEvent = Entry & { readonly first: string };

/** Events from a day on that are planned or were called off, the next first. */
export async function listComingEvents(reader: Reader, from: CivilDate): Promise<readonly ComingEvent[]> {
  const { rows } = await reader.client.query<Row>({
    name: 'records-coming-events',
    text: `${ORIGIN} select ${ENTRY}, o.first from records.entry e join origin o on o.id = e.id
            where e.district = $1 and e.kind = 'event' and e.state in ('planned', 'cancelled') and e.on_day >= $2 order by e.on_day, e.starts_at, e.id`,
    values: [reader.district, from],
  });
  return (await entriesOf(reader, rows)).map((it, i) => ({ ...it, first: rows[i]!.first }));
}

export async function getEntry(reader: Reader, id: string): Promise<Entry> {
  const found = await reader.client.query<Row>(
    `${ORIGIN} select ${ENTRY}, o.first from records.entry e join origin o on o.id = e.id where e.district = $1 and e.id = $2`,
    [reader.district, id],
  );
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-entry', { id });
  return (await entriesOf(reader, found.rows))[0]!;
}

export async function hasEntry({ client, district }: Reader, id: string): Promise<boolean> {
  const found = await client.query('select from records.entry where district = $1 and id = $2', [district, id]);
  return found.rowCount === 1;
}

/** The words of the list that a promise stands in: cadences are read from them. */
export async function getProject(
  { client, district }: Reader,
  id: string,
): Promise<{ readonly no: string; readonly name: string; readonly text: string }> {
  const found = await client.query<{ no: string; name: string; text: string }>(
    'select no, name, text from programme.project where district = $1 and id = $2',
    [district, id],
  );
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-project', { id });
  return found.rows[0];
}

/** Whoever enters, corrects or settles a line of a promise waits for whoever does so already. */
export async function holdEntries({ client, district }: Writer, promiseId: string): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`records.entry ${district} ${promiseId}`]);
}

export type NewEntry = {
  readonly id: string;
  readonly unitId: string | null;
  readonly entry: EntryInput;
  readonly supersedes?: string | null;
  readonly reason?: string | null;
  readonly notDuplicate?: string | null;
  readonly source?: EntrySource | null;
};

export async function addEntry(writer: Writer, it: NewEntry): Promise<void> {
  await add(writer, 'records.entry', {
    id: it.id,
    unit_id: it.unitId,
    ...rowOf(it.entry),
    supersedes: it.supersedes ?? null,
    reason: it.reason ?? null,
    not_duplicate: it.notDuplicate ?? null,
    entered_by: writer.actor.name,
    entered_on: writer.today,
    file_digest: it.source?.fileDigest ?? null,
    sheet: it.source?.sheet ?? null,
    row_no: it.source?.row ?? null,
  });
}

function rowOf(entry: EntryInput): Readonly<Record<string, unknown>> {
  const { kind, promiseId, on, title, areaId, place, evidence } = entry;
  const common = { kind, promise_id: promiseId, on_day: on, title, area_id: areaId, place, evidence, before_pictures: [] };
  switch (entry.kind) {
    case 'event': {
      const { state, eventKind, from, to, host, attended, certified } = entry;
      return { ...common, state, event_kind: eventKind, starts_at: from, ends_at: to, host, attended, certified };
    }
    case 'work': {
      const { workKind, measureUnit, quantity, team, before, acceptedBy, acceptedOn } = entry;
      const work = { work_kind: workKind, measure_unit: measureUnit, quantity, team, before_pictures: before };
      return { ...common, state: 'recorded', ...work, accepted_by: acceptedBy, accepted_on: acceptedOn };
    }
    case 'money': {
      const { moneyKind, amountFen, periodFrom, periodTo, payeeClass, payees } = entry;
      const period = { period_from: periodFrom, period_to: periodTo };
      return { ...common, state: 'recorded', money_kind: moneyKind, amount_fen: amountFen, ...period, payee_class: payeeClass, payees };
    }
  }
}

export async function closeEntry(
  writer: Writer,
  id: string,
  state: Extract<EntryState, 'superseded' | 'cancelled'>,
  reason: string,
): Promise<void> {
  await save(writer, 'records.entry', { id }, { state, ...(state === 'cancelled' && { reason }) });
}

export async function keepBoth(writer: Writer, id: string, why: string): Promise<void> {
  await save(writer, 'records.entry', { id }, { not_duplicate: why });
}
