import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { putBytes } from '#/platform/files.ts';
import type { JobDeps } from '#/platform/module.ts';
import { acceptImport, openImport, takeChunk } from '#/records/actions/people/imports.ts';
import { readNext } from '#/records/actions/people/run-imports.ts';
import { signIn } from '#/records/actions/people/sign-in.ts';
import { type EligibilityRule, judge } from '#/records/rules/people/eligibility.ts';
import { PeopleSpec } from '#/records/rules/people/spec.ts';
import { fourNumbers, partsOfPeople } from '#/records/store/people/count.ts';
import { median, medianTime, milliseconds, perSecond, seconds, timed } from '../numbers.ts';
import { copyFrom } from '../people/copy.ts';
import { addEvents, vacuum } from '../people/events.ts';
import { aPersonOfSeed, writeText } from '../people/roster-file.ts';
import { aScene, type Scene } from '../people/scene.ts';
import { measureSteps } from '../people/steps.ts';
import type { Place } from '../place.ts';
import { databaseCpu, watchHelpers } from '../processes.ts';
import { TODAY } from '../server.ts';
import type { Row } from '../table.ts';

/** `LUOSHI_BENCH_PEOPLE=20000` measures a smaller roll while somebody works on it. */
const ROWS = Number(process.env.LUOSHI_BENCH_PEOPLE ?? 400_000);
const EVENTS_EACH = 5;
const WANTED = { importSeconds: 40, megabytes: 300, figureMs: 300, signIns: 300, eligibilitySeconds: 5 } as const;
const LOAD = { connections: 12, seconds: 4 } as const;

/** 服务的人: a roll from the file to the figure; the verdict on each person; two million services counted; sign-ins. */
export async function measurePeople(place: Place): Promise<readonly Row[]> {
  const file = path.join(place.folder, 'roll.xlsx');
  makeApart(file);
  const scene = await aScene(place);
  const tests = await scene.kindOf('样本检测');
  const imported = await measureImport(scene, file, tests);
  await vacuum(scene);
  const eligibility = await measureEligibility(scene, tests);
  const signIns = await measureSignIns(scene);
  const served = await scene.kindOf('样本服务');
  await addEvents(scene, { kindId: served, persons: ROWS, each: EVENTS_EACH });
  await vacuum(scene);
  return [imported, eligibility, signIns, await measureFigure(scene, served)];
}

/** In a process of its own: what making the roll takes is not what reading it takes. */
function makeApart(file: string): void {
  const maker = new URL('../people/roster-file.ts', import.meta.url).href;
  execFileSync(process.execPath, ['-e', `import('${maker}').then((it) => it.writeWorkbook(${JSON.stringify(file)}, ${ROWS}))`]);
}

const specOf = (serviceKindId: string) => PeopleSpec.parse({ kind: 'people', serviceKindId, counts: 'eligible' });

async function measureImport(scene: Scene, file: string, kindId: string): Promise<Row> {
  const { must, code, deps } = scene;
  const before = { node: process.cpuUsage(), database: databaseCpu(scene.folder) };
  const helpers = watchHelpers();
  const started = performance.now();
  const stations: number[] = [];
  const station = () => stations.push(performance.now() - started - stations.reduce((sum, it) => sum + it, 0));
  let taking = 0;
  const watching: JobDeps = {
    ...deps,
    run: async (command, district, input) => {
      const { ms, value } = await timed(() => deps.run(command, district, input));
      if (command === takeChunk) taking += ms;
      return value;
    },
  };
  const digest = await putBytes(scene.composition.world, code, fs.readFileSync(file));
  const sent = { digest, name: '样本名册.xlsx', size: fs.statSync(file).size };
  const { importNo } = await must<{ importNo: number }>(openImport, { target: 'service', targetId: kindId, file: sent });
  station();
  await readNext(code, watching);
  station();
  await must(acceptImport, { importNo, supersedesNo: null });
  station();
  const { whole } = await scene.read((reader) => partsOfPeople(reader, specOf(kindId), spanOf()));
  station();
  const wall = performance.now() - started;
  const reader = helpers();
  const node = process.cpuUsage(before.node);
  const database = databaseCpu(scene.folder) - before.database;
  const expected = Array.from({ length: ROWS }, (_, i) => aPersonOfSeed(i)).filter(({ birthOn, on }) => isOfAge(birthOn, on)).length;
  if (whole!.numerator !== expected) throw new Error(`${whole!.numerator} persons for ${expected}`);
  const copyMs = await bareCopy(scene, file.replace('.xlsx', '.txt'));
  const steps = await measureSteps(file);
  const cpu = (ms: number) => (ms / 1000).toFixed(1);
  const [stored, read, accepted, counted] = stations as [number, number, number, number];
  return {
    name: `名册导入 a roll of ${ROWS} × 8 in .xlsx, from the file to the figure`,
    measured: `${seconds(wall)}, ${Math.round(reader.peakMb)} MB`,
    wanted: `≤ ${WANTED.importSeconds} s, ≤ ${WANTED.megabytes} MB`,
    reference: `bare COPY ${seconds(copyMs)}`,
    ratio: `${(wall / copyMs).toFixed(0)}×`,
    isMet: wall <= WANTED.importSeconds * 1000 && reader.peakMb <= WANTED.megabytes,
    note:
      `wall: store sealed ${seconds(stored)}, read to journal ${seconds(read)} (of it match, write and journal ${seconds(taking)}, beside the reading process), accept ${seconds(accepted)}, count with townships ${seconds(counted)}; ` +
      `memory of the server's process and the reader's together (PSS), at most ${Math.round(reader.helpersMb)} MB of it the reader's; processor: Node ${cpu((node.user + node.system) / 1000)} s and ${cpu(reader.cpuMs)} s in the reader, PostgreSQL ${cpu(database)} s; the steps of the reader, each measured alone: read ${cpu(steps.read)}, validate ${cpu(steps.validate)}, digest to match by ${cpu(steps.digest)}, encrypt ${cpu(steps.seal)} s`,
  };
}

