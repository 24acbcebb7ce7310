import { App, Input, Radio } from 'antd';
import { useState } from 'react';
import { useCommand } from '#/ui/data.ts';
import { FormDialog, STAYS } from '#/ui/form-dialog.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { readVisitor, type Visitor } from '../../rules/people/at-door.ts';
import { maskName } from '../../rules/people/identity.ts';
import { wordsOf } from '../../words/refusals.ts';
import { signInLabels } from './sign-in-labels.ts';

type Papers = 'resident' | 'other' | 'none';
const NOBODY = { name: '', document: '', identity: '', birthOn: null, phone: '' } as const satisfies Visitor;

type DoorProps = {
  /** Where, when and for what: all of a sign-in but who it is. */
  readonly presence: () => object;
  readonly onClose: () => void;
};

/** 门口登记: one after the other, as they come; nothing of it is kept in the browser. */
export function DoorDialog({ presence, onClose }: DoorProps) {
  const words = useLabels(signInLabels);
  const locale = useLocale();
  const { today } = useWorkplace();
  const { message } = App.useApp();
  const send = useCommand<unknown, unknown>('records.sign-in-at-door');
  const [papers, setPapers] = useState<Papers>('resident');
  const [typed, setTyped] = useState<Required<Visitor>>(NOBODY);
  const set = (more: Partial<Visitor>) => setTyped({ ...typed, ...more });
  const who = { ...typed, ...(papers === 'none' && { identity: '' }), ...(papers !== 'other' && { document: '' }) };
  const read = readVisitor(who, today);
  const why = !read.ok ? wordsOf(read.refusal, locale) : papers === 'other' && typed.document.trim() === '' ? words.documentMissing : null;
  const isWhole = papers === 'resident' && typed.identity.replace(/\s/g, '').length >= 18;
  const onSend = async () => {
    await send.mutateAsync({ input: { ...presence(), who }, inMemory: true });
    void message.success(words.doorDone(maskName(typed.name.trim())));
    setTyped(NOBODY);
    return STAYS;
  };
  return (
    <FormDialog act={words.doorAct} title={words.door} onClose={onClose} onSend={onSend} why={why}>
      <p className="soft">{words.doorText}</p>
      <Field name={words.name}>
        <Input value={typed.name} autoComplete="off" maxLength={40} onChange={({ target }) => set({ name: target.value })} />
      </Field>
      <Radio.Group
        value={papers}
        onChange={({ target }) => setPapers(target.value as Papers)}
        options={(['resident', 'other', 'none'] as const).map((it) => ({ value: it, label: words.papers[it] }))}
      />
      {papers === 'other' && (
        <Field name={words.document} hint={words.documentHint}>
          <Input value={typed.document} autoComplete="off" maxLength={20} onChange={({ target }) => set({ document: target.value })} />
        </Field>
      )}
      {papers !== 'none' && (
        <Field name={words.identity} fault={isWhole && !read.ok && read.refusal.kind === 'visitor-identity' ? why : null}>
          <Input value={typed.identity} autoComplete="off" maxLength={40} onChange={({ target }) => set({ identity: target.value })} />
        </Field>
      )}
      {papers === 'none' && (
        <>
          <Field name={words.birthOn}>
            <DayField value={typed.birthOn ?? null} max={today} onChange={(birthOn) => set({ birthOn })} />
          </Field>
          <Field name={words.phone}>
            <Input
              value={typed.phone}
              autoComplete="off"
              inputMode="tel"
              maxLength={30}
              onChange={({ target }) => set({ phone: target.value })}
            />
          </Field>
        </>
      )}
    </FormDialog>
  );
}
