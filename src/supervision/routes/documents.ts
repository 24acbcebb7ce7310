import { z } from 'zod';
import { Problem } from '#/kernel/problem.ts';
import { openFile } from '#/platform/files.ts';
import { read } from '#/platform/module.ts';
import { displayCopy, isPicture } from '#/platform/picture.ts';
import { getList } from '../content/bulletin.ts';
import { loadChanges } from '../content/documents.ts';
import { nextStep } from '../rules/circulation.ts';
import { frozenLines } from '../rules/document.ts';
import { getDocument, listCirculationSettings, listDocuments } from '../store/documents.ts';
import { listLeftOut } from '../store/left-out.ts';
import { Month } from './bulletins.ts';

const Which = Month.extend({ document: z.enum(['bulletin', 'one-pager']), postId: z.uuid().optional() });

export const documentReads = [
  read({
    path: '/supervision/document',
    permission: 'supervision.read-documents',
    query: Which,
    summary: '送审稿: every freezing of a document with its steps, what changed since the standing one, and what is left out of it',
    async run(reader, { document: kind, postId, month, ...which }) {
      const list = await getList(reader, which);
      const key = { programmeId: list.id, kind, reader: postId ?? '', year: list.year, month };
      const editions = await listDocuments(reader, key);
      const standing = editions.find((it) => it.state !== 'returned') ?? null;
      return {
        editions: editions.map(({ content: _, ...it }) => it),
        next: standing === null || standing.state === 'signed' ? null : nextStep(standing.steps, standing.needsCountersign),
        lines: standing === null ? [] : frozenLines(standing.content).map(({ promiseId, no, promise }) => ({ promiseId, no, promise })),
        changes: standing === null ? [] : await loadChanges(reader, list, standing),
        leftOut: await listLeftOut(reader, key),
        settings: await listCirculationSettings(reader),
      };
    },
  }),
  read({
    path: '/supervision/document-file',
    permission: 'supervision.read-documents',
    query: z.object({ documentId: z.uuid(), file: z.enum(['signed', 'public', 'scan']) }),
    summary: '签发的文件, the copy for the public, or the scan of the paper with the signatures',
    async run(reader, { documentId, file }) {
      const { fileDigest, publicDigest, scan } = await getDocument(reader, documentId);
      const digest = { signed: fileDigest, public: publicDigest, scan: scan?.digest ?? null }[file];
      if (digest === null) throw new Problem(404, 'unknown-file', { documentId, file });
      const { bytes, name, mediaType } = await openFile(reader, digest);
      // A picture as it came is opened for a purpose only (`/files/:digest/original`).
      if (isPicture(mediaType)) return { bytes: await displayCopy(bytes), fileName: `${digest}.webp`, mediaType: 'image/webp' };
      return { bytes, fileName: name, mediaType };
    },
  }),
];
