import { Button, Steps } from 'antd';
import { useParams } from 'react-router';
import { lightBadge } from '#/delivery/rules/charts.ts';
import { lightWords } from '#/delivery/words/lights.ts';
import { longDate, number } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { Markup } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { Edition, Step } from '../rules/edition.ts';
import { words as publicationWords } from '../words.ts';
import type { EditionView } from './contract.ts';
import { Differences } from './differences.tsx';
import { EditionActs } from './edition-acts.tsx';
import { labels } from './labels.ts';
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
  const { edition, comparedWith, differences } = view;
  return (
    <Page
      title={`${edition.content.title} · ${words.number(edition.number)}`}
      lead={`${words.asOf} ${longDate(edition.asOf, locale)}`}
      actions={
        edition.state === 'published' && (
          <Button href={`/${district}/${edition.year}`} target="_blank">
            {words.publicPage}
          </Button>
        )
      }
    >
      <Walk edition={edition} />
      {edition.state !== 'published' && edition.state !== 'withdrawn' && <EditionActs view={view} />}
      {edition.state !== 'published' && (
        <Section
          title={
            comparedWith
              ? `${words.comparedWith(comparedWith.number, longDate(comparedWith.asOf, locale))} · ${words.differences(differences.length)}`
              : publicationWords[locale].firstEdition
          }
        >
          {comparedWith && <Differences differences={differences} />}
        </Section>
      )}
      <Section title={words.content}>
        <Content edition={edition} />
      </Section>
      <p className="soft digest">
        {words.digest} <code>{edition.digest}</code>
      </p>
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

function StepBy({ by: { post, name, on } }: { readonly by: Step }) {
  return (
    <>
      {post === name ? name : `${post} ${name}`}
      <br />
      <span className="nowrap">{on}</span>
    </>
  );
}

/** The edition in brief, as the public will read it row by row. */
function Content({ edition }: { readonly edition: Edition }) {
  const words = useLabels(labels);
  const locale = useLocale();
  return (
    <table className="edition-rows">
      <tbody>
        {edition.content.projects.map((project) => (
          <tr key={project.projectId}>
            <th scope="row">{project.no}</th>
            <td>
              <b>{project.name}</b>
              {project.promises.length === 0 && <p className="soft">{words.noPromise}</p>}
              {project.promises.map((promise) => (
                <p key={promise.promiseId} className="promise-line">
                  <span>
                    {promise.verb}
                    {promise.object}
                  </span>
                  <span>
                    <b>{promise.done === null ? (promise.stage ?? '—') : number(promise.done)}</b>{' '}
                    {promise.target === null ? '' : `/ ${number(promise.target)} ${promise.measureUnit}`}
                  </span>
                  <Markup of={lightBadge(promise.light, lightWords[locale][promise.light])} />
                </p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
