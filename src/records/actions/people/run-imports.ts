import { nameKey } from '#/organisation/rules/name.ts';
import { listAreas } from '#/planning/door.ts';
import { openStored } from '#/platform/files.ts';
import type { JobDeps, Loop } from '#/platform/module.ts';
import { growBy, tidyUp, USUAL_GROWTH } from '#/platform/tidy.ts';
import { type Reader, reading } from '#/platform/transaction.ts';
import type { ReaderJob } from '../../documents/import-messages.ts';
import { readInProcess } from '../../documents/run-reader.ts';
import type { Import } from '../../rules/people/importing.ts';
import type { LineContext } from '../../rules/people/line.ts';
import { PLACES } from '../../rules/people/sealed-persons.ts';
import { listUnread } from '../../store/people/imports.ts';
import { getTarget, tryHoldRun } from '../../store/people/rosters.ts';
import { endReading, handOver, takeChunk } from './imports.ts';

/** 读文件: looks for imports that wait, also those that a power cut left half read, and reads one in each turn. */
export const readImports: Loop = {
  name: 'records.read-imports',
  everySeconds: 2,
  run: (district, deps) => readNext(district, deps),
};

/** How often this process has begun to read an import and did not come to the end. */
const begun = new Map<string, number>();
/** The database may have been away for a moment; what fails three times fails always. */
const MOST_TIMES = 3;

/** One process reads; another that finds it held waits for its next turn. What failed stands behind what did not, and is given up in the end. */
export async function readNext(district: string, deps: JobDeps): Promise<void> {
  const nameOf = ({ no }: Import) => `${district} ${no}`;
  const timesOf = (it: Import) => begun.get(nameOf(it)) ?? 0;
  const unread = await reading(deps.world, district, listUnread);
  const waiting = unread.toSorted((a, b) => timesOf(a) - timesOf(b) || a.no - b.no)[0];
  if (waiting === undefined) return;
  const release = await tryHoldRun(deps.world.pool, district);
  if (release === null) return;
  const isGivenUp = timesOf(waiting) >= MOST_TIMES;
  begun.set(nameOf(waiting), timesOf(waiting) + 1);
  await (isGivenUp ? giveUp(district, waiting, deps) : readOne(district, waiting, deps)).finally(release);
  begun.delete(nameOf(waiting));
}

async function giveUp(district: string, { no }: Import, deps: JobDeps): Promise<void> {
  await deps.run(endReading, district, { importNo: no, trouble: { kind: 'reading-failed' }, hidden: [] });
}

/** So many batches leave some forty megabytes behind. */
const TIDY_EACH = 16;
/** The first batches make room for themselves, twice the megabyte that is left after a tidying; then it is enough. */
const ROOM = { grown: 2, batches: 3 } as const;

async function readOne(district: string, it: Import, deps: JobDeps): Promise<void> {
  const job = await reading(deps.world, district, (reader) => jobOf(reader, it));
  const open = () => openStored(deps.world, district, it.fileDigest);
  growBy(ROOM.grown);
  const ended = await readInProcess(open, job, async (chunk) => {
    const forget = handOver(district, it.no, chunk);
    const run = deps.run(takeChunk, district, { importNo: it.no, chunkNo: chunk.chunkNo }) as Promise<{ readonly ok: boolean }>;
    const { ok } = await run.finally(forget);
    if (chunk.chunkNo % TIDY_EACH === 0) tidyUp();
    if (chunk.chunkNo - it.chunks === ROOM.batches) growBy(1);
    return ok;
  }).finally(() => growBy(USUAL_GROWTH));
  if (ended === 'stopped') return;
  await deps.run(endReading, district, { importNo: it.no, trouble: ended.refusal, hidden: ended.hidden });
}

const PURPOSES = Object.values(PLACES).map((it) => `lookup:${it}`);

async function jobOf(reader: Reader, it: Import): Promise<ReaderJob> {
  const { keys } = reader;
  const derived = Object.fromEntries(PURPOSES.map((purpose) => [purpose, new Uint8Array(keys.derive(purpose))]));
  const context = await contextOf(reader, it);
  return { fileName: it.fileName, context, keys: { current: keys.current, hash: keys.hash, derived }, chunksTaken: it.chunks };
}

async function contextOf(reader: Reader, { target, targetId }: Import): Promise<LineContext> {
  const { asOf, slots, doses } = await getTarget(reader, target, targetId);
  const areas = new Map<string, string | null>();
  for (const { id, name } of await listAreas(reader)) areas.set(nameKey(name), areas.has(nameKey(name)) ? null : id);
  return { target, today: reader.today, asOf: asOf ?? reader.today, areas, slots, doses };
}
