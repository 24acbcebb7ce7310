import { Modal } from 'antd';
import { type FormEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { useLabels, useLocale } from './locale.tsx';
import { sentenceOf } from './sentence.ts';
import { uiWords } from './words.ts';

type FormDialogProps = {
  readonly title: string;
  readonly act: string;
  readonly danger?: boolean;
  /** Why it cannot be sent yet. */
  readonly why?: string | null;
  readonly onClose: () => void;
  readonly onSend: () => Promise<unknown>;
  readonly children: ReactNode;
};

/** What a sending comes to where the form has already said itself why it stays open. */
export const STAYS = 'stays';

/** A few fields over the page. Closes when it went through; stays, with the sentence and all that was typed, when it did not. */
export function FormDialog({ title, act, danger, why, onClose, onSend, children }: FormDialogProps) {
  const common = useLabels(uiWords);
  const locale = useLocale();
  const form = useId();
  const [fault, setFault] = useState<string | null>(null);
  // Once asked, what is missing is said until it is there, and no longer.
  const [isAsked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  useFocusBack();
  const said = isAsked && why ? why : fault;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setFault(null);
    if (why) return setAsked(true);
    setBusy(true);
    await onSend()
      .then((it) => it === STAYS || onClose())
      .catch((problem: unknown) => setFault(sentenceOf(problem, locale)));
    setBusy(false);
  };
  return (
    <Modal
      open
      title={title}
      okText={act}
      cancelText={common.cancel}
      onCancel={onClose}
      confirmLoading={busy}
      okButtonProps={{ danger, htmlType: 'submit', form }}
    >
      <form id={form} onSubmit={send} onInput={() => setFault(null)}>
        {children}
        {said && (
          <p className="notice bad" role="alert">
            {said}
          </p>
        )}
      </form>
    </Modal>
  );
}

/** Where a dialog is taken away as it closes, the keyboard goes on from where it was opened. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const isNowhere = document.activeElement === null || document.activeElement === document.body;
      if (isNowhere && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    },
    [before],
  );
}
