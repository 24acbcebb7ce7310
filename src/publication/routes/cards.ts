import { z } from 'zod';
import { listAreas } from '#/planning/door.ts';
import { read } from '#/platform/module.ts';
import { mayWriteFor } from '../actions/cards.ts';
import { findSiteAddress, getCardPromise, listCardPromises, listCards, listCardVersions } from '../store/cards.ts';
import { listDisruptions } from '../store/disruptions.ts';

const cardsRead = read({
  path: '/publication/cards',
  permission: 'publication.read-cards',
  query: z.object({}),
  summary: 'every promise of the frozen lists with its card, where it has one',
  async run(reader) {
    const cards = new Map((await listCards(reader)).map((it) => [it.promiseId, it]));
    const promises = await listCardPromises(reader);
    return {
      address: await findSiteAddress(reader),
      promises: promises.map((it) => ({ ...it, isOwn: mayWriteFor(reader.actor, it), card: cards.get(it.promiseId) ?? null })),
    };
  },
});

const cardRead = read({
  path: '/publication/cards/:promiseId',
  permission: 'publication.read-cards',
  query: z.object({ promiseId: z.uuid() }),
  summary: 'one card with its earlier versions, and the areas it may concern',
  async run(reader, { promiseId }) {
    const promise = await getCardPromise(reader, promiseId);
    return {
      promise: { ...promise, isOwn: mayWriteFor(reader.actor, promise) },
      versions: await listCardVersions(reader, promiseId),
      areas: await listAreas(reader),
      address: await findSiteAddress(reader),
    };
  },
});

const disruptionsRead = read({
  path: '/publication/disruptions',
  permission: 'publication.read-cards',
  query: z.object({}),
  summary: '停水、封路等通知, the latest to end first, with the areas they may concern',
  async run(reader) {
    return { disruptions: await listDisruptions(reader), areas: await listAreas(reader) };
  },
});

export const cardReads = [cardsRead, cardRead, disruptionsRead];
