import { newId } from '#/kernel/id.ts';
import { Problem } from '#/kernel/problem.ts';
import { accept, type Result, refuse } from '#/kernel/result.ts';
import { nameKey } from '#/organisation/rules/name.ts';
import { checkBase, command } from '#/platform/command.ts';
import { BUILT_IN_TEMPLATES, templatesInForce } from '../rules/built-in-templates.ts';
import { newestOf } from '../rules/calendar.ts';
import type { NetworkRefusal, NotOwnNetwork } from '../rules/network-edit.ts';
import {
  ApplyTemplate,
  activitiesFromTemplate,
  SetTemplate,
  settleTemplate,
  type TemplateRefusal,
  WithdrawTemplate,
  wrongLink,
} from '../rules/template.ts';
import { loadDays, loadNetwork } from '../store/networks.ts';
import { getTask } from '../store/tasks.ts';
import { addTemplateVersion, holdTemplates, listTemplateVersions } from '../store/templates.ts';
import { addActivities } from './networks.ts';

const permission = 'planning.set-templates';

/** A district's own copy of a built-in template, or one of its own; what was set before stays readable. */
export const setTemplate = command({
  name: 'planning.set-template',
  version: 1,
  input: SetTemplate,
  permission,
  subject: (input) => input.title,
  async run(writer, input): Promise<Result<{ readonly key: string }, TemplateRefusal>> {
    await holdTemplates(writer);
    const newest = newestOf(await listTemplateVersions(writer), ({ key }) => key);
    const templates = templatesInForce(newest);
    if (input.key !== null && !templates.some((it) => it.key === input.key)) throw new Problem(404, 'unknown-template', { key: input.key });
    const settled = settleTemplate(input, { templates, calendars: Object.keys((await loadDays(writer)).calendars) });
    if (!settled.ok) return settled;
    const key = input.key ?? newId();
    const last = newest.find((it) => it.key === key)?.versionNo ?? 0;
    checkBase(writer, `template:${key}`, last);
    const set = { isActive: true, reason: input.reason, setBy: writer.actor.name, setOn: writer.today };
    await addTemplateVersion(writer, {
      key,
      versionNo: last + 1,
      title: input.title,
      kind: input.kind,
      steps: settled.value.steps,
      ...set,
    });
    return accept({ key });
  },
});

/** A template that is not offered any more; a district's copy of a built-in one gives way to the built-in one. */
export const withdrawTemplate = command({
  name: 'planning.withdraw-template',
  version: 1,
  input: WithdrawTemplate,
  permission,
  subject: (input) => input.key,
  async run(writer, { key, reason }): Promise<Result<{ readonly key: string }, never>> {
    await holdTemplates(writer);
    const newest = newestOf(await listTemplateVersions(writer), (it) => it.key);
    const found = templatesInForce(newest).find((it) => it.key === key);
    if (found === undefined) throw new Problem(404, 'unknown-template', { key });
    const builtIn = BUILT_IN_TEMPLATES.find((it) => it.key === key);
    const isCopy = builtIn !== undefined && found.versionNo > 0;
    const { title, kind, steps } = isCopy ? builtIn : found;
    const set = { isActive: isCopy, reason, setBy: writer.actor.name, setOn: writer.today };
    await addTemplateVersion(writer, {
      key,
      versionNo: (newest.find((it) => it.key === key)?.versionNo ?? 0) + 1,
      title,
      kind,
      steps,
      ...set,
    });
    return accept({ key });
  },
});

/** 套用模板: the chain becomes the activities of a task, through the rules of the network. */
export const applyTemplate = command({
  name: 'planning.apply-template',
  version: 1,
  input: ApplyTemplate,
  permission: 'planning.edit-network',
  subject: (input) => input.taskId,
  async run(
    writer,
    { taskId, steps, shorterBecause, reason },
  ): Promise<Result<{ readonly version: number }, NetworkRefusal | NotOwnNetwork | TemplateRefusal>> {
    const task = await getTask(writer, taskId);
    const network = await loadNetwork(writer, task.projectId);
    const wrong = steps.flatMap((_, i) => wrongLink(steps, i) ?? [])[0];
    if (wrong !== undefined) return refuse(wrong);
    const taken = new Set((network?.activities ?? []).map((it) => nameKey(it.name)));
    const edits = activitiesFromTemplate(steps, task, { taken, newId, shorterBecause });
    return addActivities(writer, task.projectId, edits as never, reason);
  },
});
