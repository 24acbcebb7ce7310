import { Button, Checkbox, Segmented } from 'antd';
import { useRef, useState } from 'react';
import { useLabels } from '#/ui/locale.tsx';
import { CORNERS } from '../rules/covering.ts';
import { type CoverBox, WHOLE_SIDE } from '../rules/pictures.ts';
import { pictureLabels } from './picture-labels.ts';
import { type Boxes, type CoveringProps, pressOn, useBoxes, usePointer } from './use-covering.ts';

const ZOOMS = [1, 1.5, 2, 3, 4] as const;

type View = { readonly zoom: number; readonly mode: 'draw' | 'pan'; readonly isPreview: boolean };

/** 遮挡工具: boxes over a picture, by pointer, finger or keyboard. What they cover is filled by the server, not here. */
export function CoverTool({ src, ...props }: CoveringProps & { readonly src: string }) {
  const words = useLabels(pictureLabels);
  const stage = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>({ zoom: 0, mode: 'draw', isPreview: false });
  // A box drawn before the picture has its shape would cover something else.
  const [isLoaded, setLoaded] = useState(false);
  const boxes = useBoxes(props, stage);
  const pointer = usePointer(boxes, stage, !isLoaded || view.mode === 'pan' || view.isPreview);
  return (
    <div className="cover-tool">
      <Bar boxes={boxes} view={view} mayUndo={props.drawing.earlier.length > 0} onView={setView} />
      <div className="cover-window">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a surface to draw on; every box in it is a control of its own */}
        <div
          ref={stage}
          className={`cover-stage ${view.mode}${view.isPreview ? ' preview' : ''}`}
          aria-busy={!isLoaded}
          style={{ width: `${ZOOMS[view.zoom]! * 100}%` }}
          onKeyDown={(event) => pressOn(boxes, event)}
          {...pointer.handlers}
        >
          <img src={src} alt={words.picture} draggable={false} onLoad={() => setLoaded(true)} />
          {pointer.shown.map((box, no) => (
            <Box
              // biome-ignore lint/suspicious/noArrayIndexKey: a box is known by its place among the others
              key={no}
              no={no}
              box={box}
              isChosen={boxes.chosen === no && !view.isPreview}
              onFocus={() => boxes.choose(no)}
            />
          ))}
          {pointer.fresh !== null && <div className="cover-box" style={placeOf(pointer.fresh)} />}
        </div>
      </div>
      <p className="soft" role="status">
        {words.count(boxes.boxes.length)}
      </p>
    </div>
  );
}

type BarProps = { readonly boxes: Boxes; readonly view: View; readonly mayUndo: boolean; readonly onView: (view: View) => void };

function Bar({ boxes, view, mayUndo, onView }: BarProps) {
  const words = useLabels(pictureLabels);
  const { chosen } = boxes;
  const modes = [
    { value: 'draw' as const, label: words.draw },
    { value: 'pan' as const, label: words.pan },
  ];
  return (
    <div className="cover-bar" role="toolbar" aria-label={words.tool}>
      <Segmented value={view.mode} onChange={(mode) => onView({ ...view, mode })} options={modes} />
      <Button onClick={() => boxes.add()}>{words.add}</Button>
      <Button disabled={chosen === null} onClick={() => chosen !== null && boxes.remove(chosen)}>
        {words.remove}
      </Button>
      <Button disabled={!mayUndo} onClick={boxes.undo}>
        {words.undo}
      </Button>
      <span className="cover-zoom">
        <Button aria-label={words.zoomOut} disabled={view.zoom === 0} onClick={() => onView({ ...view, zoom: view.zoom - 1 })}>
          −
        </Button>
        <span className="soft">{ZOOMS[view.zoom]! * 100}%</span>
        <Button
          aria-label={words.zoomIn}
          disabled={view.zoom === ZOOMS.length - 1}
          onClick={() => onView({ ...view, zoom: view.zoom + 1 })}
        >
          +
        </Button>
      </span>
      <Checkbox checked={view.isPreview} onChange={({ target }) => onView({ ...view, isPreview: target.checked })}>
        {words.preview}
      </Checkbox>
    </div>
  );
}

const percent = (share: number) => `${(share / WHOLE_SIDE) * 100}%`;

function placeOf({ x, y, width, height }: CoverBox) {
  return { left: percent(x), top: percent(y), width: percent(width), height: percent(height) };
}

type BoxProps = { readonly no: number; readonly box: CoverBox; readonly isChosen: boolean; readonly onFocus: () => void };

function Box({ no, box, isChosen, onFocus }: BoxProps) {
  const words = useLabels(pictureLabels);
  const hundredth = (it: number) => Math.round(it / 100);
  return (
    <button
      type="button"
      className={isChosen ? 'cover-box chosen' : 'cover-box'}
      data-box={no}
      style={placeOf(box)}
      aria-label={words.box(no + 1, hundredth(box.x), hundredth(box.y), hundredth(box.width), hundredth(box.height))}
      aria-pressed={isChosen}
      onFocus={onFocus}
    >
      {isChosen && CORNERS.map((corner) => <i key={corner} data-corner={corner} className={corner} />)}
    </button>
  );
}
