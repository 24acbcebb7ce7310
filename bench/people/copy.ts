import type pg from 'pg';

type Connection = { query(text: string): void; sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void };

/** A bare COPY of a text into a table: no key, check, seal or journal. */
export async function copyFrom(client: pg.Client, text: string, bytes: Buffer): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const copy = {
      submit: (connection: Connection) => connection.query(text),
      handleCopyInResponse(connection: Connection) {
        connection.sendCopyFromChunk(bytes);
        connection.endCopyFrom();
      },
      handleCommandComplete() {},
      handleReadyForQuery: () => resolve(),
      handleError: reject,
    };
    client.query(copy as unknown as pg.Submittable);
  });
}
