import ical, { ICalCalendarMethod, type ICalEventData } from 'ical-generator';
import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import type { Duty } from '#/kernel/duty.ts';
import { Problem } from '#/kernel/problem.ts';
import { findDistrict, getUnit } from '#/organisation/door.ts';
import type { DutySource, Page } from '#/platform/module.ts';
import { digestOf } from '#/platform/secrets.ts';
import type { Reader } from '#/platform/transaction.ts';
import { listDuties, sayDuty } from '../content/duties.ts';
import { isOwedBy } from '../rules/bearer.ts';
import { FEED_REACH_DAYS, type Feed } from '../rules/feed.ts';
import { withoutPersonalData } from '../rules/said.ts';
import { findFeedByToken } from '../store/feeds.ts';
import { listHeldPosts } from '../store/people.ts';

/** 日历订阅: opened by the calendar of a telephone, without log-in, by an address that nobody can guess and its owner can revoke. */
export function calendarPage(sources: readonly DutySource[]): Page {
  return {
    path: '/calendar/:district/:file([A-Za-z0-9_-]{43}\\.ics)',
    isSecret: true,
    addresses: async () => [],
    async run(reader, { file = '' }) {
      const feed = await findFeedByToken(reader, file.replace(/\.ics$/, ''));
      const duties = feed === null ? null : await dutiesOf(sources, reader, feed);
      if (feed === null || duties === null) throw new Problem(404, 'no-such-address');
      const district = (await findDistrict(reader))?.shortName ?? '';
      const whose = feed.unitId === null ? '我的待办' : `${(await getUnit(reader, feed.unitId)).name}待办`;
      return {
        mediaType: 'text/calendar; charset=utf-8',
        body: calendarOf(sources, duties, { ...reader, name: `${district}民生实事：${whose}` }),
      };
    },
  };
}

/** Whoever no longer works there sees nothing any more: null. */
async function dutiesOf(
  sources: readonly DutySource[],
  reader: Reader,
  feed: Feed & { readonly madeBy: string },
): Promise<readonly Duty[] | null> {
  const posts = (await listHeldPosts(reader, reader.today)).filter(({ isActive }) => isActive);
  const held = posts.filter(({ personId }) => personId === feed.madeBy);
  const isEntitled = feed.unitId === null ? held.length > 0 : held.some(({ unitId }) => unitId === feed.unitId);
  if (!isEntitled) return null;
  const answering = feed.unitId === null ? held : posts.filter(({ unitId }) => unitId === feed.unitId);
  const duties = await listDuties(sources, reader, addDays(reader.today, FEED_REACH_DAYS));
  return duties.filter((duty) => answering.some(({ id, ...post }) => isOwedBy(duty, { ...post, postId: id })));
}

type Of = Pick<Reader, 'district' | 'now'> & { readonly name: string };

/** Titles only: no name of a person, no address, nothing to click. */
function calendarOf(sources: readonly DutySource[], duties: readonly Duty[], { district, now, name }: Of): string {
  const book = ical({ name, prodId: `//luoshi//${district}//ZH`, method: ICalCalendarMethod.PUBLISH });
  for (const duty of duties) {
    const said = sayDuty(sources, duty)?.['zh-CN'];
    if (said === undefined) continue;
    const common: ICalEventData = {
      id: `${digestOf(`${district} ${duty.kind} ${duty.key}`).slice(0, 32)}@${district}.luoshi`,
      sequence: duty.revision ?? 0,
      stamp: now,
      summary: withoutPersonalData(said.what),
      start: asDay(duty.dueOn),
    };
    book.createEvent({ ...common, ...whenOf(duty) });
  }
  return `${book.toString()}\r\n`;
}

/** An hour in China as an instant of UTC: every calendar shows it right, wherever the telephone is. */
function whenOf({ dueOn, meets }: Pick<Duty, 'dueOn' | 'meets'>): Pick<ICalEventData, 'start' | 'end' | 'allDay' | 'location'> {
  if (meets === undefined) return { start: asDay(dueOn), end: asDay(addDays(dueOn, 1)), allDay: true };
  const at = (time: string) => new Date(`${dueOn}T${time}:00+08:00`);
  return { start: at(meets.from), ...(meets.to !== null && { end: at(meets.to) }), location: withoutPersonalData(meets.place) };
}

const asDay = (on: CivilDate): Date => new Date(`${on}T00:00:00Z`);
