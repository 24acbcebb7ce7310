import { Modal } from 'antd';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { labels } from './labels.ts';

type FormProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly onSend: () => Promise<unknown>;
  readonly children: ReactNode;
};

/** A few fields over the page; stays, with the sentence and all that was typed, when it was refused. */
export function Form({ title, onClose, onSend, children }: FormProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const form = useId();
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFault(null);
    await onSend()
      .then(onClose)
      .catch((problem: unknown) => setFault(sentenceOf(problem, locale)));
    setBusy(false);
  };
  return (
    <Modal
      open
      title={title}
      okText={words.save}
      cancelText={words.cancel}
      onCancel={onClose}
      confirmLoading={busy}
      okButtonProps={{ htmlType: 'submit', form }}
    >
      <form id={form} onSubmit={send}>
        {children}
        {fault && (
          <p className="notice bad" role="alert">
            {fault}
          </p>
        )}
      </form>
    </Modal>
  );
}
