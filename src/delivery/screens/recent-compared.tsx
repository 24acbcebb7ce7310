import { comparisonText } from '#/kernel/comparison/words.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { recentCompared } from '../rules/recent.ts';
import type { PromiseDetail } from './contract.ts';
import { labels } from './labels.ts';

/** 近两次相比: what came between the last two figures against what came before, or why the two cannot be compared. */
export function RecentSection({ detail: { standing, points, programme } }: { readonly detail: PromiseDetail }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { today } = useWorkplace();
  const countedTo = standing.doneFrom === 'records' ? today : null;
  const compared = recentCompared(standing.promise, points, { from: programme.from, definition: String(programme.version), countedTo });
  if (compared === null) return null;
  return (
    <Section title={words.recent}>
      <p>{comparisonText(compared, locale)}</p>
    </Section>
  );
}
