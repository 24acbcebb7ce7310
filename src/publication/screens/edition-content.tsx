import { Link } from 'react-router';
import { lightBadge } from '#/delivery/rules/charts.ts';
import { isMetUnverified } from '#/delivery/rules/lights.ts';
import { lightWords, reasonSentence } from '#/delivery/words/lights.ts';
import { bigNumber, type Locale, number } from '#/kernel/format.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Markup } from '#/ui/parts.tsx';
import { countedOf, type PublicPromise } from '../rules/content.ts';
import type { Disclosure } from '../rules/disclosure.ts';
import type { Edition } from '../rules/edition.ts';
import { circulationLabels } from './circulation-labels.ts';
import { labels } from './labels.ts';

const WORST_FIRST = ['red', 'yellow', 'green', 'white', 'closed', 'grey'] as const;

/** The edition in brief, as the public will read it: the sum, then row by row. */
export function Content({ edition: { content } }: { readonly edition: Edition }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const promises = content.projects.reduce((sum, project) => sum + countedOf(project).length, 0);
  return (
    <>
      <p className="edition-sum">
        <b>{words.sum(content.projects.length, promises)}</b>
        {WORST_FIRST.filter((light) => content.counts[light] > 0).map((light) => (
          <span key={light}>
            <Markup of={lightBadge(light, lightWords[locale][light])} /> {content.counts[light]}
          </span>
        ))}
      </p>
      <table className="edition-rows">
        <tbody>
          {content.projects.map((project) => (
            <tr key={project.projectId}>
              <th scope="row">{project.no}</th>
              <td>
                <b>{project.name}</b>
                {countedOf(project).length === 0 && <p className="soft">{words.noPromise}</p>}
                {project.promises.map((promise) => (
                  <p key={promise.promiseId} className="promise-line">
                    <span>
                      {promise.verb}
                      {promise.object}
                    </span>
                    <span>
                      <b>{doneOf(promise, locale)}</b>
                      {targetOf(promise, locale)}
                      {promise.parts !== undefined && (
                        <Link to={`/${content.district}/records/figure/${promise.promiseId}`}> {words.openRecords}</Link>
                      )}
                    </span>
                    <span>
                      <Markup of={lightBadge(promise.light, lightWords[locale][promise.light])} />
                      {isMetUnverified(promise) && <small className="soft"> {reasonSentence(promise.reasons[0]!, locale)}</small>}
                    </span>
                  </p>
                ))}
                {project.leftOut !== undefined && <p className="soft">{circulationLabels[locale].leftOutCount(project.leftOut.length)}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function doneOf({ done, stage }: PublicPromise, locale: Locale): string {
  return done === null ? (stage ?? labels[locale].noFigure) : number(done);
}

function targetOf({ target, targetMax, approx, bound, measureUnit, done }: PublicPromise, locale: Locale): string {
  if (target === null) return done === null ? '' : ` ${measureUnit}`;
  const words = labels[locale];
  const least = { exact: '', at_least: words.atLeast, at_most: words.atMost }[bound];
  const range = targetMax === null ? '' : `–${bigNumber(targetMax, locale)}`;
  const aim = `${least}${approx ? words.about : ''}${bigNumber(target, locale)}${range} ${measureUnit}`;
  return done === null ? words.aimedAt(aim) : ` / ${aim}`;
}

/** 信息公开要素, as they stand above the public page. */
export function DisclosureData({ of }: { readonly of: Disclosure }) {
  const words = useLabels(labels);
  const values = { ...of, documentNo: of.documentNo ?? words.nothing, manner: words.manner, audience: words.audience };
  return (
    <dl className="disclosure">
      {Object.entries(words.disclosureNames).map(([name, label]) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>{values[name as keyof typeof values]}</dd>
        </div>
      ))}
    </dl>
  );
}
