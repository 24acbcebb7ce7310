import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { setTimeout as after } from 'node:timers/promises';
import { readApart } from './reading-process.ts';
import { usedSeconds } from './reading-time.ts';
import { aXlsx } from './test-files.ts';

const ROWS = 120_000;
const large = aXlsx(`<sheetData>${'<row><c><v>31415</v></c><c><v>9265</v></c></row>'.repeat(ROWS)}</sheetData>`);
const HONEST = Buffer.from('一、新建老年食堂3个');
const skip = usedSeconds(process.pid) === null ? 'this system does not tell what a process has computed' : false;

/** The readers that this process has started. */
function readers(): readonly number[] {
  return fs.readdirSync('/proc').flatMap((name) => {
    const stat = /^\d+$/.test(name) && fs.existsSync(`/proc/${name}/stat`) ? fs.readFileSync(`/proc/${name}/stat`, 'latin1') : '';
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    return parent === process.pid ? [Number(name)] : [];
  });
}

test('a file whose reader gets no time from a busy machine for longer than its limit is read all the same', { skip }, async () => {
  const time = { seconds: 2, clockSeconds: 120 };
  await readApart(HONEST, '清单.txt', time);
  const [reader] = readers();
  process.kill(reader!, 'SIGSTOP');
  const reading = readApart(HONEST, '清单.txt', time);
  await after(3_000);
  process.kill(reader!, 'SIGCONT');

  const answer = await reading;

  assert.deepEqual([answer.ok, readers()], [true, [reader]]);
});

test('a file that computes longer than its limit is refused, and its reader is gone', { skip }, async () => {
  const answer = await readApart(large, '表.xlsx', { seconds: 0.3, clockSeconds: 600 });

  assert.deepEqual(answer, { ok: false, refusal: { kind: 'timeout', seconds: 0.3 } });
  assert.deepEqual((await readApart(HONEST, '清单.txt')).ok, true);
});

test('a reader that does nothing at all is ended by the clock', { skip }, async () => {
  await readApart(HONEST, '清单.txt');
  const [reader] = readers();
  process.kill(reader!, 'SIGSTOP');

  const answer = await readApart(HONEST, '清单.txt', { seconds: 1, clockSeconds: 2 });

  assert.deepEqual(answer, { ok: false, refusal: { kind: 'timeout', seconds: 1 } });
});
