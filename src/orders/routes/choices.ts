import { z } from 'zod';
import { listHoldersOn, listPosts, listUnits } from '#/organisation/door.ts';
import { read } from '#/platform/module.ts';
import { listProgrammes, listProjectRows } from '#/programme/door.ts';
import { countInMonth } from '../store/orders.ts';
import { getProfile, listProfiles } from '../store/profile.ts';

const choicesRead = read({
  path: '/orders/choices',
  permission: 'orders.issue',
  query: z.object({}),
  summary: 'Units, posts, leaders, projects and kinds that an order may name',
  async run(reader) {
    const units = (await listUnits(reader)).filter((it) => it.isActive);
    const posts = (await listPosts(reader)).filter((it) => it.isActive && it.unitId !== null);
    const holders = await listHoldersOn(
      reader,
      posts.flatMap(({ id, standInPostId }) => (standInPostId === null ? [id] : [id, standInPostId])),
      reader.today,
    );
    const holderOf = (it: (typeof posts)[number]) => holders.get(it.id) ?? holders.get(it.standInPostId ?? '');
    const counts = await countInMonth(
      reader,
      units.map(({ id }) => id),
    );
    const lists = (await listProgrammes(reader)).filter((it) => it.state === 'frozen');
    const projects = (await Promise.all(lists.map((it) => listProjectRows(reader, it.id)))).flat();
    const { profile } = await getProfile(reader);
    return {
      ...{ kinds: profile.kinds, cap: profile.capPerUnitMonth },
      units: units.map(({ id, name, kind }) => ({ id, name, kind, countInMonth: counts.get(id) ?? 0 })),
      posts: posts.map((it) => ({
        ...{ id: it.id, unitId: it.unitId, title: it.title, isLeader: it.roles.includes('leader') },
        holder: holderOf(it)?.personName ?? null,
      })),
      projects: projects.map(({ id, no, name }) => ({ id, no, name })),
    };
  },
});

const profileRead = read({
  path: '/orders/profile',
  permission: 'orders.read',
  query: z.object({}),
  summary: 'The rules of orders that hold now, and every setting before',
  async run(reader) {
    return { now: await getProfile(reader), history: await listProfiles(reader) };
  },
});

export const choiceReads = [choicesRead, profileRead];
