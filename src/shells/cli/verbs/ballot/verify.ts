import fs from 'node:fs/promises';
import { checkBallots } from '#/ballot/door.ts';
import { belenios2048 } from '#/ballot/rules/belenios/group.ts';
import { type ArchiveReport, verifyArchive } from '#/ballot/rules/belenios/verify.ts';
import { nativePower } from '#/platform/big-numbers.ts';
import { Misuse, type Verb } from '../../verb.ts';

/** `ballot verify`: every check of an archive by name. An archive that cannot be read fails like one that was changed. */
export const verifyVerb: Verb['run'] = async ({ args }) => {
  const file = args.words[1];
  if (file === undefined) throw new Misuse('缺少归档文件 · name the archive');
  const report = await reportOn(file);
  const { ok, checks, result, ballots, tallied } = report;
  return { json: { ok, checks, result, ballots, tallied }, text: textOf(report), fails: !ok };
};

async function reportOn(file: string): Promise<ArchiveReport> {
  // A device or a pipe may never end.
  const isFile = await fs.stat(file).then(
    (it) => it.isFile(),
    () => false,
  );
  const bytes = isFile ? await fs.readFile(file).catch(() => null) : null;
  if (bytes === null) return unreadable('cannot-be-opened');
  const group = belenios2048(nativePower(belenios2048().p));
  return verifyArchive(group, bytes, checkBallots);
}

function unreadable(why: string): ArchiveReport {
  return { ok: false, checks: [{ name: 'archive-format', ok: false, why }], result: null, ballots: 0, tallied: null };
}

function textOf({ ok, checks, result, ballots }: ArchiveReport): string {
  return [
    ...checks.map((it) => `${it.ok ? '✓' : '✗'} ${it.name}${it.why === undefined ? '' : `：${it.why}`}`),
    `选票 ${ballots} 张${result === null ? '' : `，结果 ${JSON.stringify(result)}`}`,
    !ok
      ? '没有通过核验 · a check failed'
      : result === null
        ? '已有的内容核验通过，还没有结果 · what there is passes, there is no result yet'
        : '全部核验通过 · all checks passed',
  ].join('\n');
}
