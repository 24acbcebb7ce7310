import yazl from 'yazl';

/** A zip of these files, in their order. The same files on the same day are the same bytes. */
export async function zipFiles(files: Iterable<readonly [name: string, bytes: Buffer]>, madeOn: string): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  const mtime = new Date(`${madeOn}T00:00:00Z`);
  for (const [name, bytes] of files) zip.addBuffer(bytes, name, { mtime });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
