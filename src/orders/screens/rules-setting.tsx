import { App, Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { longDate } from '#/kernel/format.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay } from '#/ui/session.ts';
import { CALENDARS, COLOURS, type Limit, MEASURES, type OrderKind, type OrderProfile } from '../rules/profile.ts';
import { labels } from '../words/labels.ts';
import type { ProfileView } from './contract.ts';
import { moreLabels } from './more-labels.ts';
import './orders.css';

/** 督办规则: a setting with its history; the newest holds for what is issued from now on. */
export default function RulesSettingScreen() {
  const words = useLabels(moreLabels);
  const view = useRead<ProfileView>('/orders/profile');
  return (
    <Page title={words.rules} lead={words.rulesLead}>
      <Whole of={view}>{(it) => <Rules key={it.now.version} view={it} />}</Whole>
    </Page>
  );
}

function Rules({ view }: { readonly view: ProfileView }) {
  const words = useLabels(moreLabels);
  const locale = useLocale();
  const maySet = useMay('orders.set-profile');
  const [profile, setProfile] = useState<OrderProfile>(view.now.profile);
  const set = (change: Partial<OrderProfile>) => setProfile({ ...profile, ...change });
  return (
    <>
      <p className="notice">{words.rulesNow(view.now.version)}</p>
      <Field name={words.ruleName}>
        <Input maxLength={40} disabled={!maySet} value={profile.name} onChange={({ target }) => set({ name: target.value })} />
      </Field>
      <Kinds profile={profile} set={set} disabled={!maySet} />
      <Limits profile={profile} set={set} disabled={!maySet} />
      {maySet && <SetRules profile={profile} />}
      <details>
        <summary>{words.history(view.history.length)}</summary>
        <ul className="waiting">
          {view.history.toReversed().map((it) => (
            <li key={it.version}>
              {words.historyLine(it.version, it.setBy, longDate(it.setOn, locale))}：{it.reason}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function SetRules({ profile }: { readonly profile: OrderProfile }) {
  const words = useLabels(moreLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const send = useCommand<unknown, unknown>('orders.set-profile');
  const [reason, setReason] = useState('');
  const save = () =>
    send.mutateAsync({ input: { profile, reason } }).then(
      () => message.success(words.saved),
      (problem: unknown) => message.error(sentenceOf(problem, locale), 8),
    );
  return (
    <Section title={words.save}>
      <Field name={words.whyText}>
        <Input maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
      </Field>
      <Button type="primary" loading={send.isPending} disabled={reason.trim().length < 2} onClick={save}>
        {words.save}
      </Button>
    </Section>
  );
}

type PartProps = { readonly profile: OrderProfile; readonly set: (change: Partial<OrderProfile>) => void; readonly disabled: boolean };

function Kinds({ profile, set, disabled }: PartProps) {
  const words = useLabels(moreLabels);
  const change = (at: number, it: OrderKind | null) => set({ kinds: profile.kinds.flatMap((kind, i) => (i === at ? (it ?? []) : kind)) });
  const fresh = {
    code: `kind-${profile.kinds.length + 1}`,
    name: '',
    settle: { count: 7, in: 'days' },
    feedback: null,
    needsVisit: true,
  } as const;
  return (
    <Section title={words.kindName}>
      <table className="kind-rows stacked">
        <thead>
          <tr>
            <th>{words.kindName}</th>
            <th>{words.settle}</th>
            <th>{words.feedback}</th>
            <th>{words.needsVisit}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {profile.kinds.map((kind, i) => (
            <KindRow key={kind.code} kind={kind} disabled={disabled} isOnly={profile.kinds.length === 1} onChange={(it) => change(i, it)} />
          ))}
        </tbody>
      </table>
      {!disabled && <Button onClick={() => set({ kinds: [...profile.kinds, fresh] })}>{words.addKind}</Button>}
    </Section>
  );
}

type KindRowProps = {
  readonly kind: OrderKind;
  readonly disabled: boolean;
  readonly isOnly: boolean;
  readonly onChange: (kind: OrderKind | null) => void;
};

function KindRow({ kind, disabled, isOnly, onChange }: KindRowProps) {
  const words = useLabels(moreLabels);
  const set = (it: Partial<OrderKind>) => onChange({ ...kind, ...it });
  return (
    <tr>
      <td className="kind-name">
        <Input aria-label={words.kindName} disabled={disabled} value={kind.name} onChange={({ target }) => set({ name: target.value })} />
      </td>
      <td data-name={words.settle}>
        <OptionalLimit
          name={words.settle}
          none={words.byOrder}
          value={kind.settle}
          disabled={disabled}
          onChange={(settle) => set({ settle })}
        />
      </td>
      <td data-name={words.feedback}>
        <OptionalLimit
          name={words.feedback}
          none={words.none}
          value={kind.feedback}
          disabled={disabled}
          onChange={(feedback) => set({ feedback })}
        />
      </td>
      <td data-name={words.needsVisit}>
        <Checkbox
          aria-label={words.needsVisit}
          disabled={disabled}
          checked={kind.needsVisit}
          onChange={({ target }) => set({ needsVisit: target.checked })}
        />
      </td>
      <td>
        {!disabled && !isOnly && (
          <Button size="small" type="text" onClick={() => onChange(null)}>
            {words.remove}
          </Button>
        )}
      </td>
    </tr>
  );
}

type LimitProps<Value> = {
  readonly name: string;
  readonly value: Value;
  readonly disabled: boolean;
  readonly onChange: (limit: Value) => void;
};

function LimitField({ name, value, disabled, onChange }: LimitProps<Limit>) {
  const words = useLabels(moreLabels);
  return (
    <span className="limit-field">
      <InputNumber
        aria-label={name}
        min={0}
        max={400}
        disabled={disabled}
        value={value.count}
        onChange={(count) => onChange({ ...value, count: count ?? 0 })}
      />
      <Select
        aria-label={name}
        disabled={disabled}
        value={value.in}
        onChange={(it) => onChange({ ...value, in: it })}
        options={CALENDARS.map((it) => ({ value: it, label: words.calendars[it] }))}
      />
    </span>
  );
}

function OptionalLimit({ none, value, ...rest }: LimitProps<Limit | null> & { readonly none: string }) {
  return (
    <>
      <Checkbox
        disabled={rest.disabled}
        checked={value === null}
        onChange={({ target }) => rest.onChange(target.checked ? null : { count: 7, in: 'days' })}
      >
        {none}
      </Checkbox>
      {value !== null && <LimitField {...rest} value={value} />}
    </>
  );
}

function Limits({ profile, set, disabled }: PartProps) {
  const words = useLabels(moreLabels);
  const named = useLabels(labels);
  const steps = ['sign', 'remind', 'urge', 'demand'] as const;
  return (
    <div className="two-fields">
      {steps.map((it) => (
        <Field key={it} name={words.limits[it]}>
          <LimitField name={words.limits[it]} value={profile[it]} disabled={disabled} onChange={(limit) => set({ [it]: limit })} />
        </Field>
      ))}
      {MEASURES.map((it) => (
        <Field key={it} name={words.proposeLimits[it]}>
          <LimitField
            name={words.proposeLimits[it]}
            value={profile.propose[it]}
            disabled={disabled}
            onChange={(limit) => set({ propose: { ...profile.propose, [it]: limit } })}
          />
        </Field>
      ))}
      {(['assign', 'urge', 'demand'] as const).map((it) => (
        <Field key={it} name={words.slipColours[it]}>
          <Select
            className="full"
            aria-label={words.slipColours[it]}
            disabled={disabled}
            value={profile.colours[it]}
            onChange={(colour) => set({ colours: { ...profile.colours, [it]: colour } })}
            options={COLOURS.map((colour) => ({ value: colour, label: named.colours[colour] }))}
          />
        </Field>
      ))}
      <Field name={words.extensions}>
        <InputNumber min={0} max={9} disabled={disabled} value={profile.extensions} onChange={(it) => set({ extensions: it ?? 0 })} />
      </Field>
      <Field name={words.cap} hint={words.capHint}>
        <InputNumber
          min={1}
          max={999}
          disabled={disabled}
          value={profile.capPerUnitMonth}
          onChange={(it) => set({ capPerUnitMonth: it })}
        />
      </Field>
      <Field name={words.percent}>
        <InputNumber
          min={1}
          max={100}
          disabled={disabled}
          value={profile.revisitPercent}
          onChange={(it) => set({ revisitPercent: it ?? 10 })}
        />
      </Field>
    </div>
  );
}
