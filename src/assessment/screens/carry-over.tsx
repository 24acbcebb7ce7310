import { Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { RecordCarryOver, SettledPromise } from '../rules/settlement.ts';
import { labels } from './labels.ts';

type CarryOverProps = { readonly line: SettledPromise; readonly year: number; readonly onClose: () => void };

/** 结转: what was decided about a promise that its year did not keep. */
export function CarryOverForm({ line, year, onClose }: CarryOverProps) {
  const words = useLabels(labels);
  const { today } = useWorkplace();
  const record = useCommand<unknown, unknown>('assessment.record-carry-over');
  const [way, setWay] = useState<RecordCarryOver['way']>('next-year');
  const [toYear, setToYear] = useState<number | null>(year + 1);
  const [note, setNote] = useState(line.carryOver?.note ?? '');
  const [decision, setDecision] = useState(line.carryOver?.decision ?? '');
  const [decidedOn, setDecidedOn] = useState<CivilDate | null>(today);
  const isWhole = note.trim().length >= 2 && decision.trim().length >= 2 && decidedOn !== null;
  const input = { promiseId: line.promiseId, way, toYear: way === 'next-year' ? toYear : null, note, decision, decidedOn };
  return (
    <FormDialog
      title={`${words.carryOver}：${line.promise}`}
      act={words.save}
      why={isWhole ? null : `${words.carryNote}、${words.carryDecision}、${words.decidedOn}`}
      onClose={onClose}
      onSend={() => record.mutateAsync({ input })}
    >
      <Field name={words.carryWay}>
        <Select
          value={way}
          onChange={setWay}
          options={(['next-year', 'stopped', ...(line.carryOver ? (['none'] as const) : [])] as const).map((value) => ({
            value,
            label: words.ways[value],
          }))}
        />
      </Field>
      {way === 'next-year' && (
        <Field name={words.toYear}>
          <InputNumber min={year + 1} max={2100} precision={0} value={toYear} onChange={setToYear} />
        </Field>
      )}
      <Field name={words.carryNote}>
        <Input.TextArea rows={2} value={note} maxLength={500} onChange={({ target }) => setNote(target.value)} />
      </Field>
      <Field name={words.carryDecision}>
        <Input value={decision} maxLength={200} onChange={({ target }) => setDecision(target.value)} />
      </Field>
      <Field name={words.decidedOn}>
        <DayField value={decidedOn} max={today} onChange={setDecidedOn} />
      </Field>
    </FormDialog>
  );
}
