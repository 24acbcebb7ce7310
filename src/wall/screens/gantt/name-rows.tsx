import { memo } from 'react';
import { dayOf } from '#/kernel/civil-date.ts';
import { type Locale, shortDate } from '#/kernel/format.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { LightBadge } from '#/ui/parts.tsx';
import type { PlanRow } from '../../rules/plan-rows.ts';
import { type GanttLabels, ganttLabels } from './labels.ts';
import { ROW } from './view.ts';

type RowsProps = {
  readonly rows: readonly PlanRow[];
  readonly from: number;
  readonly to: number;
  /** As many elements as are ever there at once. */
  readonly pool: number;
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
};

/** The names of what can be seen, and a few beyond. An element that leaves at one end comes back at the other with another name. */
export const NameRows = memo(function NameRows({ rows, from, to, pool, selected, onSelect }: RowsProps) {
  const words = useLabels(ganttLabels);
  const locale = useLocale();
  const shown = Array.from({ length: Math.max(to - from + 1, 0) }, (_, i) => from + i);
  return shown.map((at) => {
    const row = rows[at]!;
    return (
      <NameRow key={at % pool} row={row} at={at} isSelected={row.key === selected} words={words} locale={locale} onSelect={onSelect} />
    );
  });
});

type RowProps = {
  readonly row: PlanRow;
  readonly at: number;
  readonly isSelected: boolean;
  readonly words: GanttLabels;
  readonly locale: Locale;
  readonly onSelect: (key: string) => void;
};

const NameRow = memo(function NameRow({ row, at, isSelected, words, locale, onSelect }: RowProps) {
  const top = at * ROW;
  if (row.kind === 'project') {
    const { no, name, light } = row.project;
    return (
      <div className="gantt-project" style={{ top }}>
        <b>
          {no} {name}
        </b>
        <LightBadge light={light} />
        {row.note && <small>{row.note === 'none' ? words.notYet : words.refused}</small>}
      </div>
    );
  }
  const { name, early, slack, state } = row.bar;
  const left = state === 'finished' ? words.finished : words.slack(slack);
  const days = words.fromTo(shortDate(dayOf(early[0]), locale), shortDate(dayOf(early[1]), locale));
  return (
    <button
      type="button"
      className="gantt-name"
      style={{ top }}
      aria-current={isSelected}
      aria-label={`${name} ${left} ${days}`}
      data-key={row.key}
      onClick={() => onSelect(row.key)}
    >
      <span>{name}</span>
      <small className={slack < 0 && state !== 'finished' ? 'late' : ''}>{left}</small>
    </button>
  );
});
