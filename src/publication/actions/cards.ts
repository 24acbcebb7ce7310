import { accept, type Result, refuse } from '#/kernel/result.ts';
import { listAreas } from '#/planning/door.ts';
import { checkBase, command } from '#/platform/command.ts';
import type { Actor, Writer } from '#/platform/db.ts';
import { type CardRefusal, cardFault, SetSiteAddress, WithdrawCard, WriteCard } from '../rules/cards.ts';
import { addCardVersion, type CardPromise, type CardVersion, getCardPromise, listCardVersions, saveSiteAddress } from '../store/cards.ts';

const permission = 'publication.write-card';
type Kept = Result<{ readonly promiseId: string; readonly version: number }, CardRefusal>;

/** The office speaks for every unit; a unit for the promises of the projects that it leads or supports. */
export function mayWriteFor({ roles, unitId }: Actor, { unitIds }: Pick<CardPromise, 'unitIds'>): boolean {
  return roles.includes('office') || roles.includes('setup') || (unitId !== null && unitIds.includes(unitId));
}

export const writeCard = command({
  name: 'publication.write-card',
  version: 1,
  input: WriteCard,
  permission,
  subject: (input) => `card:${input.promiseId}`,
  async run(writer, { promiseId, card }): Promise<Kept> {
    const { last, refused } = await hold(writer, promiseId);
    if (refused !== null) return refuse(refused);
    const fault = cardFault(card);
    if (fault !== null) return refuse(fault);
    const areas = new Set((await listAreas(writer)).map((it) => it.id));
    if (card.areaIds.some((it) => !areas.has(it))) return refuse({ kind: 'card-area-unknown' });
    return keep(writer, { promiseId, version: (last?.version ?? 0) + 1, state: 'written', card, reason: null });
  },
});

export const withdrawCard = command({
  name: 'publication.withdraw-card',
  version: 1,
  input: WithdrawCard,
  permission,
  subject: (input) => `card:${input.promiseId}`,
  async run(writer, { promiseId, reason }): Promise<Kept> {
    const { last, refused } = await hold(writer, promiseId);
    if (refused !== null) return refuse(refused);
    if (last === null || last.state === 'withdrawn') return refuse({ kind: 'card-absent' });
    return keep(writer, { promiseId, version: last.version + 1, state: 'withdrawn', card: last.card, reason });
  },
});

/** 公开网址, to which the codes on posters and the calendars point from the next edition on. */
export const setSiteAddress = command({
  name: 'publication.set-site-address',
  version: 1,
  input: SetSiteAddress,
  permission: 'publication.prepare',
  subject: () => 'site-address',
  async run(writer, { address }) {
    await saveSiteAddress(writer, address);
    return accept({ address });
  },
});

type Held = { readonly last: CardVersion | null; readonly refused: CardRefusal | null };

/** Two people who write one card wait for each other; whoever saw an older version is told. */
async function hold(writer: Writer, promiseId: string): Promise<Held> {
  const promise = await getCardPromise(writer, promiseId);
  await writer.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`publication.card ${writer.district} ${promiseId}`]);
  const [last = null] = await listCardVersions(writer, promiseId);
  checkBase(writer, `card:${promiseId}`, last?.version ?? 0);
  return { last, refused: mayWriteFor(writer.actor, promise) ? null : { kind: 'card-not-of-unit' } };
}

async function keep(writer: Writer, version: Omit<CardVersion, 'edited'>): Promise<Kept> {
  const { actor, today } = writer;
  await addCardVersion(writer, { ...version, edited: { name: actor.name, post: actor.postTitle, on: today } });
  return accept({ promiseId: version.promiseId, version: version.version });
}
