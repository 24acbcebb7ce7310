import { z } from 'zod';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import type { Writer } from '#/platform/db.ts';
import { openFile } from '#/platform/files.ts';
import { type AppealRefusal, DecideAppeal, FileAppeal, mayAppeal, mayDecide } from '../rules/round.ts';
import { addAppeal, addConfirmation, getAppeal, getRoundForUpdate, listAppeals, listConfirmations, saveDecided } from '../store/rounds.ts';

/** 申诉: a unit says against one line of its own draft what is wrong with it. */
export const fileAppeal = command({
  name: 'assessment.file-appeal',
  version: 1,
  input: FileAppeal,
  permission: 'assessment.appeal',
  subject: ({ roundId }) => `round:${roundId}`,
  async run(writer, { id, roundId, lineKey, reason, evidence }): Promise<Result<{ appealId: string }, AppealRefusal>> {
    const round = await getRoundForUpdate(writer, roundId);
    const { unitId } = writer.actor;
    const allowed = mayAppeal({ round, appeals: await listAppeals(writer, roundId), today: writer.today }, { unitId, lineKey });
    if (!allowed.ok) return allowed;
    for (const digest of evidence) await openFile(writer, digest);
    await addAppeal(writer, { id, roundId, unitId: unitId!, lineKey, reason, evidence });
    return accept({ appealId: id });
  },
});

/** 裁定: upheld or rejected, with the reason; an upheld one says what the line comes to, or that the facts were mended and are counted anew. */
export const decideAppeal = command({
  name: 'assessment.decide-appeal',
  version: 1,
  input: DecideAppeal,
  permission: 'assessment.decide-appeal',
  subject: ({ appealId }) => `appeal:${appealId}`,
  async run(writer, { appealId, result, decision, points }): Promise<Result<null, AppealRefusal>> {
    const { roundId } = await getAppeal(writer, appealId);
    const round = await getRoundForUpdate(writer, roundId);
    const appeal = await getAppeal(writer, appealId);
    const given = result === 'upheld' ? points : null;
    const allowed = mayDecide({ round }, appeal, { points: given });
    if (!allowed.ok) return allowed;
    await saveDecided(writer, appealId, { state: result, decision, points: given });
    return accept(null);
  },
});

/** 核对无误: a unit agrees with its draft; the office records it for a unit without an account. */
export const confirmDraft = command({
  name: 'assessment.confirm-draft',
  version: 1,
  input: z.object({ roundId: z.uuid(), unitId: z.uuid() }),
  permission: 'assessment.appeal',
  subject: ({ roundId }) => `round:${roundId}`,
  async run(writer, { roundId, unitId }): Promise<Result<null, AppealRefusal>> {
    const round = await getRoundForUpdate(writer, roundId);
    const onBehalf = mayRecordFor(writer) && writer.actor.unitId !== unitId;
    if (!onBehalf && writer.actor.unitId !== unitId) return refuse({ kind: 'other-unit' });
    if (round.published !== null) return refuse({ kind: 'round-published', on: round.published.on });
    if (!round.content.scores.some((it) => it.unitId === unitId)) return refuse({ kind: 'not-scored', unit: null });
    const said = (await listConfirmations(writer, roundId)).find((it) => it.unitId === unitId && it.edition === round.edition);
    if (said !== undefined) return refuse({ kind: 'confirmed-already', on: said.on });
    await addConfirmation(writer, roundId, { unitId, edition: round.edition, onBehalf });
    return accept(null);
  },
});

function mayRecordFor({ actor }: Writer): boolean {
  return actor.roles.includes('office') || actor.roles.includes('setup');
}
