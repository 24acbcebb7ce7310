import fs from 'node:fs';
import type { ConfigFault } from '../config-fault.ts';

/** How mail leaves the house. */
export type MailSettings = {
  readonly host: string;
  readonly port: number;
  readonly from: string;
  readonly user: string | null;
  readonly password: string | null;
  /** `starttls` refuses a server that offers none; `none` is for a relay on this machine. */
  readonly tls: 'starttls' | 'tls' | 'none';
  /** Certificate authority of the house, where it is not a public one (PEM). */
  readonly authority: string | null;
};

/** What this installation may reach outside itself, and under which address it is reached. */
export type Outside = {
  readonly mail: MailSettings | null;
  /** `host` or `host:port` in a private network that robots may be called at; every other private address is refused. */
  readonly privateHosts: readonly string[];
  /** Where browsers reach this installation. */
  readonly address: string | null;
};

export const NO_OUTSIDE: Outside = { mail: null, privateHosts: [], address: null };

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\]|::1)$/;
const PORTS = { starttls: 587, tls: 465, none: 25 } as const;

export function readOutside(env: NodeJS.ProcessEnv): Outside | ConfigFault {
  const mail = readMail(env);
  if (mail !== null && 'variable' in mail) return mail;
  const privateHosts = (env.LUOSHI_ROBOT_HOSTS || '').split(',').map((it) => it.trim().toLowerCase());
  const address = env.LUOSHI_ADDRESS || '';
  if (address !== '' && !URL.canParse(address)) return { variable: 'LUOSHI_ADDRESS', value: address, wants: 'https://主机名（不带路径）' };
  return { mail, privateHosts: privateHosts.filter((it) => it !== ''), address: address === '' ? null : new URL(address).origin };
}

function readMail(env: NodeJS.ProcessEnv): MailSettings | ConfigFault | null {
  const host = env.LUOSHI_SMTP_HOST || '';
  if (host === '') return null;
  const fault = (variable: string, wants: string): ConfigFault => ({ variable, value: env[variable] ?? '', wants });
  const tls = env.LUOSHI_SMTP_TLS || 'starttls';
  if (tls !== 'starttls' && tls !== 'tls' && tls !== 'none') return fault('LUOSHI_SMTP_TLS', 'starttls、tls 或 none');
  if (tls === 'none' && !LOOPBACK.test(host)) return fault('LUOSHI_SMTP_TLS', 'starttls 或 tls（none 只用于本机）');
  const port = Number(env.LUOSHI_SMTP_PORT || PORTS[tls]);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return fault('LUOSHI_SMTP_PORT', '1–65535');
  const from = env.LUOSHI_SMTP_FROM || '';
  if (!/^[^\s<>@]+@[^\s<>@]+$/.test(from)) return fault('LUOSHI_SMTP_FROM', '发件地址，如 tixing@example.gov.cn');
  const [password, authority] = [env.LUOSHI_SMTP_PASSWORD_FILE || '', env.LUOSHI_SMTP_CA_FILE || ''];
  if (password !== '' && !fs.existsSync(password)) return fault('LUOSHI_SMTP_PASSWORD_FILE', '可以读的文件，内容只有口令');
  if (authority !== '' && !fs.existsSync(authority)) return fault('LUOSHI_SMTP_CA_FILE', '可以读的 PEM 文件');
  return {
    host,
    port,
    from,
    user: env.LUOSHI_SMTP_USER || null,
    password: password === '' ? null : fs.readFileSync(password, 'utf8').trim(),
    tls,
    authority: authority === '' ? null : fs.readFileSync(authority, 'utf8'),
  };
}
