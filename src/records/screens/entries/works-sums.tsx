import { number } from '#/kernel/format.ts';
import { DataTable } from '#/ui/data-table.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import type { Entry } from '../../rules/entries/entry.ts';
import { type WorkSum, worksBy } from '../../rules/entries/works.ts';
import { labels } from './labels.ts';

/** 工程量小计: by road and by team, where there are works at all. */
export function WorksSums({ entries }: { readonly entries: readonly Entry[] }) {
  return (['place', 'team'] as const).map((by) => <SumTable key={by} by={by} sums={worksBy(entries, by)} />);
}

function SumTable({ by, sums }: { readonly by: 'place' | 'team'; readonly sums: readonly WorkSum[] }) {
  const words = useLabels(labels);
  if (!sums.some(({ name }) => name !== null)) return null;
  const amount = (quantity: number, { measureUnit }: WorkSum) => `${number(quantity, 3)} ${measureUnit}`;
  return (
    <Section title={words.sums[by]}>
      <DataTable
        rows={sums}
        keyOf={(it) => `${it.name ?? ''} ${it.workKind} ${it.measureUnit}`}
        fileName={words.sums[by]}
        columns={[
          { title: words.sumsName[by], text: ({ name }) => name ?? words.unnamed },
          { title: words.workKind, text: ({ workKind }) => workKind },
          { title: words.lines, text: ({ lines, open }) => (open === 0 ? lines : words.linesOpen(lines, open)), align: 'right' },
          { title: words.quantity, text: ({ quantity }) => quantity, show: (it) => amount(it.quantity, it), align: 'right' },
          { title: words.unit, text: ({ measureUnit }) => measureUnit, onlyWide: true },
          { title: words.accepted, text: ({ accepted }) => accepted, show: (it) => amount(it.accepted, it), align: 'right' },
        ]}
      />
    </Section>
  );
}