const isOfAge = (birthOn: string, on: string) =>
  judge(RULE, { ...NOBODY, birthOn, onDay: on } as Parameters<typeof judge>[1]).eligible === true;
const RULE: EligibilityRule = { groups: [[{ about: 'age', least: 7, most: 60 }]], consentUnder14: false };
const NOBODY = { sex: null, isLocal: null, livesAlone: null, isAssisted: null, consent: null } as const;

/** The same rows into a bare table, without key, check, seal or journal. */
async function bareCopy({ ownerUrl }: Scene, file: string): Promise<number> {
  await writeText(file, ROWS);
  const bytes = fs.readFileSync(file);
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query('create table bench_copy (a text, b text, c text, d text, e text, f text, g text, h text)');
    const { ms } = await timed(() => copyFrom(client, 'copy bench_copy from stdin', bytes));
    await client.query('drop table bench_copy');
    return ms;
  } finally {
    await client.end();
  }
}

const spanOf = () => ({ promiseId: '', scope: null, period: { from: '2026-01-01', to: '2026-12-31' }, asOf: TODAY }) as const;

async function measureEligibility(scene: Scene, kindId: string): Promise<Row> {
  const read = () => scene.read((reader) => fourNumbers(reader, specOf(kindId), spanOf()));
  const four = await read();
  const ms = await medianTime(3, read);
  return {
    name: `资格 the verdict on each of ${four.persons} persons, and the four numbers`,
    measured: seconds(ms),
    wanted: `≤ ${WANTED.eligibilitySeconds} s`,
    isMet: ms <= WANTED.eligibilitySeconds * 1000,
    note: `${four.eligible} eligible, ${four.ineligible} not, ${four.undecided} unknown; middle of three`,
  };
}

async function measureFigure(scene: Scene, kindId: string): Promise<Row> {
  const count = () => scene.read((reader) => partsOfPeople(reader, specOf(kindId), spanOf()));
  const { whole, byPlace } = await count();
  const times: number[] = [];
  for (let i = 0; i < 7; i++) times.push((await timed(count)).ms);
  const ms = median(times);
  return {
    name: `一个数 counted over ${ROWS * EVENTS_EACH} services, with its townships and months`,
    measured: milliseconds(ms),
    wanted: `≤ ${WANTED.figureMs} ms`,
    isMet: ms <= WANTED.figureMs,
    note: `${whole!.numerator} persons, ${byPlace.length} townships, ${whole!.records} records; from ${milliseconds(Math.min(...times))} to ${milliseconds(Math.max(...times))}; no totals kept`,
  };
}

async function measureSignIns(scene: Scene): Promise<Row> {
  const { composition, code } = scene;
  const serviceKindId = await scene.kindOf('样本助餐', { slots: ['午餐', '晚餐'], needsEvidence: false });
  const persons = await scene.read(async ({ client, district }) => {
    const found = await client.query<{ no: number }>('select no from records.person where district = $1 order by no limit 12000', [
      district,
    ]);
    return found.rows.map(({ no }) => no);
  });
  await asRoster(scene);
  const started = performance.now();
  let sent = 0;
  const phone = async () => {
    while (performance.now() - started < LOAD.seconds * 1000) {
      const said = {
        serviceKindId,
        personNo: persons[sent++]!,
        areaId: scene.areas[0]!,
        slot: '午餐',
        from: { way: 'paper', onDay: TODAY },
      };
      const outcome = await composition.run(signIn, code, said);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
    }
  };
  await Promise.all(Array.from({ length: LOAD.connections }, phone));
  const elapsed = (performance.now() - started) / 1000;
  const stored = await scene.read(
    async ({ client, district }) =>
      (await client.query('select 1 from records.sign_in where district = $1 and service_kind_id = $2', [district, serviceKindId]))
        .rowCount!,
  );
  if (stored !== sent) throw new Error(`${sent} sent, ${stored} stored`);
  return {
    name: `签到 sign-ins with journal, one kind of service, ${LOAD.connections} at once`,
    measured: perSecond(stored / elapsed),
    wanted: `≥ ${WANTED.signIns}/s`,
    isMet: stored / elapsed >= WANTED.signIns,
    note: `${stored} stored, each of another person; commands in the process, without HTTP`,
  };
}

/** The roll that was imported becomes the list of those who may sign in. */
async function asRoster({ ownerUrl, code }: Scene): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query(`select set_config('luoshi.district', $1, false)`, [code]);
    await client.query(`update records.import set target = 'roster' where district = $1`, [code]);
  } finally {
    await client.end();
  }
}
