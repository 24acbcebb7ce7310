import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { postgresSocket } from './socket.ts';

/** A message as PostgreSQL sends it: its kind, its length with the four bytes of the length, its content. */
function messageOf(content: string): Buffer {
  const head = Buffer.from('d....');
  head.writeUInt32BE(4 + Buffer.byteLength(content), 1);
  return Buffer.concat([head, Buffer.from(content)]);
}

/** A server that sends these pieces one after the other, and what came of them on the other side, copied as it was handed on. */
async function sentInPieces(t: TestContext, pieces: readonly Buffer[]): Promise<readonly Buffer[]> {
  const server = net.createServer(async (to) => {
    for (const piece of pieces) {
      to.write(piece);
      await wait(1);
    }
    to.end();
  });
  t.after(() => server.close());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const socket = postgresSocket();
  const came: Buffer[] = [];
  socket.on('data', (bytes: Buffer) => came.push(Buffer.from(bytes)));
  socket.connect((server.address() as net.AddressInfo).port, '127.0.0.1');
  await once(socket, 'close');
  return came;
}

function cut(bytes: Buffer, at: readonly number[]): readonly Buffer[] {
  const places = [0, ...at.map((it) => it % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return places.slice(1).map((end, i) => bytes.subarray(places[i], end));
}

test('messages are handed on whole and in order, wherever the line cuts them', async (t) => {
  const contents = fc.array(
    fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.integer({ min: 30_000, max: 150_000 }).map((it) => 'x'.repeat(it)),
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  );
  await fc.assert(
    fc.asyncProperty(contents, fc.array(fc.nat(), { maxLength: 6 }), async (all, cuts) => {
      const sent = all.map(messageOf);
      const came = await sentInPieces(t, cut(Buffer.concat(sent), cuts));
      assert.ok(Buffer.concat(came).equals(Buffer.concat(sent)));
      const endsAfter = (some: readonly Buffer[]) => some.map((_, i) => Buffer.concat(some.slice(0, i + 1)).length);
      const ends = new Set(endsAfter(sent));
      for (const end of endsAfter(came)) assert.ok(ends.has(end), 'ends in the middle of a message');
    }),
    { numRuns: 40 },
  );
});

test('one message of several megabytes arrives, and short ones after it', async (t) => {
  const sent = [messageOf('a'), messageOf('b'.repeat(5_000_000)), messageOf('c'), messageOf('')];
  const came = await sentInPieces(t, cut(Buffer.concat(sent), [3, 4_000_000]));
  assert.ok(Buffer.concat(came).equals(Buffer.concat(sent)));
});
