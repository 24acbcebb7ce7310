import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { aFrozenList, answerOf, type TestList } from '#/delivery/test-list.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import { newId } from '#/kernel/id.ts';
import type { AnyCommand } from '#/platform/command.ts';
import type { JobDeps } from '#/platform/module.ts';
import { CSRF_HEADER } from '#/platform/session/csrf.ts';
import type { TestPerson } from '#/testing.ts';
import { readNext } from './actions/people/run-imports.ts';
import { fictionalIdentity } from './rules/people/fictional.ts';

const DISTRICT = '990001';

/** A district whose health bureau tests people and keeps a roster, with two townships, one promise defined on the tests. */
export type TestPeople = {
  readonly list: TestList;
  readonly unitId: string;
  readonly bureau: TestPerson;
  readonly promiseId: string;
  readonly kindId: string;
  readonly areas: readonly [string, string];
  readonly deps: JobDeps;
  /** Takes a file in up to the point where somebody accepts it. */
  readonly read: (text: string | Buffer, target?: { target: 'roster' | 'service'; targetId: string }, name?: string) => Promise<number>;
  readonly accept: (importNo: number, supersedesNo?: number | null) => Promise<void>;
  readonly figure: () => Promise<{
    counted: { numerator: number };
    four: Readonly<Record<string, number>>;
    parts: { byPlace: readonly { name: string; numerator: number }[] };
  }>;
};

type Wanted = {
  readonly counts?: string;
  readonly more?: readonly string[];
  readonly kind?: Record<string, unknown>;
  readonly groups?: readonly unknown[];
};

export async function aDistrictWithTests(
  t: TestContext,
  { counts = 'eligible', more = [], kind = {}, groups = [[{ about: 'age', least: 7, most: 60 }]] }: Wanted = {},
): Promise<TestPeople> {
  const list = await aFrozenList(t, {}, more);
  const { id: promiseId, leadUnitId: unitId } = list.promise('检测');
  const bureau = list.app.as('liaison', { unitId, name: '卫健局联络员' });
  const area = async (name: string) =>
    answerOf<{ id: string }>(await list.office.run('planning.set-up-area', { kind: 'township', name })).id;
  const areas = [await area('东河乡'), await area('西河乡')] as const;
  const kindId = newId();
  const basic = { serviceKindId: kindId, name: '乙肝检测', unitId, isSensitive: true, needsEvidence: true, ...kind };
  answerOf(await list.office.run('records.keep-service-kind', basic));
  answerOf(
    await list.office.run('records.set-eligibility', { serviceKindId: kindId, rule: { groups, consentUnder14: true }, reason: '实施方案' }),
  );
  answerOf(
    await list.office.run('records.set-definition', {
      promiseId,
      spec: { kind: 'people', serviceKindId: kindId, counts },
      reason: '实施方案',
    }),
  );
  const deps: JobDeps = {
    world: list.app.world,
    run: (command: AnyCommand, district, input) => list.app.run(command, district, input),
    outside: {} as never,
  };
  const service = { target: 'service', targetId: kindId } as const;
  return {
    list,
    unitId,
    bureau,
    promiseId,
    kindId,
    areas,
    deps,
    read: async (text, target = service, name = '名册.csv') => {
      const file = await intake(list, bureau, typeof text === 'string' ? Buffer.from(text) : text, name);
      const { importNo } = answerOf<{ importNo: number }>(await bureau.run('records.open-import', { ...target, file }));
      await readNext(DISTRICT, deps);
      return importNo;
    },
    accept: async (importNo, supersedesNo = null) => {
      answerOf(await bureau.run('records.accept-import', { importNo, supersedesNo }));
    },
    figure: async () => (await list.office.get(`/records/figure?promiseId=${promiseId}`)).body,
  };
}

/** Puts a file into the intake of the stage, as the page does. */
export async function intake({ app }: TestList, person: TestPerson, bytes: Buffer, name = '名册.csv') {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  const response = await app.app.inject({
    method: 'POST',
    url: `/api/${DISTRICT}/records/files`,
    headers: { cookie: `test=${person.actor.accountId}`, [CSRF_HEADER]: 'test', 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  assert.equal(response.statusCode, 200, response.body);
  return response.json() as { digest: string; name: string; size: number };
}

const HEADS = ['姓名', '证件号码', '乡镇', '检测日期', '报告编号', '联系电话'] as const;

export type Tested = {
  readonly serial?: number;
  readonly birthOn?: CivilDate;
  readonly sex?: 'f' | 'm';
  readonly name?: string;
  readonly identity?: string;
  readonly area?: string;
  readonly on?: string;
  readonly evidence?: string;
  readonly phone?: string;
};

/** A line of the laboratory's table: an eligible person with a report number, unless said otherwise. */
export function aRow({
  serial = 1,
  birthOn = '1990-05-01',
  sex = 'f',
  name = `虚构${serial}`,
  area = '东河乡',
  on = '2026-03-05',
  evidence = `R${serial}`,
  phone = '',
  identity = fictionalIdentity(serial, birthOn, sex),
}: Tested): string {
  return [name, identity, area, on, evidence, phone].join(',');
}

export const csvOf = (rows: readonly string[]): string => `${HEADS.join(',')}\r\n${rows.join('\r\n')}\r\n`;
