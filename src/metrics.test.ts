import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { VERSION, webOf } from '#/compose.ts';
import { MODULES } from '#/life.ts';
import { recordBackup } from '#/platform/backup/last.ts';
import { nightlyBackup } from '#/platform/backup/nightly.ts';
import { NO_OUTSIDE } from '#/platform/outside/settings.ts';
import { aFrozenList } from '#/publication/test-edition.ts';
import { startTestApp, type TestApp } from '#/testing.ts';

const line = (text: string, start: string) => text.split('\n').find((it) => it.startsWith(start));

test('the figures tell of requests by pattern, commands by their end, the journal and the pool', async (t) => {
  const list = await aFrozenList(t);
  await list.bringOut();
  await list.app.page('/990001/2026');
  await list.app.page('/990001/2026/99');
  await list.app.as('liaison').run('publication.prepare-edition', { year: 2026 });
  await list.office.run('publication.publish-edition', { editionId: '01990000-0000-7000-8000-000000000000' });

  const { text, headers } = await list.app.page('/metrics');

  assert.match(String(headers['content-type']), /^text\/plain; version=/);
  assert.match(line(text, 'luoshi_http_requests_total{method="GET",route="/:district/:year",status="200"}')!, / 1$/);
  assert.match(line(text, 'luoshi_http_requests_total{method="GET",route="/:district/:year/:no",status="404"}')!, / 1$/);
  assert.match(line(text, 'luoshi_commands_total{command="publication.prepare-edition",result="denied"}')!, / 1$/);
  assert.match(line(text, 'luoshi_commands_total{command="publication.prepare-edition",result="accepted"}')!, / 1$/);
  assert.match(line(text, 'luoshi_commands_total{command="publication.publish-edition",result="malformed"}')!, / 1$/);
  assert.match(line(text, 'luoshi_journal_entries ')!, / [1-9]\d*$/);
  assert.match(line(text, 'luoshi_database_connections{state="open"}')!, / \d+$/);
  assert.match(line(text, 'luoshi_backup_last_ok ')!, / 0$/);
  assert.match(text, new RegExp(`luoshi_build_info\\{version="${VERSION}"\\} 1`));
});

test('no figure names a district, a person, or an address that somebody typed', async (t) => {
  const list = await aFrozenList(t);
  await list.bringOut();
  await list.app.page('/990001/2026?q=张三');
  await list.app.page('/13812345678/secret');
  await list.office.get('/delivery/board?year=2026');

  const { text } = await list.app.page('/metrics');

  // Names and labels alone: a count of bytes may hold any digits.
  const said = text.replace(/ [\d.e+-]+$/gm, '');
  assert.doesNotMatch(said, /990001|13812345678|secret|[\u4e00-\u9fff]/);
  assert.match(text, /route="unknown",status="404"/);
});

async function statusOf(app: TestApp, metricsToken: string | null, remoteAddress: string, headers: Record<string, string> = {}) {
  const session = { register() {}, findSession: async () => null };
  const web = await webOf(app, { session, staffFolder: null, trustProxy: true, logger: 'faults', metricsToken });
  return (await web.inject({ url: '/metrics', remoteAddress, headers })).statusCode;
}

test('without a token only this machine itself may ask for the figures, and no proxy on it', async (t) => {
  const app = await startTestApp(t);

  assert.deepEqual(
    [
      await statusOf(app, null, '127.0.0.1'),
      await statusOf(app, null, '::1'),
      await statusOf(app, null, '192.0.2.7'),
      await statusOf(app, null, '127.0.0.1', { 'x-forwarded-for': '192.0.2.7' }),
      await statusOf(app, null, '127.0.0.1', { forwarded: 'for=192.0.2.7' }),
    ],
    [200, 200, 403, 403, 403],
  );
});

test('where a token is set, everybody has to show it, this machine too', async (t) => {
  const app = await startTestApp(t);

  assert.deepEqual(
    [
      await statusOf(app, 'opaque', '127.0.0.1'),
      await statusOf(app, 'opaque', '192.0.2.7', { authorization: 'Bearer other' }),
      await statusOf(app, 'opaque', '192.0.2.7', { authorization: 'Bearer opaque' }),
    ],
    [403, 403, 200],
  );
});

function aSeries(t: { after(work: () => void): void }): string {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-nightly-'));
  t.after(() => fs.rmSync(place, { recursive: true, force: true }));
  return path.join(place, 'series');
}

test('the nightly backup is seen by the system administrator and in the figures; so is one that fails', async (t) => {
  const list = await aFrozenList(t);
  const { world, run } = list.app;
  const series = aSeries(t);
  const plan = { series, keep: { daily: 1, weekly: 0, monthly: 0 }, modules: MODULES, version: VERSION, say: () => {} };
  const admin = list.app.as('system-admin');
  const seen = async () =>
    (await admin.get('/platform/backups')).body as {
      last: { fault: string | null; kept: number; lastSuccessAt: string };
      isOverdue: boolean;
    };

  assert.deepEqual(await seen(), { last: null, isOverdue: true });
  await nightlyBackup(plan).once({ world, run, outside: NO_OUTSIDE });
  const good = await seen();
  assert.deepEqual([good.last.fault, good.last.kept, good.isOverdue], [null, 1, false]);
  assert.match(line((await list.app.page('/metrics')).text, 'luoshi_backup_last_ok ')!, / 1$/);

  fs.writeFileSync(path.join(series, 'thesis.txt'), 'not ours');
  await assert.rejects(nightlyBackup(plan).once({ world, run, outside: NO_OUTSIDE }), /holds other files/);
  const bad = await seen();
  assert.match(String(bad.last.fault), /请换一个空目录/);
  assert.equal(bad.last.lastSuccessAt, good.last.lastSuccessAt);
  assert.match(line((await list.app.page('/metrics')).text, 'luoshi_backup_last_ok ')!, / 0$/);
  assert.equal((await list.app.as('liaison').get('/platform/backups')).status, 403);
});

test('a backup older than a night and half a day is overdue', async (t) => {
  const app = await startTestApp(t);
  const at = new Date(Date.now() - 37 * 3_600_000).toISOString();
  const written = { folder: '/b', at, tables: 1, rows: 1, bytes: 1, files: 0, fileBytes: 0, filesCopied: 0, fileBytesCopied: 0, heads: {} };
  await recordBackup(app.world.filesFolder, async () => ({ written, kept: 1, removed: [] }));

  const { body } = await app.as('system-admin').get('/platform/backups');

  assert.equal((body as { isOverdue: boolean }).isOverdue, true);
});
