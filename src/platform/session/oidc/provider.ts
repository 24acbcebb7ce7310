import type * as OpenIdClient from 'openid-client';
import { isLoopback, type OidcSettings } from './settings.ts';

/** What a browser must bring back, for nobody else can know it; sealed into a cookie while the person is at the platform. */
export type Secrets = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** Who the platform says somebody is. No token leaves this file. */
export type Identity = { readonly subject: string; readonly accountName: string | null; readonly hasMfa: boolean };

export type Provider = {
  readonly settings: OidcSettings;
  readonly redirectUri: string;
  /** The platform's log-in page for one person; null when the platform does not answer. */
  begin(): Promise<{ readonly url: string; readonly secrets: Secrets } | null>;
  /** Null where anything about the answer is not as it must be: state, issuer, signature, audience, nonce, times. */
  finish(search: string, secrets: Secrets): Promise<Identity | null>;
  /** Where a log-out goes on; null where the platform has no such page, or does not answer. */
  endUrl(): Promise<string | null>;
};

type Ready = { readonly client: typeof OpenIdClient; readonly config: OpenIdClient.Configuration };

const PATIENCE_SECONDS = 10;
const DISCOVERY_KEPT_MS = 3_600_000;

export function openProvider(settings: OidcSettings): Provider {
  const redirectUri = `${settings.address}/api/session/provider/callback`;
  const ready = keptFor(DISCOVERY_KEPT_MS, () => discover(settings));
  return {
    settings,
    redirectUri,
    async begin() {
      const { client, config } = (await reached(ready)) ?? {};
      if (client === undefined || config === undefined) return null;
      const secrets = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: settings.scopes,
        state: secrets.state,
        nonce: secrets.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(secrets.verifier),
        code_challenge_method: 'S256',
        ...(settings.mfa?.claim === 'acr' && { acr_values: settings.mfa.value }),
      });
      return { url: url.href, secrets };
    },
    async finish(search, secrets) {
      const it = await reached(ready);
      return it === null ? null : reached(() => identify(it, settings, new URL(redirectUri + search), secrets));
    },
    async endUrl() {
      const it = await reached(ready);
      if (!it?.config.serverMetadata().end_session_endpoint) return null;
      return it.client.buildEndSessionUrl(it.config, { post_logout_redirect_uri: `${settings.address}/staff/` }).href;
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<Ready> {
  const client = await import('openid-client');
  const server = new URL(issuer);
  const authentication = clientSecret === null ? client.None() : client.ClientSecretBasic(clientSecret);
  const config = await client.discovery(server, clientId, undefined, authentication, {
    timeout: PATIENCE_SECONDS,
    execute: [client.enableNonRepudiationChecks, ...(isLoopback(server) ? [client.allowInsecureRequests] : [])],
  });
  return { client, config };
}

async function identify({ client, config }: Ready, settings: OidcSettings, answered: URL, secrets: Secrets): Promise<Identity | null> {
  const tokens = await client.authorizationCodeGrant(config, answered, {
    pkceCodeVerifier: secrets.verifier,
    expectedState: secrets.state,
    expectedNonce: secrets.nonce,
    idTokenExpected: true,
  });
  const signed: Readonly<Record<string, unknown>> = tokens.claims() ?? {};
  if (typeof signed.sub !== 'string') return null;
  const { accountClaim, mfa } = settings;
  const needsMore = accountClaim !== null && signed[accountClaim] === undefined && config.serverMetadata().userinfo_endpoint !== undefined;
  const claims = needsMore ? { ...(await client.fetchUserInfo(config, tokens.access_token, signed.sub)), ...signed } : signed;
  const named = accountClaim === null ? undefined : (claims as Readonly<Record<string, unknown>>)[accountClaim];
  // The second factor counts only where the signed token says it.
  const hasMfa = mfa !== null && [signed[mfa.claim]].flat().includes(mfa.value);
  return { subject: signed.sub, accountName: typeof named === 'string' ? named : null, hasMfa };
}

/**
 * What goes wrong out there, or in what was brought from there, is expected to: the person gets a sentence. The operator reads the kind of
 * failure (a wrong secret, a platform that does not answer), never a text of the platform's, which may hold a token.
 */
async function reached<Value>(work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work();
  } catch (problem) {
    const { error, code, name } = problem as { error?: unknown; code?: unknown; name?: string };
    const kind = [error, code].find((it) => typeof it === 'string' && /^[\w-]{1,60}$/.test(it)) ?? name;
    process.stderr.write(`identity platform: ${String(kind)}\n`);
    return null;
  }
}

/** A failure is not kept: the next person may find the platform running again. */
function keptFor<Value>(ms: number, load: () => Promise<Value>): () => Promise<Value> {
  let kept: { readonly value: Promise<Value>; readonly until: number } | null = null;
  return () => {
    if (kept === null || kept.until < Date.now()) {
      const value = load();
      kept = { value, until: Date.now() + ms };
      value.catch(() => {
        kept = null;
      });
    }
    return kept.value;
  };
}
