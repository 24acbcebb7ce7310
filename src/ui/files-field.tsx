import { Button } from 'antd';
import { useRef, useState } from 'react';
import './files-field.css';
import { useLabels, useLocale } from './locale.tsx';
import { SecrecyBand } from './parts.tsx';
import { sentenceOf } from './sentence.ts';
import { useWorkplace } from './session.ts';
import { uiWords } from './words.ts';

export type NamedFile = { readonly digest: string; readonly name: string };

type FilesFieldProps = { readonly value: readonly NamedFile[]; readonly onChange: (files: readonly NamedFile[]) => void };

/** 附件: photos and papers, sent up at once. */
export function FilesField({ value, onChange }: FilesFieldProps) {
  const words = useLabels(uiWords);
  const locale = useLocale();
  const { api } = useWorkplace();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const take = async (files: readonly File[]) => {
    setBusy(true);
    setFault(null);
    const stored: NamedFile[] = [];
    for (const file of files) {
      const answer = await api.upload(file, file.name).catch((problem: unknown) => setFault(sentenceOf(problem, locale)));
      if (answer) stored.push({ digest: answer.digest, name: file.name });
    }
    onChange([...value, ...stored.filter(({ digest }) => !value.some((old) => old.digest === digest))]);
    setBusy(false);
  };
  return (
    <div className="files-field">
      <Button loading={busy} onClick={() => input.current?.click()}>
        {words.addFile}
      </Button>
      <SecrecyBand inline />
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label={words.addFile}
        accept="image/*,.pdf,.docx,.xlsx,.txt"
        onChange={async ({ target }) => {
          await take([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      {fault && (
        <p role="alert" className="fault">
          {fault}
        </p>
      )}
      {value.length > 0 && (
        <ul className="file-names">
          {value.map((file) => (
            <li key={file.digest}>
              {file.name}
              <Button size="small" type="text" onClick={() => onChange(value.filter(({ digest }) => digest !== file.digest))}>
                {words.removeFile}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Files as they stand beside a line. */
export function FileNames({ files }: { readonly files: readonly NamedFile[] }) {
  const { district } = useWorkplace();
  if (files.length === 0) return null;
  return (
    <ul className="file-names">
      {files.map((file) => (
        <li key={file.digest}>
          <a className="plain-link" href={`/api/${district}/files/${file.digest}?as=display`} target="_blank" rel="noreferrer">
            {file.name}
          </a>
        </li>
      ))}
    </ul>
  );
}
