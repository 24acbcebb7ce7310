import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { longDate } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { FileNames } from '#/ui/files-field.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { EmptyState, Page, Whole } from '#/ui/page.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { numberText } from '../rules/order.ts';
import { drawnOf, type Revisit, type RevisitSample } from '../rules/revisit.ts';
import type { RevisitsView } from './contract.ts';
import { moreLabels } from './more-labels.ts';
import { DrawForm, RevisitForm } from './revisit-forms.tsx';
import './orders.css';

/** 回头看: samples with their seed, drawn once more on this very page, and what was seen. */
export default function RevisitsScreen() {
  const words = useLabels(moreLabels);
  const view = useRead<RevisitsView>('/orders/revisits');
  const [isDrawing, setDrawing] = useState(false);
  const actions = (
    <Button type="primary" onClick={() => setDrawing(true)}>
      {words.draw}
    </Button>
  );
  return (
    <Page title={words.revisits} lead={words.revisitsLead} actions={actions}>
      <Whole of={view}>
        {(it) =>
          it.samples.length === 0 ? (
            <EmptyState title={words.noRevisits} text={words.noRevisitsText} />
          ) : (
            <div className="order-cards">
              {it.samples.map((sample) => (
                <Sample key={sample.id} of={sample} view={it} />
              ))}
            </div>
          )
        }
      </Whole>
      {isDrawing && <DrawForm onClose={() => setDrawing(false)} />}
    </Page>
  );
}

function Sample({ of, view }: { readonly of: RevisitSample; readonly view: RevisitsView }) {
  const words = useLabels(moreLabels);
  const locale = useLocale();
  const revisits = view.revisits.filter(({ sampleId }) => sampleId === of.id);
  const again = drawnOf(of).toSorted().join();
  const isSame =
    again ===
    revisits
      .map((it) => it.orderId)
      .toSorted()
      .join();
  return (
    <article className="order-card">
      <h3>
        {longDate(of.from, locale)} — {longDate(of.to, locale)}
      </h3>
      <p className="soft">
        {words.sampleLine(of.seed, of.size, of.population.length)} · {isSame ? words.redrawn : words.redrawnDiffers} · {of.drawnBy}{' '}
        {longDate(of.drawnOn, locale)} · {words.lookBy} {longDate(of.dueOn, locale)}
      </p>
      <ul className="paper-rows">
        {revisits.map((it) => (
          <Line key={it.orderId} of={it} view={view} />
        ))}
      </ul>
    </article>
  );
}

function Line({ of, view }: { readonly of: Revisit; readonly view: RevisitsView }) {
  const words = useLabels(moreLabels);
  const locale = useLocale();
  const { district } = useWorkplace();
  const [isOpen, setOpen] = useState(false);
  const order = view.orders.find(({ id }) => id === of.orderId)!;
  return (
    <li>
      <span>
        <Link className="plain-link" to={`/${district}/orders/${order.id}`}>
          {numberText(order)}
        </Link>{' '}
        {order.unitNow} · {order.matter}
        {of.note !== '' && <span className="soft"> {of.note}</span>}
        <FileNames files={of.files} />
      </span>
      {of.result === null ? (
        <Button size="small" onClick={() => setOpen(true)}>
          {words.recordVisit}
        </Button>
      ) : (
        <span>
          {of.result === 'held' ? '◆' : '■'} {words.results[of.result]} {of.visitedBy} {longDate(of.visitedOn!, locale)}
        </span>
      )}
      {isOpen && <RevisitForm of={of} onClose={() => setOpen(false)} />}
    </li>
  );
}
