import { InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import { useCommand } from '#/ui/data.ts';
import { FilesField } from '#/ui/files-field.tsx';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { OrderFile } from '../rules/event.ts';
import type { Revisit } from '../rules/revisit.ts';
import { moreLabels } from './more-labels.ts';

const USUAL_DAYS = 30;

export function DrawForm({ onClose }: { readonly onClose: () => void }) {
  const words = useLabels(moreLabels);
  const { today } = useWorkplace();
  const draw = useCommand<unknown, unknown>('orders.draw-revisits');
  const [days, setDays] = useState<{ readonly from: CivilDate; readonly to: CivilDate; readonly dueOn: CivilDate }>({
    from: `${today.slice(0, 8)}01` as CivilDate,
    to: today,
    dueOn: addDays(today, USUAL_DAYS),
  });
  const [size, setSize] = useState<number | null>(null);
  return (
    <FormDialog title={words.draw} act={words.draw} onClose={onClose} onSend={() => draw.mutateAsync({ input: { ...days, size } })}>
      <div className="two-fields">
        <Field name={words.from}>
          <DayField value={days.from} onChange={(from) => from && setDays({ ...days, from })} label={words.from} />
        </Field>
        <Field name={words.to}>
          <DayField value={days.to} onChange={(to) => to && setDays({ ...days, to })} label={words.to} />
        </Field>
      </div>
      <Field name={words.size} hint={words.sizeHint}>
        <InputNumber min={1} max={500} value={size} onChange={setSize} aria-label={words.size} />
      </Field>
      <Field name={words.lookBy}>
        <DayField value={days.dueOn} min={today} onChange={(dueOn) => dueOn && setDays({ ...days, dueOn })} label={words.lookBy} />
      </Field>
    </FormDialog>
  );
}

export function RevisitForm({ of, onClose }: { readonly of: Revisit; readonly onClose: () => void }) {
  const words = useLabels(moreLabels);
  const { today } = useWorkplace();
  const record = useCommand<unknown, unknown>('orders.record-revisit');
  const [result, setResult] = useState<'held' | 'relapsed'>('held');
  const [note, setNote] = useState('');
  const [files, setFiles] = useState<readonly OrderFile[]>([]);
  const [newDueOn, setDay] = useState<CivilDate | null>(null);
  const input = { sampleId: of.sampleId, orderId: of.orderId, result, note, files, newDueOn: result === 'held' ? null : newDueOn };
  return (
    <FormDialog title={words.recordVisit} act={words.recordVisit} onClose={onClose} onSend={() => record.mutateAsync({ input })}>
      <Radio.Group value={result} onChange={({ target }) => setResult(target.value as 'held')}>
        <Radio value="held">{words.results.held}</Radio>
        <Radio value="relapsed">{words.results.relapsed}</Radio>
      </Radio.Group>
      <Field name={words.note}>
        <GrowText rows={2} maxLength={1000} value={note} onText={setNote} />
      </Field>
      <FilesField value={files} onChange={setFiles} />
      {result === 'relapsed' && (
        <Field name={words.newDueOn}>
          <DayField value={newDueOn} min={today} onChange={setDay} label={words.newDueOn} />
        </Field>
      )}
    </FormDialog>
  );
}
