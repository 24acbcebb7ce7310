import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { useLabels, useLocale } from './locale.tsx';
import { paperWords } from './paper-words.ts';
import { SecrecyBand } from './parts.tsx';
import { saveFile } from './save-file.ts';
import { sentenceOf } from './sentence.ts';
import { useWorkplace } from './session.ts';

type SignedScanProps = {
  readonly scan: { readonly name: string } | null;
  /** Where the scan is read from. */
  readonly path: string;
  readonly mayAttach: boolean;
  readonly onAttach: (file: { readonly digest: string; readonly name: string }) => Promise<unknown>;
};

/** 签批件扫描件: the paper with the signatures beside the frozen document. */
export function SignedScan({ scan, path, mayAttach, onAttach }: SignedScanProps) {
  const words = useLabels(paperWords);
  const locale = useLocale();
  const { api } = useWorkplace();
  const { message } = App.useApp();
  const complain = (problem: unknown) => message.error(sentenceOf(problem, locale), 8);
  const download = () => api.download(path).then(({ blob, name }) => saveFile(name, blob), complain);
  return (
    <div className="scan">
      {scan === null ? (
        <span className="soft">{words.noScan}</span>
      ) : (
        <Button type="link" size="small" onClick={download}>
          {words.scanOf(scan.name)}
        </Button>
      )}
      {mayAttach && <ScanChoice onAttach={onAttach} onFault={complain} />}
    </div>
  );
}

type ScanChoiceProps = Pick<SignedScanProps, 'onAttach'> & { readonly onFault: (problem: unknown) => unknown };

function ScanChoice({ onAttach, onFault }: ScanChoiceProps) {
  const words = useLabels(paperWords);
  const { api } = useWorkplace();
  const field = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    await api
      .upload(file, file.name)
      .then(({ digest }) => onAttach({ digest, name: file.name }))
      .catch(onFault);
    setBusy(false);
  };
  return (
    <>
      <Button size="small" loading={isBusy} onClick={() => field.current?.click()}>
        {words.scan}
      </Button>
      <SecrecyBand inline />
      <input
        ref={field}
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
  );
}
