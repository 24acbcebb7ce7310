import { Input, Modal } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import type { CirculationStep } from '../rules/circulation.ts';
import { stepWords } from '../words/refusals.ts';
import type { EditionView } from './circulation-contract.ts';
import { circulationLabels } from './circulation-labels.ts';

type TypedStepProps = { readonly edition: EditionView; readonly step: CirculationStep; readonly onClose: () => void };

/** 代录: what somebody without an account did on paper, with name, post and day. */
export function TypedStepDialog({ edition, step, onClose }: TypedStepProps) {
  const words = useLabels(circulationLabels);
  const locale = useLocale();
  const { today } = useWorkplace();
  const take = useCommand<unknown, unknown>('supervision.take-step');
  const [typed, setTyped] = useState({ name: '', post: '' });
  const [on, setOn] = useState<CivilDate>(today);
  const [fault, setFault] = useState<string | null>(null);
  const send = () =>
    take
      .mutateAsync({ input: { documentId: edition.id, step, digest: edition.digest, typed: { ...typed, on } } })
      .then(onClose)
      .catch((problem: unknown) => setFault(sentenceOf(problem, locale)));
  const isWhole = typed.name.trim().length > 1 && typed.post.trim() !== '';
  return (
    <Modal
      open
      title={words.typedTitle(stepWords[locale][step])}
      okText={words.record}
      okButtonProps={{ disabled: !isWhole }}
      confirmLoading={take.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <p className="soft">{words.typedLead}</p>
      <Field name={words.name}>
        <Input value={typed.name} maxLength={30} onChange={({ target }) => setTyped({ ...typed, name: target.value })} />
      </Field>
      <Field name={words.post}>
        <Input value={typed.post} maxLength={60} onChange={({ target }) => setTyped({ ...typed, post: target.value })} />
      </Field>
      <Field name={words.day}>
        <DayField value={on} max={today} onChange={(day) => day && setOn(day)} />
      </Field>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </Modal>
  );
}
