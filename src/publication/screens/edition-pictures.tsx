import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { pictureWords } from '../picture-words.ts';
import type { Edition } from '../rules/edition.ts';
import type { PublicPicture } from '../rules/pictures.ts';
import { pictureLabels } from './picture-labels.ts';
import './pictures.css';

/** The pictures of an edition as the public will see them, large: the reviewer is the second pair of eyes. */
export function EditionPictures({ edition }: { readonly edition: Edition }) {
  const words = useLabels(pictureLabels);
  const { phases } = pictureWords[useLocale()];
  const { district } = useWorkplace();
  const shown = edition.content.projects.flatMap(({ no, name, pictures = [] }) => pictures.map((picture) => ({ no, name, picture })));
  if (shown.length === 0) return null;
  return (
    <Section title={`${words.inEdition} ${shown.length}`}>
      <p className="notice">{words.inEditionHint}</p>
      <div className="edition-pictures">
        {shown.map(({ no, name, picture }) => (
          <figure key={`${no}${picture.digest}`}>
            <img
              src={`/api/${district}/publication/editions/${edition.id}/pictures/${picture.digest}`}
              alt={picture.alt}
              width={picture.width}
              height={picture.height}
              loading="lazy"
            />
            <figcaption>
              <b>
                {words.project(no)} {name} · {phases[picture.phase]}
              </b>
              <br />
              {picture.caption}
              <br />
              <span className="soft">{picture.alt}</span>
            </figcaption>
          </figure>
        ))}
      </div>
    </Section>
  );
}

/** One side of a difference: the pictures of a row, small. */
export function PictureStrip({ editionId, pictures }: { readonly editionId: string | null; readonly pictures: readonly PublicPicture[] }) {
  const words = useLabels(pictureLabels);
  const { district } = useWorkplace();
  return (
    <>
      {words.changedPictures(pictures.length)}
      {editionId !== null && (
        <span className="picture-pair">
          {pictures.map(({ digest, alt }) => (
            <img key={digest} src={`/api/${district}/publication/editions/${editionId}/pictures/${digest}`} alt={alt} loading="lazy" />
          ))}
        </span>
      )}
    </>
  );
}
