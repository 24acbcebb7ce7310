import fs from 'node:fs/promises';
import path from 'node:path';
import { checkBallots } from '#/ballot/door.ts';
import { belenios2048 } from '#/ballot/rules/belenios/group.ts';
import { type Rehearsal, rehearse } from '#/ballot/rules/belenios/rehearse.ts';
import { verifyArchive } from '#/ballot/rules/belenios/verify.ts';
import { randomBelow } from '#/kernel/random-below.ts';
import { nativePower } from '#/platform/big-numbers.ts';
import { type Arguments, Misuse, type Verb } from '../../verb.ts';

/** `ballot rehearse`: a whole made-up election in a folder, as a county plays it before its session. */
export const rehearseVerb: Verb['run'] = async ({ args }) => {
  const plan = planOf(args);
  await emptyFolder(plan.out);
  process.stderr.write(`演练：${plan.voters} 名代表，${plan.candidates} 个候选项目，约 ${Math.ceil(plan.voters / 10)} 秒 · rehearsing\n`);
  const group = belenios2048(nativePower(belenios2048().p));
  const question = {
    answers: Array.from({ length: plan.candidates }, (_, i) => `演练项目 ${i + 1}`),
    blank: true,
    min: 1,
    max: plan.seats,
    question: `从中选出不超过 ${plan.seats} 项`,
  };
  const played = rehearse(group, randomBelow, { ...plan, question, name: '票决演练', timestamp: Math.floor(Date.now() / 1000) }, () =>
    someChoice(plan),
  );
  const report = await verifyArchive(group, played.archive, checkBallots);
  if (!report.ok) throw new Error(`the rehearsal does not verify: ${JSON.stringify(report.checks)}`);
  await write(plan.out, played);
  const [[blank, ...votes]] = played.result as [number[]];
  const json = {
    ok: true,
    uuid: played.uuid,
    archive: path.join(plan.out, `${played.uuid}.bel`),
    ...{
      voters: plan.voters,
      candidates: plan.candidates,
      seats: plan.seats,
      trustees: plan.trustees,
      threshold: plan.threshold ?? plan.trustees,
    },
    ...{ ballots: report.ballots, blank, votes, result: played.result },
  };
  return { json, text: `演练完成，归档文件 ${json.archive}，得票 ${votes.join('、')}，空白 ${blank}` };
};

type Plan = {
  readonly voters: number;
  readonly candidates: number;
  readonly seats: number;
  readonly trustees: number;
  readonly threshold: number | null;
  readonly out: string;
};

function planOf({ options }: Arguments): Plan {
  const count = (name: string, like: number, most: number) => {
    const value = Number(options[name]);
    if (typeof options[name] !== 'string' || !Number.isInteger(value) || value < 1 || value > most)
      throw new Misuse(`--${name} 应为 1 到 ${most} 的整数（如 ${like}）· --${name} wants a whole number from 1 to ${most}`);
    return value;
  };
  const [voters, candidates, seats, trustees] = [
    count('voters', 12, 5_000),
    count('candidates', 12, 100),
    count('seats', 10, 100),
    count('trustees', 3, 20),
  ];
  const threshold = options.threshold === undefined ? null : count('threshold', 2, 20);
  if (seats > candidates) throw new Misuse(`名额 ${seats} 多于候选项目 ${candidates} · more seats than candidates`);
  if (threshold !== null && threshold > trustees)
    throw new Misuse(`门限 ${threshold} 多于受托人 ${trustees} · the threshold exceeds the trustees`);
  if (typeof options.out !== 'string') throw new Misuse('缺少 --out 目录 · --out wants a folder');
  return { voters, candidates, seats, trustees, threshold, out: options.out };
}

async function emptyFolder(folder: string): Promise<void> {
  await makeFolder(folder);
  const names = await fs.readdir(folder).catch(() => cannotMake(folder));
  if (names.length > 0) throw new Misuse(`目录 ${folder} 不是空的，请换一个 · the folder is not empty`);
}

/** Step by step: asked for all steps at once, Node tries a folder below one that takes none (/proc) for ever. */
async function makeFolder(folder: string): Promise<void> {
  const fault = await fs.mkdir(folder).then(
    () => null,
    (it: NodeJS.ErrnoException) => it.code,
  );
  if (fault === null || fault === 'EEXIST') return;
  const parent = path.dirname(folder);
  const hasParent = await fs.stat(parent).then(
    () => true,
    () => false,
  );
  if (fault !== 'ENOENT' || hasParent) cannotMake(folder);
  await makeFolder(parent);
  await makeFolder(folder);
}

function cannotMake(folder: string): never {
  throw new Misuse(`建不了目录 ${folder} · the folder cannot be made`);
}

/** One in ten votes blank; the others mark one to `seats` candidates. */
function someChoice({ candidates, seats }: Plan): (0 | 1)[] | null {
  if (randomBelow(10n) === 0n) return null;
  const marks = 1 + Number(randomBelow(BigInt(seats)));
  const order = Array.from({ length: candidates }, (_, i) => ({ i, at: randomBelow(1n << 64n) })).sort((a, b) => (a.at < b.at ? -1 : 1));
  const marked = new Set(order.slice(0, marks).map((it) => it.i));
  return Array.from({ length: candidates }, (_, i) => (marked.has(i) ? 1 : 0));
}

/** The archive last, so that a folder with an archive is whole. */
async function write(folder: string, { uuid, archive, credentials, trusteeSecrets }: Rehearsal): Promise<void> {
  const secret = { mode: 0o600 } as const;
  await fs.writeFile(path.join(folder, 'credentials.txt'), `${credentials.join('\n')}\n`, secret);
  for (const [i, it] of trusteeSecrets.entries())
    await fs.writeFile(
      path.join(folder, `trustee-${i + 1}.json`),
      `${JSON.stringify({ trustee: i + 1, private_key: it.toString() })}\n`,
      secret,
    );
  await fs.writeFile(path.join(folder, `${uuid}.bel`), archive);
}
