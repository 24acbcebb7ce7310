import { Button } from 'antd';
import { useState } from 'react';
import { encode } from 'uqr';
import { longDate } from '#/kernel/format.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { Markup } from '#/ui/parts.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { useWorkplace } from '#/ui/session.ts';
import { type Card, cardKey, type PublicCard } from '../rules/cards.ts';
import { loudspeakerText } from '../rules/loudspeaker.ts';
import { type SharePicture, sharePicture } from '../rules/share-picture.ts';
import { cardLabels } from './card-labels.ts';
import type { CardView } from './contract.ts';

type ShareProps = { readonly view: CardView; readonly card: Card };

/** 转给别人: a picture for messengers, made on this device, and the words for the loudspeaker; seen before they are saved. */
export function CardShare({ view, card }: ShareProps) {
  const words = useLabels(cardLabels);
  const locale = useLocale();
  const { district, districtName, today } = useWorkplace();
  const [fault, setFault] = useState<string | null>(null);
  const { promise, address } = view;
  const whole: PublicCard = {
    ...card,
    promiseId: promise.promiseId,
    no: promise.no,
    position: promise.position,
    project: promise.project,
    promise: promise.promise,
  };
  const kind = promise.kind === 'ten-things' ? '' : `/${promise.kind}`;
  const link = `/${district}${kind}/${promise.year}/cards/${cardKey(whole)}`;
  const picture = sharePicture({
    cards: [whole],
    title: `${districtName} · ${promise.project}`,
    asOf: today,
    code: address === null ? null : encode(`${address}${link}`, { ecc: 'M', border: 0 }).data,
    words: {
      next: words.next,
      foot: address === null ? words.footNoCode(longDate(today, locale)) : words.foot(longDate(today, locale)),
      facts: [
        [words.who, (it) => it.who],
        [words.where, (it) => it.where],
        [words.bring, (it) => it.bring],
        [words.until, (it) => it.until],
        [words.call, () => ''],
      ],
    },
  });
  const said = loudspeakerText(whole, today);
  const save = () =>
    paint(picture)
      .then((blob) => saveFile(`${promise.promise}.png`, blob))
      .catch(() => setFault(words.notPainted));
  return (
    <Section title={words.share}>
      <p className="soft">{words.shareNote}</p>
      <Markup of={picture.svg} className="share-picture" />
      <p>
        <Button type="primary" onClick={save}>
          {words.savePicture}
        </Button>{' '}
        <a href={link} target="_blank" rel="noreferrer">
          {words.publicPage}
        </a>
      </p>
      {fault && (
        <p className="notice bad" role="alert">
          {fault}
        </p>
      )}
      <h3>{words.loudspeaker([...said.text].length)}</h3>
      <blockquote>{said.text}</blockquote>
      {said.leftOut.length > 0 && <p className="soft">{words.leftOut(said.leftOut.map((it) => words.parts[it]).join('、'))}</p>}
    </Section>
  );
}

/** The drawing on a canvas of this device, with its letters. */
function paint({ svg, width, height }: SharePicture): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onerror = () => reject(new Error('not painted'));
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = height;
      canvas.getContext('2d')!.drawImage(image, 0, 0);
      canvas.toBlob((blob) => (blob === null ? reject(new Error('not painted')) : resolve(blob)), 'image/png');
    };
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  });
}
