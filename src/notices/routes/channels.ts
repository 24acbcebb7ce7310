import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { listUnits } from '#/organisation/door.ts';
import { type AnyRead, read } from '#/platform/module.ts';
import { maskedAddress } from '../rules/channels.ts';
import { findPreference, listRobots } from '../store/channels.ts';
import { listFeeds } from '../store/feeds.ts';
import { getSent, listSent } from '../store/messages.ts';
import { findPersonOfAccount } from '../store/people.ts';
import { getSettings, listSettings } from '../store/settings.ts';

const PAGE = 50;

export const channelReads: readonly AnyRead[] = [
  read({
    path: '/notices/preference',
    permission: 'notices.read-own',
    query: z.object({}),
    summary: '提醒方式 of myself, the address masked, and my calendar addresses',
    async run(reader) {
      const personId = await findPersonOfAccount(reader, reader.actor.accountId);
      if (personId === null) return { known: false, address: null, wantsMail: false, feeds: [] };
      const preference = await findPreference(reader, personId);
      const address = preference?.address ?? null;
      return {
        known: true,
        address: address === null ? null : maskedAddress(address),
        wantsMail: preference?.wantsMail ?? false,
        feeds: await listFeeds(reader, personId),
      };
    },
  }),
  read({
    path: '/notices/robots',
    permission: 'notices.set-channels',
    query: z.object({}),
    summary: '群机器人 of the district; neither address nor secret',
    async run(reader) {
      const units = (await listUnits(reader)).filter(({ isActive }) => isActive).map(({ id, name }) => ({ id, name }));
      return { robots: await listRobots(reader), units };
    },
  }),
  read({
    path: '/notices/settings',
    permission: 'notices.set-notices',
    query: z.object({}),
    summary: '提醒设置 with its history',
    run: async (reader) => ({ current: await getSettings(reader), history: await listSettings(reader) }),
  }),
  read({
    path: '/notices/sent',
    permission: 'notices.read-sent',
    query: z.object({ before: z.uuid().optional() }),
    summary: '发出记录: to whom, on which day, how far; neither address nor content',
    async run(reader, { before }) {
      const found = await listSent(reader, PAGE + 1, before ?? null);
      return { messages: found.slice(0, PAGE), hasMore: found.length > PAGE };
    },
  }),
  read({
    path: '/notices/test',
    permission: 'notices.see-test',
    query: z.object({ messageId: z.uuid() }),
    summary: 'How far a test message has come',
    async run(reader, { messageId }) {
      const { personId, state, reason } = await getSent(reader, messageId);
      const isOwn = personId === null || personId === (await findPersonOfAccount(reader, reader.actor.accountId));
      if (!isOwn) throw new Problem(404, 'unknown-message', { id: messageId });
      return { state, reason };
    },
  }),
];
