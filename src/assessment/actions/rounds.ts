import { z } from 'zod';
import { newId } from '#/kernel/id.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { loadOfficeDays } from '#/planning/door.ts';
import { checkBase, command } from '#/platform/command.ts';
import { getProgrammeOf } from '#/programme/door.ts';
import { countQuarter, frozenOf } from '../content/round.ts';
import { correctedScores } from '../rules/corrected.ts';
import { appealEndsOn, mayOpen, mayPublish, OpenRound, type RoundRefusal } from '../rules/round.ts';
import { findRound, getRoundForUpdate, holdQuarter, listAppeals, listConfirmations, saveOpened, savePublished } from '../store/rounds.ts';

type Opened = { readonly roundId: string; readonly edition: number; readonly appealUntil: string; readonly digest: string };

/** 送单位核对: what the quarter came to goes before the units; counting it anew is another edition, with a reason, and the days to appeal begin again. */
export const openRound = command({
  name: 'assessment.open-round',
  version: 1,
  input: OpenRound,
  permission: 'assessment.run',
  subject: ({ kind, year, quarter }) => `round:${kind}:${year}-Q${quarter}`,
  async run(writer, { kind, reason, ...quarter }): Promise<Result<Opened, RoundRefusal>> {
    const list = await getProgrammeOf(writer, { year: quarter.year, kind });
    const allowed = mayOpen(quarter, list, writer.today);
    if (!allowed.ok) return allowed;
    const which = { programmeId: list.id, ...quarter };
    await holdQuarter(writer, which);
    const before = await findRound(writer, which);
    if (before?.published) return refuse({ kind: 'round-published', on: before.published.on });
    if (before !== null && reason.length < 2) return refuse({ kind: 'recount-needs-reason' });
    const { content, digest } = frozenOf(await countQuarter(writer, list, quarter));
    if (content.scores.length === 0) return refuse({ kind: 'no-unit-to-score' });
    const appealUntil = appealEndsOn(writer.today, content.sheet.appealDays, await loadOfficeDays(writer));
    const roundId = before?.id ?? newId();
    const edition = (before?.edition ?? 0) + 1;
    await saveOpened(writer, { id: roundId, ...which, edition, content, digest, appealUntil, reason });
    return accept({ roundId, edition, appealUntil, digest });
  },
});

/** 印发: the scores stand as they are, with what the appeals changed; nothing in them changes any more. */
export const publishRound = command({
  name: 'assessment.publish-round',
  version: 1,
  input: z.object({ roundId: z.uuid() }),
  permission: 'assessment.run',
  subject: ({ roundId }) => `round:${roundId}`,
  async run(writer, { roundId }): Promise<Result<{ readonly digest: string }, RoundRefusal>> {
    const round = await getRoundForUpdate(writer, roundId);
    checkBase(writer, roundId, round.version);
    const appeals = await listAppeals(writer, roundId);
    const confirmations = await listConfirmations(writer, roundId);
    const allowed = mayPublish({ round, appeals, confirmations, today: writer.today });
    if (!allowed.ok) return allowed;
    const { content: scores, digest } = frozenOf(correctedScores(round.content, appeals));
    await savePublished(writer, roundId, { scores, digest });
    return accept({ digest });
  },
});
