import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Place, ROOT } from './place.ts';

/** Debian keeps it where only root looks. */
const ENV = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/usr/local/sbin` };

export const hasNginx = spawnSync('nginx', ['-v'], { stdio: 'ignore', env: ENV }).error === undefined;

/** What travels again with every connection, and not with the answer. */
const NOT_CONTENT = new Set([
  'connection',
  'keep-alive',
  'date',
  'content-length',
  'content-type',
  'etag',
  'last-modified',
  'transfer-encoding',
]);

/** Serves these bytes with these headers from a file, as a site that was written out beforehand would; returns its address. */
export async function serveByNginx(place: Place, name: string, body: Buffer, headers: Headers): Promise<string> {
  const home = path.join(place.folder, name);
  fs.mkdirSync(path.join(home, 'www'), { recursive: true });
  fs.writeFileSync(path.join(home, 'www', 'page'), body);
  const port = await freePort();
  await start(place, home, { config: configOf(home, port, headers), url: `http://127.0.0.1:${port}/page` });
  return `http://127.0.0.1:${port}/page`;
}

/** Serves an exported site with the server block of the operators' guide; returns its address. */
export async function serveFolderByNginx(place: Place, name: string, folder: string): Promise<string> {
  const home = path.join(place.folder, name);
  fs.mkdirSync(home, { recursive: true });
  const guide = fs.readFileSync(path.join(ROOT, 'docs/operators/public-site.md'), 'utf8');
  const port = await freePort();
  const block = /```nginx\n([\s\S]*?)```/
    .exec(guide)![1]!
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace(/root [^;]+;/, `root ${folder};`);
  await start(place, home, { config: aroundServer(home, block), url: `http://127.0.0.1:${port}/` });
  return `http://127.0.0.1:${port}`;
}

async function start(place: Place, home: string, { config, url }: { readonly config: string; readonly url: string }): Promise<void> {
  fs.writeFileSync(path.join(home, 'nginx.conf'), config);
  const child = spawn('nginx', ['-p', home, '-e', 'error.log', '-c', path.join(home, 'nginx.conf')], { env: ENV, stdio: 'ignore' });
  place.onEnd(async () => {
    if (child.exitCode !== null || !child.kill('SIGTERM')) return;
    await once(child, 'exit');
  });
  for (let tries = 0; tries < 50; tries++) {
    if (
      await fetch(url)
        .then((answer) => answer.ok)
        .catch(() => false)
    )
      return;
    await wait(100);
  }
  throw new Error(`nginx does not answer: ${fs.readFileSync(path.join(home, 'error.log'), 'utf8')}`);
}

function configOf(home: string, port: number, headers: Headers): string {
  const added = [...headers].filter(([name]) => !NOT_CONTENT.has(name)).map(([name, value]) => `add_header ${name} "${value}";`);
  return aroundServer(
    home,
    `server { listen 127.0.0.1:${port}; root ${home}/www; default_type "${headers.get('content-type')}"; ${added.join(' ')} }`,
  );
}

function aroundServer(home: string, server: string): string {
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const scratch = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((it) => `${it}_temp_path ${home}/tmp;`);
  return `daemon off; ${user} worker_processes auto; pid ${home}/nginx.pid;
events { worker_connections 512; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; open_file_cache max=10; ${scratch.join(' ')}
  ${server}
}
`;
}

async function freePort(): Promise<number> {
  const door = net.createServer().listen(0, '127.0.0.1');
  await once(door, 'listening');
  const { port } = door.address() as net.AddressInfo;
  door.close();
  await once(door, 'close');
  return port;
}
