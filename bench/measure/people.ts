import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { reading } from '#/platform/transaction.ts';
import { type EligibilityRule, judge } from '#/records/rules/people/eligibility.ts';
import { PeopleSpec } from '#/records/rules/people/spec.ts';
import { fourNumbers, partsOfPeople } from '#/records/store/people/count.ts';
import type { District } from '../district.ts';
import { loadRequests } from '../load.ts';
import { median, medianTime, milliseconds, perSecond, seconds, timed } from '../numbers.ts';
import { bring } from '../people/bring.ts';
import { addEvents, vacuum } from '../people/events.ts';
import { aPersonOfSeed, writeText, writeWorkbook } from '../people/roster-file.ts';
import { aScene, type Scene } from '../people/scene.ts';
import { measureSteps } from '../people/steps.ts';
import type { Place } from '../place.ts';
import { canSeeProcesses, greatestMemoryOf, withTotalCost } from '../processes.ts';
import { type Started, TODAY } from '../server.ts';
import type { Row } from '../table.ts';

/** `LUOSHI_BENCH_PEOPLE=20000` measures a smaller roll while somebody works on it. */
const ROWS = Number(process.env.LUOSHI_BENCH_PEOPLE ?? 400_000);
const EVENTS_EACH = 5;
const WANTED = { importSeconds: 40, megabytes: 300, figureMs: 300, signIns: 300, eligibilitySeconds: 5 } as const;
const LOAD = { connections: 12, seconds: 4 } as const;

/** 服务的人: a roll from the file to the figure; the verdict on each person; two million services counted; sign-ins. */
export async function measurePeople(place: Place, product: Started, district: District): Promise<readonly Row[]> {
  const scene = await aScene(district);
  const [first, second] = district.promises as [District['promises'][number], District['promises'][number]];
  const tests = await scene.kindOf('样本检测');
  await scene.define(first.id, tests);
  const file = path.join(place.folder, 'roll.xlsx');
  await writeWorkbook(file, ROWS);
  const imported = await measureImport(product, district, { file, kindId: tests, promiseId: first.id });
  await vacuum(district);
  const eligibility = await measureEligibility(district, tests);
  const signIns = await measureSignIns(product, district, scene);
  const visits = await scene.kindOf('样本服务');
  await scene.define(second.id, visits);
  await addEvents(district, { kindId: visits, unitId: scene.unitId, areas: scene.areas, persons: ROWS, each: EVENTS_EACH });
  await vacuum(district);
  return [imported, eligibility, signIns, await measureFigure(district, { kindId: visits, promiseId: second.id })];
}

type Roll = { readonly file: string; readonly kindId: string; readonly promiseId: string };
type FigureBody = { readonly counted: { readonly numerator: number } };

async function measureImport(product: Started, district: District, { file, kindId, promiseId }: Roll): Promise<Row> {
  const { value, node, database } = await withTotalCost(product, district.data, async () => {
    const brought = await bring(product, district, file, { target: 'service', targetId: kindId });
    const counted = await timed(
      async () => (await (await district.office.get(`/records/figure?promiseId=${promiseId}`)).json()) as FigureBody,
    );
    return { ...brought, counted };
  });
  if (value.taken !== ROWS) throw new Error(`${value.taken} of ${ROWS} rows were taken`);
  const expected = Array.from({ length: ROWS }, (_, i) => aPersonOfSeed(i)).filter(({ birthOn, on }) => isOfAge(birthOn, on)).length;
  if (value.counted.value.counted.numerator !== expected) throw new Error(`${JSON.stringify(value.counted.value.counted)} for ${expected}`);
  const memory = greatestMemoryOf(product, district.data);
  const copyMs = await bareCopy(district, file.replace('.xlsx', '.txt'));
  const steps = await measureSteps(file);
  const wall = value.accepted + value.counted.ms;
  const cpu = (ms: number) => (ms / 1000).toFixed(1);
  return {
    name: `名册导入 a roll of ${ROWS} × 8 in .xlsx, from the upload to the figure`,
    measured: `${seconds(wall)}, ${canSeeProcesses ? `${Math.round(memory)} MB` : 'memory only on Linux'}`,
    wanted: `≤ ${WANTED.importSeconds} s, ≤ ${WANTED.megabytes} MB`,
    reference: `bare COPY ${seconds(copyMs)}`,
    ratio: `${(wall / copyMs).toFixed(0)}×`,
    isMet: wall <= WANTED.importSeconds * 1000 && memory <= WANTED.megabytes,
    note:
      `wall: upload ${seconds(value.uploaded)}, read to journal ${seconds(value.read - value.uploaded)}, accept ${seconds(value.accepted - value.read)}, figure ${seconds(value.counted.ms)}; ` +
      `processor: Node ${cpu(node)} s, PostgreSQL ${cpu(database)} s; of the reading thread, each step alone: read ${cpu(steps.read)}, validate ${cpu(steps.validate)}, match by digest ${cpu(steps.digest)}, encrypt ${cpu(steps.seal)} s`,
  };
}

