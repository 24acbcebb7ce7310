import fs from 'node:fs/promises';
import { z } from 'zod';
import { Network, type NetworkRefusal, type Schedule, type ScheduledTask } from '#/kernel/schedule/network.ts';
import { schedule as scheduleOf } from '#/kernel/schedule/schedule.ts';
import { Misuse, type Verb } from '../verb.ts';

/** `schedule`: early and late dates of a network written down as JSON; needs no database. */
export const schedule: Verb = {
  usage: 'schedule <network.json|-> [--json]',
  does: '从截止日倒排网络计划 · counts a network of tasks back from its deadlines',
  async run({ args }) {
    const [from] = args.words;
    if (from === undefined) throw new Misuse('缺少文件名，或用 - 从标准输入读 · name a file, or - for standard input');
    const result = scheduleOf(readNetwork(await textOf(from), from));
    if (result.ok) return { json: jsonOf(result.value), text: result.value.tasks.map(lineOf).join('\n') };
    if (result.refusal.kind !== 'cycle') throw new Misuse(sentenceOf(result.refusal));
    process.stderr.write(`${sentenceOf(result.refusal)}\n`);
    return { json: { ok: false, cycle: result.refusal.tasks, tasks: [], negative: [] }, text: '', fails: true };
  },
};

function jsonOf({ tasks, negative, provisional }: Schedule) {
  return { ok: true, cycle: null, tasks, negative, ...(provisional.length > 0 ? { provisional } : {}) };
}

async function textOf(from: string): Promise<string> {
  if (from !== '-')
    return fs.readFile(from, 'utf8').catch(() => {
      throw new Misuse(`打不开文件 ${from} · the file ${from} cannot be opened`);
    });
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function readNetwork(text: string, from: string): Network {
  const read = Network.safeParse(parsed(text.replace(/^\ufeff/, ''), from));
  if (read.success) return read.data;
  const first = read.error.issues[0]!;
  throw new Misuse(`${from}：${z.core.toDotPath(first.path) || '整个文件'} 写法不对 · not as expected: ${first.message}`);
}

function parsed(text: string, from: string): unknown {
  try {
    return JSON.parse(text);
  } catch (fault) {
    throw new Misuse(`${from} 不是 JSON · is no JSON: ${(fault as Error).message}`);
  }
}

function sentenceOf(refusal: NetworkRefusal): string {
  switch (refusal.kind) {
    case 'cycle':
      return `任务互相等待，排不出先后：${[...refusal.tasks, refusal.tasks[0]].join(' → ')} · these tasks wait for each other`;
    case 'duplicate-task':
      return `任务“${refusal.task}”写了两次 · the task is listed twice`;
    case 'unknown-task':
      return `${refusal.where === 'link' ? '搭接关系' : '截止日'}里的任务“${refusal.task}”不在任务表中 · no such task`;
    case 'unknown-calendar':
      return `任务“${refusal.task}”用的日历“${refusal.calendar}”没有给出 · no such calendar`;
    case 'no-working-day-left':
      return `任务“${refusal.task}”要 ${refusal.days} 个工作日，日历“${refusal.calendar}”里排不下 · the calendar ends before the task does`;
    case 'finished-before-started':
      return `任务“${refusal.task}”的完成日早于开始日 · the task ends before it begins`;
  }
}

function lineOf({ id, earlyStart, earlyFinish, lateStart, lateFinish, slack, critical }: ScheduledTask): string {
  return `${critical ? '●' : ' '} ${id}  最早 ${earlyStart}–${earlyFinish}  最晚 ${lateStart ?? '—'}–${lateFinish ?? '—'}  余地 ${slack} 天`;
}
