import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { entryLabels } from '../../words/entry-labels.ts';
import type { EntryView } from './contract.ts';
import { labels } from './labels.ts';

/** 频次核对: 每月至少一场, month by month. */
export function CadenceSection({ cadences }: Pick<EntryView, 'cadences'>) {
  const words = useLabels(labels);
  const { months: said } = entryLabels[useLocale()];
  if (cadences.length === 0) return null;
  return (
    <Section title={words.cadence}>
      {cadences.map(({ text, months }) => (
        <div key={text}>
          <p className="soft">{words.cadenceLead(text)}</p>
          <ol className="cadence">
            {months.map((it) => (
              <li key={it.month} className={it.state}>
                <b>{it.month}</b> {words.cadenceCell(it.held, it.wanted)} {said[it.state]}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </Section>
  );
}
