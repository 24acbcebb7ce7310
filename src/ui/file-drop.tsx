import { type DragEvent, useRef, useState } from 'react';
import { useLabels } from './locale.tsx';
import { SecrecyBand } from './parts.tsx';
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
