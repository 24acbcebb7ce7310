import { Input } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { paperWords } from '#/ui/paper-words.ts';
import { DayField, Field } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { circulationLabels } from './circulation-labels.ts';

type Typed = { readonly name: string; readonly post: string; readonly on: CivilDate };
type TypedPersonProps = { readonly title: string; readonly onSend: (typed: Typed) => Promise<unknown>; readonly onClose: () => void };

/** 代录: who signed on paper, as what, on which day. */
export function TypedPersonDialog({ title, onSend, onClose }: TypedPersonProps) {
  const words = useLabels(circulationLabels);
  const paper = useLabels(paperWords);
  const { today } = useWorkplace();
  const [typed, setTyped] = useState<Typed>({ name: '', post: '', on: today });
  const isWhole = typed.name.trim().length > 1 && typed.post.trim() !== '';
  return (
    <FormDialog title={title} act={words.record} why={isWhole ? null : paper.incomplete} onClose={onClose} onSend={() => onSend(typed)}>
      <p className="soft">{words.typedLead}</p>
      <Field name={words.name}>
        <Input value={typed.name} maxLength={30} onChange={({ target }) => setTyped({ ...typed, name: target.value })} />
      </Field>
      <Field name={words.post}>
        <Input value={typed.post} maxLength={60} onChange={({ target }) => setTyped({ ...typed, post: target.value })} />
      </Field>
      <Field name={words.day}>
        <DayField value={typed.on} max={today} onChange={(on) => on && setTyped({ ...typed, on })} />
      </Field>
    </FormDialog>
  );
}
