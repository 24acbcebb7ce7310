import { z } from 'zod';
import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { type Feed, type FeedRefusal, MakeFeed, MOST_FEEDS, RevokeFeed } from '../rules/feed.ts';
import { addFeed, getFeedForUpdate, listFeeds, revoke } from '../store/feeds.ts';
import { listUnreadIds, markRead, removeOlder } from '../store/notices.ts';
import { findPersonOfAccount } from '../store/people.ts';
import { getSettings } from '../store/settings.ts';

/** 全部已读: everything in one's own inbox, or one notice of it. */
export const readNotices = command({
  name: 'notices.read-notices',
  version: 1,
  input: z.object({ noticeId: z.uuid().optional() }),
  permission: 'notices.read-own',
  subject: (input) => input.noticeId ?? 'inbox',
  async run(writer, { noticeId }) {
    const personId = await findPersonOfAccount(writer, writer.actor.accountId);
    const unread = personId === null ? [] : await listUnreadIds(writer, personId);
    const read = noticeId === undefined ? unread : unread.filter((it) => it === noticeId);
    await markRead(writer, read);
    return accept({ read: read.length });
  },
});

const DAYS_OF_MONTH = 31;
const MOST_AT_ONCE = 2_000;

/** The last day that is no longer kept. */
export function forgottenBefore(today: CivilDate, keepMonths: number): CivilDate {
  return addDays(today, -keepMonths * DAYS_OF_MONTH);
}

/** 清理: what is older than the district keeps. */
export const tidyNotices = command({
  name: 'notices.tidy',
  version: 1,
  input: z.object({}),
  permission: 'notices.remind',
  subject: () => 'inbox',
  async run(writer) {
    const { keepMonths } = await getSettings(writer);
    return accept({ removed: await removeOlder(writer, forgottenBefore(writer.today, keepMonths), MOST_AT_ONCE) });
  },
});

/** 开日历订阅. */
export const makeFeed = command({
  name: 'notices.make-feed',
  version: 1,
  input: MakeFeed,
  permission: 'notices.read-own',
  subject: (input) => input.of,
  async run(writer, { of, token }): Promise<Result<{ readonly id: string }, FeedRefusal>> {
    const { actor, today } = writer;
    const maker = await findPersonOfAccount(writer, actor.accountId);
    if (maker === null) return refuse({ kind: 'no-person' });
    if (of === 'unit' && actor.unitId === null) return refuse({ kind: 'no-unit' });
    const used = (await listFeeds(writer, maker)).filter(({ revokedOn }) => revokedOn === null);
    if (used.length >= MOST_FEEDS) return refuse({ kind: 'too-many-feeds', most: MOST_FEEDS });
    const whose = of === 'unit' ? { personId: null, unitId: actor.unitId } : { personId: maker, unitId: null };
    const feed: Feed = { id: newId(), ...whose, madeOn: today, revokedOn: null };
    await addFeed(writer, feed, token, maker);
    return accept({ id: feed.id });
  },
});

/** 作废日历订阅: from the next time it is asked for, the address opens nothing. */
export const revokeFeed = command({
  name: 'notices.revoke-feed',
  version: 1,
  input: RevokeFeed,
  permission: 'notices.read-own',
  subject: (input) => input.feedId,
  async run(writer, { feedId }): Promise<Result<{ readonly id: string }, FeedRefusal>> {
    const maker = await findPersonOfAccount(writer, writer.actor.accountId);
    if (maker === null) return refuse({ kind: 'no-person' });
    const feed = await getFeedForUpdate(writer, feedId, maker);
    if (feed.revokedOn !== null) return refuse({ kind: 'revoked-already', revokedOn: feed.revokedOn });
    await revoke(writer, feedId);
    return accept({ id: feedId });
  },
});
