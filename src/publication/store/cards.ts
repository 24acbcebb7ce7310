import { Problem } from '#/kernel/problem.ts';
import { add, type Reader, save, type Writer } from '#/platform/db.ts';
import type { Card } from '../rules/cards.ts';
import type { Step } from '../rules/edition.ts';

/** 办事卡的一版: every version stays; the last one counts. */
export type CardVersion = {
  readonly promiseId: string;
  readonly version: number;
  readonly state: 'written' | 'withdrawn';
  readonly card: Card;
  readonly reason: string | null;
  readonly edited: Step;
};

const COLUMNS = `promise_id as "promiseId", card_version as version, state, content as card, reason, edited`;

export async function listCardVersions({ client, district }: Reader, promiseId: string): Promise<readonly CardVersion[]> {
  const found = await client.query<CardVersion>(
    `select ${COLUMNS} from publication.card where district = $1 and promise_id = $2 order by card_version desc`,
    [district, promiseId],
  );
  return found.rows;
}

/** The last version of each card that is not withdrawn. */
export async function listCards({ client, district }: Reader): Promise<readonly CardVersion[]> {
  const found = await client.query<CardVersion>({
    name: 'publication-cards',
    text: `select * from (select distinct on (promise_id) ${COLUMNS} from publication.card where district = $1
            order by promise_id, card_version desc) c where c.state = 'written'`,
    values: [district],
  });
  return found.rows;
}

export async function addCardVersion(writer: Writer, { promiseId, version, state, card, reason, edited }: CardVersion): Promise<void> {
  await add(writer, 'publication.card', { promise_id: promiseId, card_version: version, state, content: card, reason, edited });
}

/** A promise of a frozen list, as a card hangs on it. */
export type CardPromise = {
  readonly promiseId: string;
  readonly programmeId: string;
  readonly year: number;
  readonly kind: 'ten-things' | 'special-action' | 'superior-project';
  readonly no: string;
  readonly project: string;
  readonly position: number;
  readonly promise: string;
  readonly unitIds: readonly string[];
};

export async function listCardPromises({ client, district }: Reader): Promise<readonly CardPromise[]> {
  const found = await client.query<CardPromise>({
    name: 'publication-card-promises',
    text: `select p.id as "promiseId", l.id as "programmeId", l.year, l.kind, j.no, j.name as project, p.position, p.verb || p.object as promise,
             array_remove(array_prepend(j.lead_unit_id, j.supporting_unit_ids), null) as "unitIds"
             from programme.promise p
             join programme.project j on j.district = p.district and j.id = p.project_id
             join programme.programme l on l.district = j.district and l.id = j.programme_id
            where p.district = $1 and l.state = 'frozen' order by l.year desc, l.kind, j.position, p.position`,
    values: [district],
  });
  return found.rows;
}

export async function getCardPromise(reader: Reader, promiseId: string): Promise<CardPromise> {
  const promise = (await listCardPromises(reader)).find((it) => it.promiseId === promiseId);
  if (promise === undefined) throw new Problem(404, 'unknown-promise', { promiseId });
  return promise;
}

export async function findSiteAddress({ client, district }: Reader): Promise<string | null> {
  const found = await client.query<{ address: string }>(`select address from publication.site_address where district = $1`, [district]);
  return found.rows[0]?.address ?? null;
}

export async function saveSiteAddress(writer: Writer, address: string): Promise<void> {
  await save(writer, 'publication.site_address', {}, { address });
}
