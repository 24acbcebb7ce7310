/** Runs inside a network of its own, where only the loopback is up: starts a bundle as a person would, looks, and stops it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';

const [folder = '', port = ''] = process.argv.slice(2);
const address = `http://127.0.0.1:${port}`;

/** @param {string} host @returns {Promise<string>} */
const reach = (host) =>
  new Promise((resolve) => {
    const socket = net.connect({ host, port: 443, timeout: 2000 });
    socket.on('connect', () => resolve('reached'));
    socket.on('timeout', () => resolve('timeout'));
    socket.on('error', (error) => resolve(/** @type {NodeJS.ErrnoException} */ (error).code ?? 'error'));
  });

/** @param {string} path */
const status = async (path) => {
  const answer = await fetch(address + path).catch(() => null);
  return answer === null ? 0 : `${answer.status} ${(await answer.text()).length > 500}`;
};

const outside = await reach('192.0.2.1');
const started = Date.now();
const child = spawn(`${folder}/luoshi`, [], {
  env: { PATH: '/usr/bin:/bin', PORT: port, HOME: folder },
  stdio: ['ignore', 'pipe', 'pipe'],
});
let said = '';
for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
const ended = once(child, 'exit');
let isUp = false;
while (!isUp && child.exitCode === null && Date.now() - started < 150_000) {
  isUp = (await fetch(`${address}/healthz`).catch(() => null))?.ok ?? false;
  if (!isUp) await new Promise((resolve) => setTimeout(resolve, 200));
}
const seconds = (Date.now() - started) / 1000;
const pages = { index: await status('/'), board: await status('/140214/2026'), staff: await status('/staff/') };
const page = await fetch(`${address}/staff/`).catch(() => null);
const script = /src="(\/staff\/assets\/[^"]+)"/.exec(page === null ? '' : await page.text())?.[1] ?? '';
const code = await status(script);
child.kill('SIGINT');
const [exitCode] = await ended;
process.stdout.write(JSON.stringify({ outside, isUp, seconds, pages, code, exitCode, said }));
