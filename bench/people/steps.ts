import fs from 'node:fs';
import { nameKey } from '#/organisation/rules/name.ts';
import { streamRows } from '#/platform/documents/rows/stream-rows.ts';
import { keysOf, lookupDigest, seal } from '#/platform/secrets.ts';
import { type Heads, readHeads } from '#/records/rules/people/heads.ts';
import { type LineContext, readLine } from '#/records/rules/people/line.ts';
import { detailsText, PERSONS_A_SEAL, PLACES, SEAL_PLACE, sealText, type Who } from '#/records/rules/people/sealed-persons.ts';
import { TODAY } from '../server.ts';
import { TOWNSHIPS } from './roster-file.ts';

/** What the reading process does with a roll, step upon step; each adds one, so that the difference is the step. Processor time in milliseconds. */
export type Steps = { readonly read: number; readonly validate: number; readonly digest: number; readonly seal: number };

const KEYS = keysOf({ hash: 'sha256', current: 'k1', keys: { k1: Buffer.alloc(32, 9).toString('base64') } });

export async function measureSteps(file: string): Promise<Steps> {
  const bytes = fs.readFileSync(file);
  const [read, validated, digested, sealed] = [
    await costOf(bytes, 0),
    await costOf(bytes, 1),
    await costOf(bytes, 2),
    await costOf(bytes, 3),
  ];
  return { read, validate: validated - read, digest: digested - validated, seal: sealed - digested };
}

async function costOf(bytes: Buffer, depth: number): Promise<number> {
  const context: LineContext = {
    target: 'service',
    today: TODAY,
    asOf: TODAY,
    areas: new Map(TOWNSHIPS.map((it) => [nameKey(it), it])),
    slots: [],
    doses: 2,
  };
  let heads: Heads | null = null;
  const whos: Who[] = [];
  const started = process.cpuUsage();
  const refusal = await streamRows(bytes, 'roll.xlsx', {
    row(row) {
      if (heads === null) heads = readHeads(row.cells);
      else if (depth > 0) {
        const read = readLine(row, heads, context);
        if (!('line' in read)) throw new Error(JSON.stringify(read.faults));
        const { name, birthOn, phone, identity } = read.line;
        const details = detailsText([name, birthOn, phone]);
        if (depth > 1) {
          lookupDigest(KEYS, PLACES.details, details);
          lookupDigest(KEYS, PLACES.identity, identity!.number);
        }
        if (depth > 2) {
          whos.push([identity!.number, details]);
          if (whos.length === PERSONS_A_SEAL) seal(KEYS, SEAL_PLACE, sealText(whos.splice(0)));
        }
      }
    },
    hiddenSheet: () => {},
    breathe: () => {},
  });
  if (refusal !== null) throw new Error(JSON.stringify(refusal));
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}
