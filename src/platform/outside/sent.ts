import type { SendReason } from '#/kernel/send-reason.ts';

/**
 * What came of sending something once. `again` may be tried later; `refused` will not go through as it is; `unsure` may have arrived, so
 * that sending it once more could tell somebody twice.
 */
export type Sent = { readonly result: 'sent' } | { readonly result: 'again' | 'refused' | 'unsure'; readonly reason: SendReason };

/** What an error of a connection that was never made, or made badly, means. */
export function reasonOfCode(code: string): SendReason {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EDNS') return 'no-such-host';
  return /CERT|SELF_SIGNED|SSL|TLS|UNABLE_TO|ALTNAME/.test(code) ? 'certificate' : 'not-reachable';
}
