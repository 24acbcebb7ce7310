import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

const ROOT = path.join(import.meta.dirname, '../../..');
const FOLDER = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-cli-'));
after(() => fs.rmSync(FOLDER, { recursive: true, force: true }));

function luoshi(args: readonly string[], input = ''): { status: number | null; out: string; said: string; json: never } {
  const env = { ...process.env, LUOSHI_DATA: path.join(FOLDER, 'data'), LUOSHI_TODAY: '2026-06-18', DATABASE_URL: '' };
  const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/main.ts', ...args], {
    cwd: ROOT,
    env,
    input,
    encoding: 'utf8',
  });
  const isJson = args.includes('--json') && run.stdout !== '';
  return { status: run.status, out: run.stdout, said: run.stderr, json: (isJson ? JSON.parse(run.stdout) : null) as never };
}

const LIST = ['序号,项目内容,进展情况', '1,新建口袋公园3个。,已建成1个。', '2,推进老年食堂规范运行。,'].join('\n');

test('parse reads labelled lines from standard input, keeps their order and labels, and needs no database', () => {
  const { status, json, said } = luoshi(['parse', '-', '--json'], '1.1\t新建口袋公园3个。\t已放映20场。\nb\t加强宣传引导。\n');

  assert.equal(status, 0);
  assert.equal(said, '');
  assert.deepEqual(json, {
    items: [
      {
        n: '1.1',
        text: '新建口袋公园3个。',
        promises: [
          {
            quantity: 3,
            quantityMax: null,
            unit: '个',
            verb: '新建',
            object: '口袋公园',
            approx: false,
            bound: 'exact',
            kind: 'output',
            start: 6,
            end: 8,
          },
        ],
        commitments: [],
        progressText: '已放映20场。',
        progress: { stage: null, percent: null, values: [{ quantity: 20, unit: '场', object: '' }] },
      },
      { n: 'b', text: '加强宣传引导。', promises: [], commitments: [], progressText: null, progress: null },
    ],
  });
  assert.equal(fs.existsSync(path.join(FOLDER, 'data')), false);
});

test('a mistake in the call is one sentence on standard error, nothing on standard output, and a code that is not zero', () => {
  for (const args of [
    ['nothing-like-this'],
    ['parse'],
    ['parse', 'no-such-file.docx', '--json'],
    ['pace', '--district', '14', '--year', '2026', '--json'],
  ]) {
    const { status, out, said } = luoshi(args);
    assert.deepEqual([status, out, said.trim().split('\n').length], [2, '', 1], args.join(' '));
  }
});

test('a file that is no list is answered with the way out', () => {
  const file = path.join(FOLDER, 'old.doc');
  fs.writeFileSync(file, Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]));

  const { status, said } = luoshi(['parse', file, '--json']);

  assert.equal(status, 2);
  assert.match(said, /另存为 \.docx/);
});

test('a list goes in by the command line, makes its district, stands as a draft with its pace, and verifies', () => {
  const file = path.join(FOLDER, 'list.csv');
  fs.writeFileSync(file, LIST);

  const dry = luoshi(['import-list', file, '--district', '990002', '--year', '2026', '--dry-run', '--json']);
  const first = luoshi(['import-list', file, '--district', '990002', '--year', '2026', '--json']);
  const pace = luoshi(['pace', '--district', '990002', '--year', '2026', '--as-of', '2026-06-18', '--json']);
  const verified = luoshi(['verify', '--json']);

  const wanted = { district: '990002', year: 2026, projects: 2, promises: 1, withoutTarget: 1, differences: [], refused: [] };
  assert.deepEqual([dry.json, first.json], [wanted, wanted]);
  assert.deepEqual(
    (pace.json as { target: number; done: null; light: string }[]).map(({ target, done, light }) => ({ target, done, light })),
    [{ target: 3, done: null, light: 'grey' }],
  );
  assert.deepEqual([(verified.json as { ok: boolean }).ok, verified.status], [true, 0]);
});

type PaceRow = { project: string; target: number | null; done: number | null; light: string; forecastOn: string | null };

test('the demo of a fresh folder comes out to the printed lights: five red promises in four rows, two green ones', () => {
  const rows = luoshi(['pace', '--district', '140214', '--year', '2026', '--as-of', '2026-06-18', '--json']).json as PaceRow[];

  const of = (light: string) => rows.filter((it) => it.light === light).map((it) => `${it.project.split(' ')[0]}: ${it.done}/${it.target}`);
  assert.deepEqual(of('red'), ['5: 0/120', '7: 0/16000', '8: 0/70', '10: 57000/400000', '10: 204/3600']);
  assert.deepEqual(of('green'), ['6: 5/6', '9: 8/15']);
  assert.equal(rows.length - of('red').length - of('green').length, of('grey').length);
});

