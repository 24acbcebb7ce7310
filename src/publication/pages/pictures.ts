import type { Locale } from '#/kernel/format.ts';
import { type Html, html } from '#/kernel/html.ts';
import { openFile } from '#/platform/files.ts';
import type { Page } from '#/platform/module.ts';
import { pictureWords } from '../picture-words.ts';
import type { PublicProject } from '../rules/content.ts';
import { PICTURE_PHASES, type PublicPicture, pictureName } from '../rules/pictures.ts';
import { isPublicPicture, shownPictures } from '../store/edition-pictures.ts';
import type { PublishedEdition } from './disclosure.ts';
import { found } from './load.ts';
import { official } from './promise.ts';

/** 现场照片 of one row, before, during and after. A picture that is shown no more leaves its words and says so. */
export function picturesSection({ pictures = [] }: PublicProject, { edition, hidden }: PublishedEdition, locale: Locale): Html | null {
  const words = pictureWords[locale];
  if (pictures.length === 0) return null;
  const phases = PICTURE_PHASES.map((phase) => ({ phase, shown: pictures.filter((it) => it.phase === phase) }));
  return html`<section class="pictures" id="pictures"><h2>${words.pictures}</h2><p class="note">${words.picturesNote}</p>
${phases
  .filter(({ shown }) => shown.length > 0)
  .map(
    ({ phase, shown }) =>
      html`<h3>${words.phases[phase]}</h3><div class="picture-row">${shown.map((it) => figure(it, edition.content.district, { isHidden: hidden.has(it.digest), locale }))}</div>`,
  )}</section>`;
}

type Seen = { readonly isHidden: boolean; readonly locale: Locale };

function figure({ digest, caption, alt, width, height }: PublicPicture, district: string, { isHidden, locale }: Seen): Html {
  const shown = isHidden
    ? html`<p class="note">${pictureWords[locale].gone}</p>`
    : html`<a href="${addressOf(district, digest)}"><img src="${addressOf(district, digest)}" alt="${alt}" lang="zh-CN" width="${width}" height="${height}" loading="lazy" decoding="async"></a>`;
  return html`<figure>${shown}<figcaption>${official(caption, locale)}</figcaption></figure>`;
}

/** The address names the content: another picture has another address. */
export function addressOf(district: string, digest: string): string {
  return `/${district}/pictures/${pictureName(digest)}`;
}

/** The copy itself; only while an edition of this district shows it. Kept by no browser for good, for it may be taken back. */
const picture: Page['run'] = async (reader, params) => {
  const digest = found(/^([0-9a-f]{64})\.jpg$/.exec(params.file ?? '')?.[1]);
  found((await isPublicPicture(reader, digest)) || null);
  const { bytes } = await openFile(reader, digest);
  return { mediaType: 'image/jpeg', body: bytes };
};

const picturesNow: Page['addresses'] = async (reader) => (await shownPictures(reader)).map((digest) => ({ file: pictureName(digest) }));

export const pictureFiles: readonly Page[] = [{ path: '/:district/pictures/:file', run: picture, addresses: picturesNow }];
