import { shortDate } from '#/kernel/format.ts';
import { isOverdue, numberText } from '#/orders/rules/order.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { orderStateWord } from '../words/agenda.ts';
import type { MeetingAnswer } from './contract.ts';
import { meetingLabels } from './meeting-labels.ts';

/** 上次议定事项: a meeting opens with what became of the last one. */
export function LastDecisions({ of }: { readonly of: MeetingAnswer }) {
  const words = useLabels(meetingLabels);
  return <Section title={words.last}>{of.last.length === 0 ? <p className="soft">{words.noLast}</p> : <LastList of={of} />}</Section>;
}

export function LastList({ of: { last, units, today } }: { readonly of: MeetingAnswer }) {
  const locale = useLocale();
  return (
    <ol className="decisions">
      {last.map((it) => (
        <li key={it.id}>
          <b>{it.text}</b> <span className="soft">{units.find(({ id }) => id === it.unitId)?.name}</span>
          {it.order !== null && (
            <span className={`order-of${isOverdue(it.order, today) ? ' late' : ''}`}>
              {numberText(it.order)} {orderStateWord(it.order.state, locale)} · {shortDate(it.order.dueOn, locale)}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