test('the bulletin of a month is written to the file that was named', () => {
  const out = path.join(FOLDER, 'bulletin.docx');

  const { json } = luoshi(['bulletin', '--district', '140214', '--month', '2026-06', '--out', out, '--json']);

  assert.equal((json as { bytes: number }).bytes, fs.statSync(out).size);
  assert.equal(fs.readFileSync(out).subarray(0, 2).toString(), 'PK');
});

test('a new key rewrites what was encrypted, and the journal of both keys still verifies', () => {
  const rotated = luoshi(['keys', 'rotate', '--json']);
  const verified = luoshi(['verify', '--json']);

  assert.equal((rotated.json as { current: string }).current, 'k2');
  assert.equal((verified.json as { ok: boolean }).ok, true);
});

test('the password of an account is set anew from the command line, for a district and a name that exist, and the journal holds', () => {
  const given = luoshi(['reset-password', '140214', 'yungang-office', '--json']);
  const again = luoshi(['reset-password', '140214', 'yungang-office']);
  const unknown = luoshi(['reset-password', '140214', 'nobody']);
  const malformed = [
    ['reset-password', '140214'],
    ['reset-password', '14', 'yungang-office'],
  ].map((args) => luoshi(args));
  const verified = luoshi(['verify', '--json']);

  const { district, username, password } = given.json as { district: string; username: string; password: string };
  const second = /yungang-office 的初始口令：(\S{8,})，登录后须修改/.exec(again.out)?.[1];
  assert.deepEqual([given.status, district, username], [0, '140214', 'yungang-office']);
  assert.ok(password.length >= 8 && second !== undefined && second !== password);
  assert.deepEqual([unknown.status, unknown.out, unknown.said.trim().split('\n').at(-1)], [2, '', '没有登录名 nobody · no account nobody']);
  assert.deepEqual(
    malformed.map((it) => [it.status, it.out, it.said.trim().split('\n').length]),
    malformed.map(() => [2, '', 1]),
  );
  assert.equal((verified.json as { ok: boolean }).ok, true);
});

test('schedule counts the sewer of the examples back from its deadline, and a circle of tasks is named and fails', () => {
  const sewer = luoshi(['schedule', 'docs/examples/sewer-network.json', '--json']);
  const { ok, cycle, tasks, negative } = sewer.json as {
    ok: boolean;
    cycle: null;
    tasks: readonly Record<string, unknown>[];
    negative: unknown[];
  };

  assert.deepEqual([sewer.status, sewer.said, ok, cycle, tasks.length, negative], [0, '', true, null, 7, []]);
  assert.deepEqual(tasks[0], {
    id: '招标文件审批和发出',
    earlyStart: '2026-06-22',
    earlyFinish: '2026-06-26',
    lateStart: '2026-06-22',
    lateFinish: '2026-06-26',
    slack: 0,
    critical: true,
  });

  const task = (id: string) => ({ id, days: 1, calendar: 'every-day' });
  const circle = {
    dataDate: '2026-06-19',
    tasks: [task('b'), task('a')],
    links: [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
    ],
  };
  const refused = luoshi(['schedule', '-', '--json'], JSON.stringify(circle));
  assert.deepEqual([refused.status, refused.json], [1, { ok: false, cycle: ['a', 'b'], tasks: [], negative: [] }]);

  const wrong = luoshi(['schedule', '-', '--json'], JSON.stringify({ ...circle, tasks: [{ ...task('a'), days: 0 }] }));
  assert.deepEqual([wrong.status, wrong.out], [2, '']);
  assert.match(wrong.said, /tasks\[0\]\.days/);
});

