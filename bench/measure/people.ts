import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
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
import { cpuOfProcess, databaseCpu, familyOf, watchImport } from '../processes.ts';
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
  const { health, data, product } = scene;
  const server = familyOf(product, data).node.find(({ command }) => /main\.ts start/.test(command))!;
  const before = { server: cpuOfProcess(server.pid), database: databaseCpu(data) };
  const reader = watchImport(server.pid);
  const started = performance.now();
  const stations: number[] = [];
  const station = () => stations.push(performance.now() - started - stations.reduce((sum, it) => sum + it, 0));
  const sent = await sendRoll(scene, file);
  const { importNo } = await health.run<{ importNo: number }>('records.open-import', { target: 'service', targetId: kindId, file: sent });
  station();
  await untilRead(scene, importNo);
  station();
  await health.run('records.accept-import', { importNo, supersedesNo: null });
  station();
  const { whole } = await scene.read((it) => partsOfPeople(it, specOf(kindId), spanOf()));
  station();
  const wall = performance.now() - started;
  const watched = reader();
  const cpu = (ms: number) => (ms / 1000).toFixed(1);
  const ofServer = cpu(cpuOfProcess(server.pid) - before.server);
  const ofDatabase = cpu(databaseCpu(data) - before.database);
  const expected = Array.from({ length: ROWS }, (_, i) => aPersonOfSeed(i)).filter(({ birthOn, on }) => isOfAge(birthOn, on)).length;
  if (whole!.numerator !== expected) throw new Error(`${whole!.numerator} persons for ${expected}`);
  const copyMs = await bareCopy(scene, file.replace('.xlsx', '.txt'));
  const steps = await measureSteps(file);
  const [stored, read, accepted, counted] = stations as [number, number, number, number];
  return {
    name: `名册导入 a roll of ${ROWS} × 8 in .xlsx, from the file to the figure`,
    measured: `${seconds(wall)}, ${Math.round(watched.peakMb)} MB`,
    wanted: `≤ ${WANTED.importSeconds} s, ≤ ${WANTED.megabytes} MB`,
    reference: `bare COPY ${seconds(copyMs)}`,
    ratio: `${(wall / copyMs).toFixed(0)}×`,
    isMet: wall <= WANTED.importSeconds * 1000 && watched.peakMb <= WANTED.megabytes,
    note:
      `wall: send and store sealed ${seconds(stored)}, read to journal ${seconds(read)} (with the up to two seconds until the server looks), accept ${seconds(accepted)}, count with townships ${seconds(counted)}; ` +
      `memory of the server and its reader together (PSS), at that moment ${Math.round(watched.serverMb)} + ${Math.round(watched.peakMb - watched.serverMb)} MB, before the file ${Math.round(watched.beforeMb)} MB; processor: server ${ofServer} s (match, seal, journal, answer), reader ${cpu(watched.cpuMs)} s, PostgreSQL ${ofDatabase} s; the steps, each measured alone: read ${cpu(steps.read)}, validate ${cpu(steps.validate)}, digest to match by ${cpu(steps.digest)}, encrypt ${cpu(steps.seal)} s`,
  };
}

/** As the workspace sends it. */
async function sendRoll({ product, code, health }: Scene, file: string): Promise<{ readonly digest: string }> {
  const body = new FormData();
  body.append('file', await fs.openAsBlob(file), '样本名册.xlsx');
  const headers = { cookie: health.cookie, 'x-luoshi-csrf': health.csrf };
  const answer = await fetch(`${product.address}/api/${code}/records/files`, { method: 'POST', body, headers });
  if (!answer.ok) throw new Error(`sending the roll: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { digest: string };
}

/** Asks as often as the screen does. */
async function untilRead({ health }: Scene, importNo: number): Promise<void> {
  for (;;) {
    const answer = await health.get(`/records/import?importNo=${importNo}`);
    const { state } = ((await answer.json()) as { import: { state: string } }).import;
    if (state === 'read') return;
    if (!['waiting', 'reading'].includes(state)) throw new Error(`the import is ${state}`);
    await wait(1_000);
  }
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
