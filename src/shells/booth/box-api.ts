import type { CastRefusal } from '#/ballot/rules/box.ts';

/** What came of a question to the box; `offline` says that nobody knows yet. */
export type BoxAnswer<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'refused'; readonly refusal: CastRefusal }
  | { readonly kind: 'unknown-election' }
  | { readonly kind: 'offline' };

/** Without cookies: the box does not know who is logged in here. */
export async function askBox<Value>(district: string, command: string, input: unknown): Promise<BoxAnswer<Value>> {
  try {
    const response = await fetch(`/api/${district}/ballot/${command}`, {
      method: 'POST',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ input }),
      signal: AbortSignal.timeout(20_000),
    });
    if (response.status === 404 || response.status === 400) return { kind: 'unknown-election' };
    if (response.status !== 200 && response.status !== 409) return { kind: 'offline' };
    const body = (await response.json()) as { ok: boolean; value: Value; refusal: CastRefusal };
    return body.ok ? { kind: 'ok', value: body.value } : { kind: 'refused', refusal: body.refusal };
  } catch {
    // No network, or an answer cut off: nobody knows what became of it, and it may be asked again.
    return { kind: 'offline' };
  }
}
