import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { Provider } from 'oidc-provider';
import { CLIENT } from './test-client.ts';

/** Who sits at the platform's log-in page, and how the platform makes sure of it. */
export type Somebody = { sub: string; username: string; amr: string[] };

export type TestProvider = {
  readonly issuer: string;
  /** The next one who comes is this person; null cancels. */
  next: Somebody | null;
  readonly logOuts: string[];
};

/** A real OpenID provider on the loopback, whose log-in page asks nothing: it takes the person the test has put there. */
export async function startTestProvider(t: Pick<TestContext, 'after'>, address: string, port = 0): Promise<TestProvider> {
  const server = http.createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const names = new Map<string, string>();
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${address}/api/session/provider/callback`],
        post_logout_redirect_uris: [`${address}/staff/`],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub', 'amr'], profile: ['preferred_username'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, preferred_username: names.get(sub) }) }),
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: CLIENT.id, accountId: oidc.session!.accountId! });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    cookies: { keys: ['test'] },
    ttl: { Session: 3600, Interaction: 600, Grant: 600, IdToken: 600, AccessToken: 600 },
  });
  const answer = provider.callback();
  const it: TestProvider = { issuer, next: null, logOuts: [] };
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/session/end')) it.logOuts.push(request.url);
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    if (it.next !== null) names.set(it.next.sub, it.next.username);
    const result = it.next === null ? { error: 'access_denied' } : { login: { accountId: it.next.sub, amr: it.next.amr, remember: false } };
    void provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  });
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return it;
}
