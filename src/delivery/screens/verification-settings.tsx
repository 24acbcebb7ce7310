import { InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { percent } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels } from '#/ui/locale.tsx';
import { Page, Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { DEFAULT_VERIFICATION, type VerificationSetting } from '../rules/settings.ts';
import type { Settings } from './contract.ts';
import { settingLabels } from './setting-labels.ts';
import { SaveWithReason, SettingHistory } from './setting-parts.tsx';
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
  const [typed, setTyped] = useState<VerificationSetting>(verification);
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
      <SaveWithReason command="delivery.set-verification" value={typed} />
      <SettingHistory
        versions={history.filter(({ name }) => name === 'verification')}
        said={(it) => {
          const value = it !== undefined && 'shareNeeded' in it.value ? it.value : DEFAULT_VERIFICATION;
          return words.state(value.on, percent(value.shareNeeded, 0));
        }}
      />
    </>
  );
}
