import { App, Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Field } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import type { YearListLine } from '#/ui/year-list.tsx';
import { readDocumentNo } from '../rules/settings.ts';
import type { BulletinView } from './contract.ts';
import { labels } from './labels.ts';

const TEXTS = ['mark', 'issuer', 'addressee', 'copyTo', 'objectionOffice', 'objectionPhone', 'note'] as const;
/** What a letter cannot do without. */
const NEEDED: readonly string[] = ['mark', 'issuer', 'addressee'];

type BulletinSettingsProps = { readonly view: BulletinView; readonly list: YearListLine; readonly month: number };

/** How the bulletin is headed, numbered, addressed and signed; empty lines are left out of the letter. */
export function BulletinSettingsForm({ view, list, month }: BulletinSettingsProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { message } = App.useApp();
  const prepare = useCommand<unknown, unknown>('supervision.prepare-bulletin');
  const { settings, issue } = view.bulletin!;
  const [typed, setTyped] = useState(settings);
  const [issueNo, setIssueNo] = useState(issue);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    await prepare
      .mutateAsync({ input: { year: list.year, kind: list.kind, month, issue: issueNo, settings: typed } })
      .then(() => message.success(words.saved))
      .catch((problem: unknown) => message.error(sentenceOf(problem, locale), 8));
  };
  const setText = (name: (typeof TEXTS)[number], text: string) =>
    setTyped({ ...typed, [name]: NEEDED.includes(name) ? text : text || null });
  return (
    <details className="record no-print">
      <summary>{words.settings}</summary>
      <form onSubmit={save}>
        <div className="settings">
          <Field name={words.settingNames.head}>
            <Select
              value={typed.head}
              onChange={(head) => setTyped({ ...typed, head })}
              options={(['bulletin-head', 'red-head'] as const).map((value) => ({ value, label: words.heads[value] }))}
            />
          </Field>
          {typed.head === 'red-head' && <RedHead typed={typed} onChange={setTyped} />}
          <Field name={typed.head === 'red-head' ? words.documentNo : words.issueNo} hint={words.givenAtSignature}>
            <InputNumber min={1} max={9999} precision={0} value={issueNo} onChange={setIssueNo} />
          </Field>
          {TEXTS.map((name) => (
            <Field key={name} name={words.settingNames[name]}>
              <Input
                value={typed[name] ?? ''}
                required={NEEDED.includes(name)}
                maxLength={name === 'addressee' || name === 'copyTo' ? 300 : 40}
                onChange={({ target }) => setText(name, target.value)}
              />
            </Field>
          ))}
          <Field name={words.settingNames.objectionDays}>
            <InputNumber
              min={1}
              max={60}
              precision={0}
              value={typed.objectionDays}
              onChange={(objectionDays) => setTyped({ ...typed, objectionDays: objectionDays ?? typed.objectionDays })}
            />
          </Field>
          <Checkbox checked={typed.sealed} onChange={({ target }) => setTyped({ ...typed, sealed: target.checked })}>
            {words.sealed}
          </Checkbox>
        </div>
        <Button type="primary" htmlType="submit" loading={prepare.isPending}>
          {words.saveText}
        </Button>
      </form>
    </details>
  );
}

type Settings = NonNullable<BulletinView['bulletin']>['settings'];
type RedHeadProps = { readonly typed: Settings; readonly onChange: (typed: Settings) => void };

/** 发文字号: the code that our own numbers stand behind, or the whole number as the office's own system gave it. */
function RedHead({ typed, onChange }: RedHeadProps) {
  const words = useLabels(labels);
  const isWrong = typed.documentNo !== null && readDocumentNo(typed.documentNo) === null;
  return (
    <>
      <Field name={words.settingNames.numberCode}>
        <Input value={typed.numberCode} maxLength={20} onChange={({ target }) => onChange({ ...typed, numberCode: target.value })} />
      </Field>
      <Field name={words.documentWhole} fault={isWrong ? words.documentWrong : null}>
        <Input
          value={typed.documentNo ?? ''}
          maxLength={40}
          onChange={({ target }) => onChange({ ...typed, documentNo: target.value || null })}
        />
      </Field>
    </>
  );
}
