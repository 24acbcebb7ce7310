import { Problem } from '#/kernel/problem.ts';
import type { Reader } from '#/platform/db.ts';
import type { BoxPlace, BoxState } from '../rules/box.ts';
import { USUAL_LEAST_BALLOTS } from '../rules/session-sheet.ts';

/** The round of a box, as far as the box needs to know it. */
export type RoundPlace = BoxPlace & {
  readonly title: string;
  readonly maxMarks: number;
  readonly candidates: readonly { readonly id: string; readonly name: string }[];
  readonly roll: number;
  /** Deputies who were here when the round began. */
  readonly present: number;
  /** Slips handed out in this round. */
  readonly admitted: number;
  /** Papers handed out in this round. */
  readonly papers: number;
  /** Slips noted at the check-in desk for this round. */
  readonly handed: number;
  /** 最少票数: fewer ballots than this are not opened. */
  readonly least: number;
};

type Row = Omit<RoundPlace, 'electronic' | 'least'> & { readonly electronic: boolean | null; readonly least: number | null };

export async function getRoundPlace({ client, district }: Reader, roundId: string): Promise<RoundPlace> {
  const found = await client.query<Row>(
    `select s.title, h.content ->> 'electronic' = 'true' and s.sheet_state = 'adopted' as electronic, h.content -> 'rule' ->> 'form' as form,
        r.state = 'decided' as "isDecided", r.max_marks as "maxMarks",
        exists (select from ballot.box b where b.district = r.district and b.round_id = r.id and b.state <> 'abandoned') as "hasBox",
        (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) order by c.position), '[]') from ballot.candidate c
          where c.district = r.district and c.id = any(r.candidate_ids)) as candidates,
        (select count(*)::int from ballot.roll l where l.district = r.district and l.session_id = r.session_id) as roll,
        r.attending as present,
        (select coalesce(sum(b.admitted), 0)::int from ballot.box b
          where b.district = r.district and b.round_id = r.id and b.state <> 'abandoned') as admitted,
        (select coalesce(sum(p.papers), 0)::int from ballot.paper_issue p where p.district = r.district and p.round_id = r.id) as papers,
        (select count(*)::int from ballot.roll l
          where l.district = r.district and l.session_id = r.session_id and l.slip_round = r.position) as handed,
        (h.content ->> 'leastBallots')::int as least
       from ballot.round r
       join ballot.session s on s.district = r.district and s.id = r.session_id
       join ballot.sheet h on h.district = s.district and h.session_id = s.id and h.sheet_version = s.sheet_version
      where r.district = $1 and r.id = $2`,
    [district, roundId],
  );
  const row = found.rows[0];
  if (row === undefined) throw new Problem(404, 'unknown-round', { id: roundId });
  return { ...row, electronic: row.electronic === true, least: row.least ?? USUAL_LEAST_BALLOTS };
}

/** Every round whose adopted sheet has the electronic ballot, newest session first, with its box. */
export type RoundLine = {
  readonly roundId: string;
  readonly title: string;
  readonly position: number;
  readonly boxId: string | null;
  readonly state: BoxState | null;
};

export async function listRoundLines({ client, district }: Reader): Promise<readonly RoundLine[]> {
  const found = await client.query<RoundLine>(
    `select r.id as "roundId", s.title, r.position, b.id as "boxId", b.state
       from ballot.round r
       join ballot.session s on s.district = r.district and s.id = r.session_id
       join ballot.sheet h on h.district = s.district and h.session_id = s.id and h.sheet_version = s.sheet_version
       left join ballot.box b on b.district = r.district and b.round_id = r.id and b.state <> 'abandoned'
      where r.district = $1 and s.sheet_state = 'adopted' and h.content ->> 'electronic' = 'true'
      order by s.opens_on desc, r.position desc`,
    [district],
  );
  return found.rows;
}
