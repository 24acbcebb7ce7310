/**
 * Measures what `bench/README.md` promises and prints one table. Everything runs on this machine, in a temporary folder, with the product
 * started as a person starts it; references are measured in the same run.
 */
import os from 'node:os';
import path from 'node:path';
import { type District, makeDistrict } from './district.ts';
import { hasWrk } from './load.ts';
import { measureAgenda } from './measure/agenda.ts';
import { measureAssessment, measureSixtyUnits } from './measure/assessment.ts';
import { measureBackup } from './measure/backup.ts';
import { measureBallot } from './measure/ballot.ts';
import { measureBulletin } from './measure/bulletin.ts';
import { measureCasting } from './measure/casting.ts';
import { measureEdition } from './measure/edition.ts';
import { measureForms } from './measure/forms.ts';
import { measureKills } from './measure/kills.ts';
import { measureMemory } from './measure/memory.ts';
import { measureParse } from './measure/parse.ts';
import { measurePeople } from './measure/people.ts';
import { measureFirstHit, measurePublicBoard } from './measure/public-board.ts';
import { measurePublicSite } from './measure/public-site.ts';
import { measureReports } from './measure/reports.ts';
import { measureSchedule } from './measure/schedule.ts';
import { measureBoardAfterChange, measureStaffBoard } from './measure/staff-board.ts';
import { measureFirstStart, measureStarts } from './measure/start.ts';
import { measureTally } from './measure/tally.ts';
import { measureTaskTable } from './measure/task-table.ts';
import { measureTimers } from './measure/timers.ts';
import { measureGantt, measureWall } from './measure/wall.ts';
import { makePlace, type Place } from './place.ts';
import { type Started, startProduct } from './server.ts';
import { type Row, tableOf } from './table.ts';

/** Cleaning up takes a few seconds more. */
const LONGEST_MS = 290_000;
const FOR_INSTALL_MS = 190_000;
/** The reference tool checks every ballot anew in each of its six steps. */
const FOR_BALLOTS_MS = 900_000;
const FOR_BACKUP_MS = 600_000;
/** `npm run bench -- kills` measures this alone, two hundred times where nothing else is said. */
const onlyKills = process.argv.includes('kills');
/** `npm run bench -- casting` measures this alone, with all three hundred deputies. */
const onlyCasting = process.argv.includes('casting');
/** `npm run bench -- edition` measures this alone: an edition with its places and pictures, and its pages as files. */
const onlyEdition = process.argv.includes('edition');
/** `npm run bench -- timers` measures this alone: ten thousand steps that are due at once. */
const onlyTimers = process.argv.includes('timers');
/** `npm run bench -- ballots` measures these alone; `LUOSHI_BENCH_BALLOTS=1` with three hundred. */
const onlyBallots = process.argv.includes('ballots');
/** `npm run bench -- agenda` measures this alone. */
const onlyAgenda = process.argv.includes('agenda');
/** `npm run bench -- quarter` measures this alone: the scores of sixty units. */
const onlyQuarter = process.argv.includes('quarter');
/** `npm run bench -- bulletin` measures this alone. */
const onlyBulletin = process.argv.includes('bulletin');
/** `npm run bench -- forms` measures this alone. */
const onlyForms = process.argv.includes('forms');
/** `npm run bench -- planning` measures these alone: both passes, the wall chart, the schedule chart in a browser, the table out and back. */
const onlyPlanning = process.argv.includes('planning');
/** `npm run bench -- people` measures this alone: a roll of 400,000, its count, sign-ins. */
const onlyPeople = process.argv.includes('people');
const KILLS = Number(process.env.LUOSHI_BENCH_KILLS ?? 200);
const FOR_KILL_MS = 40_000;
const DEMO_BOARD = '/140214/2026';

const rows: Row[] = [];
let failures = 0;
const withInstall = process.env.LUOSHI_BENCH_INSTALL === '1';
const withBackup = process.env.LUOSHI_BENCH_BACKUP === '1';
const withBallots = process.env.LUOSHI_BENCH_BALLOTS === '1';
const place = makePlace();
const loadBefore = os.loadavg()[0]!;
const started = performance.now();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void finish(`stopped by ${signal}`));
setTimeout(
  () => void finish('out of time'),
  LONGEST_MS +
    (withInstall ? FOR_INSTALL_MS : 0) +
    (withBallots ? FOR_BALLOTS_MS : 0) +
    (withBackup ? FOR_BACKUP_MS : 0) +
    (onlyKills ? KILLS * FOR_KILL_MS : 0),
).unref();
await measureAll(place).then(
  () => finish(null),
  (fault: unknown) => finish(fault instanceof Error ? fault.message : String(fault)),
);

