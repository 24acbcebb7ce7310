import { z } from 'zod';
import type { DocumentContent } from '#/kernel/document-content.ts';
import type { Result } from '#/kernel/result.ts';
import { type ReadRefusal, readDocument, readPasted } from '#/platform/documents/read.ts';
import { openFile } from '#/platform/files.ts';
import type { Reader } from '#/platform/transaction.ts';

/** A file that was uploaded, or a table pasted from Word, WPS or a page. */
export const Source = z.union([
  z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().max(300) }),
  z.object({ html: z.string().max(1_500_000).nullable(), text: z.string().max(500_000) }),
]);
export type Source = z.output<typeof Source>;

export async function contentOf(reader: Reader, from: Source): Promise<Result<DocumentContent, ReadRefusal>> {
  return 'digest' in from
    ? await opened(reader, from)
    : readPasted(from.html === null ? { text: from.text } : { text: from.text, html: from.html });
}

async function opened(reader: Reader, { digest, name }: { readonly digest: string; readonly name: string }) {
  const file = await openFile(reader, digest);
  return readDocument(file.bytes, name);
}
