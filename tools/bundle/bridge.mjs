/** Runs inside a network of its own: starts a bundle there, and hands on what comes through a socket file, which a browser outside can reach. */
import { spawn } from 'node:child_process';
import net from 'node:net';

const [folder = '', port = '', socketFile = ''] = process.argv.slice(2);

/** Nothing but the loopback may answer in here. */
const outside = net.connect({ host: '192.0.2.1', port: 443, timeout: 2000 });
outside.on('connect', () => process.exit(3));
outside.on('timeout', () => process.exit(3));
outside.on('error', (error) => {
  if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENETUNREACH') process.exit(3);
});

const bundle = spawn(`${folder}/luoshi`, ['start', '--no-demo'], {
  env: { ...process.env, PATH: '/usr/bin:/bin', PORT: port, HOME: folder },
  stdio: ['ignore', 'inherit', 'inherit'],
});
const bridge = net.createServer((caller) => {
  const answerer = net.connect({ host: '127.0.0.1', port: Number(port) });
  for (const [one, other] of [
    [caller, answerer],
    [answerer, caller],
  ]) {
    one.pipe(other);
    one.on('error', () => other.destroy());
  }
});
bridge.listen(socketFile);
process.on('SIGTERM', () => bundle.kill('SIGINT'));
bundle.on('exit', (code) => process.exit(code ?? 1));
