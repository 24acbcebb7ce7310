/** 底图 as the server wrote it into the page; null where none is configured. */
export type PageTiles = {
  readonly templates: readonly string[];
  readonly credit: string;
  readonly minZoom: number;
  readonly maxZoom: number;
};

export function pageTiles(): PageTiles | null {
  const said = document.querySelector<HTMLMetaElement>('meta[name="map-tiles"]')?.content ?? '';
  return said.startsWith('{') ? (JSON.parse(said) as PageTiles) : null;
}
