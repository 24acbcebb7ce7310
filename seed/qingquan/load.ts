import type pg from 'pg';
import type { Composition } from '#/compose.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { createDistrict, listUnits } from '#/organisation/door.ts';
import { importAreas } from '#/planning/actions/areas.ts';
import { setCalendar } from '#/planning/actions/calendars.ts';
import { importSites, setOutline } from '#/planning/actions/site-files.ts';
import { listAreas, listSites } from '#/planning/door.ts';
import { BUILT_IN } from '#/planning/rules/calendar.ts';
import { putBytes, storeFile } from '#/platform/files.ts';
import type { Actor } from '#/platform/roles.ts';
import { reading } from '#/platform/transaction.ts';
import { findProgramme, listProjectRows, loadProgramme } from '#/programme/door.ts';
import { freezeSeed, reportSeed } from '../list.ts';
import { type DemoPerson, type Must, mustIn, mustOn, seedPeople } from '../people.ts';
import { planWorks } from '../works.ts';
import { QINGQUAN, QINGQUAN_2026 } from './list.ts';
import { reportMonths } from './months.ts';
import { OUTLINE, SITES, VILLAGES } from './places.ts';
import { PLANS } from './plans.ts';
import { recordEvents } from './records.ts';
import { tellResidents } from './residents.ts';
import { playRhythm } from './rhythm.ts';
import { recordServed } from './served.ts';
import { planSewer } from './sewer.ts';
import { deriveWater, recordDays } from './water.ts';

export const QINGQUAN_PEOPLE: readonly DemoPerson[] = [
  { username: 'qingquan-office', name: '演示·督查员', unit: '区政府督查室', kind: 'office' },
  { username: 'qingquan-leader', name: '演示·区领导', unit: '区政府', kind: 'leader' },
  { username: 'qingquan-zhujian', name: '演示·住建联络员', unit: '区住建局', kind: 'liaison' },
  { username: 'qingquan-shuiwu', name: '演示·水务联络员', unit: '区水务局', kind: 'liaison' },
  { username: 'qingquan-minzheng', name: '演示·民政联络员', unit: '区民政局', kind: 'liaison' },
  { username: 'qingquan-jiaotong', name: '演示·交通联络员', unit: '区交通局', kind: 'liaison' },
];

type People = Awaited<ReturnType<typeof seedPeople>>;
export type Qingquan = { readonly must: Must; readonly people: People; readonly programmeId: string };

