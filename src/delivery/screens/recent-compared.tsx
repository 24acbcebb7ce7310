import { compare } from '#/kernel/comparison/compare.ts';
import { comparisonText } from '#/kernel/comparison/words.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import type { PromiseDetail } from './contract.ts';
import { labels } from './labels.ts';

/** 近两次相比: what came between the last two figures against what came before, or why the two cannot be compared. */
export function RecentSection({ detail: { standing } }: { readonly detail: PromiseDetail }) {
  const words = useLabels(labels);
  const locale = useLocale();
  if (standing.lately === undefined) return null;
  return (
    <Section title={words.recent}>
      <p>{comparisonText(compare(standing.lately.newer, standing.lately.older), locale)}</p>
    </Section>
  );
}
