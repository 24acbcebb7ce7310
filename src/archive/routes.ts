import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { read } from '#/platform/module.ts';
import { checkPurpose, Purpose } from '#/platform/original.ts';
import { findProgramme } from '#/programme/door.ts';
import { gather } from './bundle.ts';
import { loadListFile } from './content.ts';
import { getBundle, listBundles } from './store.ts';
import { zipOf } from './zip.ts';

/** What a bundle made now would hold, and what it would lack. */
const previewRead = read({
  path: '/archive/preview',
  permission: 'archive.read',
  query: z.object({ programmeId: z.uuid(), projectId: z.uuid().optional(), originals: z.stringbool().default(false) }),
  summary: 'contents and gaps of a bundle before it is made',
  async run(reader, { programmeId, projectId = null, originals }) {
    const stored = await findProgramme(reader, programmeId);
    if (stored === undefined || stored.state !== 'frozen') throw new Problem(404, 'unknown-programme', { programmeId });
    const list = await loadListFile(reader, stored, projectId);
    if (list.projects.length === 0) throw new Problem(404, 'unknown-project', { projectId });
    const { name, entries, gaps, size } = await gather(list, originals);
    return { name, entries, gaps, size };
  },
});

const bundlesRead = read({
  path: '/archive/bundles',
  permission: 'archive.read',
  query: z.object({ programmeId: z.uuid() }),
  summary: 'bundles that were made of a list, newest first',
  async run(reader, { programmeId }) {
    const bundles = await listBundles(reader, programmeId);
    return { bundles: bundles.map(({ entries, gaps, ...it }) => ({ ...it, files: entries.length, gaps: gaps.length })) };
  },
});

const fileRead = read({
  path: '/archive/bundles/:bundleId/file',
  permission: 'archive.read',
  query: z.object({ bundleId: z.uuid() }),
  summary: 'a bundle without originals, as one zip',
  async run(reader, { bundleId }) {
    const bundle = await getBundle(reader, bundleId);
    if (bundle.withOriginals) throw new Problem(403, 'bundle-with-originals', { bundleId });
    return zipOf(reader, reader.district, bundle);
  },
});

/** Each fetching of originals is a line of the audit trail. */
const fullFileRead = read({
  path: '/archive/full-bundles/:bundleId/file',
  permission: 'archive.make-with-originals',
  query: z.object({ bundleId: z.uuid(), purpose: Purpose }),
  summary: 'a bundle with originals, as one zip, for a purpose that the audit trail keeps',
  audited: ({ bundleId, purpose }) => ({ bundleId, purpose }),
  async run(reader, { bundleId, purpose }) {
    checkPurpose(purpose);
    return zipOf(reader, reader.district, await getBundle(reader, bundleId));
  },
});

export const archiveReads = [previewRead, bundlesRead, fileRead, fullFileRead];
