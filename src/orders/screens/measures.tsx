import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { longDate } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Page, Whole } from '#/ui/page.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { Proposal } from '../rules/measure.ts';
import { numberText } from '../rules/order.ts';
import { labels } from '../words/labels.ts';
import type { Choices, ProposalsView, ShortOrder } from './contract.ts';
import { AddressForm, CarryOutForm, DecideProposalForm } from './measure-forms.tsx';
import { moreLabels } from './more-labels.ts';
import { useSave } from './use-save.ts';
import './orders.css';

/** 呈批: measures that are proposed; a leader decides, the office records and carries out. */
export default function MeasuresScreen() {
  const words = useLabels(moreLabels);
  const mayRecord = useMay('orders.decide');
  const view = useRead<ProposalsView>('/orders/proposals');
  const choices = useRead<Choices>(mayRecord ? '/orders/choices' : null);
  return (
    <Page title={words.measures} lead={words.measuresLead}>
      <Whole of={view}>
        {({ proposals, orders, addressees }) =>
          proposals.length === 0 ? (
            <EmptyState title={words.noMeasures} text={words.noMeasuresText} />
          ) : (
            <div className="order-cards">
              {proposals.map((it) => (
                <Card
                  key={it.id}
                  of={it}
                  order={orders.find(({ id }) => id === it.orderId)!}
                  to={addressees.find(({ postId }) => postId === it.toPostId) ?? null}
                  choices={choices.data ?? null}
                />
              ))}
            </div>
          )
        }
      </Whole>
    </Page>
  );
}

type CardProps = {
  readonly of: Proposal;
  readonly order: ShortOrder;
  readonly to: ProposalsView['addressees'][number] | null;
  readonly choices: Choices | null;
};

function Card({ of, order, to, choices }: CardProps) {
  const words = useLabels(moreLabels);
  const named = useLabels(labels);
  const locale = useLocale();
  const { district } = useWorkplace();
  return (
    <article className="order-card">
      <h3>
        {named.measures[of.measure]}：{order.unitNow}
      </h3>
      <p className="soft">
        {numberText(of)} · {longDate(of.proposedOn, locale)} · {to === null ? words.toNobody : words.toLeader(to.title, to.holder)} ·{' '}
        <b>{words.proposalStates[of.state]}</b>
      </p>
      <p>
        <Link className="plain-link" to={`/${district}/orders/${order.id}`}>
          {numberText(order)}
        </Link>{' '}
        {order.matter}
      </p>
      <p>{words.late(of.facts.daysLate)}</p>
      {of.facts.slips.map((it) => (
        <p key={it.number + it.kind} className="soft">
          {words.slipLine(named.slips[it.kind], it.number, longDate(it.issuedOn, locale))}
        </p>
      ))}
      {of.decidedOn !== null && (
        <p>
          {of.leaderPost} {of.leaderName} {longDate(of.decidedOn, locale)}：{of.state === 'refused' ? words.notApproved : words.approved}{' '}
          {of.decision}
        </p>
      )}
      {of.carriedOn !== null && (
        <p>
          {longDate(of.carriedOn, locale)} {of.carriedNote}
        </p>
      )}
      <Acts of={of} choices={choices} />
    </article>
  );
}

function Acts({ of, choices }: Pick<CardProps, 'of' | 'choices'>) {
  const words = useLabels(moreLabels);
  const save = useSave();
  const isLeader = useWorkplace().post?.roles.includes('leader') ?? false;
  const [now, setNow] = useState<'self' | 'paper' | 'carry' | 'address' | null>(null);
  const close = () => setNow(null);
  return (
    <div className="acts no-print">
      <Button size="small" onClick={save(`/orders/proposal.docx?proposalId=${of.id}`)}>
        {words.printForm}
      </Button>
      {of.state === 'proposed' && isLeader && (
        <Button size="small" type="primary" onClick={() => setNow('self')}>
          {words.decideSelf}
        </Button>
      )}
      {of.state === 'proposed' && choices && (
        <Button size="small" onClick={() => setNow('paper')}>
          {words.decidePaper}
        </Button>
      )}
      {of.state === 'proposed' && choices && (
        <Button size="small" onClick={() => setNow('address')}>
          {words.address}
        </Button>
      )}
      {of.state === 'approved' && choices && (
        <Button size="small" type="primary" onClick={() => setNow('carry')}>
          {words.carryOut}
        </Button>
      )}
      {now === 'self' && <DecideProposalForm of={of} choices={null} onClose={close} />}
      {now === 'paper' && <DecideProposalForm of={of} choices={choices} onClose={close} />}
      {now === 'address' && choices && <AddressForm of={of} choices={choices} onClose={close} />}
      {now === 'carry' && <CarryOutForm of={of} onClose={close} />}
    </div>
  );
}
