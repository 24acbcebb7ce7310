import { App, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { longDate, percent } from '#/kernel/format.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { Field, WhyButton } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { DEFAULT_VERIFICATION, type SettingVersion, type VerificationSetting } from '../rules/settings.ts';
import type { Settings } from './contract.ts';
import { settingLabels } from './setting-labels.ts';
import './settings.css';
import { WhatIf } from './what-if.tsx';

/** 核查: on or off, and how much of each figure must be verified. */
export default function VerificationSettingsScreen() {
  const words = useLabels(settingLabels);
  const settings = useRead<Settings>('/delivery/settings');
  return (
    <Page title={words.verification} lead={words.verificationLead}>
      <Whole of={settings}>{(it) => <VerificationForm key={it.history.length} settings={it} />}</Whole>
    </Page>
  );
}

function VerificationForm({ settings: { verification, history } }: { readonly settings: Settings }) {
  const words = useLabels(settingLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const set = useCommand<unknown, unknown>('delivery.set-verification');
  const [typed, setTyped] = useState<VerificationSetting>(verification);
  const [reason, setReason] = useState('');
  const versions = history.filter(({ name }) => name === 'verification').toSorted((a, b) => b.version - a.version);
  const save = () =>
    set
      .mutateAsync({ input: { ...typed, reason } })
      .then(() => message.success(words.saved))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <>
      <Radio.Group
        value={typed.on}
        onChange={({ target }) => setTyped({ ...typed, on: target.value })}
        options={[
          { value: true, label: words.on },
          { value: false, label: words.off },
        ]}
      />
      <Field name={words.shareNeeded}>
        <InputNumber
          min={1}
          max={100}
          value={Math.round(typed.shareNeeded * 1000) / 10}
          onChange={(value) => setTyped({ ...typed, shareNeeded: (value ?? 95) / 100 })}
        />
      </Field>
      <WhatIf query={`verify=${typed.on ? 'on' : 'off'}&shareNeeded=${typed.shareNeeded}`} />
      <div className="save-setting">
        <Field name={words.reason}>
          <GrowText value={reason} onText={setReason} placeholder={words.reasonHint} />
        </Field>
        <WhyButton type="primary" loading={set.isPending} why={reason.trim().length < 2 ? words.reason : null} onClick={save}>
          {words.save}
        </WhyButton>
      </div>
      <Section title={words.history}>
        {versions.length === 0 && <p className="soft">{words.noHistory}</p>}
        <VersionList versions={versions} />
      </Section>
    </>
  );
}

function VersionList({ versions }: { readonly versions: readonly SettingVersion[] }) {
  const words = useLabels(settingLabels);
  const locale = useLocale();
  const said = (it: SettingVersion | undefined) => {
    const value = it !== undefined && 'shareNeeded' in it.value ? it.value : DEFAULT_VERIFICATION;
    return words.state(value.on, percent(value.shareNeeded, 0));
  };
  return (
    <ol className="setting-history">
      {versions.map((it, i) => (
        <li key={it.version}>
          {said(versions[i + 1])} → {said(it)} · {longDate(it.setOn, locale)} · {it.setBy}
          <span className="soft"> · {it.reason}</span>
        </li>
      ))}
    </ol>
  );
}
