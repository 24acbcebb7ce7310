import type { Reader } from '#/platform/db.ts';
import { lightAlone } from '../rules/board.ts';
import { isOtherMeasure, type ReportContent, type SendingContext } from '../rules/sending.ts';
import { stageLiesBeforeOutput } from '../rules/stage.ts';
import { listDerived, listSourceDays } from '../store/count-sources.ts';
import type { PlaceWithFacts } from '../store/place.ts';
import { getLightSettings, listAcceptances, listPlansOf } from '../store/plans.ts';

type How = { readonly corrects: string | null; readonly isMust: boolean };

/** 若采用是否落后: asked only where no reason stands beside the figure yet. */
export async function behindOf(
  reader: Reader,
  { promise, programme, facts }: PlaceWithFacts,
  content: ReportContent,
  { corrects, isMust }: How,
): Promise<SendingContext['behind']> {
  if (content.behindReason !== null) return null;
  const [plans, acceptances, settings, derived, sourceDays] = await Promise.all([
    listPlansOf(reader, promise.id),
    listAcceptances(reader, programme.id),
    getLightSettings(reader),
    listDerived(reader, [promise], programme),
    listSourceDays(reader, [promise.id]),
  ]);
  const adopted = {
    ...content,
    id: 'waiting',
    state: 'adopted',
    beforeOutput: content.stage !== null && stageLiesBeforeOutput(content.stage) === true,
    inMeasure: content.inMeasure && !isOtherMeasure(content, promise),
    hasEvidence: content.evidence.length > 0,
    submittedAt: LAST_OF_ITS_DAY,
    unitId: null,
  } as const;
  const light = lightAlone({
    promise,
    programme,
    asOf: reader.today,
    reports: [...facts.filter(({ id }) => id !== corrects), adopted],
    trajectories: plans.filter(({ state }) => state === 'approved'),
    acceptances,
    settings,
    derived,
    sourceDays,
  });
  return light === 'yellow' || light === 'red' ? { light, isMust } : null;
}

/** Whatever was sent before it on the same day is older. */
const LAST_OF_ITS_DAY = '9999-12-31T00:00:00.000Z';
