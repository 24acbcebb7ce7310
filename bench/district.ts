import path from 'node:path';
import pg from 'pg';
import { adoptReport } from '#/delivery/actions/adopting.ts';
import { submitReport } from '#/delivery/actions/reports.ts';
import { newId } from '#/kernel/id.ts';
import { createDistrict } from '#/organisation/door.ts';
import { readConfig } from '#/platform/config.ts';
import { startEmbedded } from '#/platform/embedded/embedded.ts';
import type { Actor } from '#/platform/roles.ts';
import { type Installation, openInstallation } from '#/shells/cli/installation.ts';
import { type SeedList, type SeedProject, seedList } from '../seed/list.ts';
import { DEMO_PASSWORD, type DemoPerson, type Must, mustIn, seedPeople } from '../seed/people.ts';
import { logIn, type Person } from './person.ts';
import { type Place, ROOT } from './place.ts';
import { type Started, TODAY } from './server.ts';

/** 样本区: a plainly fictional district with a list of ten projects of ten promises each, and three adopted reports on every promise. */
export type District = {
  readonly code: string;
  readonly year: number;
  readonly programmeId: string;
  readonly promises: readonly { readonly id: string; readonly projectNo: number }[];
  readonly office: Person;
  readonly leader: Person;
  /** One for each project, of the unit that leads it. */
  readonly liaisons: readonly Person[];
  readonly installation: Installation;
  /** Who loads what the bench needs besides. */
  readonly officer: Actor;
  readonly data: string;
  /** The owner of the database, for the reference that needs a table of its own. */
  readonly ownerUrl: string;
  /** Lets go of the database, for whoever takes it away. */
  close(): Promise<void>;
};

const CODE = '990077';
const YEAR = 2026;
const PROJECTS = 10;
const PROMISES_EACH = 10;
const MEASURE_UNIT = '处';
const OBJECTS = ['样本亭', '样本桥', '样本井', '样本灯', '样本棚', '样本站', '样本园', '样本栏', '样本架', '样本台'];

/** The reports that stand before the bench begins; the load reports on a later day. */
const REPORTED: readonly { readonly asOf: `${number}-${number}-${number}`; readonly share: number }[] = [
  { asOf: '2026-04-30', share: 0.3 },
  { asOf: '2026-05-31', share: 0.4 },
];
const FIRST = { asOf: '2026-03-31', share: 0.2 } as const;

export async function makeDistrict(place: Place, { address }: Started, data: string): Promise<District> {
  const { installation, ownerUrl, close } = await openDistrict(place, data);
  const must = mustIn(installation.composition, CODE);
  await must(createDistrict, { name: '样本区' });
  const people = await seedPeople(must, installation.pool, peopleOf());
  const programmeId = await seedList(must, listOf(), people.get('bench-office')!);
  const promises = await promisesOf(installation, programmeId);
  for (const reported of REPORTED) await report(must, people.get('bench-office')!, promises, reported);
  await gatherStatistics(ownerUrl);
  const enter = (username: string) => logIn(address, CODE, username, DEMO_PASSWORD);
  const liaisons: Person[] = [];
  for (let no = 1; no <= PROJECTS; no++) liaisons.push(await enter(`bench-unit-${no}`));
  return {
    code: CODE,
    year: YEAR,
    programmeId,
    promises,
    office: await enter('bench-office'),
    leader: await enter('bench-leader'),
    liaisons,
    installation,
    officer: people.get('bench-office')!,
    data,
    ownerUrl,
    close,
  };
}

/** The installation behind the running product, and its database. */
export async function openDistrict(place: Place, data: string) {
  const config = readConfig({ LUOSHI_DATA: data, LUOSHI_TODAY: TODAY }, ROOT);
  if ('variable' in config) throw new Error(`${config.variable}: ${config.value}`);
  const installation = await openInstallation({ config, isStart: false, say: () => {} });
  const database = await startEmbedded({ folder: path.join(data, 'database') });
  let closed: Promise<void> | null = null;
  const close = () => {
    closed ??= installation.close().then(() => database.stop());
    return closed;
  };
  place.onEnd(close);
  return { code: CODE, installation, ownerUrl: database.ownerUrl, close };
}

