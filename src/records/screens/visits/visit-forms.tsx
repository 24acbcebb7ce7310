import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { Visit } from '../../rules/visits/visit.ts';
import type { ChoiceArea } from '../entries/contract.ts';
import '../entries/entries.css';
import { labels } from './labels.ts';

type TypedNeed = { readonly id: string; readonly text: string; readonly dueOn: CivilDate };
/** Time to meet a need unless another day is named. */
const USUAL_DAYS = 14;

type VisitFormProps = { readonly promiseId: string; readonly areas: readonly ChoiceArea[]; readonly onClose: () => void };

export function VisitForm({ promiseId, areas, onClose }: VisitFormProps) {
  const words = useLabels(labels);
  const { today } = useWorkplace();
  const send = useCommand<unknown, unknown>('records.add-visit');
  const [id] = useState(newId);
  const [on, setOn] = useState<CivilDate>(today);
  const [areaId, setArea] = useState<string | null>(null);
  const [family, setFamily] = useState('');
  const [situation, setSituation] = useState('');
  const [needs, setNeeds] = useState<readonly TypedNeed[]>([]);
  const setNeed = (change: Partial<TypedNeed> & { readonly id: string }) =>
    setNeeds(needs.map((it) => (it.id === change.id ? { ...it, ...change } : it)));
  const hasEmpty = needs.some(({ text }) => text.trim() === '');
  const missing = family.trim() === '' ? words.missing(words.family) : hasEmpty ? words.needEmpty : null;
  const submit = () => send.mutateAsync({ input: { id, promiseId, on, areaId, family, situation, needs }, inMemory: true });
  return (
    <FormDialog act={words.save} title={words.add} why={missing} onClose={onClose} onSend={submit}>
      <Field name={words.on}>
        <DayField value={on} max={today} onChange={(day) => day && setOn(day)} />
      </Field>
      {areas.length > 0 && (
        <Field name={words.area} hint={words.areaHint}>
          <Select
            className="full"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={areaId}
            onChange={(it) => setArea(it ?? null)}
            options={areas.map((it) => ({ value: it.id, label: it.name }))}
          />
        </Field>
      )}
      <Field name={words.family} hint={words.familyHint}>
        <Input value={family} maxLength={60} onChange={({ target }) => setFamily(target.value)} required />
      </Field>
      <Field name={words.situation}>
        <GrowText rows={2} maxLength={500} value={situation} onText={setSituation} />
      </Field>
      {needs.map((it) => (
        <div key={it.id} className="visit-need">
          <Field name={words.need}>
            <GrowText rows={1} maxLength={300} value={it.text} onText={(text) => setNeed({ id: it.id, text })} />
          </Field>
          <Field name={words.dueOn}>
            <DayField value={it.dueOn} min={on} onChange={(dueOn) => dueOn && setNeed({ id: it.id, dueOn })} />
          </Field>
          <Button size="small" onClick={() => setNeeds(needs.filter(({ id: other }) => other !== it.id))}>
            {words.dropNeed}
          </Button>
        </div>
      ))}
      <Button onClick={() => setNeeds([...needs, { id: newId(), text: '', dueOn: addDays(on, USUAL_DAYS) }])}>{words.addNeed}</Button>
    </FormDialog>
  );
}

export function SettleForm({ needId, onClose }: { readonly needId: string; readonly onClose: () => void }) {
  const words = useLabels(labels);
  const { today } = useWorkplace();
  const send = useCommand<unknown, unknown>('records.settle-need');
  const [on, setOn] = useState<CivilDate>(today);
  const [answer, setAnswer] = useState('');
  const submit = () => send.mutateAsync({ input: { needId, on, answer }, inMemory: true });
  return (
    <FormDialog
      act={words.settle}
      title={words.settle}
      why={answer.trim() === '' ? words.missing(words.answer) : null}
      onClose={onClose}
      onSend={submit}
    >
      <Field name={words.settledOn}>
        <DayField value={on} max={today} onChange={(day) => day && setOn(day)} />
      </Field>
      <Field name={words.answer}>
        <GrowText rows={2} maxLength={500} value={answer} onText={setAnswer} />
      </Field>
    </FormDialog>
  );
}

export function WithdrawVisit({ visit, onClose }: { readonly visit: Visit; readonly onClose: () => void }) {
  const words = useLabels(labels);
  const send = useCommand<unknown, unknown>('records.cancel-visit');
  const confirm = (reason: string) =>
    send
      .mutateAsync({ input: { visitId: visit.id, reason }, base: { [`visit:${visit.id}`]: visit.version }, inMemory: true })
      .then(onClose);
  return <ReasonDialog open title={words.cancel} act={words.cancel} danger onCancel={onClose} onConfirm={confirm} />;
}
