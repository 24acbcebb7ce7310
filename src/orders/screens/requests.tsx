import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { longDate } from '#/kernel/format.ts';
import { useCommand } from '#/ui/data.ts';
import { FileNames } from '#/ui/files-field.tsx';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { UnitRequest } from '../rules/request.ts';
import { labels } from '../words/labels.ts';
import type { OrderView } from './contract.ts';
import { formLabels } from './form-labels.ts';
import { screenLabels } from './screen-labels.ts';

/** 申辩、延期: what the unit asked, and the answer. */
export function Requests({ view }: { readonly view: OrderView }) {
  const words = useLabels(screenLabels);
  const named = useLabels(labels);
  const locale = useLocale();
  const mayDecide = useMay('orders.decide') && !view.isOwn;
  const [deciding, setDeciding] = useState<UnitRequest | null>(null);
  if (view.requests.length === 0) return null;
  return (
    <Section title={words.requests}>
      <ul className="requests">
        {view.requests.map((it) => (
          <li key={it.id}>
            <p>
              <b>{named.asks[it.ask]}</b> <span className="soft">{`${it.askedBy} ${longDate(it.askedOn, locale)}`}</span>
            </p>
            <p className="said">{it.reason}</p>
            <FileNames files={it.files} />
            {it.decidedOn === null ? (
              <p>
                {words.notDecided}{' '}
                {mayDecide && (
                  <Button type="primary" size="small" onClick={() => setDeciding(it)}>
                    {words.decide}
                  </Button>
                )}
              </p>
            ) : (
              <p>
                {it.granted ? words.granted : words.refused}：{it.decision}{' '}
                <span className="soft">{`${it.decidedBy} ${longDate(it.decidedOn, locale)}`}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
      {deciding !== null && <DecideForm of={deciding} onClose={() => setDeciding(null)} />}
    </Section>
  );
}

function DecideForm({ of, onClose }: { readonly of: UnitRequest; readonly onClose: () => void }) {
  const words = useLabels(formLabels);
  const { today } = useWorkplace();
  const send = useCommand<unknown, unknown>('orders.decide-request');
  const [granted, setGranted] = useState(true);
  const [decision, setDecision] = useState('');
  const [newDueOn, setNewDueOn] = useState<CivilDate | null>(of.wantedDueOn);
  const input = { requestId: of.id, granted, decision, newDueOn: granted ? newDueOn : null };
  return (
    <FormDialog
      title={words.decision}
      act={words.decision}
      why={decision.trim().length < 2 ? words.textMissing : null}
      onClose={onClose}
      onSend={() => send.mutateAsync({ input })}
    >
      <Checkbox checked={granted} onChange={({ target }) => setGranted(target.checked)}>
        {words.granted}
      </Checkbox>
      {granted && (
        <Field name={words.newDueOn} hint={of.ask === 'objection' ? words.objectionHint : null}>
          <DayField value={newDueOn} min={today} onChange={setNewDueOn} label={words.newDueOn} />
        </Field>
      )}
      <Field name={words.decision}>
        <GrowText rows={3} maxLength={1000} value={decision} onText={setDecision} />
      </Field>
    </FormDialog>
  );
}
