import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { audit } from '#/platform/audit.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { putBytes, storeFile } from '#/platform/files.ts';
import { checkPurpose } from '#/platform/original.ts';
import { findProgramme } from '#/programme/door.ts';
import { gather } from './bundle.ts';
import { loadListFile } from './content.ts';
import { type ArchiveRefusal, MakeBundle, MakeFullBundle } from './rules/archive.ts';
import { addBundle } from './store.ts';

type Made = { readonly bundleId: string; readonly files: number; readonly gaps: number; readonly size: number };
type Asked = { readonly bundleId: string; readonly programmeId: string; readonly projectId: string | null };

/** 制作归档包: freezes what a bundle holds, with covered pictures only. */
export const makeBundle = command({
  name: 'archive.make-bundle',
  version: 1,
  input: MakeBundle,
  permission: 'archive.make',
  subject: (input) => `bundle:${input.bundleId}`,
  run: (writer, input) => make(writer, input, null),
});

/** 含原件的归档包: evidence as it came, place and faces with it. For a purpose; the audit trail keeps each original. */
export const makeFullBundle = command({
  name: 'archive.make-full-bundle',
  version: 1,
  input: MakeFullBundle,
  permission: 'archive.make-with-originals',
  subject: (input) => `bundle:${input.bundleId}`,
  run(writer, { purpose, ...input }) {
    checkPurpose(purpose);
    return make(writer, input, purpose);
  },
});

async function make(writer: Writer, asked: Asked, purpose: string | null): Promise<Result<Made, ArchiveRefusal>> {
  const { bundleId, programmeId, projectId } = asked;
  const stored = await findProgramme(writer, programmeId);
  if (stored === undefined) throw new Problem(404, 'unknown-programme', { programmeId });
  if (stored.state !== 'frozen') return refuse({ kind: 'not-frozen', title: stored.title });
  const list = await loadListFile(writer, stored, projectId);
  if (list.projects.length === 0) throw new Problem(404, 'unknown-project', { projectId });
  const { name, entries, fresh, gaps, size } = await gather(list, purpose !== null);
  for (const { entry, bytes, mediaType } of fresh) {
    await putBytes(writer, writer.district, bytes);
    await storeFile.run(writer, { digest: entry.digest, name: entry.path.split('/').at(-1)!, size: bytes.length, mediaType });
  }
  const made = { name: writer.actor.name, post: writer.actor.postTitle, on: writer.today };
  const withOriginals = purpose !== null;
  const madeAt = writer.now.toISOString();
  await addBundle(writer, { id: bundleId, programmeId, projectId, name, withOriginals, purpose, entries, gaps, size, made, madeAt });
  if (withOriginals) await auditOriginals(writer, { entries, purpose, bundleId });
  return accept({ bundleId, files: entries.length, gaps: gaps.length, size });
}

type Opened = {
  readonly entries: readonly { readonly isOriginal: boolean; readonly digest: string }[];
  readonly purpose: string;
  readonly bundleId: string;
};

async function auditOriginals({ client, district, actor }: Writer, { entries, purpose, bundleId }: Opened): Promise<void> {
  for (const { digest } of entries.filter((it) => it.isOriginal)) {
    const facts = { digest, purpose, bundleId };
    await audit(client, district, { actor: actor.accountId, command: 'archive.make-full-bundle', result: 'accepted', code: null, facts });
  }
}
