import { App, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import type { StoredFile } from '#/ui/api.ts';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { DayField, Field } from '#/ui/parts.tsx';
import { Photos } from '#/ui/photos.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import type { Report } from '../rules/report.ts';
import type { VerdictResult } from '../rules/verdict.ts';
import { verificationLabels } from './verification-labels.ts';

type VerifyDialogProps = {
  readonly open: boolean;
  readonly report: Report;
  readonly sampleId: string | null;
  readonly onClose: () => void;
};

/** How long a unit has to correct a wrong figure unless another day is set (来源: 自定). */
const DAYS_TO_CORRECT = 7;

/** Records what was found about one report; stays open, with the sentence, when it was refused. */
export function VerifyDialog({ open, report, sampleId, onClose }: VerifyDialogProps) {
  const words = useLabels(verificationLabels);
  const locale = useLocale();
  const { today } = useWorkplace();
  const { message } = App.useApp();
  const verify = useCommand<unknown, unknown>('delivery.verify-report');
  const [way, setWay] = useState<'evidence' | 'on-site'>(sampleId === null && report.evidence.length > 0 ? 'evidence' : 'on-site');
  const [result, setResult] = useState<VerdictResult>('confirmed');
  const [note, setNote] = useState('');
  const [dueOn, setDueOn] = useState<CivilDate | null>(addDays(today, DAYS_TO_CORRECT));
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const save = () => {
    const input = {
      reportId: report.id,
      way,
      sampleId: way === 'on-site' ? sampleId : null,
      result,
      note: note.trim(),
      evidence: files.map(({ digest }) => digest),
      dueOn: result === 'mismatch' ? dueOn : null,
    };
    setFault(null);
    return verify
      .mutateAsync({ input, base: { [report.id]: report.version } })
      .then(() => {
        message.success(words.saved);
        onClose();
      })
      .catch((problem: unknown) => setFault(sentenceOf(problem, locale)));
  };
  return (
    <Modal
      open={open}
      title={words.verify}
      okText={words.save}
      onOk={save}
      onCancel={onClose}
      confirmLoading={verify.isPending}
      destroyOnHidden
    >
      <fieldset className="kind">
        <legend>{words.way}</legend>
        <Radio.Group value={way} onChange={({ target }) => setWay(target.value)} options={optionsOf(words.ways)} />
      </fieldset>
      <fieldset className="kind">
        <legend>{words.result}</legend>
        <Radio.Group value={result} onChange={({ target }) => setResult(target.value)} options={optionsOf(words.results)} />
      </fieldset>
      {result === 'mismatch' && (
        <Field name={words.due}>
          <DayField value={dueOn} min={today} onChange={setDueOn} label={words.due} />
        </Field>
      )}
      <Field name={words.note}>
        <Input.TextArea
          rows={2}
          maxLength={1000}
          placeholder={words.noteHint}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </Field>
      <div className="field">
        <span className="name">{words.photos}</span>
        <Photos value={files} onChange={setFiles} />
      </div>
      {fault && (
        <p className="notice bad" role="alert">
          {fault}
        </p>
      )}
    </Modal>
  );
}

function optionsOf(named: Readonly<Record<string, string>>) {
  return Object.entries(named).map(([value, label]) => ({ value, label }));
}
