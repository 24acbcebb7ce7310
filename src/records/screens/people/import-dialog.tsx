import { Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCommand } from '#/ui/data.ts';
import { FileDrop } from '#/ui/file-drop.tsx';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { sentenceOf } from '#/ui/sentence.ts';
import { useWorkplace } from '#/ui/session.ts';
import { MOST_BYTES } from '../../rules/people/importing.ts';
import { labels } from './labels.ts';

type ImportDialogProps = {
  readonly target: 'roster' | 'service';
  readonly of: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
};

/** The file goes to the intake and is read in the background; its own page shows how far it is. */
export function ImportDialog({ target, of, onClose }: ImportDialogProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { api, district } = useWorkplace();
  const navigate = useNavigate();
  const open = useCommand<unknown, { readonly importNo: number }>('records.open-import');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async (file: File) => {
    setBusy(true);
    setFault(null);
    await api
      .upload(file, file.name, '/records/files')
      .then(({ digest, name, size }) => open.mutateAsync({ input: { target, targetId: of.id, file: { digest, name, size } } }))
      .then(({ importNo }) => navigate(`/${district}/records/imports/${importNo}`))
      .catch((problem: unknown) => setFault(sentenceOf(problem, locale)));
    setBusy(false);
  };
  return (
    <Modal open title={words.dropFor(of.name)} footer={null} onCancel={onClose}>
      <FileDrop accept=".xlsx,.csv,.txt" title={words.dropTitle} hint={words.dropHint} limitBytes={MOST_BYTES} onFile={take} busy={busy} />
      {fault && (
        <p className="notice bad" role="alert">
          {fault}
        </p>
      )}
    </Modal>
  );
}
