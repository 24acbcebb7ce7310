import ical, { ICalEventStatus } from 'ical-generator';
import { hexOf, sha256Of } from '#/kernel/hash.ts';
import { lineageOf } from '#/planning/rules/area.ts';
import { type CardEvent, cardKey, concerns, nextEvents, type PublicCard } from '../rules/cards.ts';
import type { EditionContent } from '../rules/content.ts';
import type { PublicEvent } from '../rules/events.ts';
import { NO_PLACES } from '../rules/places.ts';
import { cardPath } from './cards.ts';
import { listPath } from './look.ts';
import { placeWords } from './place-words.ts';
import { pageWords } from './words.ts';

/** 活动日程 for the telephone: what the page 日程 lists, no deadline among it; what was called off is there as called off. */
export function eventsCalendar(content: EditionContent, number: number): string {
  const { cards, address, events = [], cancelled = [] } = content.places ?? NO_PLACES;
  const name = placeWords['zh-CN'].eventsCalendar(content.districtName, content.year, pageWords['zh-CN'].kinds[content.kind]);
  const book = ical({ name, prodId: `//luoshi//${content.district}//ZH` });
  const add = (it: PublicEvent, change: object) => {
    const card = cards.find(({ promiseId }) => promiseId === it.promiseId);
    const path = card === undefined ? listPath(content.district, content, `/${it.no}`) : cardPath(content, card);
    const url = address === null ? {} : { url: `${address}${path}` };
    book.createEvent({ ...plannedEvent(it, content), ...url, sequence: number, stamp: inChina(content.asOf, '00:00'), ...change });
  };
  for (const it of events) add(it, {});
  for (const it of cancelled) add(it, calledOff(it));
  return book.toString();
}

/** Said in the title too, for a telephone that shows what was called off like any other. */
function calledOff({ title }: PublicEvent) {
  const { cancelled } = placeWords['zh-CN'];
  return { status: ICalEventStatus.CANCELLED, summary: `${cancelled}：${title}` };
}

/**
 * 日历 (iCalendar, RFC 5545) of what is next and of the days that were promised; of one area, or of the whole district. The bytes follow from the
 * edition alone: names and stamps are made from it, and days of the calendar in China from neither machine nor hour.
 */
export function calendarOf(content: EditionContent, number: number, areaId: string | null): string {
  const { cards, areas, address, events = [], cancelled = [] } = content.places ?? NO_PLACES;
  const lineage = lineageOf(areas, areaId);
  const own = areaId === null ? cards : cards.filter((it) => concerns(it.areaIds, lineage));
  const words = placeWords['zh-CN'];
  const name = `${content.districtName}${areaId === null ? '' : ` ${lineage[0]!.name}`} ${words.withMe}`;
  const stamp = inChina(content.asOf, '00:00');
  const book = ical({ name, prodId: `//luoshi//${content.district}//ZH` });
  const urlOf = (card: PublicCard) => (address === null ? {} : { url: `${address}${cardPath(content, card)}` });
  for (const card of own) {
    const uid = (rest: string) => `${content.year}-${content.kind}-${cardKey(card)}-${rest}@${content.district}.luoshi`;
    const told = `${card.who}；${words.bring}：${card.bring}；${words.call}：${card.phone} ${card.office}`;
    for (const it of nextEvents(card, content.asOf)) {
      if (events.some((one) => one.promiseId === card.promiseId && isSame(one, it))) continue;
      book.createEvent({
        id: uid(nameOf(it)),
        sequence: number,
        stamp,
        summary: it.title,
        location: it.place,
        description: told,
        ...timeOf(it),
        ...urlOf(card),
      });
    }
    if (card.untilOn !== null && card.untilOn >= content.asOf) {
      const summary = `${card.promise}：${words.deadline}`;
      book.createEvent({
        id: uid('until'),
        sequence: number,
        stamp,
        summary,
        location: card.where,
        description: told,
        start: asDay(card.untilOn),
        allDay: true,
        ...urlOf(card),
      });
    }
  }
  for (const it of [...events, ...cancelled]) {
    const card = cards.find(({ promiseId }) => promiseId === it.promiseId);
    // A card has room for the next few; here stand all of them, but none that its office typed on the card itself.
    const typed = card?.events.filter((one) => !events.some((other) => other.promiseId === card.promiseId && isSame(other, one))) ?? [];
    if (typed.some((one) => one.on === it.on && (one.from === it.from || one.title === it.title))) continue;
    const places = it.areaId === null ? (card?.areaIds ?? []) : [it.areaId];
    if (areaId !== null && places.length > 0 && !concerns(places, lineage)) continue;
    const change = cancelled.includes(it) ? calledOff(it) : {};
    book.createEvent({ ...plannedEvent(it, content), ...(card !== undefined && urlOf(card)), sequence: number, stamp, ...change });
  }
  const dated = content.projects.flatMap((project) =>
    project.promises.flatMap((promise) => (promise.plan === null ? [] : [{ project, promise, on: promise.plan.deadline }])),
  );
  for (const { project, promise, on } of areaId === null ? dated : []) {
    const id = `${content.year}-${content.kind}-${project.no}-${promise.position}-promised@${content.district}.luoshi`;
    book.createEvent({
      id,
      sequence: number,
      stamp,
      summary: `${promise.verb}${promise.object}：${words.deadline}`,
      description: project.name,
      start: asDay(on),
      allDay: true,
    });
  }
  return book.toString();
}

/** What was typed has no number of its own: the same day, hour and title are the same event, whatever is over before it. */
const nameOf = ({ on, from, title }: CardEvent) => `${on}-${from?.replace(':', '') ?? 'day'}-${hexOf(sha256Of(title)).slice(0, 12)}`;
const isSame = (one: CardEvent, other: CardEvent) => one.on === other.on && one.from === other.from && one.title === other.title;

/** A planned event keeps its name from edition to edition, so that a calendar moves it and does not double it. */
function plannedEvent(event: PublicEvent, { district }: EditionContent) {
  const { id, title, place, host, promise } = event;
  return {
    id: `${id}@${district}.luoshi`,
    summary: title,
    location: place,
    description: host === '' ? promise : `${host}：${promise}`,
    ...timeOf(event),
  };
}

function timeOf({ on, from, to }: Pick<CardEvent, 'on' | 'from' | 'to'>) {
  return from === null ? { start: asDay(on), allDay: true } : { start: inChina(on, from), ...(to !== null && { end: inChina(on, to) }) };
}

const asDay = (on: string): Date => new Date(`${on}T00:00:00Z`);
const inChina = (on: string, time: string): Date => new Date(`${on}T${time}:00+08:00`);
