import { getPlace } from '#/delivery/door.ts';
import { accept, type Result } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { type DefinitionRefusal, SetDefinition, settleDefinition, settleRatio } from '../rules/definition.ts';
import { addDefinition, holdDefinition, listDefinitions } from '../store/definitions.ts';
import { findWhole } from '../store/people/whole.ts';

/** 定口径: a change is a new version; what was counted before keeps the version it was counted by. */
export const setDefinition = command({
  name: 'records.set-definition',
  version: 1,
  input: SetDefinition,
  permission: 'records.define',
  subject: (input) => input.promiseId,
  async run(writer, { promiseId, spec, from, reason }): Promise<Result<{ readonly versionNo: number }, DefinitionRefusal>> {
    await holdDefinition(writer, promiseId);
    const { programme, promise } = await getPlace(writer, promiseId);
    if (promise.measure === 'ratio') {
      const ratio = settleRatio(spec, spec.kind === 'people' ? await findWhole(writer, spec.rosterId) : null);
      if (!ratio.ok) return ratio;
    }
    const versions = await listDefinitions(writer, [promiseId]);
    const settled = settleDefinition(
      { spec, from },
      { versions, begins: programme.from, today: writer.today, measureUnit: promise.measureUnit },
    );
    if (!settled.ok) return settled;
    await addDefinition(writer, { promiseId, spec, reason, ...settled.value, setBy: writer.actor.name, setOn: writer.today });
    return accept({ versionNo: settled.value.versionNo });
  },
});