/** PostgreSQL's own autovacuum does this within a minute of a load; until then its planner guesses. */
async function gatherStatistics(ownerUrl: string): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

/** A second list of the district, with so many projects of ten promises, each led by a unit of its own and reported once. */
export async function addWideList({ installation, officer, ownerUrl }: District, projects: number): Promise<'special-action'> {
  const list = { ...listOf(projects), kind: 'special-action', title: '样本区2026年专项行动' } as const;
  await seedList(mustIn(installation.composition, CODE), list, officer);
  await gatherStatistics(ownerUrl);
  return list.kind;
}

const unitOf = (no: number) => `样本${no}局`;

function peopleOf(): readonly DemoPerson[] {
  return [
    { username: 'bench-office', name: '样本·督查员', unit: '样本督查室', kind: 'office' },
    { username: 'bench-leader', name: '样本·区领导', unit: '样本区政府', kind: 'leader' },
    ...Array.from({ length: PROJECTS }, (_, i) => ({
      username: `bench-unit-${i + 1}`,
      name: `样本·联络员${i + 1}`,
      unit: unitOf(i + 1),
      kind: 'liaison' as const,
    })),
  ];
}

function listOf(projects = PROJECTS): SeedList {
  return {
    district: CODE,
    year: YEAR,
    origin: 'government',
    title: '样本区2026年民生实事',
    source: '样本',
    frozenFor: '样本区政府常务会议',
    asOf: FIRST.asOf,
    projects: Array.from({ length: projects }, (_, i) => projectOf(i + 1)),
  };
}

const targetOf = (no: number, i: number) => 1_000 * no + 100 * i;

function projectOf(no: number): SeedProject {
  const phrases = OBJECTS.map((object, i) => ({
    object: `第${no}类${object}`,
    target: targetOf(no, i),
    printed: `${targetOf(no, i)}${MEASURE_UNIT}`,
  }));
  return {
    no: String(no),
    name: `样本工程${no}`,
    text: `${phrases.map(({ object, printed }) => `新建${object}${printed}`).join('，')}。`,
    leadUnit: unitOf(no),
    promises: phrases.slice(0, PROMISES_EACH).map(({ object, target, printed }) => ({
      verb: '新建',
      object,
      target,
      measureUnit: MEASURE_UNIT,
      printed,
      report: { value: Math.round(target * FIRST.share), measureUnit: MEASURE_UNIT, text: `${object}按序时推进。` },
    })),
  };
}

async function promisesOf({ pool }: Installation, programmeId: string) {
  const client = await pool.connect();
  try {
    await client.query(`begin; set local luoshi.district = '${CODE}'`);
    const found = await client.query<{ id: string; no: string; target: number }>(
      `select p.id, j.no, p.target from programme.promise p join programme.project j on j.district = p.district and j.id = p.project_id
        where p.district = $1 and j.programme_id = $2 order by j.position, p.position`,
      [CODE, programmeId],
    );
    await client.query('commit');
    return found.rows.map(({ id, no, target }) => ({ id, projectNo: Number(no), target }));
  } finally {
    client.release();
  }
}

type Known = Awaited<ReturnType<typeof promisesOf>>;

async function report(must: Must, office: Actor, promises: Known, { asOf, share }: (typeof REPORTED)[number]): Promise<void> {
  const colleague: Actor = { ...office, accountId: newId() };
  for (const { id, target } of promises) {
    const content = contentOf(id, asOf, Math.round(target * share), 'cumulative');
    const { reportId } = await must<{ reportId: string }>(submitReport, content, office);
    await must(adoptReport, { reportId }, colleague);
  }
}

export function contentOf(promiseId: string, asOf: string, value: number, valueKind: 'cumulative' | 'this-period') {
  return { promiseId, asOf, value, valueKind, measureUnit: MEASURE_UNIT, text: '本月按计划推进。', behindReason: '汛期停工，七月补上' };
}
