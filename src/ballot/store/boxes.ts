import { Problem } from '#/kernel/problem.ts';
import { add, type Db, type Reader, save, type Writer } from '#/platform/db.ts';
import type { Box, Trustee } from '../rules/box.ts';

type BoxRow = {
  district: string;
  id: string;
  round_id: string;
  election_uuid: string;
  state: Box['state'];
  name: string;
  form: Box['form'];
  questions: Box['questions'];
  candidate_ids: string[];
  trustee_count: number;
  threshold: number | null;
  moment: number;
  admitted: number | null;
  election: string | null;
  trustees: string | null;
  credentials: string | null;
  tally: string | null;
  result: Box['result'];
  abandoned_reason: string | null;
  version: number;
};
type TrusteeRow = {
  district: string;
  box_id: string;
  position: number;
  title: string;
  account_id: string | null;
  certificate: string | null;
  coefficients: string | null;
  shares: string[] | null;
  public_key: string | null;
  decryption: string | null;
  version: number;
};

const tables = (db: Db) => db.withTables<{ 'ballot.box': BoxRow; 'ballot.trustee': TrusteeRow }>();
const SHORT = ['id', 'round_id as roundId', 'election_uuid as electionUuid', 'state', 'name', 'form', 'questions'] as const;
const BOX = [
  ...SHORT,
  'candidate_ids as candidateIds',
  'trustee_count as trusteeCount',
  'threshold',
  'moment',
  'admitted',
  'election',
  'trustees',
  'credentials',
  'tally',
  'result',
  'version',
] as const;
const TRUSTEE = [
  'box_id as boxId',
  'position',
  'title',
  'account_id as accountId',
  'certificate',
  'coefficients',
  'shares',
  'public_key as publicKey',
  'decryption',
] as const;

export function findBoxOfRound({ db, district }: Reader, roundId: string): Promise<Box | undefined> {
  return tables(db)
    .selectFrom('ballot.box')
    .select(BOX)
    .where('district', '=', district)
    .where('round_id', '=', roundId)
    .where('state', '<>', 'abandoned')
    .executeTakeFirst();
}

export function getBox({ db, district }: Reader, id: string): Promise<Box> {
  return tables(db)
    .selectFrom('ballot.box')
    .select(BOX)
    .where('district', '=', district)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem(404, 'unknown-box', { id }));
}

/** Holds the row, so that two steps of one box follow each other. */
export async function holdBox(writer: Writer, id: string): Promise<Box> {
  await tables(writer.db)
    .selectFrom('ballot.box')
    .select('id')
    .where('district', '=', writer.district)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute();
  return getBox(writer, id);
}

/** By the name that slips and archives carry; open to everybody. */
export function findElection({ db, district }: Reader, uuid: string): Promise<Box | undefined> {
  return tables(db)
    .selectFrom('ballot.box')
    .select(BOX)
    .where('district', '=', district)
    .where('election_uuid', '=', uuid)
    .executeTakeFirst();
}

export function findBoxState({ db, district }: Reader, id: string): Promise<Pick<Box, 'state' | 'admitted'>> {
  return tables(db)
    .selectFrom('ballot.box')
    .select(['state', 'admitted'])
    .where('district', '=', district)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem(404, 'unknown-box'));
}

export async function addBox(writer: Writer, box: Box, trustees: readonly string[]): Promise<void> {
  const { id, roundId, electionUuid, name, form, questions, candidateIds, trusteeCount, threshold, moment } = box;
  await add(writer, 'ballot.box', {
    id,
    round_id: roundId,
    election_uuid: electionUuid,
    name,
    form,
    questions,
    candidate_ids: candidateIds,
    trustee_count: trusteeCount,
    threshold,
    moment,
  });
  for (const [i, title] of trustees.entries()) await add(writer, 'ballot.trustee', { box_id: id, position: i + 1, title });
}

export async function saveBox(writer: Writer, { id, state, admitted, election, trustees, credentials, tally, result }: Box): Promise<void> {
  await save(writer, 'ballot.box', { id }, { state, admitted, election, trustees, credentials, tally, result: result as never });
}

export async function saveAbandoned(writer: Writer, id: string, reason: string): Promise<void> {
  await save(writer, 'ballot.box', { id }, { state: 'abandoned', abandoned_reason: reason });
}

export function listTrustees({ db, district }: Reader, boxId: string): Promise<Trustee[]> {
  return tables(db)
    .selectFrom('ballot.trustee')
    .select(TRUSTEE)
    .where('district', '=', district)
    .where('box_id', '=', boxId)
    .orderBy('position')
    .execute();
}

export async function saveTrustee(writer: Writer, it: Trustee): Promise<void> {
  const { boxId, position, accountId, certificate, coefficients, shares, publicKey, decryption } = it;
  const values = { account_id: accountId, certificate, coefficients, public_key: publicKey, decryption };
  await save(writer, 'ballot.trustee', { box_id: boxId, position }, { ...values, shares });
}
