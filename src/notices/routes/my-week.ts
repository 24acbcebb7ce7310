import { z } from 'zod';
import { type CivilDate, endOfMonth, monthOf, yearOf } from '#/kernel/civil-date.ts';
import { listUnits } from '#/organisation/door.ts';
import { loadOfficeDays } from '#/planning/door.ts';
import type { ActingReader } from '#/platform/db.ts';
import { type AnyRead, type DutySource, read } from '#/platform/module.ts';
import { listDuties, sayDuty } from '../content/duties.ts';
import { isOwedBy } from '../rules/bearer.ts';
import { nextWorkingDay, weekReach } from '../rules/calendar.ts';
import { timeOf } from '../rules/order.ts';
import type { MyWeek, ShownDuty, ShownLine } from '../rules/views.ts';
import { countUnread, listEvenings, listNotices } from '../store/notices.ts';
import { findPersonOfAccount } from '../store/people.ts';

const PAGE = 30;

export const myWeekReads = (sources: readonly DutySource[]): readonly AnyRead[] => [
  read({
    path: '/notices/my-week',
    permission: 'notices.read-own',
    query: z.object({}),
    summary: '我的本周: everything that the post owes, in the order of urgency and day; for office and leaders, what every unit owes',
    run: (reader) => myWeek(sources, reader),
  }),
  read({
    path: '/notices/inbox',
    permission: 'notices.read-own',
    query: z.object({ before: z.uuid().optional() }),
    summary: '收件箱: what I was reminded of, newest first',
    async run(reader, { before }) {
      const personId = await findPersonOfAccount(reader, reader.actor.accountId);
      if (personId === null) return { notices: [], hasMore: false };
      const found = await listNotices(reader, { personId, limit: PAGE + 1, before: before ?? null });
      const notices = found.slice(0, PAGE).map((it) => ({
        ...it,
        lines: it.lines.map(
          (line): ShownLine => ({ kind: line.kind, key: line.key, dueOn: line.dueOn, link: line.link, said: sayDuty(sources, line) }),
        ),
      }));
      return { notices, hasMore: found.length > PAGE };
    },
  }),
  read({
    path: '/notices/evenings',
    permission: 'notices.read-sent',
    query: z.object({}),
    summary: '各晚提醒: how many were told of how much, and what nobody could be told because no post is held',
    async run(reader) {
      const unitNames = Object.fromEntries((await listUnits(reader)).map((it) => [it.id, it.name]));
      const evenings = (await listEvenings(reader, PAGE)).map((it) => ({
        ...it,
        unreached: it.unreached.map((line) => ({
          unit: unitNames[line.unitId ?? ''] ?? null,
          dueOn: line.dueOn,
          said: sayDuty(sources, line),
        })),
      }));
      return { evenings };
    },
  }),
];

async function myWeek(sources: readonly DutySource[], reader: ActingReader): Promise<MyWeek> {
  const { today, actor } = reader;
  // In the first hour one account does the work of the office.
  const acting = actor.roles.includes('setup') ? { ...actor, roles: ['office' as const] } : actor;
  const next = nextWorkingDay(today, await loadOfficeDays(reader));
  const reach = weekReach(today);
  const duties = (await listDuties(sources, reader, reachOf(today))).flatMap((duty): (ShownDuty & { isMine: boolean })[] => {
    const said = sayDuty(sources, duty);
    if (said === null) return [];
    const { kind, key, facts, unitId, dueOn, since, urgency, link, meets } = duty;
    const shown = { kind, key, facts, unitId, dueOn, since, urgency, link, said, time: timeOf(dueOn, { today, next, reach }) };
    return [{ ...shown, ...(meets && { meets }), isMine: isOwedBy(duty, acting) }];
  });
  const seesAll = actor.roles.some((role) => role === 'setup' || role === 'office' || role === 'leader');
  const personId = await findPersonOfAccount(reader, actor.accountId);
  const others = duties.filter((it) => !it.isMine && (seesAll || (it.unitId !== null && it.unitId === actor.unitId)));
  return {
    today,
    next,
    mine: duties.filter(({ isMine }) => isMine).map(shownOf),
    others: others.map(shownOf),
    seesAll,
    unitNames: Object.fromEntries((await listUnits(reader)).map((it) => [it.id, it.name])),
    unread: personId === null ? 0 : await countUnread(reader, personId),
  };
}

/** Reports are asked for by the month and may be decided after it: what is asked now is seen now. */
function reachOf(today: CivilDate): CivilDate {
  return weekReach(endOfMonth(yearOf(today), monthOf(today)));
}

function shownOf({ isMine: _, ...shown }: ShownDuty & { isMine: boolean }): ShownDuty {
  return shown;
}
