import { dayOf } from '#/kernel/civil-date.ts';
import { shortDate } from '#/kernel/format.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { LightBadge } from '#/ui/parts.tsx';
import type { PlanRow } from '../../rules/plan-rows.ts';
import { ganttLabels } from './labels.ts';

/** 手机上只看: the same rows as lines of words. */
export function PlanList({ rows }: { readonly rows: readonly PlanRow[] }) {
  return (
    <ul className="plan-list">
      {rows.map((row) => (
        <li key={row.key} className={row.kind}>
          {row.kind === 'project' ? <ProjectLine row={row} /> : <ActivityLine row={row} />}
        </li>
      ))}
    </ul>
  );
}

function ProjectLine({ row: { project, note } }: { readonly row: PlanRow & { readonly kind: 'project' } }) {
  const words = useLabels(ganttLabels);
  return (
    <>
      <b>
        {project.no} {project.name}
      </b>
      <LightBadge light={project.light} />
      {note && <small>{note === 'none' ? words.notYet : words.refused}</small>}
    </>
  );
}

function ActivityLine({ row: { bar } }: { readonly row: PlanRow & { readonly kind: 'activity' } }) {
  const words = useLabels(ganttLabels);
  const locale = useLocale();
  const [from, to] = bar.early.map((it) => shortDate(dayOf(it), locale)) as [string, string];
  const isOpen = bar.state !== 'finished';
  const isLate = bar.slack < 0 && isOpen;
  return (
    <>
      <span>{bar.name}</span>
      <small>{words.fromTo(from, to)}</small>
      {bar.state === 'waiting' && bar.late !== null && <small>{words.latest(shortDate(dayOf(bar.late[0]), locale))}</small>}
      <small className={isLate ? 'late' : ''}>{isOpen ? words.slack(bar.slack) : words.finished}</small>
    </>
  );
}
