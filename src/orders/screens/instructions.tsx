import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { longDate } from '#/kernel/format.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Page, Whole } from '#/ui/page.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import { numberText } from '../rules/order.ts';
import type { Choices, InstructionsView } from './contract.ts';
import { InstructionForm } from './instruction-form.tsx';
import { IssueForm } from './issue-form.tsx';
import { StateMark } from './marks.tsx';
import { moreLabels } from './more-labels.ts';
import { useSave } from './use-save.ts';
import './orders.css';

type Shown = InstructionsView['instructions'][number];

/** 批示件: what leaders wrote, the orders that came of it, and the report back. */
export default function InstructionsScreen() {
  const words = useLabels(moreLabels);
  const mayWork = useMay('orders.instructions-work');
  const view = useRead<InstructionsView>('/orders/instructions');
  const choices = useRead<Choices>(mayWork ? '/orders/choices' : null);
  const [isRecording, setRecording] = useState(false);
  const actions = mayWork && (
    <Button type="primary" onClick={() => setRecording(true)}>
      {words.record}
    </Button>
  );
  return (
    <Page title={words.instructions} lead={words.instructionsLead} actions={actions}>
      <Whole of={view}>
        {({ instructions }) =>
          instructions.length === 0 ? (
            <EmptyState title={words.noInstructions} text={words.noInstructionsText} />
          ) : (
            <div className="order-cards">
              {instructions.map((it) => (
                <Card key={it.id} of={it} choices={choices.data ?? null} />
              ))}
            </div>
          )
        }
      </Whole>
      {isRecording && choices.data && <InstructionForm choices={choices.data} onClose={() => setRecording(false)} />}
    </Page>
  );
}

function Card({ of, choices }: { readonly of: Shown; readonly choices: Choices | null }) {
  const words = useLabels(moreLabels);
  const locale = useLocale();
  const save = useSave();
  const closed = of.orders.filter(({ state }) => state === 'closed').length;
  return (
    <article className="order-card">
      <h3>{of.about}</h3>
      <p className="soft">
        {of.leaderPost} {of.leaderName} · {longDate(of.instructedOn, locale)} · {words.settled(closed, of.orders.length)}
      </p>
      <blockquote>{of.body}</blockquote>
      <OrdersOf of={of} />
      {of.reportedOn !== null && <p>{words.reported(longDate(of.reportedOn, locale), of.reportedBy ?? '')}</p>}
      <div className="acts no-print">
        {of.scan && (
          <Button size="small" onClick={save(`/orders/instruction-scan?instructionId=${of.id}`)}>
            {words.openScan}
          </Button>
        )}
        <Button size="small" onClick={save(`/orders/instruction-report.docx?instructionId=${of.id}`)}>
          {of.reportedOn === null ? words.reportDraft : words.reportFile}
        </Button>
        {choices && of.reportedOn === null && <Work of={of} choices={choices} />}
      </div>
    </article>
  );
}

function OrdersOf({ of }: { readonly of: Shown }) {
  const { district } = useWorkplace();
  return (
    <ul className="paper-rows">
      {of.orders.map((it) => (
        <li key={it.id}>
          <span>
            <Link className="plain-link" to={`/${district}/orders/${it.id}`}>
              {numberText(it)}
            </Link>{' '}
            {it.unitName} · {it.matter}
          </span>
          <StateMark order={it} />
        </li>
      ))}
    </ul>
  );
}

function Work({ of, choices }: { readonly of: Shown; readonly choices: Choices }) {
  const words = useLabels(moreLabels);
  const [now, setNow] = useState<'orders' | 'report' | null>(null);
  const report = useCommand<unknown, unknown>('orders.report-instruction');
  return (
    <>
      <Button size="small" type="primary" onClick={() => setNow('orders')}>
        {words.toOrders}
      </Button>
      {of.orders.length > 0 && (
        <Button size="small" onClick={() => setNow('report')}>
          {words.report}
        </Button>
      )}
      {now === 'orders' && (
        <IssueForm
          choices={choices}
          onClose={() => setNow(null)}
          command={{ name: 'orders.order-instruction', input: { instructionId: of.id }, matter: '' }}
        />
      )}
      <ReasonDialog
        open={now === 'report'}
        title={words.report}
        act={words.report}
        hint={words.reportText}
        least={0}
        onCancel={() => setNow(null)}
        onConfirm={(text) => report.mutateAsync({ input: { instructionId: of.id, text } }).then(() => setNow(null))}
      />
    </>
  );
}
