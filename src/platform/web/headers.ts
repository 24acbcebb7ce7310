const COMMON = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=()',
} as const;

const LOCKED = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Public pages carry no script at all. */
export const PUBLIC_HEADERS: Readonly<Record<string, string>> = {
  ...COMMON,
  'content-security-policy': `${LOCKED}; style-src 'self'; img-src 'self' data:`,
};

/** Pages for visitors that need script: our own built files only, nothing inline, and no word to other addresses about where one comes from. */
export const BOOTH_HEADERS: Readonly<Record<string, string>> = {
  ...COMMON,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'content-security-policy': `${LOCKED}; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'`,
};

/** Answers of the interface: nothing in them is to be run or shown as a page. */
export const API_HEADERS: Readonly<Record<string, string>> = {
  ...COMMON,
  'cache-control': 'no-store',
  'content-security-policy': `${LOCKED}; img-src 'self' blob:; sandbox`,
};

/** The workspace: our own built script only; styles that the component library makes carry the nonce of the page. Pictures of a map may come from the hosts named. */
export function workspaceHeaders(nonce: string, origins: readonly string[] = []): Readonly<Record<string, string>> {
  const named = origins.map((it) => ` ${it}`).join('');
  return {
    ...COMMON,
    'cache-control': 'no-store',
    'content-security-policy': `${LOCKED}; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:${named}; connect-src 'self'${named}; font-src 'self'; worker-src 'self'; manifest-src 'self'`,
  };
}
