import { App } from 'antd';
import { useState } from 'react';
import { longDate } from '#/kernel/format.ts';
import { useCommand } from '#/ui/data.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Section } from '#/ui/page.tsx';
import { Field, WhyButton } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import type { SettingVersion } from '../rules/settings.ts';
import { settingLabels } from './setting-labels.ts';

type Saving = { readonly command: string; readonly value: object };

/** A setting is changed with a reason, or not at all. */
export function SaveWithReason({ command, value }: Saving) {
  const words = useLabels(settingLabels);
  const locale = useLocale();
  const { message } = App.useApp();
  const set = useCommand<unknown, unknown>(command);
  const [reason, setReason] = useState('');
  const save = () =>
    set
      .mutateAsync({ input: { ...value, reason } })
      .then(() => message.success(words.saved))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <div className="save-setting">
      <Field name={words.reason}>
        <GrowText value={reason} onText={setReason} placeholder={words.reasonHint} />
      </Field>
      <WhyButton type="primary" loading={set.isPending} why={reason.trim().length < 2 ? words.reason : null} onClick={save}>
        {words.save}
      </WhyButton>
    </div>
  );
}

type History = { readonly versions: readonly SettingVersion[]; readonly said: (it: SettingVersion | undefined) => string };

/** 设置的历史, newest first: from what to what, when, by whom and why. `said` of nothing is the default. */
export function SettingHistory({ versions, said }: History) {
  const words = useLabels(settingLabels);
  const locale = useLocale();
  const newestFirst = versions.toSorted((a, b) => b.version - a.version);
  return (
    <Section title={words.history}>
      {versions.length === 0 && <p className="soft">{words.noHistory}</p>}
      <ol className="setting-history">
        {newestFirst.map((it, i) => (
          <li key={it.version}>
            {said(newestFirst[i + 1])} → {said(it)} · {longDate(it.setOn, locale)} · {it.setBy}
            <span className="soft"> · {it.reason}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
