import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { StoredFile } from './api.ts';
import { useLabels, useLocale } from './locale.tsx';
import { sentenceOf } from './sentence.ts';
import { useWorkplace } from './session.ts';
import { uiWords } from './words.ts';

type PhotosProps = { readonly value: readonly StoredFile[]; readonly onChange: (files: readonly StoredFile[]) => void };

/** 佐证照片: straight from the camera of a phone, or from the album. Uploaded at once, so that sending takes no time later. */
export function Photos({ value, onChange }: PhotosProps) {
  const words = useLabels(uiWords);
  const locale = useLocale();
  const { api } = useWorkplace();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const take = async (files: readonly File[]) => {
    setBusy(true);
    setFault(null);
    const stored: StoredFile[] = [];
    for (const file of files) {
      const answer = await api.upload(file, file.name).catch((problem: unknown) => setFault(sentenceOf(problem, locale)));
      if (answer) stored.push(answer);
    }
    onChange([...value, ...stored.filter(({ digest }) => !value.some((old) => old.digest === digest))]);
    setBusy(false);
  };
  return (
    <div>
      <div className="photo-ways">
        <PictureButton name={words.takePhoto} isCamera busy={busy} onFiles={take} />
        <PictureButton name={words.choosePhoto} busy={busy} onFiles={take} />
      </div>
      {fault && (
        <p role="alert" className="fault">
          {fault}
        </p>
      )}
      {value.length > 0 && (
        <ul className="files">
          {value.map((file) => (
            <li key={file.digest}>
              <img src={`/api/${api.district}/files/${file.digest}?as=display`} alt={file.name} />
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

type PictureButtonProps = {
  readonly name: string;
  readonly isCamera?: boolean;
  readonly busy: boolean;
  readonly onFiles: (files: readonly File[]) => Promise<void>;
};

function PictureButton({ name, isCamera, busy, onFiles }: PictureButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const take = async (target: HTMLInputElement) => {
    await onFiles([...(target.files ?? [])]);
    target.value = '';
  };
  return (
    <>
      <Button loading={busy && isCamera} disabled={busy} onClick={() => input.current?.click()}>
        {name}
      </Button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        multiple={!isCamera}
        {...(isCamera && { capture: 'environment' as const })}
        onChange={({ target }) => take(target)}
      />
    </>
  );
}
