import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Drag } from '../../rules/plan-drag.ts';
import { NameRows } from './name-rows.tsx';
import { type PaintWords, paint } from './paint.ts';
import { type BoxRef, type OnDrag, useDragging } from './use-dragging.ts';
import { dayX, HEAD, NAMES, type Picture, ROW, rowsSeen, sizeOf, type Window } from './view.ts';

type ViewportProps = {
  readonly picture: Picture;
  readonly words: PaintWords;
  readonly label: string;
  readonly mayDrag: (drag: Omit<Drag, 'day'>) => boolean;
  readonly onDrag: OnDrag;
  readonly onSelect: (key: string | null) => void;
};

/** Names are elements, so that they can be read aloud and reached by keys; bars are painted, so that thousands of them scroll smoothly. */
export function Viewport({ picture, words, label, mayDrag, onDrag, onSelect }: ViewportProps) {
  const { scroller, canvas, names, seen, size } = usePainted(picture, words);
  useToday(scroller, picture);
  const drag = useDragging({ scroller, canvas, picture, mayDrag, onDrag, onSelect });
  const whole = sizeOf(picture);
  const scale = globalThis.devicePixelRatio || 1;
  const paperWidth = Math.max(size.width - NAMES, 0);
  const last = Math.min(seen[1], picture.rows.length - 1);
  const first = Math.min(seen[0], Math.max(last, 0));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it
    <section className="gantt" ref={scroller} aria-label={label} tabIndex={0}>
      <div className="gantt-space" style={{ width: whole.width + NAMES, height: whole.height + HEAD }}>
        <div className="gantt-view" style={{ width: size.width, height: size.height }}>
          <div className="gantt-names" style={{ width: NAMES, height: size.height }}>
            <div className="gantt-names-in" ref={names} style={{ top: HEAD }}>
              <NameRows
                rows={picture.rows}
                from={first}
                to={last}
                pool={Math.max(poolFor(size.height), last - first + 1)}
                selected={picture.selected}
                onSelect={onSelect}
              />
            </div>
            <div className="gantt-corner" style={{ height: HEAD }} />
          </div>
          <canvas
            ref={canvas}
            width={Math.round(paperWidth * scale)}
            height={Math.round(size.height * scale)}
            style={{ width: paperWidth, height: size.height }}
            {...drag}
          />
        </div>
      </div>
    </section>
  );
}

/** Rows beyond what can be seen whose names are there as well, and how few of them may be left. */
const BEYOND = 12;
const LEAST = 6;
const poolFor = (height: number): number => Math.ceil(height / ROW) + 2 * BEYOND + 2;

/** Paints what is looked at, after every scroll and every change; `seen` are the rows whose names are there. */
function usePainted(picture: Picture, words: PaintWords) {
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const names = useRef<HTMLDivElement>(null);
  const now = useRef({ picture, words });
  now.current = { picture, words };
  const [seen, setSeen] = useState<readonly [number, number]>([0, 40]);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const scrolled = useCallback(() => {
    const box = scroller.current!;
    // All is read before anything is written, so that the browser lays the page out once a frame.
    const view = { left: box.scrollLeft, top: box.scrollTop, width: canvas.current!.clientWidth, height: box.clientHeight };
    const [first, last] = rowsSeen(now.current.picture.rows.length, view, BEYOND);
    setSeen((before) => (first + BEYOND - LEAST < before[0] || last - BEYOND + LEAST > before[1] ? [first, last] : before));
    names.current!.style.transform = `translateY(${-view.top}px)`;
    draw(canvas.current!, view, now.current);
  }, []);
  useFrames(scroller, scrolled);
  useLayoutEffect(() => {
    const box = scroller.current!;
    const watcher = new ResizeObserver(() => setSize({ width: box.clientWidth, height: box.clientHeight }));
    watcher.observe(box);
    return () => watcher.disconnect();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is shown has changed
  useEffect(scrolled, [picture, size, scrolled]);
  return { scroller, canvas, names, seen, size };
}

type Shown = { readonly picture: Picture; readonly words: PaintWords };

function draw(paper: HTMLCanvasElement, view: Window, { picture, words }: Shown): void {
  const brush = paper.getContext('2d');
  if (brush === null) return;
  const scale = paper.width / Math.max(view.width, 1);
  brush.setTransform(scale, 0, 0, scale, 0, 0);
  paint(brush, picture, view, words);
}

/** Scrolling may report several times a frame; it is drawn once. */
function useFrames(scroller: BoxRef, scrolled: () => void): void {
  useEffect(() => {
    const box = scroller.current!;
    let waiting = 0;
    const onScroll = () => {
      if (waiting !== 0) return;
      waiting = requestAnimationFrame(() => {
        waiting = 0;
        scrolled();
      });
    };
    box.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(waiting);
      box.removeEventListener('scroll', onScroll);
    };
  }, [scroller, scrolled]);
}

/** Opens a little before today, and keeps the middle day when the zoom changes. */
function useToday(scroller: BoxRef, { from, to, today, zoom }: Picture): void {
  useLayoutEffect(() => {
    scroller.current!.scrollLeft = Math.max(dayX({ from, zoom }, Math.min(Math.max(today, from), to)) - 160, 0);
  }, [scroller, from, to, today, zoom]);
}
