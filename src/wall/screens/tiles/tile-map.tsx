import { type GeoJSONSource, Map as LibreMap, Marker, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { lightShape } from '#/delivery/rules/charts.ts';
import { lightWords } from '#/delivery/words/lights.ts';
import { siteSign } from '#/planning/rules/map.ts';
import { planningLabels } from '#/planning/words/labels.ts';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Markup } from '#/ui/parts.tsx';
import { SIGNS, type SiteGround, type WallSite } from '../../rules/site-panel.ts';
import { labels } from '../labels.ts';
import { middleOf } from './middle.ts';
import type { PageTiles } from './settings.ts';
import { boundsOf, outlineOf, shapesOf, styleOf } from './style.ts';
import './tile-map.css';

setWorkerUrl(workerUrl);
const AROUND = { padding: 36, maxZoom: 16, animate: false } as const;

type TileMapProps = {
  readonly tiles: PageTiles;
  readonly ground: SiteGround;
  readonly onOpen: (projectId: string) => void;
  /** The browser cannot draw it (no WebGL): the wall draws its own outline again. */
  readonly onFault: () => void;
};

/** 底图上的点位: the sites on tiles, each with its stage and the light of its project; Tab goes from site to site, Enter opens the project. */
export default function TileMap({ tiles, ground, onOpen, onFault }: TileMapProps) {
  const words = useLabels(labels);
  const place = useRef<HTMLElement>(null);
  const map = useRef<LibreMap | null>(null);
  const latest = useRef({ tiles, ground, onFault });
  latest.current = { tiles, ground, onFault };
  useEffect(() => {
    const made = makeMap(place.current!, latest.current);
    map.current = made;
    return () => {
      made?.remove();
      map.current = null;
    };
  }, []);
  const placed = useMarkers(map, ground);
  return (
    <>
      <section className="tile-map" ref={place} aria-label={words.tileMap} />
      {placed.map(({ site, element }) => createPortal(<SiteButton site={site} onOpen={onOpen} />, element, site.id))}
      <p className="tile-credit">{[tiles.credit, ground.reviewNo].filter((it) => it !== null && it !== '').join(' · ')}</p>
    </>
  );
}

function makeMap(container: HTMLElement, { tiles, ground, onFault }: Pick<TileMapProps, 'tiles' | 'ground' | 'onFault'>): LibreMap | null {
  try {
    const bounds = boundsOf(ground);
    const made = new LibreMap({
      container,
      style: styleOf(tiles, ground),
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: 0,
      maxZoom: tiles.maxZoom + 1,
      ...(bounds !== null && { bounds, fitBoundsOptions: AROUND }),
    });
    made.addControl(new NavigationControl({ showCompass: false }), 'bottom-right');
    made.addControl(new ScaleControl(), 'bottom-left');
    // A tile that is not there leaves a blank square; the sites stand all the same.
    made.on('error', () => undefined);
    return made;
  } catch {
    onFault();
    return null;
  }
}

type Placed = { readonly site: WallSite; readonly element: HTMLElement };

/** The elements that the map keeps over the places of the sites; made anew when the sites are. */
function useMarkers(map: { readonly current: LibreMap | null }, ground: SiteGround): readonly Placed[] {
  const [placed, place] = useState<readonly Placed[]>([]);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    const on = map.current;
    if (on === null) return;
    if (on.isStyleLoaded()) redraw(on, ground);
    else on.once('load', () => redraw(on, ground));
    const ids = ground.sites.map(({ id }) => id).join();
    const bounds = boundsOf(ground);
    if (shown.current !== null && shown.current !== ids && bounds !== null) on.fitBounds(bounds, AROUND);
    shown.current = ids;
    const made = ground.sites.flatMap((site) => {
      if (site.geometry === null) return [];
      const element = document.createElement('div');
      const [lon, lat] = middleOf(site.geometry);
      return [{ site, element, marker: new Marker({ element }).setLngLat([lon, lat]).addTo(on) }];
    });
    place(made);
    return () => {
      for (const { marker } of made) marker.remove();
    };
  }, [map, ground]);
  return placed;
}

function redraw(on: LibreMap, ground: SiteGround): void {
  on.getSource<GeoJSONSource>('outline')?.setData(outlineOf(ground));
  on.getSource<GeoJSONSource>('shapes')?.setData(shapesOf(ground));
}

/** A site as a button of the page, so that it is read out and reached by key. */
function SiteButton({ site, onOpen }: { readonly site: WallSite; readonly onOpen: (projectId: string) => void }) {
  const locale = useLocale();
  const { number, name, stage, light, projectId } = site;
  const said = [`${number} ${name}`, planningLabels[locale].map.signs[SIGNS[stage]], lightWords[locale][light]].join(' · ');
  return (
    <button type="button" className="tile-site" title={said} aria-label={said} onClick={() => onOpen(projectId)}>
      <Markup of={siteSign(SIGNS[stage], lightShape(light))} />
      <b>{number}</b>
    </button>
  );
}
