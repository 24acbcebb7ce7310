import { App, Modal, Radio } from 'antd';
import { useState } from 'react';
import { addDays, type CivilDate } from '#/kernel/civil-date.ts';
import type { StoredFile } from '#/ui/api.ts';
import { useCommand } from '#/ui/data.ts';
import { GrowText } from '#/ui/grow-text.tsx';
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

type Typed = {
  readonly way: 'evidence' | 'on-site';
  readonly result: VerdictResult;
  readonly note: string;
  readonly dueOn: CivilDate | null;
  readonly files: readonly StoredFile[];
};

function useVerdict({ report, sampleId, onClose }: VerifyDialogProps) {
  const words = useLabels(verificationLabels);
  const locale = useLocale();
  const { today } = useWorkplace();
  const { message } = App.useApp();
  const verify = useCommand<unknown, unknown>('delivery.verify-report');
  const way = sampleId === null && report.evidence.length > 0 ? 'evidence' : 'on-site';
  const [typed, setTyped] = useState<Typed>({ way, result: 'confirmed', note: '', dueOn: addDays(today, DAYS_TO_CORRECT), files: [] });
  const [fault, setFault] = useState<string | null>(null);
  const save = () => {
    const { files, dueOn, note, ...chosen } = typed;
    const input = {
      ...chosen,
      reportId: report.id,
      sampleId: typed.way === 'on-site' ? sampleId : null,
      note: note.trim(),
      evidence: files.map(({ digest }) => digest),
      dueOn: typed.result === 'mismatch' ? dueOn : null,
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
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  return { typed, set, save, fault, isBusy: verify.isPending };
}

/** Records what was found about one report; stays open, with the sentence, when it was refused. */
export function VerifyDialog(props: VerifyDialogProps) {
  const words = useLabels(verificationLabels);
  const { today } = useWorkplace();
  const { typed, set, save, fault, isBusy } = useVerdict(props);
  return (
    <Modal
      open={props.open}
      title={words.verify}
      okText={words.save}
      onOk={save}
      onCancel={props.onClose}
      confirmLoading={isBusy}
      destroyOnHidden
    >
      <fieldset className="kind">
        <legend>{words.way}</legend>
        <Radio.Group value={typed.way} onChange={({ target }) => set({ way: target.value })} options={optionsOf(words.ways)} />
      </fieldset>
      <fieldset className="kind">
        <legend>{words.result}</legend>
        <Radio.Group value={typed.result} onChange={({ target }) => set({ result: target.value })} options={optionsOf(words.results)} />
      </fieldset>
      {typed.result === 'mismatch' && (
        <Field name={words.due}>
          <DayField value={typed.dueOn} min={today} onChange={(dueOn) => set({ dueOn })} label={words.due} />
        </Field>
      )}
      <Field name={words.note}>
        <GrowText rows={2} placeholder={words.noteHint} value={typed.note} onText={(note) => set({ note })} />
      </Field>
      <div className="field">
        <span className="name">{words.photos}</span>
        <Photos value={typed.files} onChange={(files) => set({ files })} />
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
