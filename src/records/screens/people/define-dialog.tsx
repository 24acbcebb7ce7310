import { Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { PEOPLE_COUNTS, type PeopleSpec } from '../../rules/people/spec.ts';
import type { Lists, Promises } from './contract.ts';
import { labels } from './labels.ts';

type DefineProps = {
  readonly of: Promises['promises'][number];
  readonly lists: Lists;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

type Draft = Omit<PeopleSpec, 'serviceKindId'> & { readonly serviceKindId: string | null };

/** 定口径: which of the four numbers a promise counts. */
export function DefineDialog({ of, lists, onClose, onDone }: DefineProps) {
  const words = useLabels(labels);
  const { today } = useWorkplace();
  const set = useCommand<unknown, unknown>('records.set-definition');
  const before = of.definition?.spec.kind === 'people' ? of.definition.spec : null;
  const [spec, setSpec] = useState<Draft>(
    before ?? {
      kind: 'people',
      serviceKindId: lists.kinds[0]?.id ?? null,
      counts: 'eligible',
      doseNo: null,
      of: 'persons',
      rosterId: null,
    },
  );
  const [from, setFrom] = useState<CivilDate | null>(before === null ? null : today);
  const [reason, setReason] = useState('');
  const send = () => set.mutateAsync({ input: { promiseId: of.promise.id, spec, from, reason } }).then(onDone);
  return (
    <FormDialog
      title={`${words.define}：${of.promise.verb}${of.promise.object}`}
      act={words.save}
      why={spec.serviceKindId === null ? words.noKinds : reason.trim().length < 2 ? words.reasonHint : null}
      onClose={onClose}
      onSend={send}
    >
      <SpecFields of={of} lists={lists} spec={spec} setSpec={setSpec} />
      {before !== null && (
        <Field name={words.beginsOn}>
          <DayField value={from} max={today} onChange={setFrom} />
        </Field>
      )}
      <Field name={words.reason} hint={words.reasonHint}>
        <Input aria-label={words.reason} value={reason} onChange={({ target }) => setReason(target.value)} />
      </Field>
    </FormDialog>
  );
}

type FieldsProps = Pick<DefineProps, 'of' | 'lists'> & { readonly spec: Draft; readonly setSpec: (it: Draft) => void };

function SpecFields({ of, lists, spec, setSpec }: FieldsProps) {
  const words = useLabels(labels);
  return (
    <>
      <Field name={words.kinds}>
        <Select
          className="full"
          aria-label={words.kinds}
          value={spec.serviceKindId}
          onChange={(serviceKindId) => setSpec({ ...spec, serviceKindId })}
          options={lists.kinds.map((it) => ({ value: it.id, label: it.name }))}
        />
      </Field>
      <Field name={words.definition}>
        <Select
          className="full"
          aria-label={words.definition}
          value={spec.counts}
          onChange={(counts) => setSpec({ ...spec, counts })}
          options={PEOPLE_COUNTS.map((it) => ({ value: it, label: words.counts[it] }))}
        />
      </Field>
      <Field name={words.onlyDose}>
        <InputNumber className="full" min={1} max={9} value={spec.doseNo} onChange={(doseNo) => setSpec({ ...spec, doseNo })} />
      </Field>
      <Field name={words.ofWhat}>
        <Select
          className="full"
          value={spec.of}
          onChange={(it) => setSpec({ ...spec, of: it })}
          options={[
            { value: 'persons', label: words.of.persons },
            { value: 'couples', label: words.of.couples },
          ]}
        />
      </Field>
      {of.promise.measure === 'ratio' && (
        <Field name={words.rosters}>
          <Select
            className="full"
            allowClear
            value={spec.rosterId}
            onChange={(rosterId) => setSpec({ ...spec, rosterId: rosterId ?? null })}
            options={lists.rosters.map((it) => ({ value: it.id, label: it.name }))}
          />
        </Field>
      )}
    </>
  );
}
