import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useWorkplace } from './session.ts';

/** The same names as in `shells/staff/public/assets/sign-in-worker-1.js`. */
const KEPT = 'luoshi-sign-in';
const SHELL = '/staff/sign-in-shell';
const WORKER = '/staff/assets/sign-in-worker-1.js';

/**
 * 离线外壳: once the list is on the screen, the page and what it read are kept in this browser for a day, so that a reload without network opens
 * it again with its queue. Where the browser has no such thing the page works as long as it stays open.
 */
export function useOfflineShell(room: string, isReady: boolean): void {
  const queries = useQueryClient();
  const { district } = useWorkplace();
  useEffect(() => {
    if (!isReady || !('serviceWorker' in navigator) || !('caches' in window)) return;
    keepShell(`/staff/${district}/${room}/`, queries).catch(() => undefined);
  }, [room, isReady, district, queries]);
}

async function keepShell(scope: string, queries: QueryClient): Promise<void> {
  await navigator.serviceWorker.register(WORKER, { scope });
  const kept = await caches.open(KEPT);
  const page = await fetch(location.pathname);
  if (page.ok) await kept.put(SHELL, page);
  const built = performance.getEntriesByType('resource').filter(({ name }) => new URL(name).pathname.startsWith('/staff/assets/'));
  await Promise.all(built.map(async ({ name }) => (await kept.match(name)) ?? kept.add(name)));
  await Promise.all(readsOf(queries).map(({ path, data }) => kept.put(path, answerNow(data))));
}

/** What the page has read already is kept as it was answered: lists of persons are not read, and noted, twice. */
function readsOf(queries: QueryClient): readonly { readonly path: string; readonly data: unknown }[] {
  return queries
    .getQueryCache()
    .getAll()
    .flatMap(({ queryKey: [first, path], state: { data } }) => {
      if (data === undefined) return [];
      if (first === 'me') return [{ path: '/api/session/me', data }];
      if (typeof path !== 'string') return [];
      return [{ path: path.startsWith('/api/') ? path : `/api/${String(first)}${path}`, data }];
    });
}

function answerNow(data: unknown): Response {
  const headers = { 'content-type': 'application/json; charset=utf-8', date: new Date().toUTCString() };
  return new Response(JSON.stringify(data), { headers });
}

/** Whoever logs out leaves no list behind in the browser. */
export async function forgetShell(): Promise<void> {
  if ('caches' in window) await caches.delete(KEPT);
}
