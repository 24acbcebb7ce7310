import { App, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { newId } from '#/kernel/id.ts';
import { useCommand } from '#/ui/data.ts';
import { GrowText } from '#/ui/grow-text.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import { type Adjustment, bodyFor } from '../rules/adjust.ts';
import type { Programme, ProgrammePromise } from '../rules/programme.ts';
import { adjustLabels } from './adjust-labels.ts';
import { labels } from './labels.ts';
import { optionsOf } from './promise-card.tsx';

type AdjustDialogProps = {
  readonly promise: ProgrammePromise;
  readonly programme: Pick<Programme, 'origin'>;
  readonly onClose: () => void;
};

/** 调整: what changes, and the decision that allows it, of the body that the list's origin names. */
export function AdjustDialog({ promise, programme, onClose }: AdjustDialogProps) {
  const common = useLabels(labels);
  const words = useLabels(adjustLabels);
  const locale = useLocale();
  const { today } = useWorkplace();
  const { message } = App.useApp();
  const adjust = useCommand<unknown, unknown>('programme.adjust');
  const [kind, setKind] = useState<Adjustment['kind']>('target');
  const [after, setAfter] = useState({ target: promise.target, dueOn: promise.dueOn, object: promise.object });
  const [ground, setGround] = useState({ decision: '', documentNo: '', reason: '' });
  const [decidedOn, setDecidedOn] = useState(today);
  const [fault, setFault] = useState<string | null>(null);
  const decidedBy = bodyFor(programme.origin);
  const isWhole = ground.decision.trim().length >= 2 && ground.documentNo.trim() !== '' && ground.reason.trim().length >= 2;
  const send = () =>
    adjust
      .mutateAsync({ input: { id: newId(), promiseId: promise.id, kind, after, decidedBy, decidedOn, ...ground } })
      .then(() => {
        message.success(words.adjusted);
        onClose();
      })
      .catch((problem: unknown) => setFault(sentenceOf(problem, locale)));
  return (
    <Modal
      open
      title={words.adjust}
      okText={words.adjust}
      onOk={send}
      onCancel={onClose}
      confirmLoading={adjust.isPending}
      okButtonProps={{ disabled: !isWhole }}
    >
      <p className="soft">{words.adjustBy[decidedBy]}</p>
      <Field name={words.adjustWhat}>
        <Select value={kind} onChange={setKind} options={optionsOf(words.adjustKinds)} style={{ width: '100%' }} />
      </Field>
      {kind === 'target' && (
        <Field name={`${common.quantity}（${promise.measureUnit}）`}>
          <InputNumber min={0} value={after.target} onChange={(target) => setAfter({ ...after, target })} />
        </Field>
      )}
      {kind === 'deadline' && (
        <Field name={common.dueOn}>
          <DayField value={after.dueOn} onChange={(dueOn) => setAfter({ ...after, dueOn })} />
        </Field>
      )}
      {kind === 'content' && (
        <Field name={common.object}>
          <Input value={after.object} onChange={({ target }) => setAfter({ ...after, object: target.value })} />
        </Field>
      )}
      <Field name={words.decision}>
        <Input value={ground.decision} onChange={({ target }) => setGround({ ...ground, decision: target.value })} />
      </Field>
      <Field name={words.documentNo}>
        <Input value={ground.documentNo} onChange={({ target }) => setGround({ ...ground, documentNo: target.value })} />
      </Field>
      <Field name={words.decidedOn}>
        <DayField value={decidedOn} max={today} onChange={(day) => day && setDecidedOn(day)} />
      </Field>
      <Field name={words.adjustReason} fault={fault}>
        <GrowText rows={2} value={ground.reason} onText={(reason) => setGround({ ...ground, reason })} />
      </Field>
    </Modal>
  );
}
