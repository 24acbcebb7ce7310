import { App, Button, Checkbox, InputNumber } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { longDate } from '#/kernel/format.ts';
import { useCommand, useRead } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Page, Section, Whole } from '#/ui/page.tsx';
import { Field } from '#/ui/parts.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import type { NoticeSettings, SettingVersion } from '../rules/settings.ts';
import { channelLabels } from './channel-labels.ts';

type Settings = { readonly current: NoticeSettings; readonly history: readonly SettingVersion[] };

/** 提醒设置, with who set it, when and why. */
export default function NoticeSettingsScreen() {
  const words = useLabels(channelLabels);
  const settings = useRead<Settings>('/notices/settings');
  return (
    <Page title={words.settings} lead={words.settingsLead}>
      <Whole of={settings}>{(it) => <Form key={it.history.length} settings={it} />}</Whole>
    </Page>
  );
}

function Form({ settings: { current, history } }: { readonly settings: Settings }) {
  const words = useLabels(channelLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const set = useCommand<unknown, unknown>('notices.set-notices');
  const [typed, setTyped] = useState({ reminds: current.reminds, keepMonths: current.keepMonths });
  const [isAsking, setAsking] = useState(false);
  const confirm = (reason: string) =>
    set.mutateAsync({ input: { ...typed, reason } }).then(() => {
      message.success(words.saved);
      setAsking(false);
    });
  return (
    <>
      <p>
        <Checkbox checked={typed.reminds} onChange={({ target }) => setTyped({ ...typed, reminds: target.checked })}>
          {words.reminds}
        </Checkbox>
      </p>
      <Field name={words.keepMonths}>
        <InputNumber
          min={1}
          max={36}
          precision={0}
          value={typed.keepMonths}
          onChange={(it) => setTyped({ ...typed, keepMonths: it ?? 6 })}
        />
      </Field>
      <Button type="primary" onClick={() => setAsking(true)}>
        {words.save}
      </Button>
      <ReasonDialog
        open={isAsking}
        title={words.settings}
        act={words.save}
        hint={words.reason}
        onCancel={() => setAsking(false)}
        onConfirm={confirm}
      />
      <Section title={words.history}>
        {history.length === 0 && <p className="soft">{words.noHistory}</p>}
        <ol className="setting-history">
          {history.map((it) => (
            <li key={it.version}>
              {words.settingLine(it.reminds, it.keepMonths)} · {longDate(it.setOn as CivilDate, locale)} · {it.setBy}
              <span className="soft"> · {it.reason}</span>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}
