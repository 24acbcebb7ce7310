import { z } from 'zod';
import { civilDate } from '#/kernel/civil-date.ts';
import { Problem } from '#/kernel/problem.ts';
import { read } from '#/platform/module.ts';
import { mayKeep } from '../actions/people/of-unit.ts';
import { takesSignIns } from '../rules/people/roster.ts';
import { attendanceOf, findSignInEvent, listSignInEvents } from '../store/people/attendance.ts';
import { findRoster, getServiceKind, listServiceKinds } from '../store/people/rosters.ts';
import { opener } from '../store/people/seals.ts';
import { listForSignIn } from '../store/people/sign-ins.ts';
import { listTakenBack } from '../store/people/signs-taken-back.ts';
import { PURPOSES } from '../words/people/faults.ts';
import { checkOpen, checkOwn } from './of-unit.ts';

const permission = 'records.sign-in';

const signInRead = read({
  path: '/records/sign-in-list',
  permission,
  query: z.object({
    serviceKindId: z.uuid(),
    /** Left out where there is no list, and only who came is shown. */
    rosterId: z.uuid().optional(),
    areaId: z.uuid(),
    onDay: civilDate.optional(),
    eventId: z.uuid().optional(),
  }),
  summary: 'who may sign in at a place or an event, with the slots of the day that are taken',
  audited: ({ serviceKindId, rosterId = null, areaId, onDay = 'today', eventId = null }) => ({
    ...{ serviceKindId, rosterId, areaId, onDay, eventId },
    purpose: PURPOSES.signIn,
  }),
  async run(reader, { serviceKindId, rosterId = null, areaId, onDay = reader.today, eventId = null }) {
    const kind = await getServiceKind(reader, serviceKindId);
    checkOpen(reader, kind);
    if (!takesSignIns(kind)) throw new Problem(404, 'no-sign-ins', { name: kind.name });
    const roster = rosterId === null ? null : await findRoster(reader, rosterId);
    if (roster !== null && roster?.unitId !== kind.unitId) throw new Problem(404, 'unknown-roster', { rosterId });
    if (roster !== null) checkOpen(reader, roster);
    const asked = { serviceKindId, rosterId, areaId, onDay, eventId };
    const people = await listForSignIn(reader, asked);
    const takenBack = await listTakenBack(reader, asked);
    const open = opener(reader.keys);
    return {
      now: reader.now.toISOString(),
      onDay,
      kind: { id: kind.id, name: kind.name, slots: kind.slots },
      attended: eventId === null ? null : ((await attendanceOf(reader, [eventId])).get(eventId) ?? 0),
      people: people.map(({ sealed, place, ...rest }) => {
        const [name, birthOn] = open({ sealed, place }).details;
        return { ...rest, name, born: birthOn?.slice(0, 4) ?? null };
      }),
      takenBack: takenBack.map(({ sealed, place, ...rest }) => ({ ...rest, name: open({ sealed, place }).details[0] })),
    };
  },
});

const eventsRead = read({
  path: '/records/sign-in-events',
  permission,
  query: z.object({ serviceKindId: z.uuid(), onDay: civilDate }),
  summary: 'events of the unit on a day, at which people may sign in',
  async run(reader, { serviceKindId, onDay }) {
    const { unitId } = await getServiceKind(reader, serviceKindId);
    checkOwn(reader, unitId);
    return (await listSignInEvents(reader, unitId, onDay)).map(({ unitId: _unit, state: _state, attended: _typed, ...shown }) => shown);
  },
});

const eventRead = read({
  path: '/records/sign-in-event',
  permission,
  query: z.object({ entryId: z.uuid() }),
  summary: 'an event, and the services of its unit that people may sign in for there',
  async run(reader, { entryId }) {
    const event = await findSignInEvent(reader, entryId);
    if (event === undefined) throw new Problem(404, 'unknown-entry', { id: entryId });
    const { id, title, unitId, onDay } = event;
    const isOwn = unitId !== null && mayKeep(reader.actor, unitId);
    const kinds = isOwn ? (await listServiceKinds(reader)).filter((it) => it.unitId === unitId && takesSignIns(it)) : [];
    return { id, title, onDay, isOwn, kinds: kinds.map((it) => ({ id: it.id, name: it.name })) };
  },
});

export const signInReads = [signInRead, eventsRead, eventRead];
