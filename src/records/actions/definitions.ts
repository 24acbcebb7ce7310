import { getPlace } from '#/delivery/door.ts';
import { accept, type Result } from '#/kernel/result.ts';
import { command } from '#/platform/command.ts';
import { type DefinitionRefusal, SetDefinition, settleDefinition, settleRatio } from '../rules/definition.ts';
import { addDefinition, holdDefinition, listPastDefinitions } from '../store/definitions.ts';
import { findWhole } from '../store/people/whole.ts';

/** 定口径: a change is a new version; what was counted before keeps the version it was counted by. */
export const setDefinition = command({
  name: 'records.set-definition',
  version: 1,
  input: SetDefinition,
  permission: 'records.define',
  subject: (input) => input.promiseId,
  async run(writer, { promiseId, spec, from, replaces, reason }): Promise<Result<{ readonly versionNo: number }, DefinitionRefusal>> {
    await holdDefinition(writer, promiseId);
    const { programme, promise } = await getPlace(writer, promiseId);
    if (promise.measure === 'ratio') {
      const ratio = settleRatio(spec, spec.kind === 'people' ? await findWhole(writer, spec.rosterId) : null);
      if (!ratio.ok) return ratio;
    }
    const past = await listPastDefinitions(writer, [promiseId]);
    const known = { versions: past.filter((it) => it.replacedBy === null), lastNo: past.at(-1)?.versionNo ?? 0 };
    const settled = settleDefinition(
      { spec, from, replaces },
      { ...known, begins: programme.from, today: writer.today, measureUnit: promise.measureUnit },
    );
    if (!settled.ok) return settled;
    const said = { promiseId, spec, reason, ...settled.value, setBy: writer.actor.name, setOn: writer.today };
    await addDefinition(writer, said, replaces);
    return accept({ versionNo: settled.value.versionNo });
  },
});
