import { Input, Select } from 'antd';
import { useState } from 'react';
import { type Locale, number } from '#/kernel/format.ts';
import { newId } from '#/kernel/id.ts';
import type { StoredFile } from '#/ui/api.ts';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { Photos } from '#/ui/photos.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { quantityOf, readAmount, wholeOf } from '../../rules/entries/amount.ts';
import { type EntryKind, MOST_QUANTITY } from '../../rules/entries/entry.ts';
import { wordsOfAmount } from '../../words/amount.ts';
import { entryLabels } from '../../words/entry-labels.ts';
import type { ChoiceArea, ShownEntry } from './contract.ts';
import { EventFields, type FieldsProps, MoneyFields, WorkFields } from './entry-fields.tsx';
import { KeptPictures } from './entry-pictures.tsx';
import { labels } from './labels.ts';
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
  const locale = useLocale();
  const common = entryLabels[locale];
  const { today } = useWorkplace();
  const send = useCommand<unknown, unknown>(entry === null ? 'records.add-entry' : 'records.correct-entry');
  // Kept until it went through: sending again after a lost answer enters it once.
  const [id] = useState(newId);
  const [typed, setTyped] = useState(() => typedFrom(entry, today));
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const [before, setBefore] = useState<readonly StoredFile[]>([]);
  const set: FieldsProps['set'] = (change) => setTyped({ ...typed, ...change });
  const [kept, setKept] = useState<readonly string[]>(entry?.evidence ?? []);
  const [keptBefore, setKeptBefore] = useState<readonly string[]>(entry?.kind === 'work' ? entry.before : []);
  const digests = (old: readonly string[], taken: readonly StoredFile[]) => [...new Set([...old, ...taken.map(({ digest }) => digest)])];
  const input = inputFrom(typed, {
    kind,
    promiseId,
    evidence: digests(kept, files),
    before: digests(keptBefore, before),
  });
  const submit = () =>
    entry === null
      ? send.mutateAsync({ input: { id, entry: input } })
      : send.mutateAsync({
          input: { entryId: entry.id, entry: input, reason: typed.reason },
          base: { [`entry:${entry.id}`]: entry.version },
        });
  const needed = neededField(kind, typed, entry !== null, locale);
  const Fields = FIELDS[kind];
  const isPlanned = kind === 'event' && typed.state === 'planned';
  return (
    <FormDialog
      act={entry === null ? words.add : words.correct}
      title={entry === null ? words.addKind(common.kinds[kind]) : words.correct}
      why={oddText(kind, typed, locale) ?? (needed === null ? null : words.missing(needed))}
      onClose={onClose}
      onSend={submit}
    >
      <Fields typed={typed} set={set} signedIn={entry?.signedIn ?? null} />
      <CommonFields typed={typed} set={set} areas={areas} />
      {!isPlanned && (
        <Field name={words.photos}>
          <KeptPictures digests={kept} all={entry?.evidence ?? []} onChange={setKept} />
          <Photos value={files} onChange={setFiles} />
        </Field>
      )}
      {kind === 'work' && (
        <Field name={words.before} hint={words.beforeHint}>
          <KeptPictures digests={keptBefore} all={entry?.kind === 'work' ? entry.before : []} onChange={setKeptBefore} />
          <Photos value={before} onChange={setBefore} />
        </Field>
      )}
      {entry !== null && (
        <Field name={words.why}>
          <Input value={typed.reason} maxLength={300} onChange={({ target }) => set({ reason: target.value })} />
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
        <Input value={typed.title} maxLength={60} onChange={({ target }) => set({ title: target.value })} />
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

/** What cannot be so: said here, where the field is, before it is sent. */
function oddText(kind: EntryKind, typed: TypedEntry, locale: Locale): string | null {
  const { fields } = entryLabels[locale];
  if (kind === 'event') {
    if (typed.state === 'planned') return null;
    return oddCount(fields.attended, typed.attended, locale) ?? oddCount(fields.certified, typed.certified, locale);
  }
  if (kind === 'work') return oddQuantity(typed.quantity, locale);
  const read = typed.amount.trim() === '' ? null : readAmount(typed.amount);
  if (read !== null && !read.ok) return wordsOfAmount(read.refusal, locale);
  return oddCount(fields.payees, typed.payees, locale, 1);
}

/** Why a number of people is none; nothing typed is nothing wrong. */
export function oddCount(field: string, text: string, locale: Locale, least = 0): string | null {
  const count = wholeOf(text);
  return text === '' || (count !== null && count >= least) ? null : labels[locale].notCount(field, text, least);
}

function oddQuantity(text: string, locale: Locale): string | null {
  const words = labels[locale];
  const quantity = quantityOf(text);
  if (text === '') return null;
  if (quantity === null) return words.notQuantity(text);
  if (quantity === 0) return words.aboveZero;
  return quantity > MOST_QUANTITY ? words.tooMuch(number(MOST_QUANTITY)) : null;
}

/** The first field that is still empty. */
function neededField(kind: EntryKind, typed: TypedEntry, isCorrection: boolean, locale: Locale): string | null {
  const { fields } = entryLabels[locale];
  const isEmpty = (text: string) => text.trim() === '';
  if (kind === 'event' && isEmpty(typed.host)) return fields.host;
  if (kind === 'work' && isEmpty(typed.workKind)) return fields.workKind;
  if (kind === 'work' && typed.quantity === '') return fields.quantity;
  if (kind === 'work' && isEmpty(typed.measureUnit)) return fields.measureUnit;
  if (kind === 'money' && isEmpty(typed.amount)) return fields.amount;
  if (typed.title.trim().length < 2) return fields.title;
  return isCorrection && typed.reason.trim().length < 2 ? labels[locale].why : null;
}
