import { App, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { longDate } from '#/kernel/format.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { Field, WhyButton } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import { entryEndsOn } from '../rules/entry-end.ts';
import { periodOf } from '../rules/period.ts';
import { DEFAULT_ENTRY_END, type EntryEndSetting, type SettingVersion } from '../rules/settings.ts';
import { monthWord } from '../words/review-refusals.ts';
import type { Settings } from './contract.ts';
import { settingLabels } from './setting-labels.ts';
import './settings.css';

/** 填报截止: the working day after a month on which its entry ends by itself. */
export default function EntryEndSettingsScreen() {
  const words = useLabels(settingLabels);
  const settings = useRead<Settings>('/delivery/settings');
  return (
    <Page title={words.entryEnd} lead={words.entryEndLead}>
      <Whole of={settings}>{(it) => <EntryEndForm key={it.history.length} settings={it} />}</Whole>
    </Page>
  );
}

function EntryEndForm({ settings: { entryEnd, history } }: { readonly settings: Settings }) {
  const words = useLabels(settingLabels);
  const locale = useLocale();
  const { today } = useWorkplace();
  const { message } = App.useApp();
  const set = useCommand<unknown, unknown>('delivery.set-entry-end');
  const [typed, setTyped] = useState<EntryEndSetting>(entryEnd);
  const [reason, setReason] = useState('');
  const versions = history.filter(({ name }) => name === 'entry-end').toSorted((a, b) => b.version - a.version);
  const month = periodOf(today);
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
          { value: true, label: words.endsByItself },
          { value: false, label: words.neverEnds },
        ]}
      />
      {typed.on && (
        <Field name={words.workDays} hint={words.nextEnds(monthWord(month, locale), longDate(entryEndsOn(month, typed), locale))}>
          <InputNumber
            min={1}
            max={20}
            precision={0}
            value={typed.workDays}
            onChange={(value) => setTyped({ ...typed, workDays: value ?? DEFAULT_ENTRY_END.workDays })}
          />
        </Field>
      )}
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
        <EntryEndVersions versions={versions} />
      </Section>
    </>
  );
}

function EntryEndVersions({ versions }: { readonly versions: readonly SettingVersion[] }) {
  const words = useLabels(settingLabels);
  const locale = useLocale();
  const said = (it: SettingVersion | undefined) => {
    const value = it !== undefined && 'workDays' in it.value ? it.value : DEFAULT_ENTRY_END;
    return words.entryEndState(value.on, value.workDays);
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
