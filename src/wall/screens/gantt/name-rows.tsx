import { memo } from 'react';
import { dayOf } from '#/kernel/civil-date.ts';
import { shortDate } from '#/kernel/format.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { LightBadge } from '#/ui/parts.tsx';
import type { PlanRow } from '../../rules/plan-rows.ts';
import { ganttLabels } from './labels.ts';
import { ROW } from './view.ts';

type RowsProps = {
  readonly rows: readonly PlanRow[];
  readonly from: number;
  readonly to: number;
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
};

/** The names of what can be seen, and a few beyond. */
export const NameRows = memo(function NameRows({ rows, from, to, selected, onSelect }: RowsProps) {
  const shown = rows.slice(from, to + 1);
  return shown.map((row, i) => <NameRow key={row.key} row={row} at={from + i} isSelected={row.key === selected} onSelect={onSelect} />);
});

type RowProps = { readonly row: PlanRow; readonly at: number; readonly isSelected: boolean; readonly onSelect: (key: string) => void };

const NameRow = memo(function NameRow({ row, at, isSelected, onSelect }: RowProps) {
  const words = useLabels(ganttLabels);
  const place = { top: at * ROW, height: ROW };
  if (row.kind === 'project') {
    const { no, name, light } = row.project;
    return (
      <div className="gantt-project" style={place}>
        <b>
          {no} {name}
        </b>
        <LightBadge light={light} />
        {row.note && <small>{row.note === 'none' ? words.notYet : words.refused}</small>}
      </div>
    );
  }
  return (
    <button
      type="button"
      className="gantt-name"
      style={place}
      aria-current={isSelected}
      data-key={row.key}
      onClick={() => onSelect(row.key)}
    >
      <ActivityWords row={row} />
    </button>
  );
});

function ActivityWords({ row: { bar } }: { readonly row: PlanRow & { readonly kind: 'activity' } }) {
  const words = useLabels(ganttLabels);
  const locale = useLocale();
  const [from, to] = bar.early.map((it) => shortDate(dayOf(it), locale)) as [string, string];
  const isLate = bar.slack < 0 && bar.state !== 'finished';
  return (
    <>
      <span>{bar.name}</span>
      <small className={isLate ? 'late' : ''}>{bar.state === 'finished' ? words.finished : words.slack(bar.slack)}</small>
      <span className="unseen">{words.fromTo(from, to)}</span>
    </>
  );
}
