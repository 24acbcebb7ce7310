// The sign-in page without network: its own scope, the network first, and what was kept last where there is none. Commands are no part of
// it: they wait in the page's own queue and go out once each, by their id.
const KEPT = 'luoshi-sign-in';
const SHELL = '/staff/sign-in-shell';
/** A list of names is not kept for longer than a day. */
const MOST_MS = 24 * 3600 * 1000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isOurs = request.mode === 'navigate' || pathname.startsWith('/staff/assets/') || pathname.startsWith('/api/');
  if (request.method === 'GET' && origin === self.location.origin && isOurs) event.respondWith(answer(request));
});

async function answer(request) {
  const kept = await caches.open(KEPT);
  const key = request.mode === 'navigate' ? SHELL : request.url;
  const response = await fetch(request).catch(() => null);
  if (response === null) return (await findFresh(kept, key)) ?? Response.error();
  if (response.ok) await kept.put(key, response.clone());
  // Whoever is logged out leaves nothing behind.
  if (response.status === 401) await caches.delete(KEPT);
  return response;
}

async function findFresh(kept, key) {
  const found = await kept.match(key, { ignoreVary: true });
  const date = found?.headers.get('date');
  const isBuilt = key.includes('/staff/assets/');
  return found !== undefined && (isBuilt || (date && Date.now() - new Date(date).getTime() < MOST_MS)) ? found : null;
}
