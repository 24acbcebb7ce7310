import assert from 'node:assert/strict';
import { FIRST_SHEET } from '#/ballot/rules/session.ts';
import type { CountRoom } from '#/ballot/rules/views.ts';
import * as congress from '#/ballot/test-session.ts';
import { accepted, type TestList } from '#/collection/test-list.ts';
import { newId } from '#/kernel/id.ts';
import type { AnyCommand } from '#/platform/command.ts';
import type { JobDeps } from '#/platform/module.ts';
import { CSRF_HEADER } from '#/platform/session/csrf.ts';
import { readNext } from '#/records/actions/people/run-imports.ts';
import { aRow, csvOf } from '#/records/test-people.ts';
import type { Answer, TestPerson } from '#/testing.ts';
import { aSheet } from './test-bases.ts';
import { type Door, door, type Stored } from './test-doors.ts';
import type { Base } from './test-mutate.ts';

const DISTRICT = '990001';
const asText = (name: string, text: string): Base => ({ name, bytes: Buffer.from(text), parts: null });
const cellsOf = (text: string, separator: string) =>
  text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(separator));

/** Fairs that were held, and the people whom a laboratory has tested. */
export async function doorsOfRecords(list: TestList): Promise<readonly Door[]> {
  const { app, office } = list;
  const { unitId } = (await list.form('区人社局')).form;
  const kindId = newId();
  const kind = { serviceKindId: kindId, name: '乙肝检测', unitId, isSensitive: true, needsEvidence: true };
  accepted(await office.run('records.keep-service-kind', kind));
  accepted(await office.run('planning.set-up-area', { kind: 'township', name: '西河乡' }));
  const board = (await office.get('/delivery/board?year=2026')).body as {
    projects: readonly { promises: readonly { promise: { id: string; object: string } }[] }[];
  };
  const promises = board.projects.flatMap((it) => it.promises.map(({ promise }) => promise));
  const promiseId = promises.find(({ object }) => object.includes('招聘会'))!.id;
  const fairs = [
    ['日期', '名称', '地点', '活动类别', '主办单位', '参加人数'],
    ['2026-03-18', '春季招聘会', '清泉广场', '招聘会', '区人社局', '120'],
  ];
  const bureau = app.as('liaison', { unitId, name: '卫健局联络员' });
  const people = csvOf([aRow({ area: '西河乡' }), aRow({ serial: 2, area: '西河乡' })]);
  const rolls = [asText('名册.csv', people), await aSheet('名册.xlsx', cellsOf(people, ','))];
  return [
    door(await aSheet('台账.xlsx', fairs), office, {
      command: 'records.import-entries',
      input: ({ digest }) => ({ digest, promiseId, kind: 'event' }),
    }),
    ...rolls.map((base) => rollDoor(list, bureau, kindId, base)),
  ];
}

/** Persons come in by an intake of their own, and are read in batches afterwards. */
function rollDoor({ app }: TestList, bureau: TestPerson, kindId: string, base: Base): Door {
  const deps: JobDeps = {
    world: app.world,
    run: (command: AnyCommand, district, input) => app.run(command, district, input),
    outside: {} as never,
  };
  const rowsOf = async (importNo: number) =>
    (await app.ownerPool.query('select 1 from records.roll_block where import_no = $1', [importNo])).rowCount;
  return {
    base,
    by: bureau,
    upload: async (name, bytes) => intake(app, bureau, { name, bytes }),
    async *give({ digest, name }) {
      const file = { digest, name, size: 1 };
      const opened = await bureau.run('records.open-import', { target: 'service', targetId: kindId, file });
      yield { stage: 'records', answer: opened };
      if (opened.status !== 200) return;
      const { importNo } = accepted<{ importNo: number }>(opened);
      await readNext(DISTRICT, deps);
      const shown = await bureau.get(`/records/import?importNo=${importNo}`);
      const { state } = (shown.body as { import: { state: string } }).import;
      assert.ok(state === 'read' || state === 'failed', `import ${importNo} is ${state}`);
      if (state === 'failed') assert.equal(await rowsOf(importNo), 0, `import ${importNo} failed and left rows`);
      yield { stage: 'records', answer: shown };
    },
  };
}

async function intake({ app }: TestList['app'], { actor }: TestPerson, { name, bytes }: { name: string; bytes: Buffer }): Promise<Answer> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  const response = await app.inject({
    method: 'POST',
    url: `/api/${DISTRICT}/records/files`,
    headers: { cookie: `test=${actor.accountId}`, [CSRF_HEADER]: 'test', 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return { status: response.statusCode, body: response.json() as never, text: response.body, headers: response.headers };
}

/** The roll of deputies and the candidates of one session; what the keypads counted in another. */
export async function doorsOfVotes({ app }: TestList): Promise<readonly Door[]> {
  const office = app.as('congress-office', { name: '人大办公室' });
  const [preparing, counting] = [await aSession(app, office), await aSession(app, office)];
  const { scrutineer } = counting;
  await congress.withSheet(counting, { ...FIRST_SHEET, keypad: true });
  await congress.withList(counting);
  await congress.withRoll(counting, 21, 23);
  await congress.withOfficers(counting);
  const roundId = await congress.openedSession(counting);
  accepted(await office.run('ballot.record-collected', { roundId, collected: 21, source: 'keypad' }));
  const { rounds, names } = await counting.room();
  const bundleId = rounds[0]!.bundles[0]!.id;
  const votes = rounds[0]!.round.candidateIds.map((id, i) => `${i + 1},${names[id]},${20 - (i % 9)}`);
  const keypad = ['表决结果,,', '参加表决人数,21,', '无效,0,', '未按键,0,', '序号,项目名称,赞成', ...votes].join('\r\n');
  const roll = await aSheet('代表名册.xlsx', cellsOf(congress.rollText(20), '\t'));
  const { sessionId } = preparing;
  return [
    door(roll, office, { command: 'ballot.import-roll', input: (from) => ({ sessionId, from }) }),
    door(asText('候选项目.csv', congress.candidateText().replaceAll('\t', ',')), office, {
      command: 'ballot.import-candidates',
      input: (from) => ({ sessionId, from }),
    }),
    {
      base: asText('表决器.csv', keypad),
      by: counting.tellers[0],
      async *give(from: Stored) {
        const brought = await counting.tellers[0].run('ballot.import-keypad', { bundleId, from });
        yield { stage: 'ballot', answer: brought };
        if (brought.status !== 200) return;
        yield { stage: 'ballot', answer: await scrutineer.run('ballot.reopen-bundle', { bundleId, reason: '重新导入' }) };
      },
    },
  ];
}

async function aSession(app: TestList['app'], office: TestPerson): Promise<congress.TestSession> {
  const sessionId = newId();
  const title = '清泉区第五届人民代表大会第六次会议';
  accepted(await office.run('ballot.set-up-session', { id: sessionId, title, forYear: 2027, opensOn: '2026-07-03' }));
  return {
    app,
    office,
    scrutineer: app.as('scrutineer', { name: '监票人甲' }),
    tellers: [app.as('teller', { name: '计票人甲' }), app.as('teller', { name: '计票人乙' })],
    sessionId,
    room: async () => (await office.get(`/ballot/count-room?sessionId=${sessionId}`)).body as CountRoom,
  };
}
