import { type ComponentType, useEffect, useState } from 'react';
import { matchPath } from 'react-router';
import type { Screen } from '#/ui/screen.ts';
import { SCREENS } from './menu.ts';

const pages = new WeakMap<Screen, ComponentType>();
const onTheWay = new WeakMap<Screen, Promise<unknown>>();

function load(screen: Screen): Promise<unknown> {
  const known = onTheWay.get(screen);
  if (known !== undefined) return known;
  const coming = screen.load().then((it) => pages.set(screen, it.default));
  onTheWay.set(screen, coming);
  // What failed to come is asked for again when the page is opened again.
  coming.catch(() => onTheWay.delete(screen));
  return coming;
}

/** The page of a screen, null while it is on its way. Not by Suspense: what React hides behind that stays hidden for 300 ms. */
export function usePage(screen: Screen): ComponentType | null {
  const [, setCame] = useState<Screen | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  // Told also when it is there already: it may have come between the drawing and this, and nothing would draw again.
  useEffect(() => {
    let isLeft = false;
    load(screen).then(
      () => isLeft || setCame(screen),
      (problem: unknown) => isLeft || setFault(problem),
    );
    return () => {
      isLeft = true;
    };
  }, [screen]);
  if (fault !== null) throw fault;
  return pages.get(screen) ?? null;
}

/** Fetches the page of an address while it is still being asked who is there. */
export function loadPageOf(path: string): void {
  const screen = SCREENS.find((it) => matchPath(`/staff/:district/${it.path}`, path) !== null);
  if (screen !== undefined) void load(screen).catch(() => {});
}
