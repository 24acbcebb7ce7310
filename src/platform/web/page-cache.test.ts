import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { test } from 'node:test';
import { makePageCache, type PageCache } from './page-cache.ts';

const MEGABYTE = 1024 * 1024;
const page = (bytes: Buffer = Buffer.from('公开')) => ({ district: '990001', status: 200, mediaType: 'application/octet-stream', bytes });

function isKept(cache: PageCache, url: string): boolean {
  const response = { writeHead: () => response, end: () => response } as unknown as ServerResponse;
  return cache.serve({ method: 'GET', url, headers: {} } as unknown as IncomingMessage, response);
}

test('a visitor who asks for ever new addresses does not fill the memory: the oldest pages go', () => {
  const cache = makePageCache();

  for (let i = 0; i < 100; i++) cache.keep(`/990001/2026?x=${i}`, page(Buffer.alloc(MEGABYTE)), cache.moment());

  const kept = Array.from({ length: 100 }, (_, i) => isKept(cache, `/990001/2026?x=${i}`));
  assert.deepEqual([kept[0], kept[99]], [false, true]);
  assert.ok(kept.filter(Boolean).length <= 64);
});

test('a page that was read before its district published is not kept after it', () => {
  const cache = makePageCache();
  const before = cache.moment();

  cache.forget('990001');
  cache.keep('/990001/2026', page(), before);
  const stale = isKept(cache, '/990001/2026');
  cache.keep('/990001/2026', page(), cache.moment());

  assert.deepEqual([stale, isKept(cache, '/990001/2026')], [false, true]);
});

test('what is kept is kept for a minute', () => {
  let now = 0;
  const cache = makePageCache(() => now);
  cache.keep('/990001/2026', page(), cache.moment());

  now = 61_000;

  assert.equal(isKept(cache, '/990001/2026'), false);
});