/** A district that does not exist, broken down, planned back, counted by its places and told to its residents; returns who acts there. */
export async function loadQingquan(composition: Composition, pool: pg.Pool): Promise<Qingquan> {
  const must = mustIn(composition, QINGQUAN);
  await must(createDistrict, { name: '清泉区', province: '虚构省', city: '虚构市', demoToday: QINGQUAN_2026.asOf });
  const people = await seedPeople(must, pool, QINGQUAN_PEOPLE);
  const office = people.get('qingquan-office')!;
  const on = (day: CivilDate) => mustOn(composition, QINGQUAN, day);
  const frozen = await freezeSeed(on('2026-02-10'), QINGQUAN_2026, office);
  await reportMonths(on, frozen, office);
  await reportSeed(must, frozen, QINGQUAN_2026.asOf, office);
  const { programmeId } = frozen;
  const file = keepFile(composition, must, office);
  await setPlaces(must, { office, programmeId, file });
  const known = await readKnown(composition, programmeId);
  const projectOf = (no: string) => known.projects.find((it) => it.no === no)!;
  const unitId = (name: string) => known.units.find((it) => it.name === name)!.id;
  const [water, sewer] = [projectOf('3'), projectOf('2')];
  const siteIds = known.sites.filter((it) => it.projectId === sewer.id).map(({ id }) => id);
  const [leader, liaison] = [people.get('qingquan-leader')!, people.get('qingquan-zhujian')!];
  const evidence = await file('验收单.txt', '虚构的验收单，供演示');
  await planSewer(must, { office, leader, liaison, unitId }, { programmeId, projectId: sewer.id, siteIds, evidence });
  const promisesOf = (no: string) => known.promises.filter((it) => it.projectId === projectOf(no).id).map(({ id }) => id);
  const promiseOf = (no: string) => promisesOf(no)[0]!;
  const promiseId = promiseOf('3');
  const shuiwu = people.get('qingquan-shuiwu')!;
  await deriveWater(must, { office, liaison: shuiwu, programmeId, projectId: water.id, promiseId, file });
  for (const [no, plan] of Object.entries(PLANS)) {
    const { id: projectId, name, leadUnitId } = projectOf(no);
    const ids = await planWorks({ must, actor: office, evidence }, { programmeId, projectId, name, leadUnitId: leadUnitId! }, plan);
    if (projectId === water.id) await recordDays(must, ids[plan.finished]!, shuiwu);
  }
  const areas = new Map(known.areas.map(({ name, id }) => [name, id]));
  await tellResidents(must, { office, areas, promiseOf });
  const { areas: settled } = await readKnown(composition, programmeId);
  const areaId = (name: string) => settled.find((it) => it.name === name)!.id;
  await recordEvents(must, { office, promiseOf, evidence, areaId, file });
  const keeper = people.get('qingquan-minzheng')!;
  await recordServed(must, { composition, office, keeper, roads: promiseOf('10'), meals: promisesOf('5')[1]!, file });
  const liaisons = new Map(QINGQUAN_PEOPLE.filter(({ kind }) => kind === 'liaison').map((it) => [it.unit, people.get(it.username)!]));
  const ids = { programmeId, projectId: (no: string) => projectOf(no).id, promiseId: promiseOf, unitId };
  await playRhythm(
    { composition, on, office, leader, liaisons, ...ids, file },
    known.projects.map(({ id }) => id),
  );
  return { must, people, programmeId };
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  txt: 'text/plain',
  geojson: 'application/geo+json',
  png: 'image/png',
};

function keepFile({ world }: Composition, must: Must, office: Actor) {
  return async (name: string, content: string | Buffer): Promise<string> => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const digest = await putBytes(world, QINGQUAN, bytes);
    await must(storeFile, { digest, name, size: bytes.length, mediaType: MEDIA_TYPES[name.split('.').at(-1)!]! }, office);
    return digest;
  };
}

/** What stands after the list and its places were taken in. */
function readKnown({ world }: Composition, programmeId: string) {
  return reading(world, QINGQUAN, async (reader) => ({
    projects: await listProjectRows(reader, programmeId),
    promises: (await loadProgramme(reader, (await findProgramme(reader, programmeId))!)).promises,
    units: await listUnits(reader),
    sites: await listSites(reader),
    areas: await listAreas(reader),
  }));
}

type Ground = {
  readonly office: Parameters<typeof planSewer>[1]['office'];
  readonly programmeId: string;
  readonly file: (name: string, content: string) => Promise<string>;
};

async function setPlaces(must: Must, { office, programmeId, file }: Ground): Promise<void> {
  const townships = [...new Set(VILLAGES.map(([, township]) => township))];
  const rows = [...townships.map((it) => `${it},乡镇,`), ...VILLAGES.map(([name, township]) => `${name},行政村,${township}`)];
  await must(importAreas, { digest: await file('区域.csv', ['名称,类别,上级', ...rows].join('\n')) }, office);
  const outline = await file('区界.geojson', JSON.stringify(OUTLINE));
  await must(setOutline, { digest: outline, capturedIn: 'wgs84', source: '示例绘图（画在海上，并无此地）', reviewNo: null }, office);
  const sites = await file('点位.geojson', JSON.stringify(SITES));
  await must(importSites, { digest: sites, programmeId, capturedIn: 'wgs84' }, office);
  const { version: _, ...quiet } = BUILT_IN.find(({ key }) => key === 'school-quiet')!;
  const zhongkao = { from: '2026-06-20', to: '2026-06-22', why: '中考' };
  await must(setCalendar, { ...quiet, closed: [...quiet.closed, zhongkao], reason: '录入虚构的中考日期' }, office);
}
