import { type KeyboardEvent, type PointerEvent, type RefObject, useState } from 'react';
import { boxBetween, type Corner, type Drawing, drawn, MIDDLE, moved, type Point, resized, undone } from '../rules/covering.ts';
import { type CoverBox, MOST_BOXES, WHOLE_SIDE } from '../rules/pictures.ts';

/** Shares of the picture for one press of an arrow key. */
const STEP = 100;
/** A tap without a drag draws nothing. */
const LEAST_DRAG = 80;
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

export type CoveringProps = { readonly drawing: Drawing; readonly onChange: (drawing: Drawing) => void };

/** What is under the pointer while it is down: a box, one of its corners, or the bare picture. */
type Grip = { readonly from: Point; readonly no: number | null; readonly box: CoverBox | null; readonly corner: Corner | null };

/** The boxes as they are and as they become, step by step. */
export function useBoxes({ drawing, onChange }: CoveringProps, stage: RefObject<HTMLDivElement | null>) {
  const [chosen, choose] = useState<number | null>(null);
  const { boxes } = drawing;
  const focus = (no: number) =>
    requestAnimationFrame(() => stage.current?.querySelector<HTMLElement>(`[data-box="${no}"]`)?.focus({ preventScroll: true }));
  return {
    boxes,
    chosen,
    choose,
    set: (no: number, box: CoverBox) => onChange(drawn(drawing, boxes.with(no, box))),
    add(box: CoverBox = MIDDLE) {
      if (boxes.length >= MOST_BOXES) return;
      onChange(drawn(drawing, [...boxes, box]));
      choose(boxes.length);
      focus(boxes.length);
    },
    remove(no: number) {
      onChange(drawn(drawing, boxes.toSpliced(no, 1)));
      choose(null);
    },
    undo() {
      onChange(undone(drawing));
      choose(null);
    },
  };
}

export type Boxes = ReturnType<typeof useBoxes>;

/** Drawing, moving and resizing by pointer or finger. */
export function usePointer(boxes: Boxes, stage: RefObject<HTMLDivElement | null>, isOff: boolean) {
  const [grip, setGrip] = useState<Grip | null>(null);
  const [live, setLive] = useState<CoverBox | null>(null);
  const at = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top, width, height } = stage.current!.getBoundingClientRect();
    return { x: ((clientX - left) / width) * WHOLE_SIDE, y: ((clientY - top) / height) * WHOLE_SIDE };
  };
  const letGo = () => {
    setGrip(null);
    setLive(null);
  };
  return {
    /** The box that is being drawn, or `null` while another one is dragged. */
    fresh: grip !== null && grip.box === null ? live : null,
    shown: grip !== null && grip.no !== null && live !== null ? boxes.boxes.with(grip.no, live) : boxes.boxes,
    handlers: {
      onPointerDown(event: PointerEvent) {
        if (isOff || event.button !== 0) return;
        const { no, corner } = gripAt(event.target as HTMLElement);
        event.currentTarget.setPointerCapture(event.pointerId);
        boxes.choose(no);
        setGrip({ from: at(event), no, box: no === null ? null : boxes.boxes[no]!, corner });
      },
      onPointerMove(event: PointerEvent) {
        if (grip !== null) setLive(draggedBox(grip, at(event)));
      },
      onPointerUp() {
        if (grip !== null && live !== null && isDragged(grip, live)) {
          if (grip.no === null) boxes.add(live);
          else boxes.set(grip.no, live);
        }
        letGo();
      },
      onPointerCancel: letGo,
    },
  };
}

/** Arrow keys move the box that has the focus, with Shift they resize it; Delete removes it; Ctrl+Z takes the last step back. */
export function pressOn(boxes: Boxes, event: KeyboardEvent): void {
  const { no } = gripAt(event.target as HTMLElement);
  const by = ARROWS[event.key];
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') boxes.undo();
  else if (no === null) return;
  else if (by !== undefined) boxes.set(no, event.shiftKey ? resized(boxes.boxes[no]!, 'right-bottom', by) : moved(boxes.boxes[no]!, by));
  else if (event.key === 'Delete' || event.key === 'Backspace') boxes.remove(no);
  else return;
  event.preventDefault();
}

function gripAt(target: HTMLElement): { readonly no: number | null; readonly corner: Corner | null } {
  const box = target.closest<HTMLElement>('[data-box]');
  return { no: box === null ? null : Number(box.dataset.box), corner: (target.dataset.corner as Corner | undefined) ?? null };
}

function draggedBox({ from, box, corner }: Grip, to: Point): CoverBox {
  if (box === null) return boxBetween(from, to);
  const by = { x: to.x - from.x, y: to.y - from.y };
  return corner === null ? moved(box, by) : resized(box, corner, by);
}

function isDragged({ box }: Grip, live: CoverBox): boolean {
  if (box === null) return Math.max(live.width, live.height) > LEAST_DRAG;
  return live.x !== box.x || live.y !== box.y || live.width !== box.width || live.height !== box.height;
}