async function measureAll(it: Place): Promise<void> {
  if (onlyKills) return attempt('kills', async () => rows.push(await measureKills(it, KILLS)));
  if (onlyCasting) return attempt('casting', () => measureCastingAlone(it));
  if (onlyEdition) return attempt('edition', () => measureEditionAlone(it));
  if (onlyTimers) return attempt('timers', async () => rows.push(await measureTimers(it)));
  if (onlyBallots) return measureBallots(it);
  if (onlyAgenda) return attempt('agenda', () => alone(it, 'agenda', measureAgenda));
  if (onlyBulletin) return attempt('bulletin', () => alone(it, 'bulletin', measureBulletin));
  if (onlyQuarter) return attempt('quarter', () => alone(it, 'quarter', measureSixtyUnits));
  if (onlyForms) return attempt('forms', () => alone(it, 'forms', (district, product) => measureForms(product, district)));
  if (onlyPlanning) return attempt('planning', () => measurePlanningAlone(it));
  if (onlyPeople) return attempt('people', async () => rows.push(...(await measurePeople(it))));
  await attempt('parse', async () => rows.push(...(await measureParse())));
  await attempt('schedule', async () => rows.push(await measureSchedule(2_000, 5), await measureSchedule(20_000, 60)));
  if (withInstall) await attempt('first start', async () => rows.push(await measureFirstStart(it)));
  await measureBallots(it);
  const { started: product, data } = await measureStarts(it, (row) => rows.push(row));
  await attempt('memory', async () => rows.push(await measureMemory(product, data)));
  await attempt('public board', async () => rows.push(await measurePublicBoard(it, product, 'br', DEMO_BOARD)));
  await attempt('public board', async () => rows.push(await measurePublicBoard(it, product, 'identity', DEMO_BOARD)));
  const district = await makeDistrict(it, product, data);
  await measureDistrict(product, district);
  await attempt('schedule chart', async () => rows.push(...(await measureGantt(product, district))));
  await attempt('casting', async () => rows.push(await measureCasting(product, district, withBallots ? 300 : 24)));
  await attempt('task table', async () => rows.push(await measureTaskTable(product, district)));
  await attempt('public site', async () => rows.push(...(await measurePublicSite(it, district))));
  await attempt('timers', async () => rows.push(await measureTimers(it)));
  if (withBackup) await attempt('backup', async () => rows.push(...(await measureBackup(it))));
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
  for (const [name, measure] of measures) await attempt(name, async () => rows.push(await measure()));
  await attempt('assessment', async () => rows.push(...(await measureAssessment(district))));
}

async function measureBallots(it: Place): Promise<void> {
  await attempt('ballot', async () => rows.push(await measureBallot(it, withBallots ? 300 : 24)));
  await attempt('tally', async () => rows.push(await measureTally(it, withBallots ? 300 : 24)));
}

async function measureCastingAlone(it: Place): Promise<void> {
  const data = path.join(it.folder, 'casting');
  const product = await startProduct(it, { checkout: it.copyCheckout('checkout', true), data });
  rows.push(await measureCasting(product, await makeDistrict(it, product, data), 300));
}

async function measureEditionAlone(it: Place): Promise<void> {
  const data = path.join(it.folder, 'edition');
  const product = await startProduct(it, { checkout: it.copyCheckout('checkout', true), data });
  const district = await makeDistrict(it, product, data);
  rows.push(await measureEdition(product, district), ...(await measurePublicSite(it, district)));
}

/** One row over the bench's district, and nothing else. */
async function alone(it: Place, name: string, measure: (district: District, product: Started) => Promise<Row>): Promise<void> {
  const data = path.join(it.folder, name);
  const product = await startProduct(it, { checkout: it.copyCheckout('checkout', true), data });
  rows.push(await measure(await makeDistrict(it, product, data), product));
}

async function measurePlanningAlone(it: Place): Promise<void> {
  rows.push(await measureSchedule(2_000, 5), await measureSchedule(20_000, 60));
  const data = path.join(it.folder, 'planning');
  const product = await startProduct(it, { checkout: it.copyCheckout('checkout', true), data });
  const district = await makeDistrict(it, product, data);
  await attempt('wall', async () => rows.push(await measureWall(district)));
  await attempt('schedule chart', async () => rows.push(...(await measureGantt(product, district))));
  await attempt('task table', async () => rows.push(await measureTaskTable(product, district)));
}

/** One measurement that fails does not hide the others. */
async function attempt(name: string, work: () => Promise<unknown>): Promise<void> {
  say(name);
  try {
    await work();
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
