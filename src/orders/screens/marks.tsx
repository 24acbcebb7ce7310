import { daysBetween } from '#/kernel/civil-date.ts';
import { shortDate } from '#/kernel/format.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { isOverdue, isWithUnit, type Order } from '../rules/order.ts';
import { labels } from '../words/labels.ts';
import { screenLabels } from './screen-labels.ts';

const SHAPES = { issued: '○', signed: '●', applied: '◐', checked: '◐', visited: '◐', closed: '◆', withdrawn: '×' } as const;

/** 状态: word and shape, so that it reads in black and white. */
export function StateMark({ order }: { readonly order: Pick<Order, 'state' | 'dueOn'> }) {
  const words = useLabels(labels);
  const { today } = useWorkplace();
  const look = isOverdue(order, today) ? 'red' : order.state === 'closed' ? 'closed' : 'white';
  return (
    <span className={`light ${look}`}>
      <i aria-hidden="true">{isOverdue(order, today) ? '■' : SHAPES[order.state]}</i>
      {words.states[order.state]}
    </span>
  );
}

/** How long it still has, or how late it is. */
export function DueMark({ order }: { readonly order: Pick<Order, 'state' | 'dueOn' | 'closedOn'> }) {
  const words = useLabels(screenLabels);
  const locale = useLocale();
  const { today } = useWorkplace();
  if (order.closedOn !== null) return <span className="soft">{words.closedOn(shortDate(order.closedOn, locale))}</span>;
  if (!isWithUnit(order)) return null;
  const days = daysBetween(today, order.dueOn);
  const said = days < 0 ? words.late(-days) : words.left(days);
  return (
    <span className={days < 0 ? 'due late' : 'due'}>
      {words.due(shortDate(order.dueOn, locale))} · {said}
    </span>
  );
}

type SlipMarkProps = { readonly urged: number; readonly demanded: number };

/** 黄单、红单: the heaviest slip that was sent. */
export function SlipMark({ urged, demanded }: SlipMarkProps) {
  const words = useLabels(screenLabels);
  if (demanded > 0) return <span className="slip-mark red">■ {words.slip.demand}</span>;
  return urged > 0 ? <span className="slip-mark yellow">▲ {words.slip.urge}</span> : null;
}
