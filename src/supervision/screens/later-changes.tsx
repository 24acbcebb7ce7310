import { lightWords } from '#/delivery/words/lights.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { longDate } from '#/kernel/format.ts';
import { FigureChanges } from '#/ui/figure-changes.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import type { FigureChange } from '../rules/changes-since.ts';
import { pageLabels } from './page-labels.ts';

export type Stand = { readonly figuresFrozenOn: CivilDate | null; readonly changes: readonly FigureChange[] };

/** 固定后变动: that the figures of the month stand, since when, and what came later. Nothing while the month still moves. */
export function LaterChanges({ figuresFrozenOn, changes }: Stand) {
  const words = useLabels(pageLabels);
  const locale = useLocale();
  if (figuresFrozenOn === null) return null;
  return (
    <div className="no-print">
      <p className="notice">
        {words.figuresFrozen(longDate(figuresFrozenOn, locale))} {changes.length === 0 && words.noLaterChanges}
      </p>
      {changes.length > 0 && (
        <details className="record" open>
          <summary>
            {words.laterChanges}（{changes.length}）
          </summary>
          <FigureChanges changes={changes} was={words.asFrozen} lights={lightWords[locale]} />
        </details>
      )}
    </div>
  );
}