const isOfAge = (birthOn: string, on: string) =>
  judge(RULE, { ...NOBODY, birthOn, onDay: on } as Parameters<typeof judge>[1]).eligible === true;
const RULE: EligibilityRule = { groups: [[{ about: 'age', least: 7, most: 60 }]], consentUnder14: false };
const NOBODY = { sex: null, isLocal: null, livesAlone: null, isAssisted: null, consent: null } as const;

/** The same rows into a bare table, without key, check, seal or journal. */
async function bareCopy({ ownerUrl }: District, file: string): Promise<number> {
  await writeText(file, ROWS);
  fs.chmodSync(file, 0o644);
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query('create table bench_copy (a text, b text, c text, d text, e text, f text, g text, h text)');
    const { ms } = await timed(() => client.query(`copy bench_copy from '${file}'`));
    await client.query('drop table bench_copy');
    return ms;
  } finally {
    await client.end();
  }
}

const spanOf = (promiseId: string) => ({ promiseId, scope: null, period: { from: '2026-01-01', to: '2026-12-31' }, asOf: TODAY }) as const;

async function measureEligibility({ installation, code }: District, serviceKindId: string): Promise<Row> {
  const spec = PeopleSpec.parse({ kind: 'people', serviceKindId, counts: 'eligible' });
  const read = () => reading(installation.composition.world, code, (reader) => fourNumbers(reader, spec, spanOf('')));
  const four = await read();
  const ms = await medianTime(3, read);
  return {
    name: `资格 the verdict on each of ${four.persons} persons, and the four numbers`,
    measured: seconds(ms),
    wanted: `≤ ${WANTED.eligibilitySeconds} s`,
    isMet: ms <= WANTED.eligibilitySeconds * 1000,
    note: `${four.eligible} eligible, ${four.ineligible} not, ${four.undecided} unknown; the third of three`,
  };
}

async function measureFigure(district: District, { kindId, promiseId }: Omit<Roll, 'file'>): Promise<Row> {
  const { world } = district.installation.composition;
  const spec = PeopleSpec.parse({ kind: 'people', serviceKindId: kindId, counts: 'eligible' });
  const count = () => reading(world, district.code, (reader) => partsOfPeople(reader, spec, spanOf(promiseId)));
  const { whole, byPlace } = await count();
  const times: number[] = [];
  for (let i = 0; i < 7; i++) times.push((await timed(count)).ms);
  const page = await medianTime(3, async () => (await district.office.get(`/records/figure?promiseId=${promiseId}`)).text());
  const ms = median(times);
  return {
    name: `一个数 counted over ${ROWS * EVENTS_EACH} services, with its townships and months`,
    measured: milliseconds(ms),
    wanted: `≤ ${WANTED.figureMs} ms`,
    isMet: ms <= WANTED.figureMs,
    note: `${whole!.numerator} persons, ${byPlace.length} townships, ${whole!.records} records; from ${milliseconds(Math.min(...times))} to ${milliseconds(Math.max(...times))}; no totals kept; the whole page with its four numbers over HTTP ${milliseconds(page)}`,
  };
}

const SIGNING = 12_000;

async function measureSignIns(product: Started, district: District, scene: Scene): Promise<Row> {
  const { installation, code, liaisons } = district;
  const liaison = liaisons[0]!;
  const serviceKindId = await scene.kindOf('样本助餐', { slots: ['午餐', '晚餐'], needsEvidence: false });
  const { world } = installation.composition;
  const persons = await reading(world, code, async ({ client, district: of }) => {
    const found = await client.query<{ no: number; areaId: string }>(
      `select person_no as no, area_id as "areaId" from records.roll_line where district = $1 order by row_no limit ${SIGNING}`,
      [of],
    );
    return found.rows;
  });
  await listed(district, scene.unitId);
  const made = persons.map(({ no, areaId }) =>
    liaison.bytesOf('records.sign-in', { serviceKindId, personNo: no, areaId, slot: '午餐', from: { way: 'paper', onDay: TODAY } }),
  );
  let sent = 0;
  const load = await loadRequests(product.address, { ...LOAD, next: () => made[sent++] ?? Buffer.alloc(0) });
  const stored = await reading(
    world,
    code,
    async ({ client, district: of }) =>
      (await client.query('select 1 from records.sign_in where district = $1 and service_kind_id = $2', [of, serviceKindId])).rowCount!,
  );
  if (load.failed > 0 || stored !== load.answered) throw new Error(`${load.failed} failed, ${load.answered} answered, ${stored} stored`);
  return {
    name: '签到 sign-ins with journal, one kind of service, 12 phones',
    measured: perSecond(load.perSecond),
    wanted: `≥ ${WANTED.signIns}/s`,
    isMet: load.perSecond >= WANTED.signIns,
    note: `${stored} stored, each of another person; middle answer ${milliseconds(load.medianMs)}`,
  };
}

/** The roll that was imported becomes the list of those who may sign in. */
async function listed({ ownerUrl, code }: District, unitId: string): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query(`update records.import set target = 'roster' where district = $1 and unit_id = $2 and no = 1`, [code, unitId]);
  } finally {
    await client.end();
  }
}
