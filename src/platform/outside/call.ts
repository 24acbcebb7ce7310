import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import type { SendReason } from '#/kernel/send-reason.ts';
import { isPrivateAddress } from './private-address.ts';
import { reasonOfCode, type Sent } from './sent.ts';

type CallOptions = {
  readonly privateHosts: readonly string[];
  /** Certificate authority of the house, where it is not a public one. */
  readonly authority?: string | null;
  readonly patienceMs?: number;
};

/** What was answered, or why there is no answer. */
export type CallOutcome =
  | { readonly ok: true; readonly status: number; readonly body: unknown }
  | { readonly ok: false; readonly sent: Sent };

const PATIENCE_MS = 10_000;
const LONGEST_ANSWER = 64 * 1024;

/**
 * Posts JSON to an address that somebody typed. Only https, only to the public internet; a private address only where the operator named
 * it, and then plain http too. The address that is connected to is the one that was checked. Nothing is followed elsewhere.
 */
export async function postJson(address: string, body: unknown, options: CallOptions): Promise<CallOutcome> {
  const url = new URL(address);
  const isNamed = options.privateHosts.includes(url.host.toLowerCase()) || options.privateHosts.includes(url.hostname.toLowerCase());
  if (url.protocol !== 'https:' && !(isNamed && url.protocol === 'http:')) return failed('refused', 'not-https');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!isNamed && isIP(host) !== 0 && isPrivateAddress(host)) return failed('refused', 'private-address');
  return send(url, JSON.stringify(body), { ...options, lookup: isNamed ? undefined : publicLookup });
}

function failed(result: 'again' | 'refused' | 'unsure', reason: SendReason): CallOutcome {
  return { ok: false, sent: { result, reason } };
}

/** A name may be answered with any address, and with another one a moment later: it is checked where it is used. */
const publicLookup: typeof dns.lookup = ((host: string, options: dns.LookupAllOptions, callback: (...it: unknown[]) => void) => {
  dns.lookup(host, { ...options, all: true }, (fault, addresses) => {
    if (fault) return callback(fault);
    if (addresses.some((it) => isPrivateAddress(it.address))) return callback(Object.assign(new Error('private'), { code: 'EPRIVATE' }));
    const [first] = addresses;
    if (options.all) callback(null, addresses);
    else callback(null, first!.address, first!.family);
  });
}) as never;

type SendOptions = CallOptions & { readonly lookup: typeof dns.lookup | undefined };

function send(url: URL, text: string, { lookup, authority, patienceMs = PATIENCE_MS }: SendOptions): Promise<CallOutcome> {
  return new Promise((resolve) => {
    let isWritten = false;
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) },
      signal: AbortSignal.timeout(patienceMs),
      agent: false,
      ...(lookup && { lookup }),
      ...(authority && { ca: authority }),
    });
    request.on('finish', () => {
      isWritten = true;
    });
    request.on('error', (fault: Error & { code?: string }) => resolve(brokenOff(fault, isWritten)));
    request.on('response', (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      response.on('data', (part: Buffer) => {
        size += part.length;
        parts.push(part);
        if (size <= LONGEST_ANSWER) return;
        resolve(failed('unsure', 'strange-answer'));
        request.destroy();
      });
      response.on('error', () => resolve(failed('unsure', 'no-answer')));
      response.on('close', () => resolve(failed('unsure', 'no-answer')));
      response.on('end', () => resolve(answered(response.statusCode ?? 0, Buffer.concat(parts).toString('utf8'))));
    });
    request.end(text);
  });
}

function brokenOff({ code = '', name }: Error & { code?: string }, isWritten: boolean): CallOutcome {
  if (code === 'EPRIVATE') return failed('refused', 'private-address');
  if (code === 'ECONNREFUSED') return failed('again', 'not-reachable');
  const reason = reasonOfCode(code);
  if (reason !== 'not-reachable') return failed('again', reason);
  return isWritten || name === 'AbortError'
    ? failed(isWritten ? 'unsure' : 'again', isWritten ? 'no-answer' : 'not-reachable')
    : failed('again', reason);
}

function answered(status: number, text: string): CallOutcome {
  if (status >= 300 && status < 400) return failed('refused', 'moved');
  if (status === 429) return failed('again', 'too-often');
  if (status >= 500) return failed('again', 'fault-there');
  if (status >= 400) return failed('refused', 'refused-there');
  try {
    return { ok: true, status, body: JSON.parse(text) };
  } catch {
    return failed('unsure', 'strange-answer');
  }
}
