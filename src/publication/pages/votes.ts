import { archiveOfBox, type CountedBox, listCountedBoxes, listNotices, listSessions } from '#/ballot/door.ts';
import { isArchivePublic, type Notice } from '#/ballot/rules/result.ts';
import type { Session } from '#/ballot/rules/session.ts';
import { sentencesOfSheet } from '#/ballot/words/sheet.ts';
import { longDate } from '#/kernel/format.ts';
import { type Html, html } from '#/kernel/html.ts';
import { Problem } from '#/kernel/problem.ts';
import type { Reader } from '#/platform/db.ts';
import type { Page, PageParams } from '#/platform/module.ts';
import { href, type Look } from './look.ts';
import { official } from './promise.ts';
import { voteWords } from './vote-words.ts';

/** Enough of a digest to compare, and too little to read as a telephone number. */
const EXCERPT = 10;

/** Every session whose result was announced. */
export async function announcedVotes(reader: Reader): Promise<readonly Session[]> {
  return (await listSessions(reader)).filter((it) => it.state === 'announced');
}

export async function votesNow(reader: Reader): Promise<readonly PageParams[]> {
  return (await announcedVotes(reader)).map(({ id }) => ({ id }));
}

export function voteLinks(district: string, sessions: readonly Session[], look: Look): Html {
  const words = voteWords[look.locale];
  if (sessions.length === 0) return html``;
  return html`<h2>${words.title}</h2><ul>${sessions.map(
    ({ id, title }) => html`<li><a href="${href(look, `/${district}/votes/${id}`)}">${official(title, look.locale)}</a></li>`,
  )}</ul>`;
}

type Asked = { readonly reader: Reader; readonly params: PageParams; readonly look: Look };

/** 票决结果: the notices of one session, the one in force first; no more than its rule sheet lets the public read. */
export async function showVote({ reader, params, look }: Asked) {
  const session = (await announcedVotes(reader)).find(({ id }) => id === params.id);
  if (session === undefined) throw new Problem(404, 'unknown-vote', { id: params.id });
  const notices = (await listNotices(reader, session.id)).toReversed();
  const words = voteWords[look.locale];
  const body = html`<h1>${words.heading(session.forYear)}</h1><p class="lede">${official(session.title, look.locale)}</p>
${notices.map((it) => noticeBody(it, notices, look))}
${archiveBody(session, await listCountedBoxes(reader, session.id), look, reader.district)}
<h2>${words.sheet}</h2><ol>${sentencesOfSheet(session.sheet, look.locale).map((it) => html`<li>${it}</li>`)}</ol>`;
  return { title: words.title, path: `/${reader.district}/votes/${session.id}`, list: null, section: null, body } as const;
}

function noticeBody(notice: Notice, all: readonly Notice[], { locale }: Look): Html {
  const words = voteWords[locale];
  const { content, serial, signedBy, signedOn, reason, digest } = notice;
  const later = all.find((it) => it.supersedesId === notice.id);
  const earlier = all.find((it) => it.id === notice.supersedesId);
  const { roll, attending, candidates, elected } = content;
  return html`<section><h2>${words.notice(serial, signedBy, longDate(signedOn, locale))}</h2>
${later !== undefined && html`<p><strong>${words.superseded(later.serial)}</strong></p>`}
${earlier !== undefined && html`<p>${words.corrects(earlier.serial, reason ?? '')}</p>`}
<p>${words.sums(roll, attending, candidates, elected.length)} ${words.order[content.publish]}</p>
<ol>${elected.map((it) => html`<li>${official(it.name, locale)}${it.votes !== null && words.votes(it.votes)}${it.round > 1 && content.publish !== 'list' && words.second}</li>`)}</ol>
${content.openSeats !== null && html`<p>${words.openSeats(content.openSeats)}</p>`}
<p><small>${words.digest(digest.slice(0, EXCERPT))}</small></p></section>`;
}

/** The archive opens to the counts, hence only where the rule sheet lets the public read them and they tell no single vote. */
async function openArchives(reader: Reader, { id, sheet }: Session): Promise<readonly CountedBox[]> {
  return (await listCountedBoxes(reader, id)).filter((it) => isArchivePublic(sheet, it.papers));
}

function archiveBody(session: Session, boxes: readonly CountedBox[], { locale }: Look, district: string): Html {
  const words = voteWords[locale];
  if (boxes.length === 0) return html``;
  const open = boxes.filter((it) => isArchivePublic(session.sheet, it.papers));
  if (open.length === 0) {
    const kept = session.sheet.publish === 'list-counts' ? words.archiveSmall : words.archiveKept;
    return html`<h2>${words.archives}</h2><p>${kept}</p>`;
  }
  return html`<h2>${words.archives}</h2><p>${words.archiveText}</p><ul>${open.map(
    ({ round, fileName }) => html`<li><a href="/${district}/votes/${session.id}/${fileName}" download>${words.archive(round)}</a></li>`,
  )}</ul><p><a href="/verify">${words.verify}</a></p>`;
}

/** 存档: one address, whatever the look of the page that leads to it. */
export const archiveFiles: readonly Page[] = [
  {
    path: '/:district/votes/:id/:file',
    async run(reader, { id, file }) {
      const session = (await announcedVotes(reader)).find((it) => it.id === id);
      const box = session === undefined ? undefined : (await openArchives(reader, session)).find((it) => it.fileName === file);
      if (box === undefined) throw new Problem(404, 'no-such-page');
      return { mediaType: 'application/x-tar', body: await archiveOfBox(reader, box.boxId), fileName: box.fileName };
    },
    async addresses(reader) {
      const found: PageParams[] = [];
      for (const it of await announcedVotes(reader))
        found.push(...(await openArchives(reader, it)).map(({ fileName }) => ({ id: it.id, file: fileName })));
      return found;
    },
  },
];
