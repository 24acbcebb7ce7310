import fs from 'node:fs';
import type { ConfigFault } from '../../config-fault.ts';

/** 统一身份认证: how this installation asks an identity platform who somebody is. All of it comes from the environment. */
export type OidcSettings = {
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a public client, which has PKCE only. */
  readonly clientSecret: string | null;
  readonly scopes: string;
  /** The claim that holds the log-in name here; null where every account is linked by its owner. */
  readonly accountClaim: string | null;
  /** A claim and its value that say that the platform asked for a second factor; null where ours is always asked. */
  readonly mfa: { readonly claim: string; readonly value: string } | null;
  readonly refusesAdministrators: boolean;
  /** What the button calls the platform; null for the general word. */
  readonly name: string | null;
  /** Where browsers reach this installation, as registered with the platform. */
  readonly address: string;
};

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

export const isLoopback = (url: URL) => LOOPBACK.test(url.hostname);

export function readOidcSettings(env: NodeJS.ProcessEnv): OidcSettings | ConfigFault | null {
  const issuer = env.LUOSHI_OIDC_ISSUER || '';
  if (issuer === '') return null;
  const fault = (variable: string, wants: string): ConfigFault => ({ variable, value: env[variable] ?? '', wants });
  if (!isSafeUrl(issuer)) return fault('LUOSHI_OIDC_ISSUER', 'https://…（只有本机地址可以用 http）');
  const address = env.LUOSHI_ADDRESS || '';
  if (!isSafeUrl(address) || new URL(address).pathname !== '/') return fault('LUOSHI_ADDRESS', 'https://主机名（不带路径）');
  const clientId = env.LUOSHI_OIDC_CLIENT_ID || '';
  if (clientId === '') return fault('LUOSHI_OIDC_CLIENT_ID', '在身份认证平台登记的客户端编号');
  const secretFile = env.LUOSHI_OIDC_SECRET_FILE || '';
  if (secretFile !== '' && !fs.existsSync(secretFile)) return fault('LUOSHI_OIDC_SECRET_FILE', '可以读的文件，内容只有客户端密钥');
  const mfa = /^(\w+):(\S+)$/.exec(env.LUOSHI_OIDC_MFA || '');
  if (env.LUOSHI_OIDC_MFA && mfa === null) return fault('LUOSHI_OIDC_MFA', 'amr:mfa 或 acr:值');
  return {
    issuer,
    clientId,
    clientSecret: secretFile === '' ? null : fs.readFileSync(secretFile, 'utf8').trim(),
    scopes: env.LUOSHI_OIDC_SCOPES || 'openid profile',
    accountClaim: env.LUOSHI_OIDC_ACCOUNT_CLAIM || null,
    mfa: mfa === null ? null : { claim: mfa[1]!, value: mfa[2]! },
    refusesAdministrators: env.LUOSHI_OIDC_ADMINISTRATORS === 'no',
    name: env.LUOSHI_OIDC_NAME || null,
    address: new URL(address).origin,
  };
}

function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}
