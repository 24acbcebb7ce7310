import { z } from 'zod';
import { addDays } from '#/kernel/civil-date.ts';
import type { Duty } from '#/kernel/duty.ts';
import { newId } from '#/kernel/id.ts';
import { accept } from '#/kernel/result.ts';
import { loadOfficeDays } from '#/planning/door.ts';
import { command } from '#/platform/command.ts';
import type { Reader, Writer } from '#/platform/db.ts';
import type { DutySource } from '#/platform/module.ts';
import { listDuties } from '../content/duties.ts';
import { personsToTell } from '../rules/bearer.ts';
import { eveningOf } from '../rules/calendar.ts';
import { EVENING, lineOf, type NoticeLine, type Telling, tellingOf } from '../rules/notice.ts';
import { listMailReaders, listRobots } from '../store/channels.ts';
import { addMessages, type NewMessage } from '../store/messages.ts';
import { addEvening, addNotices, holdEvening, isEveningMade, listToldCauses } from '../store/notices.ts';
import { listHeldPosts } from '../store/people.ts';
import { getSettings } from '../store/settings.ts';

/** 当晚提醒: everybody's reminders of one evening, once. An evening before a day off tells of everything up to the next working day. */
export const remindOf = (sources: readonly DutySource[]) =>
  command({
    name: 'notices.remind',
    version: 1,
    input: z.object({}),
    permission: 'notices.remind',
    subject: () => 'evening',
    async run(writer) {
      const { today } = writer;
      await holdEvening(writer);
      const evening = eveningOf(today, await loadOfficeDays(writer));
      const isQuiet = evening === null || !(await getSettings(writer)).reminds || (await isEveningMade(writer, today));
      if (evening === null || isQuiet) return accept({ persons: 0, lines: 0 });
      const duties = await listDuties(sources, writer, evening.until);
      const telling = tellingOf(duties, await listHeldPosts(writer, today), evening.until);
      const lines = telling.all.length;
      const persons = telling.persons.size;
      await addEvening(writer, { madeOn: today, untilOn: evening.until, persons, lines, unreached: telling.unreached });
      await tellPersons(writer, telling, { cause: EVENING, untilOn: evening.until });
      await tellRobots(writer, telling.all, { cause: EVENING, untilOn: evening.until });
      return accept({ persons, lines });
    },
  });

/** 即时提醒: what cannot wait for the evening, told once to each person, whenever somebody comes to hold the post. */
export const tellAtOnceOf = (sources: readonly DutySource[]) =>
  command({
    name: 'notices.tell-at-once',
    version: 1,
    input: z.object({}),
    permission: 'notices.remind',
    subject: () => 'at-once',
    async run(writer) {
      const { today } = writer;
      await holdEvening(writer);
      const telling = await untoldAtOnce(sources, writer);
      for (const { duty, persons } of telling) {
        const lines = [lineOf(duty)];
        const told = { persons: new Map(persons.map((it) => [it, lines])), unreached: [], all: lines };
        await tellPersons(writer, told, { cause: causeOf(duty), untilOn: duty.dueOn > today ? duty.dueOn : today });
      }
      return accept({ told: telling.length });
    },
  });

const causeOf = ({ kind, key }: Duty) => `${kind} ${key}`;

/** Who has not been told yet of what cannot wait. */
export async function untoldAtOnce(sources: readonly DutySource[], reader: Reader) {
  const duties = await listDuties(sources, reader, addDays(reader.today, AT_ONCE_REACH_DAYS));
  const pressing = duties.filter(({ urgency }) => urgency === 'at-once');
  if (pressing.length === 0) return [];
  const posts = await listHeldPosts(reader, reader.today);
  const told = await listToldCauses(reader, pressing.map(causeOf));
  const asked = pressing.map((duty) => ({
    duty,
    persons: personsToTell(duty, posts).filter((person) => !told.has(`${person} ${causeOf(duty)}`)),
  }));
  return asked.filter(({ persons }) => persons.length > 0);
}

const AT_ONCE_REACH_DAYS = 365;

type Why = { readonly cause: string; readonly untilOn: Writer['today'] };

/** Into the inbox of each; by mail to those who want it. */
async function tellPersons(writer: Writer, { persons }: Telling, { cause, untilOn }: Why): Promise<void> {
  const madeOn = writer.today;
  const told = [...persons].map(([personId, lines]) => ({ personId, lines, madeOn, cause, untilOn }));
  const ids = await addNotices(writer, told);
  const readers = await listMailReaders(writer, [...persons.keys()]);
  const messages = told.map(
    ({ personId }, i): NewMessage => ({
      id: newId(),
      once: `mail ${personId} ${madeOn} ${cause}`,
      purpose: 'notice',
      noticeId: ids[i]!,
      personId,
      robotId: null,
      madeOn,
      untilOn: null,
      lines: null,
    }),
  );
  await addMessages(
    writer,
    messages.filter(({ personId }) => readers.has(personId!)),
  );
}

/** A unit's robot hears of its own matters, one without a unit of the whole district; of nothing, nothing. */
async function tellRobots(writer: Writer, lines: readonly NoticeLine[], { cause, untilOn }: Why): Promise<void> {
  const madeOn = writer.today;
  const robots = (await listRobots(writer)).filter(({ isActive }) => isActive);
  const messages = robots.flatMap(({ id, unitId }): readonly NewMessage[] => {
    const own = unitId === null ? lines : lines.filter((it) => it.unitId === unitId);
    if (own.length === 0) return [];
    const once = `robot ${id} ${madeOn} ${cause}`;
    return [{ id: newId(), once, purpose: 'notice', noticeId: null, personId: null, robotId: id, madeOn, untilOn, lines: own }];
  });
  await addMessages(writer, messages);
}
