import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useLabels } from '#/ui/locale.tsx';
import { uiWords } from '#/ui/words.ts';
import { partNames, splitPoints } from '../rules/draft-edit.ts';
import { labels } from './labels.ts';
import './promise-card.css';

type SplitDialogProps = {
  readonly text: string;
  readonly onCancel: () => void;
  readonly onSplit: (at: number, names: readonly [string, string]) => void;
};

/** Two matters joined in one row become two rows. The places to divide are offered; the names can be written anew. */
export function SplitDialog({ text, onCancel, onSplit }: SplitDialogProps) {
  const words = useLabels(labels);
  const common = useLabels(uiWords);
  const points = splitPoints(text);
  const [at, setAt] = useState<number | null>(points[0] ?? null);
  const [names, setNames] = useState<readonly [string, string]>(at === null ? ['', ''] : partNames(text, at));
  const choose = (point: number) => {
    setAt(point);
    setNames(partNames(text, point));
  };
  return (
    <Modal
      open
      title={words.splitTitle}
      okText={words.splitDo}
      cancelText={common.cancel}
      okButtonProps={{ disabled: at === null || names.some((name) => name.trim() === '') }}
      onOk={() => at !== null && onSplit(at, names)}
      onCancel={onCancel}
    >
      {points.length === 0 && <p>{words.splitNone}</p>}
      <p className="split-text">
        {points.map((point, index) => (
          <span key={point}>
            {text.slice(index === 0 ? 0 : points[index - 1], point)}
            <button
              type="button"
              className={point === at ? 'cut here' : 'cut'}
              aria-pressed={point === at}
              aria-label={`${words.splitTitle} ${partNames(text, point).join(' / ')}`}
              onClick={() => choose(point)}
            >
              ✂
            </button>
          </span>
        ))}
        {text.slice(points.at(-1) ?? 0)}
      </p>
      {at !== null && (
        <>
          <p className="soft">{words.splitNames}</p>
          <Input
            value={names[0]}
            aria-label={`${words.splitNames} 1`}
            onChange={({ target }) => setNames([target.value, names[1]])}
            style={{ marginBottom: 8 }}
          />
          <Input value={names[1]} aria-label={`${words.splitNames} 2`} onChange={({ target }) => setNames([names[0], target.value])} />
          <p className="soft">{words.splitHint}</p>
        </>
      )}
    </Modal>
  );
}
