import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { checkBallots } from '#/ballot/door.ts';
import { belenios2048 } from '#/ballot/rules/belenios/group.ts';
import { rehearse } from '#/ballot/rules/belenios/rehearse.ts';
import { verifyArchive } from '#/ballot/rules/belenios/verify.ts';
import { randomBelow } from '#/kernel/random-below.ts';
import { nativePower } from '#/platform/big-numbers.ts';
import { seconds, timed } from '../numbers.ts';
import type { Place } from '../place.ts';
import type { Row } from '../table.ts';

const QUESTION = {
  answers: Array.from({ length: 12 }, (_, i) => `项目 ${i + 1}`),
  blank: true,
  min: 1,
  max: 10,
  question: '从中选出不超过 10 项',
};

/** An archive of so many ballots of twelve answers: made by us, checked by us on all processors and by the reference tool where it is installed. */
export async function measureBallot(place: Place, voters: number): Promise<Row> {
  const group = belenios2048(nativePower(belenios2048().p));
  const plan = { voters, question: QUESTION, trustees: 3, threshold: 2, name: '测量', timestamp: Math.floor(Date.now() / 1000) };
  const { uuid, archive } = rehearse(group, randomBelow, plan, (voter) => QUESTION.answers.map((_, i) => ((voter + i) % 12 < 10 ? 1 : 0)));
  const before = process.cpuUsage();
  const ours = await timed(() => verifyArchive(group, archive, checkBallots));
  const { user, system } = process.cpuUsage(before);
  if (!ours.value.ok) throw new Error('our own archive does not verify');
  const cpuMs = (user + system) / 1000;
  const name = `核验 ${voters} 张电子票 verify, processor time`;
  const theirs = toolCpuMs(place, uuid, archive);
  const note = `wall ${seconds(ours.ms)}${theirs === null ? '' : `, the tool's ${seconds(theirs.wallMs)} (ratio ${(ours.ms / theirs.wallMs).toFixed(2)}, wanted ≤ 0.60)`}`;
  if (theirs === null) return { name, measured: seconds(cpuMs), reference: 'belenios-tool absent', isMet: null, note };
  const ratio = cpuMs / theirs.cpuMs;
  return {
    name,
    measured: seconds(cpuMs),
    wanted: '≤ 1.00×',
    reference: seconds(theirs.cpuMs),
    ratio: `${ratio.toFixed(2)}×`,
    isMet: ratio <= 1 && ours.ms <= 0.6 * theirs.wallMs,
    note,
  };
}

function toolCpuMs({ folder }: Place, uuid: string, archive: Uint8Array): { cpuMs: number; wallMs: number } | null {
  if (spawnSync('belenios-tool', ['--version']).status !== 0) return null;
  const dir = path.join(folder, 'ballot');
  fs.mkdirSync(dir, { recursive: true });
  fs.writeFileSync(path.join(dir, `${uuid}.bel`), archive);
  const from = performance.now();
  const run = spawnSync('bash', ['-c', `belenios-tool election verify --dir "${dir}" >&2; times`], { encoding: 'utf8' });
  const wallMs = performance.now() - from;
  if (run.status !== 0) throw new Error(`belenios-tool refuses our archive: ${run.stderr}`);
  const children = run.stdout
    .trim()
    .split('\n')[1]!
    .match(/(\d+)m([\d.]+)s/g)!;
  const ms = (text: string) => {
    const [, minutes, rest] = text.match(/(\d+)m([\d.]+)s/)!;
    return (Number(minutes) * 60 + Number(rest)) * 1000;
  };
  return { cpuMs: children.reduce((sum, it) => sum + ms(it), 0), wallMs };
}
