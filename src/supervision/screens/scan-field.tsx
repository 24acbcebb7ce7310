import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { useCommand } from '#/ui/data.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { SecrecyBand } from '#/ui/parts.tsx';
import { saveFile } from '#/ui/save-file.ts';
import { sentenceOf } from '#/ui/sentence.ts';
import { useMay, useWorkplace } from '#/ui/session.ts';
import type { EditionView } from './circulation-contract.ts';
import { circulationLabels } from './circulation-labels.ts';

/** 签批件扫描件: the paper with the signatures beside the frozen document. */
export function ScanField({ edition }: { readonly edition: EditionView }) {
  const words = useLabels(circulationLabels);
  const locale = useLocale();
  const { api } = useWorkplace();
  const { message } = App.useApp();
  const may = useMay('supervision.bulletin');
  const attach = useCommand<unknown, unknown>('supervision.attach-scan');
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const complain = (problem: unknown) => message.error(sentenceOf(problem, locale), 8);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    await api
      .upload(file, file.name)
      .then(({ digest }) => attach.mutateAsync({ input: { documentId: edition.id, digest, name: file.name } }))
      .catch(complain);
    setBusy(false);
  };
  const download = () =>
    api.download(`/supervision/document-file?documentId=${edition.id}&file=scan`).then(({ blob, name }) => saveFile(name, blob), complain);
  return (
    <div className="scan">
      {edition.scan === null ? (
        <span className="soft">{words.noScan}</span>
      ) : (
        <Button type="link" size="small" onClick={download}>
          {words.scanOf(edition.scan.name)}
        </Button>
      )}
      {may && (
        <>
          <Button size="small" loading={isBusy} onClick={() => input.current?.click()}>
            {words.scan}
          </Button>
          <SecrecyBand inline />
          <input
            ref={input}
            type="file"
            hidden
            aria-label={words.scan}
            accept=".pdf,.jpg,.jpeg,.png,.webp"
            onChange={({ target }) => {
              take(target.files?.[0]);
              target.value = '';
            }}
          />
        </>
      )}
    </div>
  );
}
