import { Input, Radio, Select } from 'antd';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { EVENT_KINDS, MONEY_KINDS, PAYEE_CLASSES } from '../../rules/entries/entry.ts';
import { entryLabels } from '../../words/entry-labels.ts';
import { labels } from './labels.ts';
import type { TypedEntry } from './typed-entry.ts';

export type FieldsProps = {
  readonly typed: TypedEntry;
  readonly set: (change: Partial<TypedEntry>) => void;
  /** How many signed in at the event: then nobody types how many came. */
  readonly signedIn?: number | null;
};

type NumberTextProps = { readonly value: string; readonly onText: (text: string) => void; readonly isGiven?: boolean };

/** A number as it is typed: nothing is cut, rounded or taken away; what is none is said when it is sent. */
export function NumberText({ value, onText, isGiven = false }: NumberTextProps) {
  return (
    <Input
      value={value}
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      disabled={isGiven}
      onChange={({ target }) => onText(target.value.trim())}
    />
  );
}

export function EventFields({ typed, set, signedIn = null }: FieldsProps) {
  const words = useLabels(labels);
  const { fields, states, eventKinds } = entryLabels[useLocale()];
  return (
    <>
      <Radio.Group
        className="entry-state"
        value={typed.state}
        onChange={({ target }) => set({ state: target.value })}
        optionType="button"
        buttonStyle="solid"
      >
        <Radio.Button value="held">{states.held}</Radio.Button>
        <Radio.Button value="planned">{states.planned}</Radio.Button>
      </Radio.Group>
      <div className="two-fields">
        <Field name={fields.eventKind}>
          <Select
            className="full"
            value={typed.eventKind}
            onChange={(eventKind) => set({ eventKind })}
            options={EVENT_KINDS.map((value) => ({ value, label: eventKinds[value] }))}
          />
        </Field>
        <Field name={fields.host}>
          <Input value={typed.host} maxLength={40} onChange={({ target }) => set({ host: target.value })} />
        </Field>
      </div>
      <div className="two-fields">
        <Field name={fields.from}>
          <input className="day" type="time" value={typed.from} onChange={({ target }) => set({ from: target.value })} />
        </Field>
        <Field name={fields.to}>
          <input className="day" type="time" value={typed.to} onChange={({ target }) => set({ to: target.value })} />
        </Field>
      </div>
      {typed.state === 'held' && (
        <div className="two-fields">
          <Field name={fields.attended} hint={signedIn === null ? null : words.fromSignIns}>
            <NumberText
              value={signedIn === null ? typed.attended : String(signedIn)}
              onText={(attended) => set({ attended })}
              isGiven={signedIn !== null}
            />
          </Field>
          <Field name={fields.certified}>
            <NumberText value={typed.certified} onText={(certified) => set({ certified })} />
          </Field>
        </div>
      )}
    </>
  );
}

export function WorkFields({ typed, set }: FieldsProps) {
  const { fields } = entryLabels[useLocale()];
  return (
    <>
      <Field name={fields.workKind}>
        <Input value={typed.workKind} maxLength={30} onChange={({ target }) => set({ workKind: target.value })} />
      </Field>
      <div className="two-fields">
        <Field name={fields.quantity}>
          <NumberText value={typed.quantity} onText={(quantity) => set({ quantity })} />
        </Field>
        <Field name={fields.measureUnit}>
          <Input value={typed.measureUnit} maxLength={12} onChange={({ target }) => set({ measureUnit: target.value })} />
        </Field>
      </div>
      <Field name={fields.team}>
        <Input value={typed.team} maxLength={40} onChange={({ target }) => set({ team: target.value })} />
      </Field>
      <div className="two-fields">
        <Field name={fields.acceptedBy}>
          <Input value={typed.acceptedBy} maxLength={40} onChange={({ target }) => set({ acceptedBy: target.value })} />
        </Field>
        <Field name={fields.acceptedOn}>
          <DayField value={typed.acceptedOn} onChange={(acceptedOn) => set({ acceptedOn })} />
        </Field>
      </div>
    </>
  );
}

export function MoneyFields({ typed, set }: FieldsProps) {
  const { fields, moneyKinds, payees } = entryLabels[useLocale()];
  return (
    <>
      <div className="two-fields">
        <Field name={fields.moneyKind}>
          <Select
            className="full"
            value={typed.moneyKind}
            onChange={(moneyKind) => set({ moneyKind })}
            options={MONEY_KINDS.map((value) => ({ value, label: moneyKinds[value] }))}
          />
        </Field>
        <Field name={fields.amount}>
          <Input value={typed.amount} inputMode="decimal" onChange={({ target }) => set({ amount: target.value })} />
        </Field>
      </div>
      <div className="two-fields">
        <Field name={fields.periodFrom}>
          <DayField value={typed.periodFrom} onChange={(periodFrom) => set({ periodFrom })} />
        </Field>
        <Field name={fields.periodTo}>
          <DayField value={typed.periodTo} onChange={(periodTo) => set({ periodTo })} />
        </Field>
      </div>
      <div className="two-fields">
        <Field name={fields.payeeClass}>
          <Select
            className="full"
            value={typed.payeeClass}
            onChange={(payeeClass) => set({ payeeClass })}
            options={PAYEE_CLASSES.map((value) => ({ value, label: payees[value] }))}
          />
        </Field>
        <Field name={fields.payees}>
          <NumberText value={typed.payees} onText={(payees) => set({ payees })} />
        </Field>
      </div>
    </>
  );
}
