import { renderSVG } from 'uqr';
import { type Locale, longDate } from '#/kernel/format.ts';
import { type Html, html, raw } from '#/kernel/html.ts';
import { type CardEvent, cardKey, nextEvents, type PublicCard } from '../rules/cards.ts';
import type { EditionContent } from '../rules/content.ts';
import { loudspeakerText } from '../rules/loudspeaker.ts';
import { posterOf } from '../rules/poster.ts';
import { href, type Look, listPath } from './look.ts';
import { placeWords } from './place-words.ts';
import { official } from './promise.ts';

export function cardPath(content: EditionContent, card: PublicCard, rest = ''): string {
  return listPath(content.district, content, `/cards/${cardKey(card)}${rest}`);
}

/** 办事卡: large figures and short lines, for a telephone of 360 px. */
export function cardArticle(card: PublicCard, content: EditionContent, look: Look): Html {
  const { locale } = look;
  const words = placeWords[locale];
  return html`<article class="card"><h3><a href="${href(look, cardPath(content, card))}">${official(card.promise, locale)}</a></h3>
${cardFacts(card, content, locale)}
<p class="card-links"><a href="${href(look, listPath(content.district, content, `/${card.no}`))}">${words.toProject}</a> · <a href="${href(look, cardPath(content, card))}">${words.share}</a></p></article>`;
}

function cardFacts(card: PublicCard, content: EditionContent, locale: Locale, mostEvents = Number.POSITIVE_INFINITY): Html {
  const words = placeWords[locale];
  const events = nextEvents(card, content.asOf);
  const [next, ...later] = events.slice(0, mostEvents);
  const more = events.length - later.length - 1;
  const fact = (name: string, value: Html | string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  const until =
    card.untilOn === null
      ? official(card.until, locale)
      : html`${official(card.until, locale)}（${words.deadline} ${longDate(card.untilOn, locale)}）`;
  return html`<dl class="card-facts">
${card.events.length > 0 && fact(words.next, next === undefined ? words.noNext : html`<strong>${official(next.title, locale)}</strong><br>${eventLine(next, locale)}`)}
${events.length > 1 && fact(words.later, html`${later.map((it) => html`${official(it.title, locale)} ${eventLine(it, locale)}<br>`)}${next !== undefined && more > 0 && words.moreEvents(more)}`)}
${fact(words.who, official(card.who, locale))}${fact(words.where, official(card.where, locale))}${fact(words.bring, official(card.bring, locale))}${fact(words.until, until)}
${fact(words.call, html`<strong class="phone"><a href="tel:${card.phone.replace(/[^\d+]/g, '')}">${card.phone}</a></strong> ${official(card.office, locale)}`)}</dl>`;
}

function eventLine({ on, from, to, place }: CardEvent, locale: Locale): Html {
  const time = from === null ? '' : `${from}${to === null ? '' : `–${to}`}`;
  return html`${official(placeWords[locale].at(longDate(on, locale), time, place), locale)}`;
}

/** 转给别人: the card with its code for the notice board, the poster, and the words for the loudspeaker. */
export function shareBody(card: PublicCard, content: EditionContent, number: number, look: Look): Html {
  const { locale } = look;
  const words = placeWords[locale];
  const said = loudspeakerText(card, content.asOf);
  const leftOut = said.leftOut.map((it) => words.parts[it] ?? it).join(locale === 'en' ? ', ' : '、');
  return html`<h1>${official(card.promise, locale)}</h1><p class="as-of">${words.edition(number, longDate(content.asOf, locale))} · ${official(`${content.districtName} · ${card.project}`, locale)}</p>
<article class="card">${cardFacts(card, content, locale)}</article>
<p class="card-links"><a href="${href(look, cardPath(content, card, '/poster'))}">${words.poster}</a> · <a href="${listPath(content.district, content, '/calendar.ics')}">${words.calendar}</a> · <a href="${href(look, listPath(content.district, content, `/${card.no}`))}">${words.toProject}</a> · <a href="${href(look, listPath(content.district, content, '/with-me'))}">${words.allCards}</a></p>
<section><h2>${words.noticeCode}</h2>${codeOf(card, content, locale)}</section>
<section><h2>${words.loudspeaker}</h2><blockquote lang="zh-CN">${said.text}</blockquote>${leftOut !== '' && html`<p class="note">${words.leftOut(leftOut)}</p>`}</section>`;
}

/** A3, to be read from three steps away. */
export function posterBody(card: PublicCard, content: EditionContent, number: number, look: Look): Html {
  const { locale } = look;
  const words = placeWords[locale];
  const { size, events } = posterOf(card, content.asOf);
  return html`<div class="poster size-${size}"><p class="poster-from">${official(content.districtName, locale)} · ${official(card.project, locale)}</p><h1>${official(card.promise, locale)}</h1>
${cardFacts(card, content, locale, events)}
<div class="poster-foot">${codeOf(card, content, locale)}<p>${words.edition(number, longDate(content.asOf, locale))}</p></div></div>`;
}

function codeOf(card: PublicCard, content: EditionContent, locale: Locale): Html {
  const words = placeWords[locale];
  const address = content.places?.address ?? null;
  if (address === null) return html`<p class="note">${words.noAddress}</p>`;
  return html`<figure class="code">${code(`${address}${cardPath(content, card)}`, words.noticeCode)}<figcaption>${words.codeNote}</figcaption></figure>`;
}

/** A code that still reads with a seventh of it worn off the wall. */
function code(text: string, label: string): Html {
  const drawn = renderSVG(text, { ecc: 'M', border: 2 });
  return raw(drawn.replace('<svg ', `<svg role="img" aria-label="${label}" `));
}
