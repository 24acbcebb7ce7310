import { Link } from 'react-router';
import { useLocale } from '#/ui/locale.tsx';
import { Markup } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { lightBadge } from '../rules/charts.ts';
import type { GateStanding } from '../rules/standing.ts';
import { gateSentence, gateWords } from '../words/gates.ts';

/** 节点灯 of a project, with the sentence behind it; it leads to the schedule. */
export function GateLine({ gate, projectId }: { readonly gate: GateStanding; readonly projectId: string }) {
  const locale = useLocale();
  const { district } = useWorkplace();
  const { title, lights, toSchedule } = gateWords[locale];
  return (
    <p className="gate-line">
      <span className="name">{title}</span> <Markup of={lightBadge(gate.light, lights[gate.light], {})} />{' '}
      <Link className="plain-link" to={`/${district}/schedule/${projectId}`}>
        {gate.reason === 'no-network' ? toSchedule : gateSentence(gate, locale)}
      </Link>
    </p>
  );
}
