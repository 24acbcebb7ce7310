import { Button } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import type { StoredFile } from './api.ts';
import { useLabels, useLocale } from './locale.tsx';
import { SecrecyBand } from './parts.tsx';
import { sentenceOf } from './sentence.ts';
import { useWorkplace } from './session.ts';
import { uiWords } from './words.ts';

type FileDropProps = {
  readonly accept: string;
  readonly title?: string;
  readonly hint?: string;
  readonly limitBytes?: number;
  readonly onFile: (file: File) => void;
  readonly busy?: boolean;
};

/** One file by dropping, choosing, or keyboard. The band above says what must never be put in. */
export function FileDrop({ accept, title, hint, limitBytes = 20 * 1024 * 1024, onFile, busy }: FileDropProps) {
  const words = useLabels(uiWords);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const take = (file: File | undefined) => {
    if (!file) return;
    if (file.size > limitBytes) return setFault(words.tooLarge(file.name, `${Math.round(limitBytes / 1024 / 1024)} MB`));
    setFault(null);
    onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <div>
      <SecrecyBand inline />
      <button
        type="button"
        className={isOver ? 'drop over' : 'drop'}
        disabled={busy}
        onClick={() => input.current?.click()}
        onDrop={drop}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
      >
        <strong>{busy ? words.uploading : (title ?? words.dropFile)}</strong>
        {hint && <span>{hint}</span>}
      </button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={({ target }) => {
          take(target.files?.[0]);
          target.value = '';
        }}
      />
      {fault && (
        <p role="alert" style={{ color: 'var(--red)' }}>
          {fault}
        </p>
      )}
    </div>
  );
}

type PhotosProps = { readonly value: readonly StoredFile[]; readonly onChange: (files: readonly StoredFile[]) => void };

/** 佐证照片: straight from the camera of a phone, or from the album. Uploaded at once, so that sending takes no time later. */
export function Photos({ value, onChange }: PhotosProps) {
  const words = useLabels(uiWords);
  const locale = useLocale();
  const { api } = useWorkplace();
  const camera = useRef<HTMLInputElement>(null);
  const album = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const take = async (files: FileList | null) => {
    setBusy(true);
    setFault(null);
    const stored: StoredFile[] = [];
    for (const file of files ?? []) {
      const answer = await api.upload(file, file.name).catch((problem: unknown) => setFault(sentenceOf(problem, locale)));
      if (answer) stored.push(answer);
    }
    onChange([...value, ...stored.filter(({ digest }) => !value.some((old) => old.digest === digest))]);
    setBusy(false);
  };
  return (
    <div>
      <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
        <Button loading={busy} onClick={() => camera.current?.click()}>
          {words.takePhoto}
        </Button>
        <Button disabled={busy} onClick={() => album.current?.click()}>
          {words.choosePhoto}
        </Button>
      </div>
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        onChange={({ target }) =>
          take(target.files).then(() => {
            target.value = '';
          })
        }
      />
      <input
        ref={album}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={({ target }) =>
          take(target.files).then(() => {
            target.value = '';
          })
        }
      />
      {fault && (
        <p role="alert" style={{ color: 'var(--red)' }}>
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
