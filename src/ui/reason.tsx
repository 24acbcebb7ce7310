import { Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { STAYS, useFocusBack } from './form-dialog.tsx';
import { GrowText } from './grow-text.tsx';
import { useLabels, useLocale } from './locale.tsx';
import { sentenceOf } from './sentence.ts';
import { uiWords } from './words.ts';

type ReasonDialogProps = {
  readonly open: boolean;
  readonly title: string;
  readonly act: string;
  readonly children?: ReactNode;
  readonly hint?: string;
  readonly least?: number;
  readonly danger?: boolean;
  readonly onCancel: () => void;
  readonly onConfirm: (reason: string) => Promise<unknown>;
};

/** Asks for a reason before something that stays in the record. Stays open, with the sentence, when it was refused. */
export function ReasonDialog({ open, title, act, children, hint, least = 2, danger, onCancel, onConfirm }: ReasonDialogProps) {
  const words = useLabels(uiWords);
  const locale = useLocale();
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useFocusBack();
  const confirm = async () => {
    if (reason.trim().length < least) return setFault(reason.trim() ? words.reasonTooShort(least) : words.reasonNeeded);
    setBusy(true);
    setFault(null);
    await onConfirm(reason.trim())
      .then((it) => it === STAYS || setReason(''))
      .catch((problem: unknown) => setFault(sentenceOf(problem, locale)));
    setBusy(false);
  };
  return (
    <Modal
      open={open}
      title={title}
      okText={act}
      cancelText={words.cancel}
      onOk={confirm}
      onCancel={onCancel}
      confirmLoading={busy}
      okButtonProps={{ danger }}
      destroyOnHidden
    >
      {children}
      <GrowText
        rows={3}
        aria-label={words.reason}
        placeholder={hint ?? words.reason}
        value={reason}
        onText={setReason}
        isWrong={fault !== null}
        autoFocus
      />
      {fault && (
        <p className="fault" role="alert" style={{ color: 'var(--red)', margin: '6px 0 0' }}>
          {fault}
        </p>
      )}
    </Modal>
  );
}
