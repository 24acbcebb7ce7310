import { DataTable } from '#/ui/data-table.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { ageDays } from '../rules/blocker.ts';
import { levelWords } from '../words/agenda.ts';
import { blockerLabels } from './blocker-labels.ts';
import type { BlockersAnswer, ShownBlocker } from './contract.ts';

/** The ledger as a table, to be sorted, searched and taken away as CSV. */
export function BlockerTable({ rows, of }: { readonly rows: readonly ShownBlocker[]; readonly of: BlockersAnswer }) {
  const words = useLabels(blockerLabels);
  const locale = useLocale();
  const project = ({ projectId }: ShownBlocker) => of.projects.find(({ id }) => id === projectId);
  const stateOf = ({ state }: ShownBlocker) => words[state];
  return (
    <DataTable
      rows={rows}
      keyOf={({ id }) => id}
      fileName={words.fileName}
      columns={[
        { title: words.name, text: ({ title }) => title },
        { title: words.project, text: (it) => `${project(it)?.no ?? ''} ${project(it)?.name ?? ''}` },
        { title: words.unit, text: ({ unitId }) => of.unitNames[unitId] ?? '' },
        { title: words.at, text: ({ level, askedOf }) => askedOf || levelWords[locale][level] },
        { title: words.asked, text: ({ asked }) => asked },
        { title: words.days, text: (it) => ageDays(it, of.today), align: 'right' },
        { title: words.state, text: stateOf },
        { title: words.solvedColumn, text: (it) => (it.settledBy === null ? null : `${it.settledBy} ${it.settledOn}`) },
      ]}
    />
  );
}
