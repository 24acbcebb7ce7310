import { add, type Reader, type Writer } from '#/platform/db.ts';
import { following, type TemplateLink, type TemplateVersion } from '../rules/template.ts';

/** Everything that was set about templates, newest first. */
export async function listTemplateVersions({ client, district }: Reader): Promise<readonly TemplateVersion[]> {
  const found = await client.query<TemplateVersion>({
    name: 'planning-templates',
    text: `select key, version_no as "versionNo", title, kind, steps, is_active as "isActive", reason, set_by as "setBy", set_on as "setOn"
             from planning.template where district = $1 order by set_on desc, version_no desc, key`,
    values: [district],
  });
  return found.rows.map((it) => ({ ...it, steps: it.steps.map((step) => ({ ...step, after: step.after.map(linkOf) })) }));
}

/** Versions set before there were four ways to go by a step name only the step. */
function linkOf(stored: TemplateLink | number): TemplateLink {
  return typeof stored === 'number' ? following(stored) : stored;
}

/** Those who set templates wait for each other, so that each version has its number. */
export async function holdTemplates({ client, district }: Writer): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`planning.templates ${district}`]);
}

export async function addTemplateVersion(writer: Writer, it: TemplateVersion): Promise<void> {
  await add(writer, 'planning.template', {
    key: it.key,
    version_no: it.versionNo,
    title: it.title,
    kind: it.kind,
    steps: it.steps,
    is_active: it.isActive,
    reason: it.reason,
    set_by: it.setBy,
    set_on: it.setOn,
  });
}
