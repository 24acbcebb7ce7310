import type { CivilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, save, type Writer } from '#/platform/db.ts';
import type { Quarter } from '../rules/quarter.ts';
import type { Appeal, Confirmation, PublishedRound, Round, RoundContent } from '../rules/round.ts';
import type { UnitScore } from '../rules/unit-score.ts';

const ROUND = `id, programme_id as "programmeId", year, quarter, edition, state, content, digest, appeal_until as "appealUntil", opened_by as "openedBy",
  opened_on as "openedOn", version, final, final_digest as "finalDigest", published_by as "publishedBy", published_on as "publishedOn"`;

type Row = Omit<Round, 'published'> & {
  readonly final: readonly UnitScore[] | null;
  readonly finalDigest: string | null;
  readonly publishedBy: string | null;
  readonly publishedOn: CivilDate | null;
};

function roundOf({ final, finalDigest, publishedBy, publishedOn, ...rest }: Row): Round {
  const published = final === null ? null : { scores: final, digest: finalDigest!, by: publishedBy!, on: publishedOn! };
  return { ...rest, published };
}

type Which = Quarter & { readonly programmeId: string };

export async function findRound({ client, district }: Reader, { programmeId, year, quarter }: Which): Promise<Round | null> {
  const found = await client.query<Row>({
    name: 'assessment-round-of',
    text: `select ${ROUND} from assessment.round where district = $1 and programme_id = $2 and year = $3 and quarter = $4`,
    values: [district, programmeId, year, quarter],
  });
  return found.rows[0] === undefined ? null : roundOf(found.rows[0]);
}

/** Holds the round until the transaction ends: an appeal and the publishing of the same quarter wait for each other. */
export async function getRoundForUpdate({ client, district }: Writer, id: string): Promise<Round> {
  const found = await client.query<Row>(`select ${ROUND} from assessment.round where district = $1 and id = $2 for update`, [district, id]);
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-round', { id });
  return roundOf(found.rows[0]);
}

/** Every round that is still before the units. */
export async function listDraftRounds({ client, district }: Reader): Promise<readonly Round[]> {
  const found = await client.query<Row>({
    name: 'assessment-draft-rounds',
    text: `select ${ROUND} from assessment.round where district = $1 and state = 'draft' order by year, quarter, id`,
    values: [district],
  });
  return found.rows.map(roundOf);
}

export type RoundLine = Quarter & Pick<Round, 'id' | 'edition' | 'state' | 'openedOn'> & { readonly publishedOn: CivilDate | null };

export async function listRounds({ client, district }: Reader, programmeId: string): Promise<readonly RoundLine[]> {
  const found = await client.query<RoundLine>({
    name: 'assessment-rounds',
    text: `select id, year, quarter, edition, state, opened_on as "openedOn", published_on as "publishedOn"
             from assessment.round where district = $1 and programme_id = $2 order by year, quarter`,
    values: [district, programmeId],
  });
  return found.rows;
}

export async function holdQuarter({ client, district }: Writer, { programmeId, year, quarter }: Which): Promise<void> {
  const name = `assessment.round ${district} ${programmeId} ${year}-${quarter}`;
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
}

type Opened = Which & {
  readonly id: string;
  readonly edition: number;
  readonly content: RoundContent;
  readonly digest: string;
  readonly appealUntil: CivilDate;
  readonly reason: string;
};

export async function saveOpened(writer: Writer, { id, programmeId, appealUntil, ...rest }: Opened): Promise<void> {
  const opened = { state: 'draft', appeal_until: appealUntil, opened_by: writer.actor.name, opened_on: writer.today };
  await save(writer, 'assessment.round', { id }, { programme_id: programmeId, ...rest, ...opened });
}

export async function savePublished(
  writer: Writer,
  id: string,
  { scores, digest }: Pick<PublishedRound, 'scores' | 'digest'>,
): Promise<void> {
  const published = { published_by: writer.actor.name, published_on: writer.today };
  await save(writer, 'assessment.round', { id }, { state: 'published', final: scores, final_digest: digest, ...published });
}

const APPEAL = `id, round_id as "roundId", unit_id as "unitId", line_key as "lineKey", reason, evidence, filed_by as "filedBy", filed_on as "filedOn",
  state, decision, points::float8 as points, decided_by as "decidedBy", decided_on as "decidedOn"`;

export async function listAppeals({ client, district }: Reader, roundId: string): Promise<readonly Appeal[]> {
  const found = await client.query<Appeal>({
    name: 'assessment-appeals',
    text: `select ${APPEAL} from assessment.appeal where district = $1 and round_id = $2 order by filed_on, id`,
    values: [district, roundId],
  });
  return found.rows;
}

export async function getAppeal({ client, district }: Reader, id: string): Promise<Appeal> {
  const found = await client.query<Appeal>(`select ${APPEAL} from assessment.appeal where district = $1 and id = $2`, [district, id]);
  if (found.rows[0] === undefined) throw new Problem(404, 'unknown-appeal', { id });
  return found.rows[0];
}

type NewAppeal = Pick<Appeal, 'id' | 'roundId' | 'unitId' | 'lineKey' | 'reason' | 'evidence'>;

export async function addAppeal(writer: Writer, { id, roundId, unitId, lineKey, reason, evidence }: NewAppeal): Promise<void> {
  const filed = { filed_by: writer.actor.name, filed_on: writer.today, state: 'open' };
  await add(writer, 'assessment.appeal', { id, round_id: roundId, unit_id: unitId, line_key: lineKey, reason, evidence, ...filed });
}

type Decided = Pick<Appeal, 'decision' | 'points'> & { readonly state: 'upheld' | 'rejected' };

export async function saveDecided(writer: Writer, id: string, { state, decision, points }: Decided): Promise<void> {
  const decided = { decided_by: writer.actor.name, decided_on: writer.today };
  await save(writer, 'assessment.appeal', { id }, { state, decision, points, ...decided });
}

export async function listConfirmations({ client, district }: Reader, roundId: string): Promise<readonly Confirmation[]> {
  const found = await client.query<Confirmation>({
    name: 'assessment-confirmations',
    text: `select unit_id as "unitId", edition, on_behalf as "onBehalf", confirmed_by as by, confirmed_on as "on"
             from assessment.confirmation where district = $1 and round_id = $2 order by confirmed_on, unit_id, edition`,
    values: [district, roundId],
  });
  return found.rows;
}

export async function addConfirmation(
  writer: Writer,
  roundId: string,
  it: Pick<Confirmation, 'unitId' | 'edition' | 'onBehalf'>,
): Promise<void> {
  const { unitId, edition, onBehalf } = it;
  const said = { confirmed_by: writer.actor.name, confirmed_on: writer.today };
  await add(writer, 'assessment.confirmation', { round_id: roundId, unit_id: unitId, edition, on_behalf: onBehalf, ...said });
}
