import { App, Checkbox, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useCommand, useRead } from '#/ui/data.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { Field, WhyButton } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import type { RhythmSettings } from '../rules/settings.ts';
import type { SettingsAnswer } from './contract.ts';
import { settingLabels } from './setting-labels.ts';
import './rhythm.css';

/** 碰头设置. */
export default function RhythmSettingsScreen() {
  const words = useLabels(settingLabels);
  const answer = useRead<SettingsAnswer>('/rhythm/settings');
  return (
    <Page title={words.title} lead={words.lead}>
      <Whole of={answer}>{(it) => <SettingsForm key={it.history.length} of={it} />}</Whole>
    </Page>
  );
}

const NUMBERS = [
  ['gateDays', 60],
  ['meetingSlackDays', 60],
  ['blockerDays', 60],
  ['meetingBlockerDays', 366],
] as const;

/** Of the rules of orders only the kinds that a decision may be issued as. */
type ProfileAnswer = {
  readonly now: { readonly profile: { readonly kinds: readonly { readonly code: string; readonly name: string }[] } };
};

function SettingsForm({ of }: { readonly of: SettingsAnswer }) {
  const words = useLabels(settingLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const set = useCommand<unknown, unknown>('rhythm.set-rhythm');
  const profile = useRead<ProfileAnswer>('/orders/profile');
  const kinds = profile.data?.now.profile.kinds ?? [];
  const [typed, setTyped] = useState<RhythmSettings>(of.settings);
  const [reason, setReason] = useState('');
  const save = () =>
    set
      .mutateAsync({ input: { ...typed, reason } })
      .then(() => message.success(words.saved))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <>
      <Checkbox checked={typed.isAsked} onChange={({ target }) => setTyped({ ...typed, isAsked: target.checked })}>
        {words.isAsked}
      </Checkbox>
      <Field name={words.dueWeekday}>
        <Select
          aria-label={words.dueWeekday}
          value={typed.dueWeekday}
          onChange={(dueWeekday) => setTyped({ ...typed, dueWeekday })}
          options={words.weekdays.map((label, i) => ({ value: i + 1, label }))}
        />
      </Field>
      {NUMBERS.map(([name, max]) => (
        <Field key={name} name={words[name]}>
          <InputNumber
            min={name === 'meetingSlackDays' ? 0 : 1}
            max={max}
            precision={0}
            value={typed[name]}
            onChange={(value) => setTyped({ ...typed, [name]: value ?? of.settings[name] })}
          />
        </Field>
      ))}
      <Field name={words.orderKind}>
        <Select
          aria-label={words.orderKind}
          value={typed.orderKind}
          onChange={(orderKind) => setTyped({ ...typed, orderKind })}
          options={kinds.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Field>
      <Field name={words.reason}>
        <GrowText value={reason} onText={setReason} />
      </Field>
      <WhyButton type="primary" loading={set.isPending} why={reason.trim().length < 2 ? words.reason : null} onClick={save}>
        {words.save}
      </WhyButton>
      <Section title={words.history}>
        {of.history.length === 0 && <p className="soft">{words.noHistory}</p>}
        <ul>
          {of.history.map((it) => (
            <li key={it.version}>
              {words.version(it.version, it.setBy, it.setOn)}：{it.reason}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
