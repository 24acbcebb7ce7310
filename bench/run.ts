/**
 * Measures what `bench/README.md` promises and prints one table. Everything runs on this machine, in a temporary folder, with the product
 * started as a person starts it; references are measured in the same run.
 */
import os from 'node:os';
import { ALONE, BALLOTS, type Bench, LONGEST_MS, measureBallots } from './alone.ts';
import { type District, makeDistrict } from './district.ts';
import { hasWrk } from './load.ts';
import { measureAgenda } from './measure/agenda.ts';
import { measureAssessment } from './measure/assessment.ts';
import { measureBackup } from './measure/backup.ts';
import { measureBulletin } from './measure/bulletin.ts';
import { measureCasting } from './measure/casting.ts';
import { measureEdition } from './measure/edition.ts';
import { measureForms } from './measure/forms.ts';
import { measureMemory } from './measure/memory.ts';
import { measureParse } from './measure/parse.ts';
import { measureFirstHit, measurePublicBoard } from './measure/public-board.ts';
import { measurePublicSite } from './measure/public-site.ts';
import { measureReports } from './measure/reports.ts';
import { measureSchedule } from './measure/schedule.ts';
import { measureBoardAfterChange, measureStaffBoard } from './measure/staff-board.ts';
import { measureFirstStart, measureStarts } from './measure/start.ts';
import { measureTaskTable } from './measure/task-table.ts';
import { measureTimers } from './measure/timers.ts';
import { measureGantt, measureWall } from './measure/wall.ts';
import { makePlace, type Place } from './place.ts';
import type { Started } from './server.ts';
import { type Row, tableOf } from './table.ts';

const FOR_INSTALL_MS = 190_000;
/** The reference tool checks every ballot anew in each of its six steps. */
const FOR_BALLOTS_MS = 900_000;
const FOR_BACKUP_MS = 600_000;
const only = Object.entries(ALONE).find(([name]) => process.argv.includes(name))?.[1];
const DEMO_BOARD = '/140214/2026';

const rows: Row[] = [];
let failures = 0;
const withInstall = process.env.LUOSHI_BENCH_INSTALL === '1';
const withBackup = process.env.LUOSHI_BENCH_BACKUP === '1';
const place = makePlace();
const bench: Bench = { place, attempt };
const loadBefore = os.loadavg()[0]!;
const started = performance.now();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void finish(`stopped by ${signal}`));
setTimeout(
  () => void finish('out of time'),
  (only?.longestMs ?? LONGEST_MS) +
    (withInstall ? FOR_INSTALL_MS : 0) +
    (BALLOTS === 300 ? FOR_BALLOTS_MS : 0) +
    (withBackup ? FOR_BACKUP_MS : 0),
).unref();
await measureAll(place).then(
  () => finish(null),
  (fault: unknown) => finish(fault instanceof Error ? fault.message : String(fault)),
);

async function measureAll(it: Place): Promise<void> {
  if (only !== undefined) return only.measure(bench);
  await attempt('parse', () => measureParse());
  await attempt('schedule', async () => [await measureSchedule(2_000, 5), await measureSchedule(20_000, 60)]);
  if (withInstall) await attempt('first start', () => measureFirstStart(it));
  await measureBallots(bench);
  const { started: product, data } = await measureStarts(it, (row) => rows.push(row));
  await attempt('memory', () => measureMemory(product, data));
  await attempt('public board', () => measurePublicBoard(it, product, 'br', DEMO_BOARD));
  await attempt('public board', () => measurePublicBoard(it, product, 'identity', DEMO_BOARD));
  const district = await makeDistrict(it, product, data);
  await measureDistrict(product, district);
  await attempt('schedule chart', () => measureGantt(product, district));
  await attempt('casting', () => measureCasting(product, district, BALLOTS));
  await attempt('task table', () => measureTaskTable(product, district));
  await attempt('public site', () => measurePublicSite(it, district));
  await attempt('timers', () => measureTimers(it));
  if (withBackup) await attempt('backup', () => measureBackup(it));
}

async function measureDistrict(product: Started, district: District): Promise<void> {
  const measures: readonly (readonly [string, () => Promise<Row>])[] = [
    ['first hit', () => measureFirstHit(product, district)],
    ['staff board', () => measureStaffBoard(product, district)],
    ['staff board after a change', () => measureBoardAfterChange(district)],
    ['bulletin', () => measureBulletin(district)],
    ['reports', () => measureReports(product, district)],
    ['edition', () => measureEdition(product, district)],
    ['forms', () => measureForms(product, district)],
    ['wall', () => measureWall(district)],
    ['agenda', () => measureAgenda(district)],
  ];
  for (const [name, measure] of measures) await attempt(name, () => measure());
  await attempt('assessment', () => measureAssessment(district));
}

/** One measurement that fails does not hide the others. */
async function attempt(name: string, work: () => Promise<Row | readonly Row[]>): Promise<void> {
  say(name);
  try {
    const measured = await work();
    rows.push(...(Array.isArray(measured) ? (measured as readonly Row[]) : [measured as Row]));
  } catch (fault) {
    failures++;
    console.error(`${name}: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

function say(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${line} …\n`);
}

async function finish(why: string | null): Promise<never> {
  await place.end();
  if (rows.length > 0) console.log(tableOf(rows));
  const load = [loadBefore, os.loadavg()[0]!].map((it) => it.toFixed(1)).join(' → ');
  const machine = `${os.availableParallelism()} × ${os.cpus()[0]?.model.trim() ?? 'cpu'}, Node ${process.versions.node}, ${process.platform}-${process.arch}`;
  const generator = hasWrk ? 'wrk for GET, own generator for POST' : 'own load generator (wrk absent)';
  console.log(`\n${machine}; ${generator}; load average ${load}; ${((performance.now() - started) / 1000).toFixed(0)} s`);
  if (why !== null) console.error(why);
  process.exit(why === null && failures === 0 ? 0 : 1);
}
