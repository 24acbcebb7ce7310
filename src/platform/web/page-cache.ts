import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { digestOf } from '../secrets.ts';
import { PUBLIC_HEADERS } from './headers.ts';

type Variant = {
  readonly encoding: 'br' | 'gzip' | null;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string | number>>;
};
type Entry = {
  readonly district: string | null;
  readonly etag: string;
  readonly status: number;
  readonly variants: readonly Variant[];
  readonly until: number;
};

/** Public answers as bytes, kept until their district publishes again; at most a minute, so that other processes' editions appear too. */
export type PageCache = {
  /** Answers from memory, before any routing; false when it knows nothing of this address. */
  serve(request: IncomingMessage, response: ServerResponse): boolean;
  /** To be asked for before a page is read, and given to `keep`: what was published in between makes the page stale. */
  moment(): number;
  keep(url: string, answer: Answer, since: number): Entry;
  send(entry: Entry, request: IncomingMessage, response: ServerResponse): void;
  forget(district: string): void;
};

export type Answer = {
  readonly district: string | null;
  readonly status: number;
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly fileName?: string | undefined;
  readonly immutable?: boolean | undefined;
};

const KEEP_MS = 60_000;
const MAX_BYTES = 64 * 1024 * 1024;

export function makePageCache(now: () => number = Date.now): PageCache {
  const entries = new Map<string, Entry>();
  let bytes = 0;
  let moment = 0;
  const drop = (url: string): void => {
    bytes -= sizeOf(entries.get(url));
    entries.delete(url);
  };
  const cache: PageCache = {
    serve(request, response) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return false;
      const entry = entries.get(request.url ?? '');
      if (entry === undefined) return false;
      if (entry.until < now()) {
        drop(request.url!);
        return false;
      }
      cache.send(entry, request, response);
      return true;
    },
    moment: () => moment,
    keep(url, answer, since) {
      const entry = makeEntry(answer, now() + KEEP_MS);
      if (answer.status !== 200 || since !== moment) return entry;
      drop(url);
      entries.set(url, entry);
      bytes += sizeOf(entry);
      while (bytes > MAX_BYTES) drop(entries.keys().next().value!);
      return entry;
    },
    send(entry, request, response) {
      const accepted = String(request.headers['accept-encoding'] ?? '');
      const variant = entry.variants.find((it) => it.encoding === null || accepted.includes(it.encoding))!;
      if (request.headers['if-none-match'] === entry.etag) {
        response.writeHead(304, { etag: entry.etag, vary: 'accept-encoding' }).end();
        return;
      }
      response.writeHead(entry.status, variant.headers);
      response.end(request.method === 'HEAD' ? undefined : variant.bytes);
    },
    forget(district) {
      moment += 1;
      for (const [url, entry] of entries) if (entry.district === null || entry.district === district) drop(url);
    },
  };
  return cache;
}

/** With its headers and its place in the table; an address costs something even where the page is empty. */
function sizeOf(entry: Entry | undefined): number {
  return entry === undefined ? 0 : entry.variants.reduce((sum, it) => sum + it.bytes.length, 2_000);
}

function makeEntry({ district, status, mediaType, bytes, fileName, immutable }: Answer, until: number): Entry {
  const etag = `"${digestOf(bytes).slice(0, 32)}"`;
  const text = /^(text\/|application\/(json|atom|xml))|svg/.test(mediaType);
  const base = {
    ...PUBLIC_HEADERS,
    'content-type': mediaType,
    'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
    etag,
    vary: 'accept-encoding',
    ...(fileName === undefined ? {} : { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}` }),
  };
  const make = (encoding: Variant['encoding'], body: Buffer): Variant => ({
    encoding,
    bytes: body,
    headers: { ...base, 'content-length': body.length, ...(encoding === null ? {} : { 'content-encoding': encoding }) },
  });
  const packed = text
    ? [make('br', brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })), make('gzip', gzipSync(bytes))]
    : [];
  return { district, etag, status, until, variants: [...packed, make(null, bytes)] };
}
