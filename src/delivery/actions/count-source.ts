import { accept, type Result } from '#/kernel/result.ts';
import { derivedShare } from '#/planning/door.ts';
import { command } from '#/platform/command.ts';
import { type CountSource, SetCountSource, type SourceRefusal, settleSource } from '../rules/count-source.ts';
import { addSourceDecision, listSourceDecisions } from '../store/count-sources.ts';
import { findCounter } from '../store/counters.ts';
import { getPlace } from '../store/place.ts';
import { holdPromise } from '../store/reports.ts';

/** 定数字来源: from now on the figure of a promise is what its sites or its records add up to, or again what is reported. */
export const setCountSource = command({
  name: 'delivery.set-count-source',
  version: 1,
  input: SetCountSource,
  permission: 'delivery.set-review',
  subject: (input) => input.promiseId,
  async run(writer, { promiseId, source, reason }): Promise<Result<{ readonly source: CountSource }, SourceRefusal>> {
    await holdPromise(writer, promiseId);
    const { promise, project } = await getPlace(writer, promiseId);
    const last = (await listSourceDecisions(writer, promiseId))[0];
    const { share } = await derivedShare(writer, { projectId: project.id, promiseId, asOf: writer.today });
    const isDefined = (await findCounter(writer, promiseId)) !== undefined;
    const settled = settleSource(promise, last?.source ?? 'reports', { source, share, isDefined });
    if (!settled.ok) return settled;
    const decisionNo = (last?.decisionNo ?? 0) + 1;
    await addSourceDecision(writer, { promiseId, decisionNo, source, reason, setBy: writer.actor.name, setOn: writer.today });
    return accept({ source });
  },
});
