import { lazy, type ReactNode, Suspense, useLayoutEffect, useRef, useState } from 'react';
import type { SiteGround } from '../../rules/site-panel.ts';
import type { PageTiles } from './settings.ts';

const TileMap = lazy(() => import('./tile-map.tsx'));

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
type TileOverlayProps = {
  readonly tiles: PageTiles;
  readonly ground: SiteGround;
  /** The drawing with the place that it leaves free. */
  readonly children: ReactNode;
  readonly drawing: string;
  readonly onOpen: (projectId: string) => void;
  readonly onFault: () => void;
};

/** Lays the tile map over the place that the drawing leaves for it, whatever the size of the window. */
export function TileOverlay({ tiles, ground, children, drawing, onOpen, onFault }: TileOverlayProps) {
  const around = useRef<HTMLDivElement>(null);
  const box = usePlace(around, drawing);
  return (
    <div className="tile-around" ref={around}>
      {children}
      {box !== null && (
        <div className="tile-place" style={box}>
          <Suspense>
            <TileMap tiles={tiles} ground={ground} onOpen={onOpen} onFault={onFault} />
          </Suspense>
        </div>
      )}
    </div>
  );
}

function usePlace(around: { readonly current: HTMLElement | null }, drawing: string): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another drawing leaves another place
  useLayoutEffect(() => {
    const element = around.current!;
    const measure = () => {
      const place = element.querySelector('.map-place')?.getBoundingClientRect();
      const { left, top } = element.getBoundingClientRect();
      if (place === undefined) return setBox(null);
      setBox({ left: place.left - left, top: place.top - top, width: place.width, height: place.height });
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [around, drawing]);
  return box;
}
