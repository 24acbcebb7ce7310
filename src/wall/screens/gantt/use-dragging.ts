import { type PointerEvent, useEffect, useRef } from 'react';
import type { Drag } from '../../rules/plan-drag.ts';
import { dayAt, HEAD, hitAt, type Picture, ROW } from './view.ts';

export type DragPhase = 'moving' | 'dropped' | 'cancelled';
export type OnDrag = (drag: Drag, phase: DragPhase) => void;
export type BoxRef = { readonly current: HTMLDivElement | null };
type Grip = Omit<Drag, 'day'>;
type Dragging = {
  readonly scroller: BoxRef;
  readonly canvas: { readonly current: HTMLCanvasElement | null };
  readonly picture: Picture;
  readonly mayDrag: (drag: Grip) => boolean;
  readonly onDrag: OnDrag;
  readonly onSelect: (key: string | null) => void;
};
type Held = Grip & { readonly offset: number; day: number; hasMoved: boolean };
type Event = PointerEvent<HTMLCanvasElement>;

/** A finger that rests so long on a bar takes it; one that moves sooner scrolls. */
const REST_MS = 350;
const STILL_PX = 8;

/** A bar is taken by the mouse at once, by a finger once it has rested on it. */
export function useDragging({ scroller, canvas, picture, mayDrag, onDrag, onSelect }: Dragging) {
  const held = useRef<Held | null>(null);
  const resting = useResting();
  useNoScrollWhile(canvas, held);
  const placeOf = (event: Event) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left + scroller.current!.scrollLeft, y: event.clientY - box.top - HEAD + scroller.current!.scrollTop };
  };
  const onPointerDown = (event: Event) => {
    const { x, y } = placeOf(event);
    const isFinger = event.pointerType === 'touch';
    const hit = hitAt(picture, x, y, isFinger);
    onSelect(hit?.row.key ?? picture.rows[Math.floor(y / ROW)]?.key ?? null);
    if (hit === null || event.button !== 0 || !mayDrag({ activityId: hit.row.key, grip: hit.grip })) return;
    const [start, end] = hit.row.bar.early;
    const day = hit.grip === 'start' ? start : end;
    const taken: Held = { activityId: hit.row.key, grip: hit.grip, offset: dayAt(picture, x) - day, day, hasMoved: false };
    const take = () => {
      held.current = taken;
      if (isFinger) onDrag({ activityId: taken.activityId, grip: taken.grip, day }, 'moving');
    };
    if (isFinger) return resting.begin(event, take);
    event.currentTarget.setPointerCapture(event.pointerId);
    take();
  };
  const onPointerMove = (event: Event) => {
    const { x, y } = placeOf(event);
    const it = held.current;
    if (it === null) {
      resting.moved(event);
      const hit = hitAt(picture, x, y);
      const can = hit !== null && mayDrag({ activityId: hit.row.key, grip: hit.grip });
      event.currentTarget.style.cursor = can ? (hit.grip === 'end' ? 'ew-resize' : 'grab') : 'default';
      return;
    }
    const day = dayAt(picture, x) - it.offset;
    if (day === it.day) return;
    it.day = day;
    it.hasMoved = true;
    onDrag({ activityId: it.activityId, grip: it.grip, day }, 'moving');
  };
  const end = (phase: DragPhase) => () => {
    resting.stop();
    const it = held.current;
    held.current = null;
    if (it !== null) onDrag({ activityId: it.activityId, grip: it.grip, day: it.day }, it.hasMoved ? phase : 'cancelled');
  };
  return { onPointerDown, onPointerMove, onPointerUp: end('dropped'), onPointerCancel: end('cancelled') };
}

/** Waits for a finger to rest on a bar. */
function useResting() {
  const waiting = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly x: number; readonly y: number } | null>(null);
  const stop = () => {
    if (waiting.current !== null) clearTimeout(waiting.current.timer);
    waiting.current = null;
  };
  const begin = ({ clientX: x, clientY: y }: Event, take: () => void) => {
    stop();
    waiting.current = { timer: setTimeout(take, REST_MS), x, y };
  };
  const moved = ({ clientX, clientY }: Event) => {
    const from = waiting.current;
    if (from !== null && Math.hypot(clientX - from.x, clientY - from.y) > STILL_PX) stop();
  };
  useEffect(
    () => () => {
      if (waiting.current !== null) clearTimeout(waiting.current.timer);
    },
    [],
  );
  return { begin, moved, stop };
}

/** While a finger holds a bar it drags it, and does not scroll; nor does holding it open a menu. */
function useNoScrollWhile(canvas: Dragging['canvas'], held: { readonly current: Held | null }): void {
  useEffect(() => {
    const paper = canvas.current!;
    const stay = (event: globalThis.Event) => {
      if (held.current !== null) event.preventDefault();
    };
    paper.addEventListener('touchmove', stay, { passive: false });
    paper.addEventListener('contextmenu', stay);
    return () => {
      paper.removeEventListener('touchmove', stay);
      paper.removeEventListener('contextmenu', stay);
    };
  }, [canvas, held]);
}
