import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { type FilePlace, readBytes } from '#/platform/files.ts';
import type { Streamed } from '#/platform/module.ts';
import type { Bundle } from './rules/archive.ts';

/** Puts a bundle together while it travels: one file after the other is opened, and no more than one lies in memory. */
export async function zipOf(place: FilePlace, district: string, { name, entries, madeAt }: Bundle): Promise<Streamed> {
  const { filesFolder, keys } = place;
  const zip = new ZipFile();
  for (const { path, digest, size } of entries) {
    zip.addReadStreamLazy(`${name}/${path}`, { size, compress: false, mtime: new Date(madeAt) }, (give) => {
      readBytes({ filesFolder, keys }, district, digest).then(
        (bytes) => give(null, Readable.from([bytes])),
        (fault: unknown) => give(fault, Readable.from([])),
      );
    });
  }
  const length = await new Promise<number>((resolve) =>
    zip.end({ forceZip64Format: false, comment: '' }, ((size: number) => resolve(size)) as () => void),
  );
  const stream = Readable.from(zip.outputStream as NodeJS.ReadableStream as AsyncIterable<Buffer>);
  zip.on('error', (fault: Error) => stream.destroy(fault));
  return { stream, length, mediaType: 'application/zip', fileName: `${name}.zip` };
}
