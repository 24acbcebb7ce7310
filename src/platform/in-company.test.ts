import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { accept, refuse } from '#/kernel/result.ts';
import { type Composition, OPERATOR } from '../compose.ts';
import { startTestApp, type TestApp } from '../testing.ts';
import { addUnread } from './add-unread.ts';
import { command, envelopeOf, type Outcome } from './command.ts';
import { add } from './db.ts';
import { execute } from './execute.ts';
import { anotherProcess, reportRow } from './test-trial.ts';
import { verifyJournal } from './verify.ts';

const DISTRICT = '990001';
const TABLE = 'delivery.report';
const Asked = z.object({ id: z.uuid(), how: z.enum(['adds', 'refuses', 'writes-and-refuses', 'unknown', 'unstorable']) });
type Asked = z.infer<typeof Asked>;

/** The transactions in which it ran. */
const transactions = new Set<unknown>();
const rowOf = ({ id, how }: Asked) => reportRow({ id, value: how === 'unstorable' ? -1 : 12 });

const addReport = command({
  name: 'platform.trial',
  version: 1,
  input: Asked,
  permission: 'platform.trial',
  subject: ({ id }) => id,
  inCompany: true,
  async run(writer, asked) {
    transactions.add(writer.sharing ?? writer.changes);
    if (asked.how === 'unknown') throw new Problem(404, 'unknown-promise', {});
    if (asked.how === 'refuses') return refuse({ kind: 'not-today' });
    if (asked.how === 'writes-and-refuses') {
      await add(writer, TABLE, rowOf(asked));
      return refuse({ kind: 'not-today' });
    }
    await addUnread(writer, TABLE, rowOf(asked));
    return accept(asked.id);
  },
});

const ask = (how: Asked['how'] = 'adds'): Asked => ({ id: newId(), how });
const send = ({ execute: deps }: Composition, input: unknown, id = newId(), actor = OPERATOR): Promise<Outcome> =>
  execute(deps, addReport, { district: DISTRICT, actor }, envelopeOf(addReport, input, id));

async function kept(app: TestApp) {
  const reports = await app.ownerPool.query<{ id: string }>(`select id from ${TABLE} order by id`);
  const entries = await app.ownerPool.query<{ seq: number; subject: string; command_id: string }>(
    'select seq::int, subject, command_id from platform.journal_entry order by seq',
  );
  return { reports: reports.rows.map(({ id }) => id), entries: entries.rows };
}

test('commands that come at once share a transaction, and each has its own entry, outcome and change in one chain without a gap', async (t) => {
  const app = await startTestApp(t);
  transactions.clear();
  const sent = Array.from({ length: 40 }, () => ({ id: newId(), input: ask() }));

  const outcomes = await Promise.all(sent.map(({ id, input }) => send(app, input, id)));
  const again = await Promise.all(sent.map(({ id, input }) => send(app, input, id)));

  assert.deepEqual(
    outcomes,
    sent.map(({ input }) => ({ ok: true, value: input.id })),
  );
  assert.deepEqual(again, outcomes);
  const { reports, entries } = await kept(app);
  assert.deepEqual(reports, sent.map(({ input }) => input.id).toSorted());
  assert.deepEqual(
    entries,
    sent.map(({ id, input }, i) => ({ seq: i + 1, subject: input.id, command_id: id })),
  );
  assert.ok(transactions.size <= 4, `${transactions.size} transactions`);
  assert.ok((await verifyJournal(app.world, [DISTRICT])).ok);
});

function heard(end: PromiseSettledResult<Outcome>): string {
  if (end.status === 'rejected') return end.reason instanceof z.ZodError ? 'malformed' : (end.reason as Error).message;
  return end.value.ok ? 'accepted' : (end.value.refusal as { kind: string }).kind;
}

test('in company each hears his own answer: accepted, refused, denied, unknown or malformed, and takes nobody with him', async (t) => {
  const app = await startTestApp(t);
  const stranger = { ...OPERATOR, roles: [] };

  const ends = await Promise.allSettled([
    send(app, ask()),
    send(app, ask('refuses')),
    send(app, ask('unknown')),
    send(app, { id: 'nobody', how: 'adds' }),
    send(app, ask(), newId(), stranger),
    send(app, ask()),
  ]);

  assert.deepEqual(ends.map(heard), ['accepted', 'not-today', '404 unknown-promise', 'malformed', '403 not-allowed', 'accepted']);
  const { reports, entries } = await kept(app);
  assert.deepEqual([reports.length, entries.map(({ seq }) => seq)], [2, [1, 2]]);
  const noted = await app.ownerPool.query('select result, code from platform.audit order by result');
  assert.deepEqual(noted.rows, [
    { result: 'denied', code: 'platform.trial' },
    { result: 'refused', code: 'not-today' },
  ]);
});

const FAULTS = { 'a row that the database refuses': 'unstorable', 'a refusal after something was written': 'writes-and-refuses' } as const;

for (const [what, how] of Object.entries(FAULTS)) {
  test(`amid a company ${what} leaves nothing, and all the others are kept`, async (t) => {
    const app = await startTestApp(t);

    const ends = await Promise.allSettled(Array.from({ length: 15 }, (_, i) => send(app, ask(i % 5 === 2 ? how : 'adds'))));

    assert.deepEqual(
      ends.map((it) => it.status === 'fulfilled' && it.value.ok),
      ends.map((_, i) => i % 5 !== 2),
    );
    const { reports, entries } = await kept(app);
    assert.deepEqual([reports.length, entries.map(({ seq }) => seq)], [12, Array.from({ length: 12 }, (_, i) => i + 1)]);
    assert.ok((await verifyJournal(app.world, [DISTRICT])).ok);
  });
}

test('one sending that comes twice in one company is done once, and both hear the same', async (t) => {
  const app = await startTestApp(t);
  const [id, input] = [newId(), ask()];

  const outcomes = await Promise.all([send(app, input, id), send(app, ask()), send(app, input, id), send(app, ask())]);

  assert.deepEqual(outcomes[2], outcomes[0]);
  assert.ok(outcomes.every((it) => it.ok));
  assert.equal((await kept(app)).entries.length, 3);
});

test('companies of two processes leave one chain without a gap, and nobody is turned away', async (t) => {
  const app = await startTestApp(t);
  const other = await anotherProcess(t, app);

  const outcomes = await Promise.all(Array.from({ length: 60 }, (_, i) => send(i % 2 === 0 ? app : other, ask())));

  assert.ok(outcomes.every((it) => it.ok));
  const { reports, entries } = await kept(app);
  assert.deepEqual([reports.length, entries.map(({ seq }) => seq)], [60, Array.from({ length: 60 }, (_, i) => i + 1)]);
  assert.ok((await verifyJournal(app.world, [DISTRICT])).ok);
});
