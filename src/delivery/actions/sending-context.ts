import type { CivilDate } from '#/kernel/civil-date.ts';
import { loadNetwork } from '#/planning/door.ts';
import type { Reader } from '#/platform/db.ts';
import { planOn, stepsOf } from '../rules/board.ts';
import { slackBehind } from '../rules/gate.ts';
import type { ReportContent, SendingContext } from '../rules/sending.ts';
import { seriesAt } from '../rules/series.ts';
import { stageLiesBeforeOutput } from '../rules/stage.ts';
import type { PlaceWithFacts } from '../store/place.ts';
import { listPlansOf } from '../store/plans.ts';
import { findUsedEvidence } from '../store/reports.ts';

/** What a report is compared with before it is taken: the adopted reports, without the one it corrects. */
export async function sendingContext(
  reader: Reader,
  place: PlaceWithFacts,
  content: Pick<ReportContent, 'promiseId' | 'asOf' | 'evidence' | 'stage'>,
  corrects: string | null,
): Promise<SendingContext> {
  const { promise, programme } = place;
  const facts = place.facts.filter((it) => it.id !== corrects);
  const plans = promise.measure === 'milestone-set' ? await listPlansOf(reader, promise.id) : [];
  const steps = stepsOf(planOn(promise, plans, programme, reader.today));
  // Only a stage word is held against the network, and most reports say none.
  const network = content.stage === null ? null : await loadNetwork(reader, promise.projectId);
  return {
    promise,
    period: programme,
    today: reader.today,
    behind: null,
    before: seriesAt(promise, facts, content.asOf, steps),
    newestOn: facts.reduce<CivilDate | null>((newest, it) => (newest === null || it.asOf > newest ? it.asOf : newest), null),
    steps,
    usedEvidence: await findUsedEvidence(reader, content.evidence, corrects),
    slackBehind: (stage, asOf) => slackBehind(network, stage, asOf),
    stageLiesBeforeOutput,
    isCounted: place.isCounted,
  };
}
