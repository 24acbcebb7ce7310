import { add, type Reader, remove, type Writer } from '#/platform/db.ts';

/** The highest number of a year, of bulletins that were issued before numbers were given too. */
export async function lastIssue({ client, district }: Reader, year: number): Promise<number> {
  const found = await client.query<{ last: number }>({
    name: 'supervision-last-issue',
    text: `select greatest((select coalesce(max(number), 0) from supervision.series where district = $1 and year = $2),
                           (select coalesce(max(issue), 0) from supervision.bulletin where district = $1 and year = $2 and state = 'issued'))::int as last`,
    values: [district, year],
  });
  return found.rows[0]!.last;
}

export async function findNumber({ client, district }: Reader, bulletinId: string): Promise<number | null> {
  const found = await client.query<{ number: number }>({
    name: 'supervision-number-of',
    text: 'select number from supervision.series where district = $1 and bulletin_id = $2',
    values: [district, bulletinId],
  });
  return found.rows[0]?.number ?? null;
}

/** Two clerks who sign at once wait for each other, so that no number is given twice and none is left out. */
export async function holdSeries({ client, district }: Writer, year: number): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`supervision.series ${district} ${year}`]);
}

export async function addNumber(writer: Writer, year: number, number: number, bulletinId: string): Promise<void> {
  await add(writer, 'supervision.series', {
    year,
    number,
    bulletin_id: bulletinId,
    allotted_by: writer.actor.name,
    allotted_on: writer.today,
  });
}

export async function removeNumber(writer: Writer, year: number, number: number): Promise<void> {
  await remove(writer, 'supervision.series', { year, number });
}
