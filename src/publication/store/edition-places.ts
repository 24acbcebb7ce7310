import type { CivilDate } from '#/kernel/civil-date.ts';
import { findOutline, listAreas, listSites } from '#/planning/door.ts';
import { addMany, type Reader, type Writer } from '#/platform/db.ts';
import { listComingEvents } from '#/records/door.ts';
import type { PublicCard } from '../rules/cards.ts';
import { comingDisruptions } from '../rules/disruptions.ts';
import { publicEvents, withPlanned } from '../rules/events.ts';
import { type PublicPlaces, type PublicSite, publicOutline, publicSites } from '../rules/places.ts';
import { findSiteAddress, listCardPromises, listCards } from './cards.ts';
import { listDisruptions } from './disruptions.ts';

type Row = { readonly projectId: string; readonly no: string };

type PlacesAsked = {
  readonly programmeId: string;
  readonly projects: readonly Row[];
  readonly asOf: CivilDate;
  /** What the edition before said. */
  readonly before: PublicPlaces | undefined;
};

/** What stands on the day of preparing: sites and cards are not kept by day, an edition freezes them. */
export async function placesNow(reader: Reader, { programmeId, projects, asOf, before }: PlacesAsked): Promise<PublicPlaces> {
  const promises = (await listCardPromises(reader)).filter((it) => it.programmeId === programmeId);
  const cards = new Map((await listCards(reader)).map((it) => [it.promiseId, it.card]));
  const areas = await listAreas(reader);
  const announced = (await listDisruptions(reader)).filter((it) => it.state === 'announced').map((it) => it.disruption);
  const disruptions = comingDisruptions(announced, asOf);
  const told = [...(before?.events ?? []), ...(before?.cancelled ?? [])];
  const { events, cancelled } = publicEvents(await listComingEvents(reader, asOf), promises, asOf, told);
  const sites = await listSites(
    reader,
    projects.map((it) => it.projectId),
  );
  return {
    areas: areas.map(({ id, name, kind, parentId }) => ({ id, name, kind, parentId })),
    outline: publicOutline(await findOutline(reader)),
    address: await findSiteAddress(reader),
    ...(disruptions.length > 0 && { disruptions }),
    ...(events.length > 0 && { events }),
    ...(cancelled.length > 0 && { cancelled }),
    sites: publicSites(sites, projects),
    cards: promises.flatMap(({ promiseId, no, position, project, promise }): readonly PublicCard[] => {
      const card = cards.get(promiseId);
      if (card === undefined) return [];
      const planned = withPlanned(
        card.events,
        events.filter((it) => it.promiseId === promiseId),
        asOf,
      );
      return [{ promiseId, no, position, project, promise, ...card, events: planned }];
    }),
  };
}

export async function addEditionPlaces(writer: Writer, editionId: string, { sites, cards }: PublicPlaces): Promise<void> {
  const edition = { edition_id: editionId };
  await addMany(
    writer,
    'publication.edition_site',
    sites.map((content, position) => ({ ...edition, position, kind: content.kind, content })),
  );
  await addMany(
    writer,
    'publication.edition_card',
    cards.map((content, position) => ({ ...edition, position, promise_id: content.promiseId, content })),
  );
}

export async function placesOfEdition({ client, district }: Reader, editionId: string): Promise<Pick<PublicPlaces, 'sites' | 'cards'>> {
  const values = [district, editionId];
  const sites = await client.query<{ content: PublicSite }>({
    name: 'publication-edition-sites',
    text: `select content from publication.edition_site where district = $1 and edition_id = $2 order by position`,
    values,
  });
  const cards = await client.query<{ content: PublicCard }>({
    name: 'publication-edition-cards',
    text: `select content from publication.edition_card where district = $1 and edition_id = $2 order by position`,
    values,
  });
  return { sites: sites.rows.map((it) => it.content), cards: cards.rows.map((it) => it.content) };
}
