import path from 'node:path';
import { type District, makeDistrict } from './district.ts';
import { measureAgenda } from './measure/agenda.ts';
import { measureSixtyUnits } from './measure/assessment.ts';
import { measureBallot } from './measure/ballot.ts';
import { measureBulletin } from './measure/bulletin.ts';
import { measureCasting } from './measure/casting.ts';
import { measureEdition } from './measure/edition.ts';
import { measureForms } from './measure/forms.ts';
import { measureKills } from './measure/kills.ts';
import { measurePeople } from './measure/people.ts';
import { measurePublicSite } from './measure/public-site.ts';
import { measureReports } from './measure/reports.ts';
import { measureSchedule } from './measure/schedule.ts';
import { measureTally } from './measure/tally.ts';
import { measureTaskTable } from './measure/task-table.ts';
import { measureTimers } from './measure/timers.ts';
import { measureGantt, measureWall } from './measure/wall.ts';
import type { Place } from './place.ts';
import { type Started, startProduct } from './server.ts';
import type { Row } from './table.ts';

/** One run of the bench: what it measures goes into the table, and what fails does not hide the rest. */
export type Bench = {
  readonly place: Place;
  attempt(name: string, work: () => Promise<Row | readonly Row[]>): Promise<void>;
};

/** Cleaning up takes a few seconds more. */
export const LONGEST_MS = 420_000;
const KILLS = Number(process.env.LUOSHI_BENCH_KILLS ?? 200);
const FOR_KILL_MS = 40_000;
/** All three hundred deputies, or as many as fit into the table of all. */
export const BALLOTS = process.env.LUOSHI_BENCH_BALLOTS === '1' ? 300 : 24;

type Alone = { readonly measure: (bench: Bench) => Promise<void>; readonly longestMs?: number };

/** `npm run bench -- NAME` measures one of these and nothing else. */
export const ALONE: Readonly<Record<string, Alone>> = {
  reports: inDistrict('reports', async (district, product) => [await measureReports(product, district)]),
  kills: plainly('kills', (place) => measureKills(place, KILLS), LONGEST_MS + KILLS * FOR_KILL_MS),
  casting: inDistrict('casting', async (district, product) => [await measureCasting(product, district, 300)]),
  edition: inDistrict('edition', async (district, product, place) => [
    await measureEdition(product, district),
    ...(await measurePublicSite(place, district)),
  ]),
  timers: plainly('timers', measureTimers),
  ballots: { measure: measureBallots },
  agenda: inDistrict('agenda', async (district) => [await measureAgenda(district)]),
  quarter: inDistrict('quarter', async (district) => [await measureSixtyUnits(district)]),
  bulletin: inDistrict('bulletin', async (district) => [await measureBulletin(district)]),
  forms: inDistrict('forms', async (district, product) => [await measureForms(product, district)]),
  planning: { measure: measurePlanning },
  people: plainly('people', measurePeople, 900_000),
};

function plainly(name: string, measure: (place: Place) => Promise<Row | readonly Row[]>, longestMs = LONGEST_MS): Alone {
  return { longestMs, measure: ({ place, attempt }) => attempt(name, () => measure(place)) };
}

/** Rows over the bench's district, with a product of its own. */
function inDistrict(name: string, measure: (district: District, product: Started, place: Place) => Promise<readonly Row[]>): Alone {
  return {
    measure: ({ place, attempt }) =>
      attempt(name, async () => {
        const { district, product } = await startDistrict(place, name);
        return measure(district, product, place);
      }),
  };
}

async function startDistrict(place: Place, name: string) {
  const data = path.join(place.folder, name);
  const product = await startProduct(place, { checkout: place.copyCheckout('checkout', true), data });
  return { product, district: await makeDistrict(place, product, data) };
}

export async function measureBallots({ place, attempt }: Bench): Promise<void> {
  await attempt('ballot', () => measureBallot(place, BALLOTS));
  await attempt('tally', () => measureTally(place, BALLOTS));
}

/** Both passes, the wall chart, the schedule chart in a browser, the table out and back. */
async function measurePlanning({ place, attempt }: Bench): Promise<void> {
  await attempt('schedule', async () => [await measureSchedule(2_000, 5), await measureSchedule(20_000, 60)]);
  let started: Awaited<ReturnType<typeof startDistrict>> | null = null;
  await attempt('district', async () => {
    started = await startDistrict(place, 'planning');
    return [];
  });
  if (started === null) return;
  const { product, district } = started as Awaited<ReturnType<typeof startDistrict>>;
  await attempt('wall', () => measureWall(district));
  await attempt('schedule chart', () => measureGantt(product, district));
  await attempt('task table', () => measureTaskTable(product, district));
}
