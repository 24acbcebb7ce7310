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
import { ALL, type Open, openByKey } from './steps.ts';
import './wall.css';

const EVERY_MINUTE = 60_000;

/** 挂图: the meeting room’s screen. It fills the window, renews itself, and goes by keys. */
export default function WallScreen() {
  const words = useLabels(labels);
  const list = useYearList();
  const [open, setOpen] = useState<Open>(ALL);
  const view = useWall(list.query, open);
  useKeys(open, view.data, setOpen);
  if (!list.lines.data && !list.lines.error) return <Loading />;
  if (list.list === null) return <NoList />;
  return (
    <section className="wall">
      <h1 className="unseen">{words.wall}</h1>
      <Whole of={view}>
        {(it) => (
          <>
            <div className="wall-drawing" data-project={open.project ?? 'all'}>
              <Markup of={it.screen} className="wall-markup" />
            </div>
            <WallFoot view={it} query={list.query!} open={open} onOpen={setOpen} readAt={view.dataUpdatedAt} isOffline={view.isError} />
          </>
        )}
      </Whole>
    </section>
  );
}

/** Asked anew every minute, also while nobody looks; what was read last stays while the server does not answer. */
function useWall(query: string | null, { project, page }: Open) {
  const { api } = useWorkplace();
  const locale = useLocale();
  const path = `/wall/sheet?${query}&locale=${locale}&page=${page}${project === null ? '' : `&project=${project}`}`;
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
        event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [role="menu"], [role="listbox"]');
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