test('ballot count answers with the outcome of a count, also where it is not valid, and refuses what is no count sheet', () => {
  const file = path.join(FOLDER, 'count.json');
  const rule = {
    ...{ form: 'tick', seats: 1, maxMarks: 1, tie: 'presidium', shortage: 'leave', overMarked: 'void' },
    quorum: { of: 'roll', atLeast: '2/3' },
    threshold: { of: 'roll', moreThan: '1/2' },
  };
  const sheet = {
    rule,
    roll: 231,
    attending: 154,
    issued: 154,
    collected: 154,
    void: 0,
    blank: 0,
    candidates: [{ id: 'c7', name: '公园' }],
    votes: { c7: { for: 118 } },
  };
  const count = (it: unknown) => {
    fs.writeFileSync(file, JSON.stringify(it));
    return luoshi(['ballot', 'count', file, '--json']);
  };

  const { status, json } = count(sheet);
  assert.deepEqual([status, (json as { elected: string[] }).elected], [0, ['c7']]);

  const example = luoshi(['ballot', 'count', 'docs/examples/count-sheet.json', '--json']);
  assert.deepEqual([example.status, (example.json as { elected: string[] }).elected.length], [0, 10]);

  const short = count({ ...sheet, attending: 153, issued: 150, collected: 150 });
  const { valid, elected, reasons } = short.json as { valid: boolean; elected: string[]; reasons: { code: string }[] };
  assert.deepEqual([short.status, valid, elected, reasons.map((it) => it.code)], [0, false, [], ['no-quorum']]);

  const wrong = count({ ...sheet, roll: 'many' });
  assert.deepEqual([wrong.status, wrong.out], [2, '']);
  assert.match(wrong.said, /roll/);
  const decimal = count({ ...sheet, rule: { ...rule, quorum: { of: 'roll', atLeast: '0.66' } } });
  assert.deepEqual([decimal.status, decimal.out], [2, '']);
  assert.match(decimal.said, /rule\.quorum\.atLeast 写法不对.*2\/3/);
});

test('what is no part of a count sheet is named, not passed over; a ranking may leave the threshold out', () => {
  const file = path.join(FOLDER, 'count-more.json');
  const rule = { form: 'rank', seats: 1, maxmarks: 1, tie: 'presidium', shortage: 'leave', quorum: { of: 'roll', atLeast: '2/3' } };
  const papers = { roll: 3, attending: 3, issued: 3, collected: 3, void: 0, blank: 0 };
  const votes = { c1: { points: 2, Points: 3 }, c2: { points: 1 } };
  fs.writeFileSync(file, JSON.stringify({ rule, ...papers, candidates: [{ id: 'c1' }, { id: 'c2' }], votes }));
  const { status, json, said } = luoshi(['ballot', 'count', file, '--json']);
  assert.deepEqual([status, (json as { elected: string[] }).elected], [0, ['c1']]);
  assert.match(said, /rule\.maxmarks、votes\.c1\.Points/);
});

test('a rehearsed ballot leaves one archive that verifies; a changed, missing or foreign one fails with every check by name', () => {
  const out = path.join(FOLDER, 'drill');
  const plan = ['--voters', '3', '--candidates', '2', '--seats', '1', '--trustees', '2', '--threshold', '2', '--out', out];
  const played = luoshi(['ballot', 'rehearse', ...plan, '--json']).json as { uuid: string; ballots: number; result: number[][] };
  const archives = fs.readdirSync(out).filter((it) => it.endsWith('.bel'));
  assert.deepEqual([archives, played.ballots], [[`${played.uuid}.bel`], 3]);

  const archive = path.join(out, archives[0]!);
  const good = luoshi(['ballot', 'verify', archive, '--json']);
  assert.deepEqual([good.status, (good.json as { ok: boolean }).ok, (good.json as { result: unknown }).result], [0, true, played.result]);

  fs.writeFileSync(path.join(FOLDER, 'cut.bel'), fs.readFileSync(archive).subarray(0, 5_000));
  for (const file of [path.join(FOLDER, 'cut.bel'), path.join(FOLDER, 'none.bel'), path.join(ROOT, 'package.json')]) {
    const bad = luoshi(['ballot', 'verify', file, '--json']);
    const { ok, checks } = bad.json as { ok: boolean; checks: { name: string; ok: boolean }[] };
    assert.deepEqual([bad.status, ok, checks.map((it) => [it.name, it.ok])], [1, false, [['archive-format', false]]]);
  }
  const pipe = luoshi(['ballot', 'verify', '/dev/zero', '--json']);
  assert.deepEqual([pipe.status, (pipe.json as { ok: boolean }).ok], [1, false]);
  for (const folder of [out, '/proc/nowhere', path.join(archive, 'below-a-file')]) {
    const again = luoshi(['ballot', 'rehearse', ...plan.with(-1, folder), '--json']);
    assert.deepEqual([again.status, again.out], [2, ''], folder);
  }
});
