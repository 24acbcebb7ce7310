import fs from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { District } from '../district.ts';
import type { Started } from '../server.ts';
import { importState } from './scene.ts';

type Into = { readonly target: 'roster' | 'service'; readonly targetId: string };
/** Milliseconds from the first byte sent to each station. */
export type Brought = { readonly uploaded: number; readonly read: number; readonly accepted: number; readonly taken: number };

/** A file the way a clerk brings it: sent, read in its thread, accepted. */
export async function bring({ address }: Started, district: District, file: string, into: Into): Promise<Brought> {
  const { code, liaisons } = district;
  const liaison = liaisons[0]!;
  const started = performance.now();
  const since = () => performance.now() - started;
  const form = new FormData();
  form.append('file', await fs.openAsBlob(file), '样本名册.xlsx');
  const headers = { cookie: liaison.cookie, 'x-luoshi-csrf': liaison.csrf };
  const stored = await fetch(`${address}/api/${code}/records/files`, { method: 'POST', body: form, headers });
  if (!stored.ok) throw new Error(`${stored.status} ${await stored.text()}`);
  const { digest, size } = (await stored.json()) as { digest: string; size: number };
  const uploaded = since();
  const { importNo } = await liaison.run<{ importNo: number }>('records.open-import', {
    ...into,
    file: { digest, name: '样本名册.xlsx', size },
  });
  let seen = await importState(district, importNo);
  for (; ['waiting', 'reading'].includes(seen.state); seen = await importState(district, importNo)) await wait(100);
  if (seen.state !== 'read' || seen.rowsRefused > 0) throw new Error(JSON.stringify(seen));
  const read = since();
  await liaison.run('records.accept-import', { importNo, supersedesNo: null });
  return { uploaded, read, accepted: since(), taken: seen.rowsTaken };
}
