import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { findClassificationMark } from '#/kernel/classification-mark.ts';
import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { envelopeOf } from '../command.ts';
import { execute } from '../execute.ts';
import { MAX_FILE_BYTES, mediaTypeOf, openFile, putBytes, storeFile } from '../files.ts';
import type { Intake } from '../module.ts';
import { displayCopy, isPicture } from '../picture.ts';
import { reading } from '../transaction.ts';
import { callerOf, sendDownload } from './api.ts';
import type { WebDeps } from './deps.ts';
import { API_HEADERS } from './headers.ts';

/** A check that a file must pass before it is kept; it throws a Problem with the way out. */
export type FileCheck = (bytes: Buffer, fileName: string, mediaType: string) => Promise<void>;

/** A picture in a list of many. */
const SMALL_SIDE = 360;

const FileQuery = z.object({ as: z.enum(['original', 'display', 'small']).default('original') });

/** In characters of which each may take two units; the end is kept, for it says the kind. */
const LONGEST_NAME = 127;

export async function mountUploads(app: FastifyInstance, deps: WebDeps, check: FileCheck): Promise<void> {
  await app.register(multipart, { limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 4, parts: 5 } });

  app.post('/api/:district(\\d{6})/files', { config: { permission: 'platform.upload' } }, async (request, reply) => {
    const caller = await callerOf(deps, request, { command: 'upload', permission: 'platform.upload', writes: true });
    const part = await request.file();
    if (part === undefined) throw new Problem(400, 'no-file');
    const bytes = await part.toBuffer();
    const mediaType = mediaTypeOf(bytes);
    const name = nameOf(part.filename);
    if (bytes.length === 0) throw new Problem(400, 'empty-file', { name });
    if (mediaType === null) throw new Problem(415, 'file-kind', { name });
    await check(bytes, name, mediaType);
    const digest = await putBytes(deps.world, caller.district, bytes);
    const input = { digest, name: [...name].slice(-LONGEST_NAME).join(''), size: bytes.length, mediaType };
    await execute(deps.execute, storeFile, caller, envelopeOf(storeFile, input, newId(), 'upload'));
    return reply.headers(API_HEADERS).send(input);
  });

  app.get(
    '/api/:district(\\d{6})/files/:digest([0-9a-f]{64})',
    { config: { permission: 'platform.read-file' } },
    async (request, reply) => {
      const caller = await callerOf(deps, request, { command: 'read /files', permission: 'platform.read-file', writes: false });
      const { as } = FileQuery.parse(request.query);
      const file = await reading(deps.world, caller.district, (reader) => openFile(reader, (request.params as { digest: string }).digest));
      reply.headers(API_HEADERS);
      // Place, device and hour stand in a picture as it came: that one is opened for a purpose only (`/files/:digest/original`).
      if (isPicture(file.mediaType)) {
        return sendDownload(reply, {
          bytes: await displayCopy(file.bytes, as === 'small' ? SMALL_SIDE : undefined),
          mediaType: 'image/webp',
          fileName: `${file.digest}.webp`,
          inline: true,
        });
      }
      return sendDownload(reply, { bytes: file.bytes, mediaType: 'application/octet-stream', fileName: file.name });
    },
  );
}

/** Nothing of such a file is filed for everybody who may open files: what becomes of it is the stage's own command. */
export function mountIntakes(app: FastifyInstance, deps: WebDeps, intakes: readonly Intake[]): void {
  for (const { path, permission, maxBytes } of intakes) {
    app.post(`/api/:district(\\d{6})${path}`, { config: { permission } }, async (request, reply) => {
      const caller = await callerOf(deps, request, { command: `intake ${path}`, permission, writes: true });
      const part = await request.file({ limits: { fileSize: maxBytes } });
      if (part === undefined) throw new Problem(400, 'no-file');
      const bytes = await part.toBuffer();
      const name = [...nameOf(part.filename)].slice(-LONGEST_NAME).join('');
      if (bytes.length === 0) throw new Problem(400, 'empty-file', { name });
      const marked = findClassificationMark(name);
      if (marked !== null) throw new Problem(415, 'file-refused', { kind: 'classified', mark: marked.mark });
      const digest = await putBytes(deps.world, caller.district, bytes);
      return reply.headers(API_HEADERS).send({ digest, name, size: bytes.length });
    });
  }
}

/** What the sender calls the file, without characters that no name has; a part of a form need not have a name. */
function nameOf(given: string | undefined): string {
  return (given ?? '').toWellFormed().replace(/[\p{Cc}/\\]/gu, '') || 'file';
}
