import { App, Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import type { Session } from '../rules/session.ts';
import { faultsOfSheet, leastBallotsOf, PUBLISHED, SessionSheet } from '../rules/session-sheet.ts';
import { formWords, sentenceOfSheetFault } from '../words/sheet.ts';
import { labels } from './labels.ts';
import { useAct } from './room.tsx';

type Rule = SessionSheet['rule'];
type Share = { readonly atLeast?: string | undefined; readonly moreThan?: string | undefined };

/** 规则的表单: the same sheet, field by field; contradictions are said while it is written. */
export function SheetForm({ session }: { readonly session: Session }) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const { run, busy } = useAct('ballot.change-sheet');
  const [sheet, setSheet] = useState(session.sheet);
  const { rule } = sheet;
  const setRule = (part: Partial<Rule>) => setSheet({ ...sheet, rule: { ...rule, ...part } });
  const read = SessionSheet.safeParse(sheet);
  const faults = read.success ? faultsOfSheet(read.data) : [];
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const saved = await run({ sessionId: session.id, sheet }, { base: { [session.id]: session.version } });
    if (saved !== null) message.success(words.saved);
  };
  return (
    <form onSubmit={save}>
      <div className="sheet-form">
        <Field name={words.form}>
          <Select
            value={rule.form}
            options={(['tick', 'approve', 'rank'] as const).map((value) => ({ value, label: formWords[locale][value] }))}
            onChange={(form) => setRule({ form, ...(form !== 'tick' && { maxMarks: undefined }) })}
          />
        </Field>
        <NumberField name={words.candidates} value={sheet.candidates} onChange={(candidates) => setSheet({ ...sheet, candidates })} />
        <NumberField name={words.seats} value={rule.seats} onChange={(seats) => setRule({ seats })} />
        {rule.form === 'tick' && (
          <NumberField name={words.maxMarks} value={rule.maxMarks ?? rule.seats} onChange={(maxMarks) => setRule({ maxMarks })} />
        )}
        <ShareFields name={words.quorum} value={rule.quorum} onChange={(share) => setRule({ quorum: { of: 'roll', ...share } })} />
        {rule.form !== 'rank' && (
          <>
            <Field name={words.thresholdOf}>
              <Select
                value={rule.threshold.of}
                options={(['roll', 'present', 'valid'] as const).map((value) => ({ value, label: words.of[value] }))}
                onChange={(of) => setRule({ threshold: { ...rule.threshold, of } })}
              />
            </Field>
            <ShareFields
              name={words.threshold}
              value={rule.threshold}
              onChange={(share) => setRule({ threshold: { of: rule.threshold.of, ...share } })}
            />
          </>
        )}
        <Endings sheet={sheet} onRule={setRule} onChange={setSheet} />
      </div>
      <p>
        <Checkbox checked={sheet.keypad} onChange={({ target }) => setSheet({ ...sheet, keypad: target.checked })}>
          {words.keypad}
        </Checkbox>
        <Checkbox checked={sheet.electronic} onChange={({ target }) => setSheet({ ...sheet, electronic: target.checked })}>
          {words.electronic}
        </Checkbox>
      </p>
      {faults.map((it) => (
        <p key={it.code} className="notice bad" role="alert">
          {sentenceOfSheetFault(it, locale)}
        </p>
      ))}
      {!read.success && <p className="notice bad">{words.fraction}</p>}
      <Button type="primary" htmlType="submit" loading={busy} disabled={!read.success || faults.length > 0}>
        {words.saveSheet}
      </Button>
    </form>
  );
}

type EndingsProps = {
  readonly sheet: SessionSheet;
  readonly onRule: (part: Partial<Rule>) => void;
  readonly onChange: (sheet: SessionSheet) => void;
};

/** What follows a tie and a shortage, and what the public reads. */
function Endings({ sheet, onRule, onChange }: EndingsProps) {
  const words = useLabels(labels);
  const { rule } = sheet;
  return (
    <>
      <Choice name={words.tie} value={rule.tie} of={words.ties} onChange={(tie) => onRule({ tie })} />
      <Choice name={words.shortage} value={rule.shortage} of={words.shortages} onChange={(shortage) => onRule({ shortage })} />
      <Field name={words.publish}>
        <Select
          value={sheet.publish}
          options={PUBLISHED.map((value) => ({ value, label: words.publishes[value] }))}
          onChange={(publish) => onChange({ ...sheet, publish })}
        />
      </Field>
      <NumberField
        name={words.leastBallots}
        value={leastBallotsOf(sheet)}
        onChange={(leastBallots) => onChange({ ...sheet, leastBallots })}
      />
    </>
  );
}

type NumberFieldProps = { readonly name: string; readonly value: number; readonly onChange: (value: number) => void };

function NumberField({ name, value, onChange }: NumberFieldProps) {
  return (
    <Field name={name}>
      <InputNumber min={1} max={200} precision={0} value={value} onChange={(it) => onChange(it ?? value)} />
    </Field>
  );
}

type ChoiceProps<Value extends string> = {
  readonly name: string;
  readonly value: Value;
  readonly of: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value) => void;
};

function Choice<Value extends string>({ name, value, of, onChange }: ChoiceProps<Value>) {
  const options = (Object.keys(of) as Value[]).map((it) => ({ value: it, label: of[it] }));
  return (
    <Field name={name}>
      <Select<Value> value={value} options={options} onChange={onChange} />
    </Field>
  );
}

type ShareFieldsProps = { readonly name: string; readonly value: Share; readonly onChange: (value: Share) => void };

/** 以上 or 超过, and the fraction: `2/3`. */
function ShareFields({ name, value, onChange }: ShareFieldsProps) {
  const words = useLabels(labels);
  const kind = value.moreThan === undefined ? 'atLeast' : 'moreThan';
  return (
    <Field name={name} hint={words.fraction}>
      <Input
        aria-label={`${name}：${words.fraction}`}
        value={value[kind] ?? ''}
        maxLength={13}
        onChange={({ target }) => onChange({ [kind]: target.value.trim() })}
        addonBefore={
          <Select
            aria-label={name}
            value={kind}
            options={(['atLeast', 'moreThan'] as const).map((it) => ({ value: it, label: words.shares[it] }))}
            onChange={(it) => onChange({ [it]: value[kind] ?? '1/2' })}
          />
        }
      />
    </Field>
  );
}
