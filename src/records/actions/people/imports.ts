import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { isStored } from '#/platform/files.ts';
import type { Chunk } from '../../documents/import-messages.ts';
import { AcceptImport, CancelImport, EndReading, OpenImport, TakeChunk, WithdrawImport } from '../../rules/people/import-inputs.ts';
import { type ImportRefusal, nothingIn, rowsRefusedIn, settleAccepting, settleWithdrawing } from '../../rules/people/importing.ts';
import {
  addFaults,
  addImport,
  countFaults,
  eraseFaults,
  getImport,
  holdImports,
  listImports,
  saveImport,
  withdraw,
} from '../../store/people/imports.ts';
import { getTarget } from '../../store/people/rosters.ts';
import { addLines, holdPersons } from '../../store/people/taking.ts';
import { eraseImport } from '../../store/people/taking-back.ts';
import { mayKeep } from './of-unit.ts';

const permission = 'records.keep-persons';
type Said = Result<{ readonly importNo: number }, ImportRefusal>;

/** 导入文件: the same file for the same list is told by its digest, and nothing happens. */
export const openImport = command({
  name: 'records.open-import',
  version: 1,
  input: OpenImport,
  permission,
  subject: (input) => input.targetId,
  async run(writer, { target, targetId, file }): Promise<Said> {
    await holdImports(writer);
    const { unitId } = await getTarget(writer, target, targetId);
    if (!mayKeep(writer.actor, unitId)) return refuse({ kind: 'not-of-unit' });
    if (!(await isStored(writer, writer.district, file.digest))) throw new Problem(404, 'unknown-file', { digest: file.digest });
    const same = (await listImports(writer, targetId)).find(
      (it) => it.fileDigest === file.digest && !['cancelled', 'failed', 'superseded', 'withdrawn'].includes(it.state),
    );
    if (same !== undefined) return refuse({ kind: 'import-known', importNo: same.no, state: same.state });
    const opened = { fileDigest: file.digest, fileName: file.name, fileBytes: file.size, openedBy: writer.actor.name };
    return accept({ importNo: await addImport(writer, { target, targetId, unitId, ...opened }) });
  },
});

/** Batches on their way from the reading process to the command that takes them in; they hold persons, and never cross the wire. */
const onTheWay = new Map<string, Chunk>();

/** Returns how to forget it: a command that is overtaken asks for it twice. */
export function handOver(district: string, importNo: number, chunk: Chunk): () => void {
  const key = `${district} ${importNo} ${chunk.chunkNo}`;
  onTheWay.set(key, chunk);
  return () => void onTheWay.delete(key);
}

/** 收下一批: persons, rows and faults of one batch, all or nothing; what was interrupted goes on after the last batch that is in. */
export const takeChunk = command({
  name: 'records.take-chunk',
  version: 1,
  input: TakeChunk,
  permission: 'records.run-imports',
  subject: (input) => String(input.importNo),
  async run(writer, { importNo, chunkNo }): Promise<Result<null, ImportRefusal>> {
    const key = `${writer.district} ${importNo} ${chunkNo}`;
    const chunk = onTheWay.get(key);
    if (chunk === undefined) throw new Problem(404, 'unknown-chunk', { importNo, chunkNo });
    await holdPersons(writer);
    const it = await getImport(writer, importNo);
    if (!['waiting', 'reading'].includes(it.state) || it.chunks !== chunkNo) return refuse({ kind: 'import-not-ready', state: it.state });
    await addLines(writer, { importNo, chunkNo }, chunk);
    await addFaults(writer, { importNo, chunkNo }, (await countFaults(writer, importNo)) + 1, chunk.faults);
    await saveImport(writer, importNo, {
      state: 'reading',
      chunks: chunkNo + 1,
      rowsTaken: it.rowsTaken + chunk.lines,
      rowsRefused: it.rowsRefused + rowsRefusedIn(chunk.faults),
      bytesRead: Math.round(it.fileBytes * chunk.share),
    });
    return accept(null);
  },
});

