import { type DragEvent, useRef, useState } from 'react';
import { useLabels } from './locale.tsx';
import { SecrecyBand } from './parts.tsx';
import { uiWords } from './words.ts';

type FileDropProps = {
  readonly accept: string;
  readonly title?: string;
  readonly hint?: string;
  readonly limitBytes?: number;
  readonly onFile?: (file: File) => void;
  /** Given, any number of files is taken at once. */
  readonly onFiles?: (files: readonly File[]) => void;
  readonly busy?: boolean;
};

/** One file, or many, by dropping, choosing, or keyboard. The band above says what must never be put in. */
export function FileDrop({ accept, title, hint, limitBytes = 20 * 1024 * 1024, onFile, onFiles, busy }: FileDropProps) {
  const words = useLabels(uiWords);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const take = (files: readonly File[]) => {
    const large = files.find(({ size }) => size > limitBytes);
    setFault(large ? words.tooLarge(large.name, `${Math.round(limitBytes / 1024 / 1024)} MB`) : null);
    const fitting = files.filter(({ size }) => size <= limitBytes);
    if (fitting.length === 0) return;
    if (onFiles) onFiles(fitting);
    else onFile?.(fitting[0]!);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take([...event.dataTransfer.files]);
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
        multiple={onFiles !== undefined}
        hidden
        onChange={({ target }) => {
          take([...(target.files ?? [])]);
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
