import { Button, Steps } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { longDate } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { Edition, Step } from '../rules/edition.ts';
import { words as publicationWords } from '../words.ts';
import { circulationLabels } from './circulation-labels.ts';
import type { EditionView } from './contract.ts';
import { Differences } from './differences.tsx';
import { EditionActs } from './edition-acts.tsx';
import { Content, DisclosureData } from './edition-content.tsx';
import { EditionPaper } from './edition-paper.tsx';
import { EditionPictures } from './edition-pictures.tsx';
import { Findings } from './findings.tsx';
import { labels } from './labels.ts';
import { LaterChanges } from './later-changes.tsx';
import { PlaceDifferences } from './place-differences.tsx';
import { PrepareDialog } from './prepare-dialog.tsx';
import { publicPath } from './public-path.ts';
import './publication.css';

/** One edition on its way: what changes, what was found, who did which step, what is next. */
export default function EditionScreen() {
  const { editionId } = useParams();
  const view = useRead<EditionView>(`/publication/editions/${editionId}`);
  return <Whole of={view}>{(it) => <EditionPage view={it} />}</Whole>;
}

function EditionPage({ view }: { readonly view: EditionView }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { district } = useWorkplace();
  const mayCorrect = useMay('publication.prepare');
  const [isCorrecting, setCorrecting] = useState(false);
  const { edition, comparedWith, differences } = view;
  const isOpen = edition.state !== 'published' && edition.state !== 'withdrawn';
  return (
    <Page
      title={`${edition.content.title} · ${words.number(edition.number)}`}
      lead={`${words.asOf} ${longDate(edition.asOf, locale)}`}
      actions={
        edition.state === 'published' && (
          <>
            {mayCorrect && <Button onClick={() => setCorrecting(true)}>{words.correct}</Button>}
            <Button href={publicPath(district, edition, edition.number)} target="_blank">
              {words.publicPage}
            </Button>
          </>
        )
      }
    >
      {edition.corrects !== null && <p className="notice">{words.corrects(edition.corrects, edition.correctionReason ?? '')}</p>}
      {edition.state === 'withdrawn' ? <p className="notice">{words.withdrawnNote}</p> : <Walk edition={edition} />}
      {edition.state === 'published' && <p className="soft">{words.publishedNote}</p>}
      {isOpen && <EditionActs view={view} />}
      <EditionPaper view={view} />
      <LaterChanges view={view} />
      {isOpen && (
        <Section
          title={
            comparedWith
              ? `${words.comparedWith(comparedWith.number, longDate(comparedWith.asOf, locale))} · ${words.differences(differences.length + view.placeDifferences.length)}`
              : publicationWords[locale].firstEdition
          }
        >
          {comparedWith && (differences.length > 0 || view.placeDifferences.length === 0) && (
            <Differences differences={differences} isSameDay={comparedWith.asOf === edition.asOf} editionId={edition.id} />
          )}
          {comparedWith && <PlaceDifferences differences={view.placeDifferences} />}
        </Section>
      )}
      {edition.state !== 'prepared' && view.findings.length > 0 && (
        <Section title={words.findings}>
          <Findings view={view} reasons={{}} />
        </Section>
      )}
      <Section title={words.content}>
        <Content edition={edition} />
      </Section>
      <EditionPictures edition={edition} />
      <Section title={words.disclosure}>
        <DisclosureData of={edition.disclosure} />
      </Section>
      <p className="soft digest">
        {words.digest} <code>{edition.digest}</code>
      </p>
      {isCorrecting && edition.number !== null && (
        <PrepareDialog
          list={{ year: edition.year, kind: edition.kind }}
          corrects={{ number: edition.number, asOf: edition.asOf }}
          onClose={() => setCorrecting(false)}
        />
      )}
    </Page>
  );
}

const WALK = ['prepared', 'reviewed', 'signed', 'published'] as const;

function Walk({ edition }: { readonly edition: Edition }) {
  const locale = useLocale();
  const { states } = publicationWords[locale];
  const done = WALK.filter((step) => edition[step] !== null).length;
  return (
    <div className="walk">
      <Steps
        size="small"
        current={edition.state === 'published' ? WALK.length : done - 1}
        items={WALK.map((step) => {
          const by = edition[step];
          return { title: states[step], content: by ? <StepBy by={by} /> : '' };
        })}
      />
    </div>
  );
}

function StepBy({ by: { post, name, on, recordedBy } }: { readonly by: Step }) {
  const words = useLabels(circulationLabels);
  return (
    <>
      {post === name ? name : `${post} ${name}`}
      <br />
      <span className="nowrap">{on}</span>
      {recordedBy !== undefined && (
        <>
          <br />
          <small className="soft">{words.recordedBy(recordedBy)}</small>
        </>
      )}
    </>
  );
}
