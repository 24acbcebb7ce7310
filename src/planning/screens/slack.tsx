import { useLabels } from '#/ui/locale.tsx';
import { scheduleLabels } from './schedule-labels.ts';

/** Few days left look like it: in words, with a shape and a colour. */
const FEW = 10;

export function SlackFigure({ days }: { readonly days: number }) {
  const words = useLabels(scheduleLabels);
  const [kind, shape] = days < 0 ? (['late', '■'] as const) : days <= FEW ? (['few', '▲'] as const) : (['enough', '●'] as const);
  return (
    <span className={`slack ${kind}`}>
      <i aria-hidden="true">{shape}</i> {words.slackDays(days)}
    </span>
  );
}
