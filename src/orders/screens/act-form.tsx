import { App, Input } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { addDays } from '#/kernel/civil-date.ts';
import { useCommand } from '#/ui/data.ts';
import { FilesField } from '#/ui/files-field.tsx';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { OrderFile } from '../rules/event.ts';
import type { OrderAct } from '../rules/order.ts';
import { labels } from '../words/labels.ts';
import type { OrderView } from './contract.ts';
import { formLabels } from './form-labels.ts';
import { screenLabels } from './screen-labels.ts';

type Part = 'text' | 'note' | 'reason' | 'progress' | 'files' | 'evidence' | 'wanted' | 'newDue' | 'number' | 'typed';
type Form = { readonly command: string; readonly parts: readonly Part[] };

const FORMS: Readonly<Record<OrderAct, Form>> = {
  sign: { command: 'orders.sign', parts: ['typed'] },
  reply: { command: 'orders.reply', parts: ['text', 'files', 'typed'] },
  object: { command: 'orders.object', parts: ['reason', 'files', 'typed'] },
  extend: { command: 'orders.ask-extension', parts: ['wanted', 'reason', 'progress', 'files', 'typed'] },
  apply: { command: 'orders.apply', parts: ['text', 'evidence', 'typed'] },
  check: { command: 'orders.check', parts: ['note'] },
  visit: { command: 'orders.visit', parts: ['note', 'evidence'] },
  close: { command: 'orders.close', parts: ['note'] },
  return: { command: 'orders.return', parts: ['reason', 'newDue'] },
  withdraw: { command: 'orders.withdraw', parts: ['reason'] },
  urge: { command: 'orders.urge', parts: ['reason'] },
  'note-province': { command: 'orders.set-province-number', parts: ['number'] },
};

type Typed = {
  readonly words: string;
  readonly progress: string;
  readonly files: readonly OrderFile[];
  readonly day: CivilDate | null;
  readonly number: string;
  readonly name: string;
  readonly on: CivilDate;
};

type ActFormProps = { readonly act: OrderAct; readonly view: OrderView; readonly onClose: () => void };

/** One step on one order: only the fields that the step needs. */
export function ActForm({ act, view, onClose }: ActFormProps) {
  const words = useLabels(formLabels);
  const screen = useLabels(screenLabels);
  const named = useLabels(labels);
  const { today } = useWorkplace();
  const { message } = App.useApp();
  const { command, parts: all } = FORMS[act];
  const parts = view.isOwn ? all.filter((it) => it !== 'typed') : all;
  const send = useCommand<unknown, unknown>(command);
  const [typed, setTyped] = useState<Typed>({
    ...{ words: '', progress: '', files: [], day: null, name: '', on: today },
    number: view.order.provinceNumber ?? '',
  });
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change });
  const why =
    (parts.includes('text') || parts.includes('reason')) && typed.words.trim().length < 2
      ? words.textMissing
      : parts.includes('evidence') && typed.files.length === 0
        ? screen.needFile
        : parts.includes('wanted') && typed.day === null
          ? words.dayMissing
          : parts.includes('typed') && typed.name.trim().length < 2
            ? words.typedHint
            : null;
  const onSend = async () => {
    await send.mutateAsync({ input: inputOf(typed, parts, view.order.id) });
    message.success(words.done, 4);
  };
  return (
    <FormDialog title={named.acts[act]} act={named.acts[act]} danger={act === 'withdraw'} why={why} onClose={onClose} onSend={onSend}>
      <Fields parts={parts} typed={typed} set={set} dueOn={view.order.dueOn} />
    </FormDialog>
  );
}

function inputOf(typed: Typed, parts: readonly Part[], orderId: string): Readonly<Record<string, unknown>> {
  const has = (part: Part) => parts.includes(part);
  return {
    orderId,
    ...(has('text') && { text: typed.words }),
    ...(has('note') && { note: typed.words }),
    ...(has('reason') && { reason: typed.words }),
    ...(has('progress') && { progress: typed.progress }),
    ...((has('files') || has('evidence')) && { files: typed.files }),
    ...(has('wanted') && { wantedDueOn: typed.day }),
    ...(has('newDue') && { newDueOn: typed.day }),
    ...(has('number') && { provinceNumber: typed.number }),
    ...(has('typed') && { typed: { name: typed.name, on: typed.on } }),
  };
}

type FieldsProps = {
  readonly parts: readonly Part[];
  readonly typed: Typed;
  readonly set: (change: Partial<Typed>) => void;
  readonly dueOn: CivilDate;
};

function Fields({ parts, typed, set, dueOn }: FieldsProps) {
  const words = useLabels(formLabels);
  const screen = useLabels(screenLabels);
  const { today } = useWorkplace();
  const has = (part: Part) => parts.includes(part);
  const spoken = has('reason') ? words.reason : has('note') ? words.note : words.text;
  return (
    <>
      {has('wanted') && (
        <Field name={words.wantedDueOn}>
          <DayField value={typed.day} min={addDays(dueOn, 1)} onChange={(day) => set({ day })} label={words.wantedDueOn} />
        </Field>
      )}
      {(has('text') || has('note') || has('reason')) && (
        <Field name={spoken}>
          <GrowText rows={3} maxLength={1000} value={typed.words} onText={(it) => set({ words: it })} />
        </Field>
      )}
      {has('progress') && (
        <Field name={words.progress}>
          <GrowText rows={2} maxLength={1000} value={typed.progress} onText={(progress) => set({ progress })} />
        </Field>
      )}
      {(has('files') || has('evidence')) && (
        <div className="field">
          <span className="name">{screen.files}</span>
          <FilesField value={typed.files} onChange={(files) => set({ files })} />
        </div>
      )}
      {has('newDue') && (
        <Field name={words.newDueOn} hint={words.newDueHint}>
          <DayField value={typed.day} min={today} onChange={(day) => set({ day })} label={words.newDueOn} />
        </Field>
      )}
      {has('number') && (
        <Field name={words.provinceNumber}>
          <Input maxLength={60} value={typed.number} onChange={({ target }) => set({ number: target.value })} />
        </Field>
      )}
      {has('typed') && (
        <div className="two-fields">
          <Field name={words.typedName} hint={words.typedHint}>
            <Input maxLength={40} value={typed.name} onChange={({ target }) => set({ name: target.value })} />
          </Field>
          <Field name={words.typedOn}>
            <DayField value={typed.on} max={today} onChange={(on) => on && set({ on })} label={words.typedOn} />
          </Field>
        </div>
      )}
    </>
  );
}
