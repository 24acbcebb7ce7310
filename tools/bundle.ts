/**
 * One folder that starts without network and without installing anything: `npm run bundle`, `npm run bundle -- --platform linux-x64 --out DIR`.
 * Packages of other machines come from the registry; each is compared with the digest in the lockfile.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureScreens } from '../src/shells/staff-build.ts';
import { faultsOf } from './bundle/check.ts';
import { PLATFORMS } from './bundle/platforms.ts';
import { writeBundle } from './bundle/write.ts';

const ROOT = path.join(import.meta.dirname, '..');

const { values } = parseArgs({
  options: { platform: { type: 'string', multiple: true }, out: { type: 'string' }, node: { type: 'string' } },
});
const chosen = values.platform === undefined ? PLATFORMS : PLATFORMS.filter(({ name }) => values.platform!.includes(name));
if (chosen.length === 0 || chosen.length < (values.platform?.length ?? 0)) {
  console.error(`--platform: ${PLATFORMS.map(({ name }) => name).join(' | ')}`);
  process.exit(2);
}

await ensureScreens(ROOT, (line) => console.error(line));
for (const platform of chosen) {
  const cache = path.join(ROOT, 'node_modules', '.cache', 'bundle');
  const out = path.resolve(process.env.INIT_CWD ?? process.cwd(), values.out ?? path.join(ROOT, 'dist', 'bundle'));
  const bundle = writeBundle(platform, { root: ROOT, out, cache, ...(values.node && { node: path.resolve(values.node) }) });
  const faults = faultsOf(bundle, platform, ROOT);
  for (const fault of faults) console.error(`✗ ${platform.name}: ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
  else
    console.log(
      `✓ ${bundle.folder}  ${bundle.packages.length} packages, ${bundle.files} files, ${Math.round(bundle.bytes / 1_000_000)} MB${platform.name === 'linux-x64' ? '' : '  (untested: only its contents were checked)'}`,
    );
}
