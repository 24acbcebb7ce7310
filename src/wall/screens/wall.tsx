import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useLabels, useLocale } from '#/ui/locale.tsx';
import { Loading, Whole } from '#/ui/page.tsx';
import { Markup } from '#/ui/parts.tsx';
import { useWorkplace } from '#/ui/session.ts';
import { NoList, useYearList } from '#/ui/year-list.tsx';
import type { WallAnswer } from './contract.ts';
import { WallFoot } from './foot.tsx';
import { labels } from './labels.ts';
import { PhoneList } from './phone-list.tsx';
import { ALL, type Open, openByKey } from './steps.ts';
import { type PageTiles, pageTiles } from './tiles/settings.ts';
import { TileOverlay } from './tiles/tile-overlay.tsx';
import './wall.css';

const EVERY_MINUTE = 60_000;

/** 挂图: the meeting room’s screen. It fills the window, renews itself, and goes by keys. */
export default function WallScreen() {
  const words = useLabels(labels);
  const list = useYearList();
  const [open, setOpen] = useState<Open>(ALL);
  const [tiles, setTiles] = useState(pageTiles);
  const view = useWall(list.query, open, tiles !== null);
  useKeys(open, view.data, setOpen);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  if (list.list === null) return <NoList />;
  return (
    <section className="wall">
      <h1 className="unseen">{words.wall}</h1>
      <Whole of={view}>
        {(it) => (
          <>
            <PhoneList view={it} open={open} onOpen={setOpen} />
            <div className="wall-drawing" data-project={open.project ?? 'all'}>
              <Drawing of={it} tiles={tiles} onOpen={setOpen} onFault={() => setTiles(null)} />
            </div>
            <WallFoot view={it} query={list.query!} open={open} onOpen={setOpen} readAt={view.dataUpdatedAt} isOffline={view.isError} />
          </>
        )}
      </Whole>
    </section>
  );
}

type DrawingProps = {
  readonly of: WallAnswer;
  readonly tiles: PageTiles | null;
  readonly onOpen: (next: Open) => void;
  readonly onFault: () => void;
};

function Drawing({ of: { screen, ground }, tiles, onOpen, onFault }: DrawingProps) {
  const drawn = <Markup of={screen} className="wall-markup" />;
  const onSite = useCallback((project: string) => onOpen({ project, page: 1 }), [onOpen]);
  if (tiles === null || ground === null) return drawn;
  return (
    <TileOverlay tiles={tiles} ground={ground} drawing={screen} onOpen={onSite} onFault={onFault}>
      {drawn}
    </TileOverlay>
  );
}

/** Asked anew every minute, also while nobody looks; what was read last stays while the server does not answer. */
function useWall(query: string | null, { project, page }: Open, isOnTiles: boolean) {
  const { api } = useWorkplace();
  const locale = useLocale();
  const path = `/wall/sheet?${query}&locale=${locale}&page=${page}${project === null ? '' : `&project=${project}`}${isOnTiles ? '&map=apart' : ''}`;
  return useQuery({
    queryKey: [api.district, path],
    enabled: query !== null,
    queryFn: () => api.get<WallAnswer>(path),
    refetchInterval: EVERY_MINUTE,
    refetchIntervalInBackground: true,
    networkMode: 'always',
    retry: false,
    placeholderData: keepPreviousData,
  });
}

function useKeys(open: Open, view: WallAnswer | undefined, onOpen: (next: Open) => void): void {
  const pressed = useCallback(
    (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [role="menu"], [role="listbox"], .tile-map');
      if (view === undefined || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      const next = openByKey(event.key, open, view);
      if (next === null) return;
      event.preventDefault();
      onOpen(next);
    },
    [open, view, onOpen],
  );
  useEffect(() => {
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [pressed]);
}
