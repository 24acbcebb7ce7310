import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { OPERATOR } from '#/compose.ts';
import { aFrozenList, type TestList } from '#/delivery/test-list.ts';
import type { CivilDate } from '#/kernel/civil-date.ts';
import type { Duty } from '#/kernel/duty.ts';
import { newId } from '#/kernel/id.ts';
import { type AnyCommand, envelopeOf } from '#/platform/command.ts';
import { execute } from '#/platform/execute.ts';
import type { DutySource, JobDeps } from '#/platform/module.ts';
import { NO_OUTSIDE, type Outside } from '#/platform/outside/settings.ts';
import type { TestApp, TestPerson } from '#/testing.ts';

export const DISTRICT = '990001';

/** The fictional district with people who hold the posts of the unit that holds job fairs. */
export type TestOffice = TestList & {
  readonly unitId: string;
  readonly liaison: TestPerson & { readonly personId: string };
  readonly head: TestPerson & { readonly personId: string };
};

export async function anOfficeAtWork(t: TestContext, today: CivilDate = '2026-06-18'): Promise<TestOffice> {
  const list = await aFrozenList(t, { today });
  const { leadUnitId: unitId } = list.promise('招聘会');
  const liaison = await aHolder(list.app, { unitId, kind: 'liaison', role: 'liaison', name: '王晓明' });
  const head = await aHolder(list.app, { unitId, kind: 'head', role: 'unit-head', name: '李静文' });
  return { ...list, unitId, liaison, head };
}

type HolderOf = { readonly unitId: string; readonly kind: string; readonly role: 'liaison' | 'unit-head'; readonly name: string };

/** Somebody appointed to a new post, with an account of that name. */
export async function aHolder(app: TestApp, { unitId, kind, role, name }: HolderOf) {
  const setup = app.as('setup');
  const post = await setup.run('organisation.create-post', { unitId, kind });
  assert.equal(post.status, 200, post.text);
  const { id: postId } = (post.body as { value: { id: string } }).value;
  const appointed = await setup.run('organisation.appoint', { postId, person: { name }, fromOn: '2026-01-01' });
  assert.equal(appointed.status, 200, appointed.text);
  const { personId } = (appointed.body as { value: { personId: string } }).value;
  const opened = await setup.run('organisation.create-account', { personId });
  assert.equal(opened.status, 200, opened.text);
  const known = await app.ownerPool.query<{ id: string }>('select account_id as id from organisation.person where id = $1', [personId]);
  const person = app.as(role, { unitId, name, accountId: known.rows[0]!.id });
  return { ...person, actor: { ...person.actor, postId }, personId };
}

/** What a job is given on a day, whatever the clock says. */
export function onDay(
  app: TestApp,
  day: CivilDate,
  { outside = NO_OUTSIDE, now = new Date() }: { outside?: Outside; now?: Date } = {},
): JobDeps {
  const world = { ...app.world, today: async () => day, now: () => now };
  const run = (it: AnyCommand, district: string, input: unknown) => {
    if ('anonymous' in it) throw new Error(it.name);
    return execute({ ...app.execute, world }, it, { district, actor: OPERATOR }, envelopeOf(it, input, newId()));
  };
  return { world, run, outside };
}

/** A stage that asks for exactly these. */
export function asking(duties: () => readonly Duty[]): DutySource {
  const words = { 'test.matter': (facts: Duty['facts']) => ({ what: String(facts.what), why: '会议议定' }) };
  return { words: { 'zh-CN': words, en: words }, list: async (_reader, until) => duties().filter(({ dueOn }) => dueOn <= until) };
}

export function aMatter(what: string, change: Partial<Duty> = {}): Duty {
  return {
    kind: 'test.matter',
    key: what,
    facts: { what },
    unitId: null,
    postId: null,
    roles: ['liaison'],
    since: '2026-06-01',
    dueOn: '2026-06-19',
    urgency: 'ordinary',
    link: 'my-week',
    ...change,
  };
}
