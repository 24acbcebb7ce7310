import { Problem } from '#/kernel/problem.ts';
import { accept } from '#/kernel/result.ts';
import { listUnits } from '#/organisation/door.ts';
import { command } from '#/platform/command.ts';
import { SetResponsible, setResponsible } from '../rules/responsible.ts';
import { getResponsibleForUpdate, saveResponsible } from '../store/responsible.ts';

/** 定责任单位: names the unit that leads a project and those that support it, after the list was frozen. What was before stays. */
export const setResponsibleUnits = command({
  name: 'programme.set-responsible-units',
  version: 1,
  input: SetResponsible,
  permission: 'programme.set-responsible-units',
  subject: (input) => input.projectId,
  async run(writer, input) {
    const { present, history } = await getResponsibleForUpdate(writer, input.projectId);
    const units = await listUnits(writer);
    const known = new Set(units.map(({ id }) => id));
    const stranger = [input.leadUnitId, ...input.supportingUnitIds].find((id) => !known.has(id));
    if (stranger !== undefined) throw new Problem(404, 'unknown-unit', { id: stranger });
    const decided = setResponsible(history, present, input, units);
    if (!decided.ok) return decided;
    const { projectId, reason } = input;
    const position = history.length + 1;
    await saveResponsible(writer, {
      ...decided.value,
      projectId,
      position,
      before: present,
      reason,
      setBy: writer.actor.name,
      setOn: writer.today,
    });
    return accept({ position });
  },
});
