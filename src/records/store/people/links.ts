import { add, type Reader, type Writer } from '#/platform/db.ts';

/** 疑似重复: two persons with the same name, birthday and telephone, and not the same document. */
export type Pair = { readonly personNo: number; readonly otherNo: number };

export type LinkDecision = Pair & {
  readonly decisionNo: number;
  readonly decision: 'same' | 'different' | 'undone';
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedOn: string;
};

const LATEST = `select distinct on (person_no, other_no) person_no, other_no, decision from records.person_link
  where district = $1 order by person_no, other_no, decision_no desc`;

/** Pairs that are one person by the last word on them. */
export async function listSamePairs({ client, district }: Reader): Promise<readonly Pair[]> {
  const found = await client.query<Pair>({
    name: 'records-same-pairs',
    text: `select person_no as "personNo", other_no as "otherNo" from (${LATEST}) l where decision = 'same' order by 1, 2`,
    values: [district],
  });
  return found.rows;
}

/** All pairs of the district by the last word on them, what was taken back left out. */
export async function listStanding({
  client,
  district,
}: Reader): Promise<readonly Omit<LinkDecision, 'decisionNo' | 'reason' | 'decidedOn'>[]> {
  const found = await client.query<LinkDecision>({
    name: 'records-standing-links',
    text: `select person_no as "personNo", other_no as "otherNo", decision, decided_by as "decidedBy" from (
             select distinct on (person_no, other_no) person_no, other_no, decision, decided_by from records.person_link
              where district = $1 order by person_no, other_no, decision_no desc) l
            where decision <> 'undone' order by 1, 2`,
    values: [district],
  });
  return found.rows;
}

const isServed = (who: string, states = "'accepted'") => {
  const counts = `i.target_id = $2 and i.state in (${states})`;
  return `(exists (select from records.import i where i.district = $1 and i.no = ${who}.import_no and ${counts})
          or exists (select from records.roll_person r join records.import i on i.district = r.district and i.no = r.import_no
                  where r.district = $1 and r.person_no = ${who}.no and ${counts})
          or exists (select from records.sign_in s where s.district = $1 and s.service_kind_id = $2 and s.person_no = ${who}.no))`;
};
/** What was decided stays to be seen and undone when a corrected file has taken the place of the first. */
const wasServed = (who: string) => isServed(who, "'accepted', 'superseded', 'withdrawn'");

/** Persons who were served, by a list or by signing in, and look alike, and nobody has said yet whether they are one: of them, or by way of others. */
const OPEN = `
  with recursive said as materialized (select person_no, other_no, decision from (${LATEST}) l where decision <> 'undone'),
  linked as (select person_no, other_no from said where decision = 'same' union all select other_no, person_no from said where decision = 'same'),
  one as (select person_no, other_no from linked
          union select one.person_no, linked.other_no from one join linked on linked.person_no = one.other_no),
  apart as (select person_no, other_no from said where decision = 'different'
            union all select other_no, person_no from said where decision = 'different'),
  apart_from as (select coalesce(x.other_no, d.person_no) as person_no, coalesce(y.other_no, d.other_no) as other_no from apart d
                  left join one x on x.person_no = d.person_no left join one y on y.person_no = d.other_no),
  alike as materialized (select details_digest from records.person where district = $1 group by details_digest having count(*) > 1)
  select a.no as person_no, b.no as other_no from alike
    join records.person a on a.district = $1 and a.details_digest = alike.details_digest and a.has_phone
    join records.person b on b.district = $1 and b.details_digest = alike.details_digest and b.no > a.no and b.has_phone
   where ${isServed('a')} and ${isServed('b')}
     and not exists (select from one where one.person_no = a.no and one.other_no = b.no)
     and not exists (select from apart_from x where x.person_no = a.no and x.other_no = b.no)`;

export async function countOpenPairs({ client, district }: Reader, serviceKindId: string): Promise<number> {
  const found = await client.query<{ count: number }>({
    name: 'records-open-pairs',
    text: `select count(*)::int as count from (${OPEN}) p`,
    values: [district, serviceKindId],
  });
  return found.rows[0]!.count;
}

export async function listOpenPairs({ client, district }: Reader, serviceKindId: string, most: number): Promise<readonly Pair[]> {
  const found = await client.query<Pair>({
    name: 'records-open-pair-list',
    text: `select person_no as "personNo", other_no as "otherNo" from (${OPEN}) p order by 1, 2 limit $3`,
    values: [district, serviceKindId, most],
  });
  return found.rows;
}

const DECISION = `person_no as "personNo", other_no as "otherNo", decision_no as "decisionNo", decision, reason, decided_by as "decidedBy", to_char(decided_on, 'YYYY-MM-DD') as "decidedOn"`;

/** Of those whom a service knows: others' lists are others'. */
export async function listDecisions({ client, district }: Reader, serviceKindId: string): Promise<readonly LinkDecision[]> {
  const found = await client.query<LinkDecision>({
    name: 'records-link-decisions',
    text: `select ${DECISION} from records.person_link l
             join records.person a on a.district = $1 and a.no = l.person_no and ${wasServed('a')}
             join records.person b on b.district = $1 and b.no = l.other_no and ${wasServed('b')}
            where l.district = $1 order by decided_on desc, person_no, other_no, decision_no desc limit 200`,
    values: [district, serviceKindId],
  });
  return found.rows;
}

/** Whether a service has both of them in lists that count or counted, or signed in: who keeps it may then say whether they are one. */
export async function knowsBoth({ client, district }: Reader, serviceKindId: string, { personNo, otherNo }: Pair): Promise<boolean> {
  const found = await client.query(`select p.no from records.person p where p.district = $1 and p.no = any($3) and ${wasServed('p')}`, [
    district,
    serviceKindId,
    [personNo, otherNo],
  ]);
  return found.rowCount === 2;
}

export async function decisionsOn({ client, district }: Reader, { personNo, otherNo }: Pair): Promise<readonly LinkDecision[]> {
  const found = await client.query<LinkDecision>(
    `select ${DECISION} from records.person_link where district = $1 and person_no = $2 and other_no = $3 order by decision_no`,
    [district, personNo, otherNo],
  );
  return found.rows;
}

export async function addDecision(writer: Writer, it: Omit<LinkDecision, 'decidedOn'>): Promise<void> {
  const { personNo, otherNo, decisionNo, decision, reason, decidedBy } = it;
  const said = { decision, reason, decided_by: decidedBy, decided_on: writer.today };
  await add(writer, 'records.person_link', { person_no: personNo, other_no: otherNo, decision_no: decisionNo, ...said });
}
