import { App, Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import type { YearListLine } from '#/ui/year-list.tsx';
import type { BulletinView } from './contract.ts';
import { labels } from './labels.ts';

const TEXTS = ['mark', 'issuer', 'addressee', 'copyTo', 'objectionOffice', 'objectionPhone'] as const;

/** How the bulletin is headed, addressed and signed; empty lines are left out of the letter. */
export function BulletinSettingsForm({
  view,
  list,
  month,
}: {
  readonly view: BulletinView;
  readonly list: YearListLine;
  readonly month: number;
}) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const prepare = useCommand<unknown, unknown>('supervision.prepare-bulletin');
  const { settings, issue } = view.bulletin!;
  const [typed, setTyped] = useState(settings);
  const [issueNo, setIssueNo] = useState(issue);
  const save = () =>
    prepare
      .mutateAsync({ input: { year: list.year, kind: list.kind, month, issue: issueNo, settings: typed } })
      .then(() => message.success(words.saved))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  return (
    <details className="record">
      <summary>{words.settings}</summary>
      <div className="settings">
        {TEXTS.map((name) => (
          <Field key={name} name={words.settingNames[name]}>
            <Input
              value={typed[name] ?? ''}
              onChange={({ target }) =>
                setTyped({ ...typed, [name]: target.value || (name === 'copyTo' || name.startsWith('objection') ? null : '') })
              }
            />
          </Field>
        ))}
        <Field name={words.settingNames.objectionDays}>
          <InputNumber
            min={1}
            max={60}
            value={typed.objectionDays}
            onChange={(objectionDays) => setTyped({ ...typed, objectionDays: objectionDays ?? typed.objectionDays })}
          />
        </Field>
        <Field name={words.issueNo}>
          <InputNumber min={1} value={issueNo} onChange={setIssueNo} />
        </Field>
      </div>
      <Button type="primary" loading={prepare.isPending} onClick={save}>
        {words.saveText}
      </Button>
    </details>
  );
}
