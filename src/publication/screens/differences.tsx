import type { Light } from '#/delivery/rules/standing.ts';
import { lightWords } from '#/delivery/words/lights.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { type Locale, longDate, number } from '#/kernel/format.ts';
import type { CountingRule } from '#/programme/rules/programme.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import type { PublicPromise } from '../rules/content.ts';
import type { Difference, FieldChange } from '../rules/difference.ts';
import type { PublicPicture } from '../rules/pictures.ts';
import { words as publicationWords } from '../words.ts';
import { PictureStrip } from './edition-pictures.tsx';
import { maskedText } from './excerpt.ts';
import { labels } from './labels.ts';

type DifferencesProps = { readonly differences: readonly Difference[]; readonly isSameDay: boolean; readonly editionId: string };

/** What this edition says otherwise than the last, figure by figure, before it is signed. */
export function Differences({ differences, isSameDay, editionId }: DifferencesProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const common = publicationWords[locale];
  if (differences.length === 0) return <p className="notice">{isSameDay ? words.noDifferenceAtAll : common.noDifference}</p>;
  return (
    <table className="edition-rows">
      <thead>
        <tr>
          <th />
          <th />
          <th>{words.before}</th>
          <th>{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {differences.flatMap((difference) =>
          difference.changes.length === 0
            ? [
                <tr key={`${difference.no}${difference.promiseId}${difference.kind}`}>
                  <th scope="row">{difference.no}</th>
                  <td>{maskedText(difference.object ?? difference.name)}</td>
                  <td colSpan={2}>{common.differences[difference.kind]}</td>
                </tr>,
              ]
            : difference.changes.map((change) => (
                <tr key={`${difference.no}${difference.promiseId}${change.field}`}>
                  <th scope="row">{difference.no}</th>
                  <td>
                    {maskedText(difference.object ?? difference.name)} · {common.fields[change.field]}
                  </td>
                  {change.field === 'pictures' ? (
                    <>
                      <td>
                        <PictureStrip editionId={null} pictures={change.from as readonly PublicPicture[]} />
                      </td>
                      <td>
                        <PictureStrip editionId={editionId} pictures={change.to as readonly PublicPicture[]} />
                      </td>
                    </>
                  ) : (
                    <>
                      <td className="before">{shown(change, change.from, difference, locale)}</td>
                      <td>{shown(change, change.to, difference, locale)}</td>
                    </>
                  )}
                </tr>
              )),
        )}
      </tbody>
    </table>
  );
}

type Plan = NonNullable<PublicPromise['plan']>;

/** A changed value in words: figures with their unit, lights and plans by name. */
function shown({ field }: FieldChange, value: unknown, { measureUnit }: Difference, locale: Locale): string {
  const words = labels[locale];
  if (value === null || value === undefined || value === '') return '—';
  if (field === 'light') return lightWords[locale][value as Light];
  if (field === 'stale') return value ? words.stale : words.fresh;
  if (field === 'doneOn') return longDate(value as CivilDate, locale);
  if (field === 'plan') return planOf(value as Plan, locale);
  if (field === 'countingRule') {
    const { counts, when, proof } = value as CountingRule;
    return maskedText(words.rule(counts, when, proof));
  }
  return typeof value === 'number' ? `${number(value)} ${measureUnit ?? ''}` : maskedText(String(value));
}

function planOf({ kind, version, deadline }: Plan, locale: Locale): string {
  const words = labels[locale];
  return kind === 'default-line' ? words.defaultLine : words.approvedPlan(version, longDate(deadline, locale));
}
