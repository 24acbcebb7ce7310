import assert from 'node:assert/strict';
import { test } from 'node:test';
import Fastify from 'fastify';
import { startTestApp } from '#/testing.ts';
import { answerErrors } from './errors.ts';

test('a fault is logged with its constraint but without the row that it names, and answered with nothing but a number', async () => {
  const lines: string[] = [];
  const app = Fastify({ logger: { stream: { write: (line: string) => void lines.push(line) } } });
  answerErrors(app);
  app.get('/fault', async () => {
    throw Object.assign(new Error('new row violates a constraint'), {
      code: '23514',
      constraint: 'person_name_sound',
      detail: 'Failing row contains (990001, 张三, 13800000000).',
      where: 'COPY person, line 1: "张三"',
    });
  });

  const answer = await app.inject('/fault');

  const log = lines.join('');
  assert.deepEqual([answer.statusCode, Object.keys(answer.json().facts)], [500, ['number']]);
  assert.match(log, /person_name_sound/);
  assert.doesNotMatch(log + answer.body, /张三|13800000000/);
});

test('a zero character where no text can have one is malformed input, not a fault', async (t) => {
  const app = await startTestApp(t);

  await assert.rejects(app.world.pool.query('select $1::text', ['\u0000']), { code: '22021' });

  const server = Fastify();
  answerErrors(server);
  server.get('/zero', () => app.world.pool.query('select $1::text', ['\u0000']));
  assert.deepEqual((await server.inject('/zero')).json(), { code: 'malformed', facts: {} });
});
