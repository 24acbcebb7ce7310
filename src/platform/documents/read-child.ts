import { readBytes } from './read-bytes.ts';

/** One file after the other, each answered before the next is sent. Without the server that started it the process has nothing to do. */
process.on('disconnect', () => process.exit());
process.on('message', async ({ bytes, fileName }: { bytes: Uint8Array; fileName: string }) => {
  const answer = await readBytes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), fileName);
  process.send!(answer);
});
process.send!('ready');