/** The whole file has been read, or cannot be; one of which nothing was taken is closed. */
export const endReading = command({
  name: 'records.end-reading',
  version: 1,
  input: EndReading,
  permission: 'records.run-imports',
  subject: (input) => String(input.importNo),
  async run(writer, { importNo, trouble, hidden }): Promise<Result<null, ImportRefusal>> {
    await holdImports(writer);
    await holdPersons(writer);
    const it = await getImport(writer, importNo);
    if (!['waiting', 'reading'].includes(it.state)) return refuse({ kind: 'import-not-ready', state: it.state });
    const failure = trouble ?? nothingIn(it);
    if (failure !== null) await eraseImport(writer, importNo);
    const sheets = hidden.length === 0 ? {} : { sheets: hidden.join('、') };
    const note = failure === null && hidden.length === 0 ? null : { kind: 'hidden-sheets', ...failure, ...sheets };
    await saveImport(writer, importNo, { state: failure === null ? 'read' : 'failed', trouble: note }, failure !== null);
    return accept(null);
  },
});

/** 认可导入: from now on its rows count, all at once; the import that it corrects counts no more. */
export const acceptImport = command({
  name: 'records.accept-import',
  version: 1,
  input: AcceptImport,
  permission,
  subject: (input) => String(input.importNo),
  async run(writer, { importNo, supersedesNo }): Promise<Said> {
    await holdImports(writer);
    const it = await getImport(writer, importNo);
    if (!mayKeep(writer.actor, it.unitId)) return refuse({ kind: 'not-of-unit' });
    const accepted = (await listImports(writer, it.targetId)).filter((one) => one.state === 'accepted').map((one) => one.no);
    const settled = settleAccepting(
      it,
      supersedesNo,
      accepted.toSorted((a, b) => a - b),
    );
    if (!settled.ok) return settled;
    if (supersedesNo !== null) await saveImport(writer, supersedesNo, { state: 'superseded' }, true);
    await saveImport(writer, importNo, { state: 'accepted', supersedesNo }, true);
    return accept({ importNo });
  },
});

/** 取消导入: nothing of it stays but that it was there. */
export const cancelImport = command({
  name: 'records.cancel-import',
  version: 1,
  input: CancelImport,
  permission,
  subject: (input) => String(input.importNo),
  async run(writer, { importNo }): Promise<Said> {
    await holdImports(writer);
    await holdPersons(writer);
    const it = await getImport(writer, importNo);
    if (!mayKeep(writer.actor, it.unitId)) return refuse({ kind: 'not-of-unit' });
    if (!['waiting', 'reading', 'read'].includes(it.state)) return refuse({ kind: 'import-not-ready', state: it.state });
    await eraseImport(writer, importNo);
    await eraseFaults(writer, importNo);
    await saveImport(writer, importNo, { state: 'cancelled' }, true);
    return accept({ importNo });
  },
});

/** 撤回导入: its rows count no more and go, with everybody whom nothing else speaks of; what it had corrected counts again. */
export const withdrawImport = command({
  name: 'records.withdraw-import',
  version: 1,
  input: WithdrawImport,
  permission,
  subject: (input) => String(input.importNo),
  async run(writer, { importNo, reason }): Promise<Said> {
    await holdImports(writer);
    await holdPersons(writer);
    const it = await getImport(writer, importNo);
    if (!mayKeep(writer.actor, it.unitId)) return refuse({ kind: 'not-of-unit' });
    const all = await listImports(writer, it.targetId);
    const settled = settleWithdrawing(it, all.find((one) => one.supersedesNo === importNo && isInForce(one.state))?.no ?? null);
    if (!settled.ok) return settled;
    await withdraw(writer, importNo, reason);
    await eraseImport(writer, importNo);
    await eraseFaults(writer, importNo);
    if (it.supersedesNo !== null) await saveImport(writer, it.supersedesNo, { state: 'accepted' });
    return accept({ importNo });
  },
});

const isInForce = (state: string) => state === 'accepted' || state === 'superseded';
