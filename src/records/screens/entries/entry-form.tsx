import { Input, Select } from 'antd';
import { useState } from 'react';
import { newId } from '#/kernel/id.ts';
import type { StoredFile } from '#/ui/api.ts';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { Photos } from '#/ui/photos.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { EntryKind } from '../../rules/entries/entry.ts';
import { fenOf } from '../../rules/entries/import-cells.ts';
import { entryLabels } from '../../words/entry-labels.ts';
import type { ChoiceArea, ShownEntry } from './contract.ts';
import { EventFields, type FieldsProps, MoneyFields, WorkFields } from './entry-fields.tsx';
import { type EntryScreenLabels, labels } from './labels.ts';
import { inputFrom, type TypedEntry, typedFrom } from './typed-entry.ts';

type FormProps = {
  readonly kind: EntryKind;
  readonly promiseId: string;
  /** The line that is corrected; null enters a new one. */
  readonly entry: ShownEntry | null;
  readonly areas: readonly ChoiceArea[];
  readonly onClose: () => void;
};

const FIELDS = { event: EventFields, work: WorkFields, money: MoneyFields } as const;

/** 登记 or 更正 one line, on a telephone with one hand. */
export function EntryForm({ kind, promiseId, entry, areas, onClose }: FormProps) {
  const words = useLabels(labels);
  const common = entryLabels[useLocale()];
  const { today } = useWorkplace();
  const send = useCommand<unknown, unknown>(entry === null ? 'records.add-entry' : 'records.correct-entry');
  // Kept until it went through: sending again after a lost answer enters it once.
  const [id] = useState(newId);
  const [typed, setTyped] = useState(() => typedFrom(entry, today));
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const [before, setBefore] = useState<readonly StoredFile[]>([]);
  const set: FieldsProps['set'] = (change) => setTyped({ ...typed, ...change });
  const digests = (old: readonly string[], taken: readonly StoredFile[]) => [...new Set([...old, ...taken.map(({ digest }) => digest)])];
  const input = inputFrom(typed, {
    kind,
    promiseId,
    evidence: digests(entry?.evidence ?? [], files),
    before: digests(entry?.kind === 'work' ? entry.before : [], before),
  });
  const submit = () =>
    entry === null
      ? send.mutateAsync({ input: { id, entry: input } })
      : send.mutateAsync({
          input: { entryId: entry.id, entry: input, reason: typed.reason },
          base: { [`entry:${entry.id}`]: entry.version },
        });
  const missing = input === null || (entry !== null && typed.reason.trim().length < 2);
  const Fields = FIELDS[kind];
  const isPlanned = kind === 'event' && typed.state === 'planned';
  return (
    <FormDialog
      act={entry === null ? words.add : words.correct}
      title={entry === null ? words.addKind(common.kinds[kind]) : words.correct}
      why={
        oddText(kind, typed, words) ??
        (missing ? words.missing(needed(kind, typed, entry !== null, { fields: common.fields, why: words.why })) : null)
      }
      onClose={onClose}
      onSend={submit}
    >
      <Fields typed={typed} set={set} signedIn={entry?.signedIn ?? null} />
      <CommonFields typed={typed} set={set} areas={areas} />
      {!isPlanned && (
        <Field name={words.photos}>
          <Photos value={files} onChange={setFiles} />
        </Field>
      )}
      {kind === 'work' && (
        <Field name={words.before} hint={words.dayless}>
          <Photos value={before} onChange={setBefore} />
        </Field>
      )}
      {entry !== null && (
        <Field name={words.why}>
          <Input value={typed.reason} maxLength={300} onChange={({ target }) => set({ reason: target.value })} required minLength={2} />
        </Field>
      )}
    </FormDialog>
  );
}

function CommonFields({ typed, set, areas }: FieldsProps & { readonly areas: readonly ChoiceArea[] }) {
  const words = useLabels(labels);
  const { fields } = entryLabels[useLocale()];
  const { today } = useWorkplace();
  const isAhead = typed.state === 'planned';
  return (
    <>
      <Field name={fields.title}>
        <Input value={typed.title} maxLength={60} onChange={({ target }) => set({ title: target.value })} required minLength={2} />
      </Field>
      <div className="two-fields">
        <Field name={fields.on}>
          <DayField value={typed.on} {...(isAhead ? { min: today } : { max: today })} onChange={(on) => on && set({ on })} />
        </Field>
        <Field name={fields.place}>
          <Input value={typed.place} maxLength={60} onChange={({ target }) => set({ place: target.value })} />
        </Field>
      </div>
      {areas.length > 0 && (
        <Field name={fields.area} hint={words.dayless}>
          <Select
            allowClear
            className="full"
            showSearch={{ optionFilterProp: 'label' }}
            value={typed.areaId}
            onChange={(areaId) => set({ areaId: areaId ?? null })}
            options={areas.map((it) => ({ value: it.id, label: it.name }))}
          />
        </Field>
      )}
    </>
  );
}

type Named = { readonly fields: (typeof entryLabels)['zh-CN']['fields']; readonly why: string };

/** What cannot be so: said here, where the field is, before it is sent. */
function oddText(kind: EntryKind, { quantity, amount }: TypedEntry, words: EntryScreenLabels): string | null {
  if (kind === 'work' && quantity !== null && quantity <= 0) return words.aboveZero;
  return kind === 'money' && amount.trim() !== '' && fenOf(amount.trim()) === null ? words.amountOdd : null;
}

/** The first field that is still empty. */
function needed(kind: EntryKind, typed: TypedEntry, isCorrection: boolean, { fields, why }: Named): string {
  if (typed.title.trim().length < 2) return fields.title;
  if (kind === 'work' && typed.workKind.trim() === '') return fields.workKind;
  if (kind === 'work' && (typed.quantity === null || typed.measureUnit.trim() === '')) return `${fields.quantity}、${fields.measureUnit}`;
  if (kind === 'money' && typed.amount.trim() === '') return fields.amount;
  return isCorrection && typed.reason.trim().length < 2 ? why : fields.amount;
}
