import { Button, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import type { DraftProject } from '../rules/draft.ts';
import type { Selection } from '../rules/draft-edit.ts';
import { labels } from './labels.ts';
import { type Mark, segmentsOf } from './marks.ts';
import { nameOfPromise, targetOf } from './promise-sentence.ts';

export type MarkAct = 'promise' | 'quantity' | 'object';

type MarkedTextProps = {
  readonly project: DraftProject;
  readonly activeId: string | null;
  readonly onPick: (promiseId: string) => void;
  readonly onMark: (act: MarkAct, marked: Selection, promiseId: string | null) => void;
};

/** The printed sentence with every figure marked in it. Selecting words opens what they can be made into; a click on a figure opens its card. */
export function MarkedText({ project, activeId, onPick, onMark }: MarkedTextProps) {
  const box = useRef<HTMLParagraphElement>(null);
  const [marked, setMarked] = useState<(Selection & { readonly top: number; readonly left: number }) | null>(null);
  useEffect(() => {
    const look = () => setMarked(selectionIn(box.current));
    const clear = () => window.getSelection()?.isCollapsed && setMarked(null);
    const ended = ['mouseup', 'touchend', 'keyup'] as const;
    const node = box.current;
    for (const name of ended) node?.addEventListener(name, look);
    document.addEventListener('selectionchange', clear);
    return () => {
      for (const name of ended) node?.removeEventListener(name, look);
      document.removeEventListener('selectionchange', clear);
    };
  }, []);
  const promiseMarks = project.promises.flatMap(({ id, start, end }): Mark[] =>
    start !== null && end !== null ? [{ start, end, key: id, isPromise: true }] : [],
  );
  const otherMarks = project.phrases.map(({ start, end }, index): Mark => ({ start, end, key: `phrase-${index}`, isPromise: false }));
  const act = (what: MarkAct, promiseId: string | null) => {
    if (marked) onMark(what, { start: marked.start, end: marked.end }, promiseId);
    window.getSelection()?.removeAllRanges();
    setMarked(null);
  };
  return (
    <div className="printed">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: words are selected in it by keyboard too */}
      <p ref={box} className="printed-text" tabIndex={0}>
        {segmentsOf(project.text, [...promiseMarks, ...otherMarks]).map(({ text, start, mark }) =>
          mark ? (
            <mark
              key={start}
              className={markClass(mark, activeId)}
              onClick={mark.isPromise ? () => onPick(mark.key) : undefined}
              onKeyDown={undefined}
            >
              {text}
            </mark>
          ) : (
            <span key={start}>{text}</span>
          ),
        )}
      </p>
      {marked && <MarkMenu project={project} activeId={activeId} style={{ top: marked.top, left: marked.left }} onAct={act} />}
    </div>
  );
}

function markClass(mark: Mark, activeId: string | null): string {
  if (!mark.isPromise) return 'aside';
  return mark.key === activeId ? 'active' : '';
}

type MarkMenuProps = {
  readonly project: DraftProject;
  readonly activeId: string | null;
  readonly style: { top: number; left: number };
  readonly onAct: (act: MarkAct, promiseId: string | null) => void;
};

function MarkMenu({ project, activeId, style, onAct }: MarkMenuProps) {
  const words = useLabels(labels);
  const locale = useLocale();
  const { promises } = project;
  const [chosen, setChosen] = useState<string | null>(
    promises.find(({ id }) => id === activeId)?.id ?? (promises.length === 1 ? promises[0]!.id : null),
  );
  const target = chosen ?? promises[0]?.id ?? null;
  return (
    // The selection must survive the press on a button.
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the selection alive
    <div
      className="mark-menu"
      style={style}
      onMouseDown={(event) => (event.target as HTMLElement).closest('.ant-select') === null && event.preventDefault()}
    >
      <Button size="small" type="primary" onClick={() => onAct('promise', null)}>
        {words.asPromise}
      </Button>
      {promises.length > 0 && (
        <>
          <Button size="small" onClick={() => onAct('quantity', target)}>
            {words.asQuantity}
          </Button>
          <Button size="small" onClick={() => onAct('object', target)}>
            {words.asObject}
          </Button>
        </>
      )}
      {promises.length > 1 && (
        <Select
          size="small"
          aria-label={words.ofPromise}
          value={target}
          onChange={setChosen}
          popupMatchSelectWidth={false}
          options={promises.map((promise) => ({ value: promise.id, label: `${nameOfPromise(promise)} ${targetOf(promise, locale)}` }))}
        />
      )}
    </div>
  );
}

/** The selected stretch as UTF-16 places in the text; null when it is empty or reaches outside. */
function selectionIn(box: HTMLElement | null) {
  const selection = window.getSelection();
  if (!box || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!box.contains(range.startContainer) || !box.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(box);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  const end = start + range.toString().length;
  const [shape, frame] = [range.getBoundingClientRect(), box.parentElement!.getBoundingClientRect()];
  return { start, end, top: shape.bottom - frame.top + 6, left: Math.max(0, Math.min(shape.left - frame.left, frame.width - 260)) };
}
