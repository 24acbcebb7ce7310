import { scheduleSentence } from '#/planning/words/network-refusals.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import type { PlanRow } from '../../rules/plan-rows.ts';
import { ganttLabels } from './labels.ts';

/** Which projects have no dates although they are planned, and what to change. */
export function Refused({ rows }: { readonly rows: readonly PlanRow[] }) {
  const words = useLabels(ganttLabels);
  const locale = useLocale();
  return rows.map((row) => {
    if (row.kind !== 'project' || row.note === null || row.note === 'none') return null;
    const { no, name } = row.project;
    return (
      <p key={row.key} className="gantt-fault">
        {words.refusedOf(no, name, scheduleSentence(row.note, locale))}
      </p>
    );
  });
}
