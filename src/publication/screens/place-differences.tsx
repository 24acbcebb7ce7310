import { useLabels, useLocale } from '#/ui/locale.tsx';
import { cardWords } from '../card-words.ts';
import type { PlaceDifference } from '../rules/place-difference.ts';
import { words as publicationWords } from '../words.ts';
import { cardLabels } from './card-labels.ts';

/** What of the places and cards differs from the last edition, before it is signed. */
export function PlaceDifferences({ differences }: { readonly differences: readonly PlaceDifference[] }) {
  const words = useLabels(cardLabels);
  const locale = useLocale();
  const kinds = publicationWords[locale].differences;
  if (differences.length === 0) return null;
  const kindOf = ({ before, after }: PlaceDifference) => (before === null ? kinds.added : after === null ? kinds.removed : kinds.changed);
  return (
    <table className="edition-rows">
      <caption>{words.placesAndCards}</caption>
      <tbody>
        {differences.map((it) => (
          <tr key={`${it.no} ${it.what} ${it.title}`}>
            <th scope="row">{it.no}</th>
            <td>
              {cardWords[locale].what[it.what]} · {it.title}
            </td>
            <td>{kindOf(it)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
