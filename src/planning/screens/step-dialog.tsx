import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { StoredFile } from '#/ui/api.ts';
import { useCommand } from '#/ui/data.ts';
import { FormDialog } from '#/ui/form-dialog.tsx';
import { useLabels } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { Photos } from '#/ui/photos.tsx';
import { ReasonDialog } from '#/ui/reason.tsx';
import { useWorkplace } from '#/ui/session.ts';
import type { SiteStep, StepDone } from '../rules/step.ts';
import { labels } from './step-labels.ts';
import type { StepsAnswer } from './steps-contract.ts';

type DialogProps = { readonly of: StepsAnswer; readonly siteId: string; readonly step: SiteStep; readonly onClose: () => void };

/** One step at one site: done with a day and a photo, taken back with a reason, or weighed otherwise here. */
export function StepDialog({ of, siteId, step, onClose }: DialogProps) {
  const done = of.done.find((it) => it.siteId === siteId && it.stepId === step.id);
  const [isWeighing, setWeighing] = useState(false);
  const title = `${of.sites.find((it) => it.id === siteId)?.name ?? ''} · ${step.name}`;
  if (isWeighing) return <WeightForm of={of} siteId={siteId} step={step} title={title} onClose={onClose} />;
  if (done !== undefined) return <DoneView done={done} title={title} onClose={onClose} />;
  return <MarkForm of={of} siteId={siteId} step={step} title={title} onClose={onClose} onWeigh={() => setWeighing(true)} />;
}

type Titled = DialogProps & { readonly title: string };

function MarkForm({ of, siteId, step, title, onClose, onWeigh }: Titled & { readonly onWeigh: () => void }) {
  const words = useLabels(labels);
  const mark = useCommand<unknown, unknown>('planning.mark-step-done');
  const [doneOn, setDoneOn] = useState<CivilDate>(of.today);
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const send = () => mark.mutateAsync({ input: { siteId, stepId: step.id, doneOn, evidence: files.map(({ digest }) => digest) } });
  return (
    <FormDialog title={title} act={words.mark} why={files.length === 0 ? words.needEvidence : null} onClose={onClose} onSend={send}>
      <Field name={words.doneOn}>
        <DayField value={doneOn} max={of.today} onChange={(it) => it && setDoneOn(it)} />
      </Field>
      <p>{words.evidence}</p>
      <Photos value={files} onChange={setFiles} />
      <p>
        <Button type="link" onClick={onWeigh}>
          {words.ownWeight}
        </Button>
      </p>
    </FormDialog>
  );
}

function WeightForm({ of, siteId, step, title, onClose }: Titled) {
  const words = useLabels(labels);
  const own = of.overrides.find((it) => it.siteId === siteId && it.stepId === step.id);
  const set = useCommand<unknown, unknown>('planning.set-step-weight');
  const [weight, setWeight] = useState(own === undefined ? '' : String(own.weight));
  const [reason, setReason] = useState('');
  const send = () => set.mutateAsync({ input: { siteId, stepId: step.id, weight: weight === '' ? null : Number(weight), reason } });
  return (
    <FormDialog title={title} act={words.setOwn} onClose={onClose} onSend={send}>
      <Field name={words.ownWeight} hint={words.ownWeightHint}>
        <Input
          value={weight}
          placeholder={String(step.weight)}
          inputMode="numeric"
          pattern="\d{0,4}"
          onChange={({ target }) => setWeight(target.value.trim())}
        />
      </Field>
      <Field name={words.ownWhy}>
        <Input value={reason} minLength={2} maxLength={300} required onChange={({ target }) => setReason(target.value)} />
      </Field>
    </FormDialog>
  );
}

type DoneProps = { readonly done: StepDone; readonly title: string; readonly onClose: () => void };

function DoneView({ done, title, onClose }: DoneProps) {
  const words = useLabels(labels);
  const { district } = useWorkplace();
  const undo = useCommand<unknown, unknown>('planning.undo-step');
  const [isUndoing, setUndoing] = useState(false);
  const send = (reason: string) => undo.mutateAsync({ input: { siteId: done.siteId, stepId: done.stepId, reason } }).then(onClose);
  if (isUndoing)
    return <ReasonDialog open danger title={title} act={words.undo} hint={words.undoHint} onCancel={onClose} onConfirm={send} />;
  return (
    <Modal open title={title} onCancel={onClose} footer={<Button onClick={() => setUndoing(true)}>{words.undo}</Button>}>
      <p>{words.doneSaid(done.doneOn, `${done.byPost} ${done.byName}`)}</p>
      <p className="evidence">
        {done.evidence.map((digest, i) => (
          <a key={digest} href={`/api/${district}/files/${digest}`} target="_blank" rel="noreferrer">
            {words.evidence} {i + 1}
          </a>
        ))}
      </p>
    </Modal>
  );
}
