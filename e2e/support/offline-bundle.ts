import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { expect } from '@playwright/test';
import { linkedBundle, offline } from '../../tools/bundle/offline.ts';
import { isThisMachine, PLATFORMS } from '../../tools/bundle/platforms.ts';
import type { Restored } from './own-server.ts';

const BRIDGE = path.join(import.meta.dirname, '..', '..', 'tools', 'bundle', 'bridge.mjs');

export type OfflineBundle = {
  /** Ends it, and takes its folder away; how it ended. */
  stop(): Promise<number>;
};

/**
 * 断网启动: the bundle for this machine, in a network of its own where nothing but the loopback is up, on data that was restored before. A
 * browser outside reaches it at the same address through a socket file; the bundle itself reaches nobody.
 */
export async function startOfflineBundle({ url, there }: Restored): Promise<OfflineBundle> {
  const { bundle, making } = await linkedBundle(PLATFORMS.find(isThisMachine)!, 'bundle-story');
  const socketFile = path.join(making.out, 'door');
  const [command, args] = offline([BRIDGE, bundle.folder, there.PORT, socketFile]);
  const env = { ...process.env, ...there, LUOSHI_TODAY: '', DATABASE_URL: '' };
  const child = spawn(command, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = once(child, 'exit');
  const door = net.createServer((caller) => {
    const inside = net.connect(socketFile);
    caller.pipe(inside).pipe(caller);
    caller.on('error', () => inside.destroy());
    inside.on('error', () => caller.destroy());
  });
  door.listen(Number(there.PORT), '127.0.0.1');
  await expect(async () => expect((await fetch(`${url}/healthz`)).status).toBe(200)).toPass({ timeout: 120_000 });
  return {
    async stop() {
      door.close();
      if (child.exitCode === null) child.kill('SIGTERM');
      const [code] = await ended;
      fs.rmSync(making.out, { recursive: true, force: true });
      return code as number;
    },
  };
}
