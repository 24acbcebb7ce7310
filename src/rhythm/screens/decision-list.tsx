import { Button } from 'antd';
import { useState } from 'react';
import { shortDate } from '#/kernel/format.ts';
import { numberText } from '#/orders/rules/order.ts';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { useMay } from '#/ui/session.ts';
import type { Decision } from '../rules/decision.ts';
import { orderStateWord } from '../words/agenda.ts';
import type { MeetingAnswer } from './contract.ts';
import { DecisionForm } from './decision-form.tsx';
import { meetingLabels } from './meeting-labels.ts';

type ListProps = { readonly of: MeetingAnswer /** Of one item; null for all of the meeting. */; readonly itemKey: string | null };

/** 议定事项: what was decided, for whom and by when; once the meeting is closed, each with its order. */
export function DecisionList({ of, itemKey }: ListProps) {
  const words = useLabels(meetingLabels);
  const rows = of.decisions.filter((it) => itemKey === null || it.itemKey === itemKey);
  if (rows.length === 0) return itemKey === null ? <p className="soft">{words.noDecisions}</p> : null;
  return (
    <ol className="decisions">
      {rows.map((it) => (
        <DecisionLine key={it.id} decision={it} of={of} />
      ))}
    </ol>
  );
}

function DecisionLine({ decision, of }: { readonly decision: Decision; readonly of: MeetingAnswer }) {
  const words = useLabels(meetingLabels);
  const locale = useLocale();
  const mayWrite = useMay('rhythm.meeting') && of.meeting.state === 'under-way';
  const [open, setOpen] = useState<'edit' | 'strike' | null>(null);
  const unit = of.units.find(({ id }) => id === decision.unitId)?.name;
  const post = of.posts.find(({ id }) => id === decision.postId);
  const order = of.orders.find(({ id }) => id === decision.orderId);
  const isStruck = decision.struckBecause !== null;
  return (
    <li className={isStruck ? 'struck' : ''}>
      <b>{decision.text}</b>{' '}
      <span className="soft">
        {[unit, post && `${post.title}${post.holder === null ? '' : ` ${post.holder}`}`].filter(Boolean).join(' · ')}
        {decision.dueOn === null ? '' : ` · ${shortDate(decision.dueOn, locale)}`}
        {decision.isUrgent ? ` · ${words.urgent}` : ''}
        {isStruck ? ` · ${words.struck}（${decision.struckBecause}）` : ''}
      </span>
      {order && (
        <span className="order-of">
          {numberText(order)} {orderStateWord(order.state, locale)}
        </span>
      )}
      {mayWrite && !isStruck && (
        <span className="agenda-acts no-print">
          <Button size="small" onClick={() => setOpen(open === 'edit' ? null : 'edit')}>
            {words.edit}
          </Button>
          <Button size="small" onClick={() => setOpen('strike')}>
            {words.strike}
          </Button>
        </span>
      )}
      {open === 'edit' && <DecisionForm key={decision.version} of={of} item={null} decision={decision} onDone={() => setOpen(null)} />}
      {open === 'strike' && <Strike decision={decision} onClose={() => setOpen(null)} />}
    </li>
  );
}

function Strike({ decision, onClose }: { readonly decision: Decision; readonly onClose: () => void }) {
  const words = useLabels(meetingLabels);
  const strike = useCommand<unknown, unknown>('rhythm.strike-decision');
  const base = { [`decision:${decision.id}`]: decision.version };
  const send = (reason: string) => strike.mutateAsync({ input: { decisionId: decision.id, reason }, base }).then(onClose);
  return <ReasonDialog open title={decision.text} act={words.strike} onCancel={onClose} onConfirm={send} />;
}
