import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Where things lie inside the data folder. Only `data` belongs to the user that PostgreSQL runs as. */
export function filesOf(folder: string) {
  const home = path.join(path.resolve(folder), 'postgres');
  return {
    home,
    data: path.join(home, 'data'),
    making: path.join(home, 'making-'),
    secrets: path.join(home, 'secrets.json'),
    address: path.join(home, 'address.json'),
    log: path.join(home, 'server.log'),
    lock: path.join(home, 'server.lock'),
  } as const;
}
export type Files = ReturnType<typeof filesOf>;

/** Passwords of the three roles. Whoever cannot read this file cannot connect, even as the user that PostgreSQL runs as. */
export type Secrets = { readonly admin: string; readonly owner: string; readonly app: string };

export function secretsOf(files: Files): Secrets {
  if (fs.existsSync(files.secrets)) return readJson<Secrets>(files.secrets);
  const password = () => randomBytes(24).toString('base64url');
  const secrets: Secrets = { admin: password(), owner: password(), app: password() };
  writeJson(files.secrets, secrets);
  return secrets;
}

/** Where the running server listens. `host` is a folder (its socket inside) or, on Windows, an address. */
export type Address = { readonly host: string; readonly port: number; readonly lease: string };

export const SOCKET_PORT = 5432;
export const SOCKET_FOLDER = 'luoshi-';

/** A socket's path may have 107 bytes on Linux and 103 on macOS, so sockets live in a short private folder and not under the data. */
export function makeSocketFolder(): string {
  const roots = [os.tmpdir(), '/tmp'];
  const root = roots.find((candidate) => candidate.length <= 60 && fs.existsSync(candidate)) ?? '/tmp';
  return fs.mkdtempSync(path.join(root, SOCKET_FOLDER));
}

export function leaseIn(host: string): string {
  return process.platform === 'win32' ? `\\\\.\\pipe\\luoshi-${randomBytes(8).toString('hex')}` : path.join(host, 'lease');
}

export function readJson<Value>(file: string): Value {
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Value;
}

/** Whole or not at all, and readable by its owner only. */
export function writeJson(file: string, value: unknown): void {
  const half = `${file}.${process.pid}`;
  fs.writeFileSync(half, `${JSON.stringify(value)}\n`, { mode: 0o600 });
  fs.renameSync(half, file);
}
