import { InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { longDate } from '#/kernel/format.ts';
import { useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { entryEndsOn } from '../rules/entry-end.ts';
import { periodOf } from '../rules/period.ts';
import { DEFAULT_ENTRY_END, type EntryEndSetting } from '../rules/settings.ts';
import { monthWord } from '../words/review-refusals.ts';
import type { Settings } from './contract.ts';
import { settingLabels } from './setting-labels.ts';
import { SaveWithReason, SettingHistory } from './setting-parts.tsx';
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
  const [typed, setTyped] = useState<EntryEndSetting>(entryEnd);
  const month = periodOf(today);
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
      <SaveWithReason command="delivery.set-entry-end" value={typed} />
      <SettingHistory
        versions={history.filter(({ name }) => name === 'entry-end')}
        said={(it) => {
          const value = it !== undefined && 'workDays' in it.value ? it.value : DEFAULT_ENTRY_END;
          return words.entryEndState(value.on, value.workDays);
        }}
      />
    </>
  );
}
